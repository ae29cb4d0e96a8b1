import type { Span } from '../corpus/document.ts';
import { recordFields } from '../corpus/formats/record.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { StoredPassage } from '../index/store.ts';
import { holds } from '../language/holds.ts';
import { sentences } from '../language/sentences.ts';
import { termsOf } from '../language/terms.ts';
import { isTalk, messagesIn, type TalkPart } from './talk.ts';

/** What can be marked of a passage: offsets into its text, and what the index tells of it. */
export interface PassagePart extends TalkPart {
  readonly terms: Iterable<number>;
  /** Bits of HOLDS, see language/holds.ts; of a message, for what is said in it. */
  readonly holds: number;
}

/** Between the cells of a row. */
export const CELL_END = ' | ';
/** Files whose passages are records: the text alone does not tell them from what people say. */
const OF_RECORDS = /\.(?:csv|tsv|jsonl|ndjson)$/iu;
/** Of prose: some words and then the end of a sentence. */
const PROSE = /(?<!\S)(?:[^\s.!?]+ ){4}[^\s.!?]+[.!?](?=\s|$)/u;

/**
 * A passage's sentences in order; the rows of a table that a page or a Word document holds, which is one sentence for the
 * index, or several for what its cells say; the messages of a talk; and a sentence that begins with a record's other fields from the field on
 * that holds prose.
 */
export function partsOf(index: OpenIndex, { id, text, source }: StoredPassage): PassagePart[] {
  if (isTable(text)) return linesOf(text).map((line) => partAt(index, text, line));
  const stored = index.terms.sentences(id);
  const found = sentences(text).map((range, i) => ({ ...range, ...stored[i]! }));
  if (!OF_RECORDS.test(source)) return isTalk(text) ? messagesOf(index, text, found) : found;
  const starts = proseFields(text);
  return found.flatMap((part) => {
    const start = starts.find((at) => at > part.start && at < part.end);
    if (start === undefined) return [part];
    const label = text.lastIndexOf('\n', start);
    const fields = label > part.start ? [{ start: part.start, end: label }] : [];
    return [...fields, { start, end: part.end }].map((range) => partAt(index, text, range));
  });
}

function isTable(text: string): boolean {
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => line.includes(CELL_END) && !/^\s*\|\s/u.test(line));
}

/** Sentences cut at the ends of lines, since people leave out the full stop in a chat; each with what is said in it. */
function messagesOf(index: OpenIndex, text: string, found: readonly PassagePart[]): PassagePart[] {
  const parts = found.flatMap((part) => {
    const lines = linesOf(text.slice(part.start, part.end));
    if (lines.length === 1) return [part];
    return lines.map(({ start, end }) =>
      partAt(index, text, { start: part.start + start, end: part.start + end }),
    );
  });
  const messages = messagesIn(text, linesOf(text), parts);
  return parts.map((part, i) => {
    const message = messages[i];
    // A stamp is a time, but none that is told of.
    return message ? { ...part, message, holds: holds(text.slice(message.said, part.end)) } : part;
  });
}

function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(/\S[^\n]*/gu), ({ index, 0: line }) => ({
    start: index,
    end: index + line.trimEnd().length,
  }));
}

/** Where the values begin that are prose. */
function proseFields(text: string): number[] {
  return recordFields(text)
    .filter(({ value }) => PROSE.test(text.slice(value.start, value.end)))
    .map(({ value }) => value.start);
}

function partAt(index: OpenIndex, text: string, { start, end }: Span): PassagePart {
  const said = text.slice(start, end);
  const ids = termsOf(said, index.language).map(({ term }) => index.terms.idOf(term));
  return { start, end, terms: ids.filter((id) => id !== undefined), holds: holds(said) };
}
