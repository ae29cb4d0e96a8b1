import type { ParsedDocument, Passage } from './document.ts';
import { titlePassage } from './title-passage.ts';

/** The passages of a document: its title and its paragraphs, numbered as a reader of the file would count them. */
export function passagesOf(source: string, document: ParsedDocument): Passage[] {
  const { text, blocks } = document;
  const title = titlePassage(document);
  const passages: Passage[] = [];
  const isAlone = !blocks.some(({ kind }) => kind === 'paragraph');
  let paragraph = 0;
  for (const block of blocks) {
    const { kind, section, page } = block;
    if (kind === 'metadata') continue;
    paragraph += 1;
    const isTitle = block === title?.heading;
    if (kind !== 'paragraph' && !isTitle) continue;
    const { start, end } = isTitle ? title.words : block;
    passages.push({
      source,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
      ...(section === undefined ? {} : { section }),
      ...(page === undefined ? {} : { page }),
      ...(isTitle && !isAlone ? { isHeadline: true } : {}),
    });
  }
  return passages;
}
