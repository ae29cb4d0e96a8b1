import { askedHeadings } from '../asked-headings.ts';
import { isCopyrightLine, looksLikeHeadline } from '../boilerplate.ts';
import type { Block, ParsedDocument } from '../document.ts';
import { certainFrontMatter, headerLines } from '../metadata.ts';
import { paragraphs } from '../paragraphs.ts';
import { unspacedParagraphs } from './unspaced-paragraphs.ts';

/**
 * Plain text: paragraphs end at blank lines, or where an indented line begins the next; a headline on top, and its
 * repetitions, are the title. The questions in a list of questions and answers are headings.
 */
export function parsePlainText(text: string): ParsedDocument {
  const { metadata, span } = certainFrontMatter(text) ?? headerLines(text);
  const spans = paragraphs(text, span.end).flatMap((block) => unspacedParagraphs(text, block));
  const first = spans[0] && text.slice(spans[0].start, spans[0].end);
  const headline = first !== undefined && spans.length > 1 && looksLikeHeadline(first) ? first : undefined;

  const blocks: Block[] = span.end > span.start ? [{ ...span, kind: 'metadata' }] : [];
  for (const [i, { start, end }] of spans.entries()) {
    const paragraph = text.slice(start, end);
    let kind: Block['kind'] = 'paragraph';
    if (paragraph === headline) kind = i === 0 ? 'heading' : 'boilerplate';
    else if (isCopyrightLine(paragraph)) kind = 'boilerplate';
    blocks.push({ start, end, kind });
  }
  return {
    text,
    blocks: askedHeadings(text, blocks),
    metadata: headline === undefined ? metadata : { title: headline, ...metadata },
  };
}
