import type { Span } from '../../corpus/document.ts';
import { AMOUNT, DURATION, ITEM_NUMBER, NUMBER, PERCENTAGE } from '../../language/expressions.ts';
import type { QuestionKind } from '../../language/question-kind.ts';
import { before, isStated, type Asked, type FocusCandidate } from './asked.ts';
import { ofDimensionAsked } from './dimensions.ts';
import { isConversion, isMeasured, measuredAsAsked } from './measures.ts';
import { nobodyIn } from './nobody.ts';
import { inColumn } from './table.ts';
import { datesIn, isYearOfName } from './times.ts';

/** "Ten villagers were killed": the verb is as near to the number as to what is counted. */
const SUBJECT =
  /^(?:\s(?!and\s|or\s)[\p{L}'’-]{1,30}){0,3}\s(?:are|were|is|was|have|has|had)(?:\s(?:been|being))?(?=\s)/iu;
/** In UTF-16 code units. */
const MAX_SUBJECT = 120;

/** In UTF-16 code units: "out of the country's " is about as much as stands between a part and its whole. */
const MAX_TO_WHOLE = 40;
/** Between a part and its whole. */
const OF_WHOLE =
  /^\s+(?:out\s+)?of\s+(?:(?:all|the|its|his|her|our|their|a total of)\s+)?(?:[\p{L}'’-]+\s+){0,2}$/iu;

/** Before a whole that stands before its part ... */
const WHOLE_BEFORE = /(?:^|[.;:(]\s)(?:out\s)?of\s(?:(?:all|the|its|his|her|our|their)\s)?$/iu;
/** ... and between the two: what both count. */
const PART_BEHIND = /^(?:\s\p{L}[\p{L}'’-]{0,30}){1,3},?\s$/u;

/** Units of what "how long" may ask for beside a duration. */
const UNIT_OF_LENGTH =
  /^(?:\p{Nd}\s?|[\s-])?(?:k?m|[cm]m|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|blocks?|pages?|words?|characters?|lines?|chapters?)(?![\p{L}\p{N}])/iu;
/** In UTF-16 code units: a digit, and "centimetres" with what ends it. */
const MAX_UNIT_OF_LENGTH = 15;

/** Behind a number that is so the count of a duration: "51 days", "2-year". */
const UNIT_OF_TIME =
  /^[\s-](seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)(?!\p{L})/iu;
/** In UTF-16 code units: as much is looked at for a unit, of which the longest is "Sekunden". */
const MAX_UNIT_OF_TIME = 12;

/** What goes from one value to another by itself, and has not been changed. */
const RANGES_FROM =
  /(?<!\p{L})(?:takes?|took|lasts?|lasted|var(?:y|ies|ied)|ran(?:ge[sd]?|ging)|runs?|anything|anywhere|is|are|was|were)\sfrom\s$/iu;
/** The first of two values. */
const UNTIL = /^\p{Nd}[\p{Nd}.,]*\s+to\s+(?=\p{Nd})/u;

/** "2020年" is a year. */
const CHINESE_YEAR = /^\p{Nd}{4}年$/u;

/** How old somebody is: "a 51-year-old". */
const AGE = /^[\s-]olds?(?!\p{L})/iu;
/** In UTF-16 code units: "-olds" with what ends it. */
const MAX_AGE = 6;
/** As settings are written: "30m", "12h". */
const SHORT_DURATION = /(?<![\p{L}\p{N}.,])\p{Nd}{1,5}(?:ms|[smhd])(?![\p{L}\p{N}])/gu;

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

/** Before an amount that leaves its unit to another ... */
const ANOTHER_AMOUNT = /(?:,|(?<!\p{L})(?:or|and))\s$/iu;
/** ... and behind it, for whom or what it is. */
const OF_AMOUNT =
  /^[^\S\n]?[^\s,;:.]{0,12}[^\S\n](?:for|an?|per|each|if)\s(?:(?!or\s|and\s)[^\s,;:.()]+\s?){0,5}/iu;
/** In UTF-16 code units: some six words. */
const MAX_OF_AMOUNT = 60;

/** In UTF-16 code units: a hyphen and the letter before it. */
const LETTER_AND_HYPHEN = 3;
/** In UTF-16 code units: "which" or "whose" with the white space around it. */
const MAX_LINK = 8;
/** In UTF-16 code units: the letters of a unit that stands right behind its number, with what ends them. */
const MAX_ATTACHED_UNIT = 6;
/** In UTF-16 code units: as much is looked at for what an amount is of. */
const MAX_NEXT_WORD = 30;

/**
 * The numbers of a sentence that the question does not state itself, of the kind that it asks for: a share or a
 * duration is nothing else, while an amount may be of what only the sentence tells ("120 gold").
 */
export function numbersIn(asked: Asked, kind: QuestionKind): FocusCandidate[] {
  const { sentence, forms } = asked;
  const isStatedHere = ({ start, end }: Span) => isStated(sentence.slice(start, end), forms);
  if (kind === 'duration') return durations(sentence).filter((found) => !isStatedHere(found));
  const all = quantities(asked);
  const unstated = all.filter(
    (found) => !isStatedHere(found) && !isYearOfName(sentence, found) && !isConversion(sentence, found),
  );
  if (kind === 'percentage') {
    return unstated.filter(({ start, end }) => PERCENTAGE.test(sentence.slice(start, end)));
  }
  if (kind === 'count' || kind === 'number') {
    const fitting = kind === 'number' ? ofDimensionAsked(asked, unstated) : unstated;
    const long =
      kind === 'number' && forms.has('long') ? ofDimensionAsked(asked, lengths(asked, fitting)) : [];
    if (long.length > 0) return [...long];
    const measured = kind === 'number' ? measuredAsAsked(asked, fitting) : [];
    if (measured.length > 0) return measured;
    const wholeOf = forms.has('there') ? new Map<Span, Span>() : wholesAmong(sentence, all);
    const wholes = new Set(wholeOf.values());
    // A count is no time that went by ("two days after"), and rather no share.
    const counts = fitting.filter(({ end }) => !isTime(sentence.slice(end, end + MAX_UNIT_OF_TIME), forms));
    const counted = counts.map((count) => ({
      start: count.start,
      end: count.end,
      doubtful: sentence.charAt(count.end - 1) === '%' || wholes.has(count),
      reach: Math.max(count.end, wholeOf.get(count)?.end ?? endOfSubject(sentence, count.end) ?? 0),
    }));
    return kind === 'count' ? [...nobodyIn(asked), ...counted] : counted;
  }
  // Beside a price, a row may tell speeds and sizes, which have more of a unit.
  const inRow = sentence.includes('|') ? inColumn(asked, unstated, kind) : unstated;
  if (inRow.length > 0 && inRow.length < unstated.length) return [...inRow];
  const amounts = unstated.filter(
    (found) => AMOUNT.test(withNextWord(sentence, found.start, found.end)) || isMeasured(sentence, found),
  );
  return amounts.length > 0 ? withBareAmounts(asked, unstated, amounts) : unstated;
}

/**
 * Amounts, or those of them that what is asked about stands behind, with the numbers that leave their unit to an amount
 * before them: "95 pounds, 60 for students", "guests pay 95 pounds, students 60".
 *
 * @param amounts those of `numbers` that are told with a unit; in order, as `numbers` are
 */
function withBareAmounts(asked: Asked, numbers: readonly Span[], amounts: Span[]): Span[] {
  const { sentence, anchors } = asked;
  const [first] = amounts;
  const isAskedFor = ({ end }: Span) => {
    const clause = OF_AMOUNT.exec(sentence.slice(end, end + MAX_OF_AMOUNT))?.[0] ?? '';
    return anchors.some((anchor) => anchor.start >= end && anchor.end <= end + clause.length);
  };
  const isBare = (number: Span) =>
    !amounts.includes(number) &&
    number.start > first!.end &&
    (isOfWordAsked(asked, number) ||
      (ANOTHER_AMOUNT.test(before(sentence, number.start)) && isAskedFor(number)));
  const bare = numbers.filter(isBare);
  return bare.length > 0 ? [...amounts.filter(isAskedFor), ...bare] : amounts;
}

/** Whether a word of the question stands between another amount and this one: "students 60". */
function isOfWordAsked({ sentence, anchors }: Asked, { start }: Span): boolean {
  const word = anchors.find(({ end }) => end === start - 1);
  return word !== undefined && ANOTHER_AMOUNT.test(before(sentence, word.start));
}

function endOfSubject(sentence: string, end: number): number | undefined {
  const subject = SUBJECT.exec(sentence.slice(end, end + MAX_SUBJECT))?.[0];
  return subject === undefined ? undefined : end + subject.length;
}

/**
 * Of how many a number is a part, where it says so behind it or before it: 74 for 60 of "60 of the country's 74
 * ferries" and of "of 74 ferries 60".
 */
function wholesAmong(sentence: string, numbers: readonly Span[]): Map<Span, Span> {
  const wholeOf = new Map<Span, Span>();
  for (const [i, whole] of numbers.entries()) {
    const part = numbers[i - 1];
    const later = numbers[i + 1];
    if (
      later &&
      WHOLE_BEFORE.test(before(sentence, whole.start)) &&
      PART_BEHIND.test(sentence.slice(whole.end, later.start))
    ) {
      wholeOf.set(later, whole);
    }
    if (!part || whole.start - part.end > MAX_TO_WHOLE) continue;
    if (OF_WHOLE.test(sentence.slice(part.end, whole.start))) wholeOf.set(part, whole);
  }
  return wholeOf;
}

/** What "how long is the …" may ask for: how long something takes, as of a ban, or how far it goes, as of a bridge. */
function lengths({ sentence, forms }: Asked, numbers: readonly Span[]): Span[] {
  const lasting = durations(sentence).filter(
    ({ start, end }) => !isStated(sentence.slice(start, end), forms),
  );
  const reaching = numbers.filter(({ end }) =>
    UNIT_OF_LENGTH.test(sentence.slice(Math.max(0, end - 1), end + MAX_UNIT_OF_LENGTH)),
  );
  return [...lasting, ...reaching].sort((a, b) => a.start - b.start);
}

/** Whether a unit of time follows where the question asks how many there are of something else, or for an age. */
function isTime(after: string, forms: ReadonlySet<string>): boolean {
  const unit = UNIT_OF_TIME.exec(after)?.[1]!.toLowerCase();
  return unit !== undefined && !forms.has(unit) && ['many', 'viele', 'old'].some((asked) => forms.has(asked));
}

function durations(sentence: string): Span[] {
  const found = spansOf(sentence, DURATION).filter(
    ({ start, end }) =>
      !CHINESE_YEAR.test(sentence.slice(start, end)) && !AGE.test(sentence.slice(end, end + MAX_AGE)),
  );
  if (found.length === 0) return spansOf(sentence, SHORT_DURATION);
  // "Two hours and ten minutes" is one.
  const changed = found.map((range) => afterChange(sentence, range));
  return joined(changed, (first, second) =>
    /^(?:,?\s)?(?:(?:and|und)\s)?$/u.test(sentence.slice(first.end, second.start)),
  );
}

/** "Raised from 20 to 30 seconds" tells what it is now, and no range as "takes from 20 to 30 seconds" does. */
function afterChange(sentence: string, { start, end }: Span): Span {
  const lead = before(sentence, start);
  if (!/(?<!\p{L})from\s$/iu.test(lead) || RANGES_FROM.test(lead)) return { start, end };
  return { start: start + (UNTIL.exec(sentence.slice(start, end))?.[0].length ?? 0), end };
}

function quantities(asked: Asked): Span[] {
  const { sentence } = asked;
  const laps = spansOf(sentence, LAP);
  const undated = without(datesIn(asked), without(laps, sentence));
  const fractions = spansOf(undated, FRACTION);
  const rest = without(spansOf(undated, ITEM_NUMBER), without(fractions, undated));
  const numbers = spansOf(rest, NUMBER)
    .filter(({ start, end }) => !isPartOfName(sentence, start) && !isPronoun(sentence, start, end))
    .map(({ start, end }) => ({ start, end: end + attachedUnit(rest, end) }))
    .filter(({ start, end }) => !ORDINAL_FIGURE.test(sentence.slice(start, end)));
  const all = [...laps, ...fractions, ...numbers].sort((a, b) => a.start - b.start);
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
  // "It rose from 10 to 15."
  return /^\s(?:to|or|bis|oder)\s$/u.test(between) && !/(?<!\p{L})from\s$/iu.test(lead);
}

/** A number with the word behind it: "5 kg", "120 gold". */
function withNextWord(sentence: string, start: number, end: number): string {
  return (
    sentence.slice(start, end) + /^(?:\s?[\p{L}$€£¥₽%]+)?/u.exec(sentence.slice(end, end + MAX_NEXT_WORD))![0]
  );
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Spans of which those that follow on one another are one. */
function joined(spans: readonly Span[], follows: (first: Span, second: Span) => boolean): Span[] {
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
