import { askedHeadings } from '../asked-headings.ts';
import { isCopyrightLine } from '../copyright-line.ts';
import { looksLikeHeadline } from '../headline.ts';
import type { Block, ParsedDocument, Span } from '../document.ts';
import { headlineWithDate } from '../dated-lines.ts';
import { withDateline } from '../dateline.ts';
import { headerLines } from '../header-lines.ts';
import { certainFrontMatter } from '../front-matter.ts';
import { paragraphs } from '../paragraphs.ts';
import { plainHeadings } from '../plain-headings.ts';
import { Sections } from '../sections.ts';
import { withTitleDate } from '../title-date.ts';
import { depths, isTextHeading, textParts, type TextPart } from './text-headings.ts';
import { unspacedParagraphs } from './unspaced-paragraphs.ts';

/**
 * Plain text: paragraphs end at blank lines, or where an indented line begins the next; a headline on top, and its
 * repetitions, are the title. Headings that are underlined or marked as such name sections (see {@link textParts}), and so do
 * those that are told by their form (see {@link plainHeadings}) and the questions in a list of questions and answers.
 */
export function parsePlainText(text: string): ParsedDocument {
  const stated = certainFrontMatter(text) ?? headerLines(text);
  const headed = isEmpty(stated.span) ? headlineWithDate(text) : undefined;
  const { metadata, span } = headed ?? stated;
  const parts = textParts(text, paragraphs(text, span.end)).flatMap((part) =>
    isTextHeading(part) ? [part] : unspacedParagraphs(text, part),
  );
  const top = headed?.headline ?? (parts.length > 1 ? parts[0] : undefined);
  const headline = top && headlineOf(text, top);
  const title = metadata.title ?? headline;

  const blocks: Block[] = headed ? [{ ...headed.headline, kind: 'heading' }] : [];
  if (!isEmpty(span)) blocks.push({ ...span, kind: 'metadata' });
  const depthOf = depths(parts);
  const sections = new Sections();
  for (const [i, part] of parts.entries()) {
    const { start, end } = part;
    const isTop = i === 0 && !headed;
    const paragraph = text.slice(start, end);
    if (isTextHeading(part)) {
      sections.enter(depthOf.get(part.style)!, isTop && part.words === title ? '' : part.words);
      blocks.push({ start, end, kind: 'heading' });
    } else if (paragraph === headline) blocks.push({ start, end, kind: isTop ? 'heading' : 'boilerplate' });
    else if (isCopyrightLine(paragraph)) blocks.push({ start, end, kind: 'boilerplate' });
    else
      blocks.push({
        start,
        end,
        kind: 'paragraph',
        ...(sections.path === undefined ? {} : { section: sections.path }),
      });
  }
  return withTitleDate(
    withDateline({
      text,
      blocks: askedHeadings(text, plainHeadings(text, blocks)),
      metadata: headline === undefined ? metadata : { title: headline, ...metadata },
    }),
  );
}

/** The title that a text's first part is, where it is one. */
function headlineOf(text: string, part: TextPart): string | undefined {
  if (isTextHeading(part)) return part.words;
  const words = text.slice(part.start, part.end);
  return looksLikeHeadline(words) ? words : undefined;
}

function isEmpty({ start, end }: Span): boolean {
  return start >= end;
}
