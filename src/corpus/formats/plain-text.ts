import { askedHeadings } from '../asked-headings.ts';
import { isCopyrightLine, looksLikeHeadline } from '../boilerplate.ts';
import type { Block, ParsedDocument, Span } from '../document.ts';
import { headlineWithDate } from '../dated-lines.ts';
import { withDateline } from '../dateline.ts';
import { headerLines } from '../header-lines.ts';
import { certainFrontMatter } from '../metadata.ts';
import { paragraphs } from '../paragraphs.ts';
import { unspacedParagraphs } from './unspaced-paragraphs.ts';

/**
 * Plain text: paragraphs end at blank lines, or where an indented line begins the next; a headline on top, and its
 * repetitions, are the title. The questions in a list of questions and answers are headings.
 */
export function parsePlainText(text: string): ParsedDocument {
  const stated = certainFrontMatter(text) ?? headerLines(text);
  const headed = isEmpty(stated.span) ? headlineWithDate(text) : undefined;
  const { metadata, span } = headed ?? stated;
  const spans = paragraphs(text, span.end).flatMap((block) => unspacedParagraphs(text, block));
  const top = headed?.headline ?? (spans.length > 1 ? spans[0]! : undefined);
  const first = top && text.slice(top.start, top.end);
  const headline = first !== undefined && looksLikeHeadline(first) ? first : undefined;

  const blocks: Block[] = headed ? [{ ...headed.headline, kind: 'heading' }] : [];
  if (!isEmpty(span)) blocks.push({ ...span, kind: 'metadata' });
  for (const [i, { start, end }] of spans.entries()) {
    const paragraph = text.slice(start, end);
    let kind: Block['kind'] = 'paragraph';
    if (paragraph === headline) kind = i === 0 && !headed ? 'heading' : 'boilerplate';
    else if (isCopyrightLine(paragraph)) kind = 'boilerplate';
    blocks.push({ start, end, kind });
  }
  return withDateline({
    text,
    blocks: askedHeadings(text, blocks),
    metadata: headline === undefined ? metadata : { title: headline, ...metadata },
  });
}

function isEmpty({ start, end }: Span): boolean {
  return start >= end;
}
