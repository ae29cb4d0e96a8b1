import type { ParsedDocument, Passage } from './document.ts';

/** The passages of a document: its paragraphs, numbered as a reader of the file would count them. */
export function passagesOf(source: string, { text, blocks }: ParsedDocument): Passage[] {
  const passages: Passage[] = [];
  let paragraph = 0;
  for (const { kind, start, end, section, page } of blocks) {
    if (kind === 'metadata') continue;
    paragraph += 1;
    if (kind !== 'paragraph') continue;
    passages.push({
      source,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
      ...(section === undefined ? {} : { section }),
      ...(page === undefined ? {} : { page }),
    });
  }
  return passages;
}
