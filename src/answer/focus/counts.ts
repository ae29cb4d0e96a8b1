import type { Span } from '../../corpus/document.ts';
import { before, type Asked, type FocusCandidate } from './asked.ts';
import { BE, countAsked, type CountAsked } from './count-asked.ts';
import { unitOfTime } from './durations.ts';
import { claims, UNTOLD } from './own-clause.ts';

/** A number that is a part of what another counts: "60 of the 74". */
interface PartOfWhole {
  readonly part: Span;
  readonly whole: Span;
}

/** "Ten villagers were killed": the verb is as near to the number as to what is counted. */
const SUBJECT =
  /^(?:\s(?!and\s|or\s)[\p{L}'’-]{1,30}){0,3}\s(?:are|were|is|was|have|has|had)(?:\s(?:been|being))?(?=\s)/iu;
/** In UTF-16 code units. */
const MAX_SUBJECT = 120;

/** In UTF-16 code units: "out of the country's " is about as much as stands between a part and its whole. */
const MAX_TO_WHOLE = 40;
/** Between a part and its whole. */
const OF_WHOLE =
  /^\s+(?:out\s+)?(?:of|von)\s+(?:(?:all|the|its|his|her|our|their|a total of)\s+)?(?:(?!(?:and|or|but|in|on|at|by|from|with|for|to|was|were|is|are|had|has)\s)[\p{L}'’-]+\s+){0,2}$/iu;

/** Before a whole that stands before its part ... */
const WHOLE_BEFORE = /(?:^|[.;:(]\s)(?:out\s)?of\s(?:(?:all|the|its|his|her|our|their)\s)?$/iu;
/** ... and between the two: what both count. */
const PART_BEHIND =
  /^(?:\s\p{L}[\p{L}'’-]{0,30}){1,3},?\s(?:(?:only|just|some|about|all\sbut|at\sleast)\s)?$/u;

/** Who asks with these asks for the whole, not for a part of which more is told. */
const HAVE = new Set([
  'employ',
  'employs',
  'employed',
  'have',
  'has',
  'had',
  'own',
  'owns',
  'owned',
  'comprise',
  'contain',
  'include',
]);
const WHERE = new Set(['in', 'on', 'at', 'aboard', 'inside', 'there']);
/** ... as with these right behind what is counted: "how many people work at the mill". */
const ARE_THERE = new Set([
  'work',
  'works',
  'worked',
  'live',
  'lives',
  'lived',
  'belong',
  'belongs',
  'exist',
]);
/** Before what somebody has, but not what somebody has done: "had broken two". */
const HAS_BEFORE =
  /(?<!\p{L})(?:has|have|had|owns?|owned)\s(?:(?!\p{L}+(?:ed|en|ost|old|eft)\s)\p{L}+\s){0,2}$/iu;
/** Behind a whole that is told where it is: "of the nine crew were on deck". */
const IS_WHERE = /^(?:\s[\p{L}'’-]{1,30}){0,3}\s(?:is|are|was|were)\s(?:in|on|at|aboard|inside)\s/iu;
/** In UTF-16 code units. */
const MAX_IS_WHERE = 120;

const SHARE = /%$|(?:percent|per\scent|prozent)$/iu;
const MONEY = /^[$€£¥₽]|[$€£¥₽]$/u;
const MONEY_BEHIND = /^\s(dollars?|euros?|pounds?|cents?|francs?|roubles?|rubles?|yen|yuan)(?!\p{L})/iu;
/** In UTF-16 code units. */
const MAX_MONEY = 10;

/**
 * Of a sentence's numbers those that may say how many there are of what the question asks for: with most of that in a
 * clause of their own.
 *
 * @param all the sentence's numbers, in order
 * @param unstated those that the question does not say itself
 */
export function countsAmong(asked: Asked, all: readonly Span[], unstated: readonly Span[]): FocusCandidate[] {
  const { sentence, forms } = asked;
  const what = countAsked(asked);
  const pairs = partsOfWholes(sentence, all);
  // A count is no time that went by ("two days after").
  const counts = unstated.filter(
    (found) => !isTime(sentence, found, forms) && !(what && isMoney(sentence, found, forms)),
  );
  const whole = counts.filter((found) => !what || !isShare(sentence, found, forms));
  const meantAmong = whole.length > 0 ? whole : counts;
  const most = withMostOfAsked(asked, what, all, pairs, meantAmong);
  const pairOf = new Map(pairs.flatMap((pair) => [[pair.part, pair] as const, [pair.whole, pair] as const]));
  return (mustTell(asked, what) ? most.filter(({ claim }) => claim > 0) : most).map(({ count, claim }) => {
    const pair = pairOf.get(count);
    const meant = pair && (what && isWholeMeant(sentence, what, pair) ? pair.whole : pair.part);
    const subject = pair?.part === count ? pair.whole.end : endOfSubject(sentence, count.end);
    return {
      start: count.start,
      end: count.end,
      doubtful:
        whole.length === 0 || isUntold(asked, what, claim) || (meant !== undefined && meant !== count),
      reach: Math.max(count.end, subject ?? 0),
    };
  });
}

/** Whether it is not told that a number counts people, nor what they do that are asked for. */
function isUntold({ sentence }: Asked, what: CountAsked | undefined, claim: number): boolean {
  return what !== undefined && what.predicate.length > 0 && claim === UNTOLD && !sentence.includes('|');
}

/**
 * Whether a number that counts something else is not meant: where the question's noun is surely one, and not in a row,
 * whose cells say no nouns.
 */
function mustTell({ sentence }: Asked, what: CountAsked | undefined): boolean {
  return what !== undefined && what.behind.length > 0 && !sentence.includes('|');
}

/**
 * Numbers in whose clauses most stands of what is asked, see {@link claims}. "One" alone is rather a pronoun or an
 * article.
 */
export function withMostOfAsked(
  asked: Asked,
  what: CountAsked | undefined,
  all: readonly Span[],
  pairs: readonly PartOfWhole[],
  counts: readonly Span[],
): { readonly count: Span; readonly claim: number }[] {
  if (!what) return counts.map((count) => ({ count, claim: 0 }));
  const claimed = new Map(claims(asked, what, all).map((claim, i) => [all[i]!, claim]));
  for (const { part, whole } of pairs) {
    const most = Math.max(claimed.get(part)!, claimed.get(whole)!);
    claimed.set(part, most).set(whole, most);
  }
  const isOne = ({ start, end }: Span) => /^one$/iu.test(asked.sentence.slice(start, end));
  const telling = counts
    .map((count) => ({ count, claim: claimed.get(count)! }))
    .filter(({ count, claim }) => !isOne(count) || claim > UNTOLD);
  const most = telling.reduce((highest, { claim }) => Math.max(highest, claim), 0);
  return telling.filter(({ claim }) => claim === most);
}

function isWholeMeant(
  sentence: string,
  { behind, ofThe }: CountAsked,
  { part, whole }: PartOfWhole,
): boolean {
  if (ofThe) return false;
  if (behind.some(({ form }) => form === 'there')) return true;
  const [first, second] = behind;
  if (first && ARE_THERE.has(first.form)) return true;
  if (first && BE.has(first.form) && (!second || WHERE.has(second.form))) {
    return !IS_WHERE.test(sentence.slice(whole.end, whole.end + MAX_IS_WHERE));
  }
  const verb = behind.find(({ form }, i) => i > 0 && HAVE.has(form));
  return verb !== undefined && !HAS_BEFORE.test(before(sentence, part.start));
}

function endOfSubject(sentence: string, end: number): number | undefined {
  const subject = SUBJECT.exec(sentence.slice(end, end + MAX_SUBJECT))?.[0];
  return subject === undefined ? undefined : end + subject.length;
}

/**
 * Of how many a number is a part, where it says so behind it or before it: 74 for 60 of "60 of the country's 74
 * ferries" and of "of 74 ferries 60".
 */
function partsOfWholes(sentence: string, numbers: readonly Span[]): PartOfWhole[] {
  const pairs: PartOfWhole[] = [];
  for (const [i, whole] of numbers.entries()) {
    const part = numbers[i - 1];
    const later = numbers[i + 1];
    if (
      later &&
      WHOLE_BEFORE.test(before(sentence, whole.start)) &&
      PART_BEHIND.test(sentence.slice(whole.end, later.start))
    ) {
      pairs.push({ part: later, whole });
    }
    if (!part || whole.start - part.end > MAX_TO_WHOLE) continue;
    if (OF_WHOLE.test(sentence.slice(part.end, whole.start))) pairs.push({ part, whole });
  }
  return pairs;
}

/** Whether a unit of time follows where the question asks how many there are of something else, or for an age. */
function isTime(sentence: string, found: Span, forms: ReadonlySet<string>): boolean {
  const unit = unitOfTime(sentence, found);
  return unit !== undefined && !forms.has(unit) && ['many', 'viele', 'old'].some((asked) => forms.has(asked));
}

function isShare(sentence: string, { start, end }: Span, forms: ReadonlySet<string>): boolean {
  return SHARE.test(sentence.slice(start, end)) && !forms.has('percent');
}

function isMoney(sentence: string, { start, end }: Span, forms: ReadonlySet<string>): boolean {
  const unit = MONEY_BEHIND.exec(sentence.slice(end, end + MAX_MONEY))?.[1]!.toLowerCase();
  return MONEY.test(sentence.slice(start, end)) || (unit !== undefined && !forms.has(unit));
}
