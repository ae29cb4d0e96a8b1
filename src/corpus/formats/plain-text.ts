import { askedHeadings } from '../asked-headings.ts';
import { isCopyrightLine, looksLikeHeadline } from '../boilerplate.ts';
import type { Block, ParsedDocument } from '../document.ts';
import { headerLines } from '../metadata.ts';
import { paragraphs } from '../paragraphs.ts';
import { Sections } from '../sections.ts';
import { depths, isTextHeading, textParts } from './text-headings.ts';
import { unspacedParagraphs } from './unspaced-paragraphs.ts';

/**
 * Plain text: paragraphs end at blank lines, or where an indented line begins the next; a headline on top, and its
 * repetitions, are the title. Headings that are underlined or marked as such name sections (see {@link textParts}). The
 * questions in a list of questions and answers are headings.
 */
export function parsePlainText(text: string): ParsedDocument {
  const { metadata, span } = headerLines(text);
  const parts = textParts(text, paragraphs(text, span.end)).flatMap((part) =>
    isTextHeading(part) ? [part] : unspacedParagraphs(text, part),
  );
  const first =
    parts[0] && (isTextHeading(parts[0]) ? parts[0].words : text.slice(parts[0].start, parts[0].end));
  const headline =
    first !== undefined && parts.length > 1 && (isTextHeading(parts[0]!) || looksLikeHeadline(first))
      ? first
      : undefined;
  const title = metadata.title ?? headline;

  const blocks: Block[] = span.end > span.start ? [{ ...span, kind: 'metadata' }] : [];
  const depthOf = depths(parts);
  const sections = new Sections();
  for (const [i, part] of parts.entries()) {
    const { start, end } = part;
    const paragraph = text.slice(start, end);
    if (isTextHeading(part)) {
      sections.enter(depthOf.get(part.style)!, i === 0 && part.words === title ? '' : part.words);
      blocks.push({ start, end, kind: 'heading' });
    } else if (paragraph === headline) blocks.push({ start, end, kind: i === 0 ? 'heading' : 'boilerplate' });
    else if (isCopyrightLine(paragraph)) blocks.push({ start, end, kind: 'boilerplate' });
    else
      blocks.push({
        start,
        end,
        kind: 'paragraph',
        ...(sections.path === undefined ? {} : { section: sections.path }),
      });
  }
  return {
    text,
    blocks: askedHeadings(text, blocks),
    metadata: headline === undefined ? metadata : { title: headline, ...metadata },
  };
}
