import { looksLikeHeadline } from './headline.ts';
import type { Block, ParsedDocument, Span } from './document.ts';
import {
  bylineOf,
  fieldOf,
  type HeaderField,
  isDatedAgain,
  isNamedAsFiled,
  MAX_HEADER_LENGTH,
  metadataOfHeader,
} from './header-fields.ts';
import type { StatedMetadata } from './metadata.ts';
import { lines, trimSpan } from './paragraphs.ts';

/** Another line of a record, whose date is that of what it tells of, as an appointment's is. */
const RECORD_LINE = /^[\p{L}][\p{L}\p{N} /-]{0,40}:(?:\s|$)/u;

/** What a text's first line is the headline of, and the lines right below it state. */
interface Headed extends StatedMetadata {
  readonly headline: Span;
}

/** A headline above lines that state a date, see {@link datedLines}; `undefined` where there are none. */
export function headlineWithDate(text: string): Headed | undefined {
  for (const line of lines(text)) {
    const headline = trimSpan(text, line);
    if (!headline) continue;
    const words = text.slice(headline.start, headline.end);
    // "Source: own garden honey" is a record's first line, to be quoted with the others.
    if (!looksLikeHeadline(words) || isNamedAsFiled(words)) return undefined;
    const stated = datedLines(text, { start: line.end, end: text.length }, asItIs);
    return stated && { ...stated, headline };
  }
  return undefined;
}

/**
 * The lines with which a part of a text begins if they state its date and nothing else is in them: below a heading, a
 * date may be that of what is told, as in `Date: …`, `Time: …`, `Place: …`, or of one entry of several.
 *
 * @param plain what a line says without its markup
 */
function datedLines(text: string, part: Span, plain: (words: string) => string): StatedMetadata | undefined {
  const fields: HeaderField[] = [];
  let span: Span | undefined;
  for (const line of lines(text.slice(0, part.end), part.start)) {
    const content = trimSpan(text, line);
    if (!content) {
      // Who wrote it may stand above, and apart from, when.
      if (metadataOfHeader(fields).date !== undefined) break;
      continue;
    }
    const isLong = content.end - content.start > MAX_HEADER_LENGTH;
    const words = isLong ? '' : plain(text.slice(content.start, content.end)).trim();
    const field = fieldOf(words, fields) ?? bylineOf(words);
    if (!field) {
      if (RECORD_LINE.test(words)) return undefined;
      break;
    }
    fields.push(field);
    span = { start: span?.start ?? content.start, end: content.end };
  }
  if (!span || text.slice(span.end).trim() === '' || isDatedAgain(text, span.end, plain)) return undefined;
  const metadata = metadataOfHeader(fields);
  return metadata.date === undefined ? undefined : { metadata, span };
}

/**
 * The document with the date that its first paragraph states, see {@link datedLines}, if it states none otherwise and
 * at most its title stands above. The lines are no part of the paragraph then.
 *
 * @param plain what a line says without its markup
 */
export function withDatedLines(document: ParsedDocument, plain = asItIs): ParsedDocument {
  const { text, blocks, metadata } = document;
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const first = blocks[at];
  if (metadata.date !== undefined || !first) return document;
  if (blocks.slice(0, at).filter(({ kind }) => kind === 'heading').length > 1) return document;
  const stated = datedLines(text, first, plain);
  if (!stated) return document;
  const rest = trimSpan(text, { start: stated.span.end, end: first.end });
  const parts: Block[] = [{ ...stated.span, kind: 'metadata' }, ...(rest ? [{ ...first, ...rest }] : [])];
  return { text, blocks: blocks.toSpliced(at, 1, ...parts), metadata: { ...stated.metadata, ...metadata } };
}

function asItIs(words: string): string {
  return words;
}
