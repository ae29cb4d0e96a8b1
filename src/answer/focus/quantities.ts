import type { Span } from '../../corpus/document.ts';
import { ITEM_NUMBER, NUMBER } from '../../language/expressions.ts';
import type { Language } from '../../language/languages.ts';
import { before, type Asked } from './asked.ts';
import { datesIn } from './times.ts';

const HOW_MANY_PARTS = 'an?|one|two|three|four|five|ein(?:e[nrm]?)?|zwei|drei|vier';
const PARTS = 'hälfte|thirds?|quarters?|fifths?|drittel|viertel';
/** Shares in words that {@link NUMBER} does not know: "two thirds", "drei Viertel". */
const FRACTION = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${HOW_MANY_PARTS})[\s-])?(?:${PARTS})(?![\p{L}\p{N}])|百分之[\d.一二三四五六七八九十百两零]+`,
  'giu',
);

/** How long a lap took, which is no time of day: "1:47.3". */
const LAP = /(?<![\p{Nd}:.,])\p{Nd}{1,3}:[0-5]\p{Nd}(?::[0-5]\p{Nd})?\.\p{Nd}+(?![\p{Nd}:])/gu;

/** A place in a row: "the 3rd" counts nothing either. */
const ORDINAL_FIGURE = /^\p{Nd}+(?:st|nd|rd|th)$/iu;

/** In UTF-16 code units: a hyphen and the letter before it. */
const LETTER_AND_HYPHEN = 3;
/** In UTF-16 code units: "which" or "whose" with the white space around it. */
const MAX_LINK = 8;
/** In UTF-16 code units: the letters of a unit that stands right behind its number, with what ends them. */
const MAX_ATTACHED_UNIT = 6;

/** A telephone number is one, and counts nothing: "0800 555 0199". */
const TELEPHONE =
  /(?<![\p{L}\p{N}]|\p{N}[.,:/\s\u2013-])(?=(?:[^\p{Nd}\n]{0,2}\p{Nd}){7})(?:\+\p{Nd}{1,3}|\(?0\p{Nd}{1,5}\)?)(?:[\s/-]\p{Nd}{2,8}){1,5}(?![\p{L}\p{N}])/gu;
/** "By 20 percent to $60" is no range. */
const SHARE = /(?:%|per\s?cent)$/iu;
/** Behind these words and "of" it is a pronoun: "was one of the dead". */
const IS_ONE_OF = /(?<!\p{L})(?:is|was|are|were|be|been|as|became|become|becomes)\s(?:only\s)?$/iu;

/** Numbers over one in words of languages that {@link NUMBER} does not know, without what is another word too. */
const WORDS_OF: Readonly<Partial<Record<Language, RegExp>>> = {
  de: wordsOf(
    'ein(?:e[nrm]?)?(?=\\s(?:mensch|person))|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend',
  ),
  es: wordsOf(
    'una(?=\\spersona)|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|cien|mil',
  ),
  fr: wordsOf(
    'une(?=\\spersonne)|deux|trois|quatre|cinq|sept|huit|dix|onze|douze|quinze|vingt|trente|cent|mille',
  ),
  pt: wordsOf(
    'uma(?=\\spessoa)|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze|vinte|cem|mil',
  ),
  it: wordsOf(
    'una(?=\\spersona)|due|tre|quattro|cinque|sette|otto|nove|dieci|undici|dodici|quindici|venti|cento|mille',
  ),
};

/** Where a sentence says numbers of any kind, in order: with their units, ranges as one, without those of dates and names. */
export function quantities(asked: Asked): Span[] {
  const { sentence } = asked;
  const whole = [...spansOf(sentence, LAP), ...spansOf(sentence, TELEPHONE)].sort(
    (a, b) => a.start - b.start,
  );
  const undated = without(datesIn(asked), without(whole, sentence));
  const fractions = spansOf(undated, FRACTION);
  const rest = without(spansOf(undated, ITEM_NUMBER), without(fractions, undated));
  const inWords = WORDS_OF[asked.language];
  const numbers = [...spansOf(rest, NUMBER), ...(inWords ? spansOf(rest, inWords) : [])]
    .filter(({ start, end }) => !isPartOfName(sentence, start) && !isPronoun(sentence, start, end))
    .map(({ start, end }) => ({ start, end: end + attachedUnit(rest, end) }))
    .filter(({ start, end }) => !ORDINAL_FIGURE.test(sentence.slice(start, end)));
  const all = [...whole, ...fractions, ...numbers].sort((a, b) => a.start - b.start);
  return joined(all, (first, second) => isRange(sentence, first, second));
}

/** "COVID-19" and "F-16" count nothing. */
function isPartOfName(sentence: string, start: number): boolean {
  return /\p{L}[-‐–]$/u.test(sentence.slice(Math.max(0, start - LETTER_AND_HYPHEN), start));
}

/** "A signed one that is valid" counts nothing. */
function isPronoun(sentence: string, start: number, end: number): boolean {
  if (!/^one$/iu.test(sentence.slice(start, end))) return false;
  return (
    (/^\s+of\s/u.test(sentence.slice(end, end + MAX_LINK)) && IS_ONE_OF.test(before(sentence, start))) ||
    /^\s+(?:that|who|which|whose|is|was|has|had)\s/u.test(sentence.slice(end, end + MAX_LINK)) ||
    /(?<!\p{L})(?:the|this|that|another|(?:an?|the)\s+[\p{L}-]+)\s+$/iu.test(before(sentence, start))
  );
}

/** How long the letters are that stand right behind a number: "5kg". */
function attachedUnit(text: string, end: number): number {
  if (!/\p{Nd}/u.test(text.charAt(end - 1))) return 0;
  return /^(?:\p{Script=Latin}{1,4}(?![\p{L}\p{N}]))?/u.exec(text.slice(end, end + MAX_ATTACHED_UNIT))![0]
    .length;
}

function isRange(sentence: string, first: Span, second: Span): boolean {
  const between = sentence.slice(first.end, second.start);
  if (/^\s?[-‐–]\s?$/u.test(between)) return true;
  const lead = before(sentence, first.start);
  if (/^\s(?:and|und)\s$/u.test(between)) return /(?<!\p{L})(?:between|zwischen)\s$/iu.test(lead);
  if (
    SHARE.test(sentence.slice(first.start, first.end)) &&
    !SHARE.test(sentence.slice(second.start, second.end))
  )
    return false;
  // "It rose from 10 to 15."
  return /^\s(?:to|or|bis|oder)\s$/u.test(between) && !/(?<!\p{L})from\s$/iu.test(lead);
}

export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Spans of which those that follow on one another are one. */
export function joined(spans: readonly Span[], follows: (first: Span, second: Span) => boolean): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last && follows(last, span)) whole[whole.length - 1] = { start: last.start, end: span.end };
    else whole.push(span);
  }
  return whole;
}

/** A text with something that is part of nothing in place of spans of it, which are in order. */
function without(spans: readonly Span[], text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), '\ufffd'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function wordsOf(words: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${words})(?:\s(?:${words})){0,3}(?![\p{L}\p{N}-])`,
    'giu',
  );
}

/** Whether a text may hold a number. */
export function mayHoldNumber(sentence: string): boolean {
  return sentence.search(NUMBER) >= 0 || Object.values(WORDS_OF).some((words) => sentence.search(words) >= 0);
}
