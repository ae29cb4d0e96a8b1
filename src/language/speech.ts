import { MONTH, WEEKDAY } from './calendar-names.ts';
import type { Range } from './sentences.ts';

// Direct speech of another time: 'In his diary of 1888 he wrote: "Yesterday ..."'. What is counted in it is counted from
// the day it was said.

/** In characters: who said it, and when, stands no further off. */
const MAX_DISTANCE = 200;
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
  ["'", "'"],
]);
const ANY_DAY = new RegExp(String.raw`\b${WEEKDAY}\b`, 'g');
const SENTENCE_END = /[.!?]["”’')]*(?=\s|$)/;
const SAYING =
  /\b(?:said|says|told|wrote|writes|reads?|recalled|added|testified|noted|reported|announced|declared|warned)\b/;
/** Said before something else that is told of, or in some month, year or decade. */
const SAID_EARLIER = new RegExp(
  String.raw`\b(?:had (?:\w+ly |once |also )?(?:said|told|written|wrote|warned|added|announced|promised|noted|reported|claimed|insisted|declared)|(?:years?|decades?|centur(?:y|ies)|months?|weeks?) (?:ago|earlier|before)|[Ll]ast (?:week|month|year|spring|summer|autumn|winter)|(?:1[0-9]|20)\d0s|(?:in|[Ii]n|of) (?:early |late |mid-)?${MONTH}\b|${MONTH}\b\.? \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\b|\d{4}-\d{2}-\d{2})`,
);
/** What is read out of these was written at a time that is not told. */
const OLD_WRITING = /\b(?:memoirs?|diar(?:y|ies)|autobiograph(?:y|ies))\b/;
const YEARS = /(?<![\d,.:])(?:1[0-9]|20)\d{2}(?![\d,.:]?\d)/g;

/** What is said in a text, with its marks, in order; what is opened and not closed goes on to its end. */
export function speeches(text: string): Range[] {
  const found: Range[] = [];
  let open: { readonly start: number; readonly closes: string } | undefined;
  for (const { index, 0: mark } of text.matchAll(/[“”„«»‘’"']/g)) {
    const [before, after] = [text[index - 1] ?? ' ', text[index + 1] ?? ' '];
    if (open) {
      const isApostrophe = /['’]/.test(mark) && (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before));
      if (!open.closes.includes(mark) || isApostrophe) continue;
      found.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (/[\s([{—–:-]/.test(before) && /\S/.test(after)) {
      const closes = PAIRS.get(mark);
      if (closes !== undefined) open = { start: index, closes };
    }
  }
  // An apostrophe opens nothing that is not closed: "the '90s".
  if (open && !/['’]/.test(open.closes)) found.push({ start: open.start, end: text.length });
  return found;
}

/**
 * Whether direct speech is of another time than the text it stands in, by what is told of it right before or behind.
 *
 * @param year the text was written in
 */
export function isSpeechOfOtherTime(text: string, { start, end }: Range, year: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_DISTANCE), start);
  const sentence = before.slice(lastSentenceEnd(before));
  const after = text.slice(end, end + MAX_DISTANCE);
  const rest = after.slice(0, SENTENCE_END.exec(after)?.index);
  // Behind speech that is a sentence, who said it may be told all the same: '... ." Ann wrote in 1901.'
  const isOwn = !/[.!?]["”’'»]$/.test(text.slice(end - 2, end)) || SAYING.test(rest);
  const told = `${sentence} | ${isOwn ? rest : ''}`.replace(/\s+/g, ' ');
  if (SAID_EARLIER.test(told) || OLD_WRITING.test(told)) return true;
  return [...told.matchAll(YEARS)].some(([stated]) => Number(stated) !== year);
}

/**
 * The weekdays on which somebody said what stands in the sentence before, where a sentence is direct speech that goes on
 * and tells of no day itself: '"We slept," she said on Monday. "Last night it began."'
 */
export function daysOfSpeechBefore(sentence: string, before: string): readonly string[] {
  if (!/^["“]/.test(before) || /^["“][^"”]*["”]/.test(before) || !/["”]/.test(sentence)) return [];
  const outside = sentence.replaceAll(/["“][^"“”]*(?:["”]|$)|^[^"“”]*”/g, ' ');
  return SAYING.test(outside) ? (outside.match(ANY_DAY) ?? []) : [];
}

function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/[.!?]["”’')]*\s+(?=\p{Lu})/gu)) end = match.index + match[0].length;
  return end;
}
