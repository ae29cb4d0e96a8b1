import type { Span } from '../../corpus/document.ts';
import type { QuestionKind } from '../../language/question-kind.ts';
import { TIME_OR_WORDS } from '../../language/times-in-words.ts';
import { isInsideWord } from '../../language/word-ends.ts';
import type { Word } from '../../language/words.ts';
import { partitionPoint } from '../../partition-point.ts';
import { askedOf, type Alike, type Asked, type FocusCandidate } from './asked.ts';
import { asksHowOften, frequenciesIn } from './frequencies.ts';
import { mayHoldNobody } from './nobody.ts';
import { numbersIn } from './numbers.ts';
import { personsIn } from './persons.ts';
import { placesIn } from './places.ts';
import { mayHoldNumber } from './quantities.ts';
import { fieldAsked, inValues, personInRecord } from './record.ts';
import { inColumn, personInRow } from './table.ts';
import { timesIn, yearsIn } from './times.ts';

/** What is marked in a sentence, and how sure it is. */
export interface Focus extends Span {
  /** See {@link FocusCandidate}. */
  readonly doubtful: boolean;
  /**
   * From the nearest word of the question, in UTF-16 code units of its own clause, and a little more for those that are
   * farther away; infinite, if there is none; below 0 where what stands around it tells that it is meant.
   */
  readonly distance: number;
  /** How much of the question's words its sentence has, 0 to 1; 1 where that tells nothing; see {@link BY_SHARE}. */
  readonly share: number;
}

/**
 * A mark whose sentence has so much less of the question's words than another's is not meant. Of persons and counts it
 * may be: there XQuAD would lose a right person with it, and sample a right count.
 */
const FEWER_SHARE = 0.4;
const BY_SHARE: ReadonlySet<QuestionKind> = new Set(['time', 'year', 'amount', 'number', 'duration']);
/** In UTF-16 code units, some two words: what is that much farther from the question's words is rather not meant. */
const MAX_FARTHER = 15;

/**
 * In UTF-16 code units, for a sentence that has all of the question's words; with half of them, half of it: a name that is
 * farther from them is not marked. So 13 of the 111 persons that would be marked in xquad_en's right passages are not, 2
 * of which are right, and of 35 places one, which is wrong.
 */
const FARTHEST: Readonly<Partial<Record<QuestionKind, number>>> = { person: 160, place: 120 };
/** Where a sentence has none of the question's words, these are not marked ... */
const UNSURE: ReadonlySet<QuestionKind> = new Set(['person', 'place', 'time', 'year']);
/** ... unless the question has no more words that say something: "who spoke?" may be answered in any words. */
const FEW_WORDS = 2;
/**
 * What a word of the question counts for that is not the nearest one, of what as far away is: it settles which of two is
 * meant that are about as near. With 0, 279 marks are right in xquad_en's right passages, not 284; with 0.15 as well 282.
 */
const OTHER_WORDS = 0.05;
/** In UTF-16 code units: what is farther away is no farther for this. */
const MOST_FAR = 100;
/** Of the words of the question in a sentence, so many on either side of what may be meant are looked at for this. */
const WORDS_AROUND = 8;

/** Not the comma of "1,000". */
const CLAUSE_PUNCTUATION = /[;:—(]|,(?!\p{Nd})|\s[-–]\s/gu;
/**
 * In UTF-16 code units: what a number counts stands no farther behind it. With half of it the sets have the same marks;
 * with 0 or twice as much, 21 of the 27 in sample's right passages are right, not 22.
 */
const COUNTED = 24;
/**
 * In UTF-16 code units, some three words: what stands in another clause is that much farther away. Where something is
 * marked in xquad_en's right passages, 410 of them, it is the answer or a part of it, or holds it, in 272: with 0 in as
 * many, but 5 are others, with 10 in 2 more, with 40 in 1 more. With 0 clapnq_dev loses 1 of its 77; seeds, community,
 * wire, server, manual, sample and chat are the same with all of these.
 */
const OTHER_CLAUSE = 20;

/**
 * The date, number or name in a sentence that the question asks for: of those that the question does not state
 * itself, the one nearest to a word that it does, rather behind that word than before it and rather in its clause; in
 * a table's row the one whose column it names; the value of a record's field that the question names, whatever its kind.
 *
 * @param passage what the sentence stands in: it tells the headings of a table, and which names are places
 * @param alike what may stand for the question's words where the sentence does not have them
 * @param replies whether the sentence replies to the question, so that it need not say any of its words
 * @returns offsets into `sentence`, or `undefined` when it holds none, all are too far from the question's words, or nothing
 * particular is asked for
 */
export function focusOf(
  sentence: string,
  kind: QuestionKind,
  question: string,
  passage: string = sentence,
  alike: Alike = new Map(),
  replies = false,
): Focus | undefined {
  if (kind === 'other') {
    const value = sentence.includes('\n')
      ? fieldAsked(askedOf(sentence, question, passage, alike))
      : undefined;
    return value && { ...value, doubtful: false, distance: 0, share: 1 };
  }
  // Most sentences hold neither, and need not be taken apart.
  const isTime = kind === 'time' || kind === 'year';
  const isName = kind === 'person' || kind === 'place';
  if (isTime && sentence.search(TIME_OR_WORDS) < 0) return undefined;
  const howOften = kind === 'number' && asksHowOften(question);
  const isNobody = kind === 'count' && mayHoldNobody(sentence);
  const inWords = kind === 'duration' || kind === 'percentage' || howOften || isNobody;
  if (!isTime && !isName && !inWords && !mayHoldNumber(sentence)) return undefined;
  const asked = askedOf(sentence, question, passage, alike);
  const inRow = kind === 'person' ? (personInRow(asked) ?? personInRecord(asked)) : undefined;
  if (inRow) return { ...inRow, doubtful: false, distance: 0, share: 1 };
  const often = howOften ? frequenciesIn(sentence) : [];
  const found = inValues(sentence, often.length > 0 ? often : candidatesIn(asked, kind));
  const whole = found.filter(
    ({ start, end }) => !isInsideWord(sentence, start) && !isInsideWord(sentence, end),
  );
  const focus = nearest(asked, inColumn(asked, whole, kind));
  if (!focus || (!replies && isTooFar(asked, kind, focus))) return undefined;
  return BY_SHARE.has(kind) ? focus : { ...focus, share: 1 };
}

/** Whether the nearest is too far away to be sure of it: a wrong mark is worse than none. */
function isTooFar({ share, question, asks }: Asked, kind: QuestionKind, { distance }: Focus): boolean {
  if (distance === Infinity) return UNSURE.has(kind) && question.filter(asks).length > FEW_WORDS;
  return distance > (FARTHEST[kind] ?? Infinity) * share;
}

/**
 * What is meant, of what several sentences hold: not what is doubtful beside something sure, and not what is farther
 * from the question's words. Where one of two is right, for 45 of XQuAD's English questions, 18 lose the wrong one
 * and 7 the right one.
 */
export function surest<F extends Focus>(found: readonly F[]): F[] {
  const sure = found.some(({ doubtful }) => !doubtful) ? found.filter(({ doubtful }) => !doubtful) : found;
  const most = sure.reduce((highest, { share }) => Math.max(highest, share), 0);
  const telling = sure.filter(({ share }) => share >= most - FEWER_SHARE);
  const least = telling.reduce((nearest, { distance }) => Math.min(nearest, distance), Infinity);
  return telling.filter(({ distance }) => distance === least || distance <= least + MAX_FARTHER);
}

function candidatesIn(asked: Asked, kind: Exclude<QuestionKind, 'other'>): FocusCandidate[] {
  switch (kind) {
    case 'time':
      return timesIn(asked);
    case 'year':
      return yearsIn(asked);
    case 'person':
      return personsIn(asked);
    case 'place':
      return placesIn(asked);
    default:
      return numbersIn(asked, kind);
  }
}

function nearest(
  { sentence, anchors, share }: Asked,
  candidates: readonly FocusCandidate[],
): Focus | undefined {
  const breaks = Array.from(sentence.matchAll(CLAUSE_PUNCTUATION), ({ index }) => index);
  const anchorsBefore = (at: number) => partitionPoint(anchors.length, (i) => anchors[i]!.start >= at);
  const followers = ({ end }: Span) => {
    const clauseEnd = breaks[partitionPoint(breaks.length, (i) => breaks[i]! >= end)] ?? Infinity;
    return anchorsBefore(Math.min(end + COUNTED, clauseEnd)) - anchorsBefore(end);
  };
  let best: Focus | undefined;
  for (const candidate of candidates) {
    const { start, end, doubtful = false, farther = 0 } = candidate;
    const distance =
      farther +
      (isBesideName(sentence, anchors, start) ? 0 : distanceTo(anchors, breaks, candidate)) +
      OTHER_WORDS * meanDistance(anchors, candidate);
    const surer = best?.doubtful && !doubtful;
    // "39 dead and 122 wounded villagers": of two that are as near, the one that more of the words stand behind.
    const closer =
      best &&
      (distance < best.distance || (distance === best.distance && followers(candidate) > followers(best)));
    if (best && !surer && (!closer || (doubtful && !best.doubtful))) continue;
    best = { start, end, doubtful, distance, share };
  }
  return best;
}

/** From the words of the question around it, of each form from the nearest. */
function meanDistance(anchors: readonly Word[], { start, end, reach = end }: FocusCandidate): number {
  const next = partitionPoint(anchors.length, (i) => anchors[i]!.end > start);
  const distances = new Map<string, number>();
  for (const anchor of anchors.slice(Math.max(0, next - WORDS_AROUND), next + WORDS_AROUND)) {
    const distance = Math.max(0, start - anchor.end, anchor.start - reach);
    distances.set(anchor.form, Math.min(distance, distances.get(anchor.form) ?? MOST_FAR));
  }
  let sum = 0;
  for (const distance of distances.values()) sum += distance;
  return sum / Math.max(1, distances.size);
}

/** "Karden gave 60 and Barsk 20": a number right behind a name that is asked about is of that name. */
function isBesideName(sentence: string, anchors: readonly Word[], start: number): boolean {
  if (!/\p{Nd}/u.test(sentence.charAt(start))) return false;
  const name = anchors[partitionPoint(anchors.length, (i) => anchors[i]!.end >= start) - 1];
  return (
    name !== undefined &&
    name.end === start - 1 &&
    name.start > 0 &&
    /^\p{Lu}/u.test(sentence.slice(name.start, name.end))
  );
}

/** What is behind a word is what it governs ("opens at 9 a.m."), so that it may be twice as far away. */
function distanceTo(
  anchors: readonly Word[],
  breaks: readonly number[],
  { start, end: last, reach: end = last }: FocusCandidate,
): number {
  const breaksBefore = (at: number) => partitionPoint(breaks.length, (i) => breaks[i]! >= at);
  const clauses = (from: number, to: number) => OTHER_CLAUSE * (breaksBefore(to) - breaksBefore(from));
  // Anchors are in order and a clause's end makes none nearer, so that only the next on either side can be nearest.
  const next = partitionPoint(anchors.length, (i) => anchors[i]!.end > start);
  const behind = anchors[next];
  const ahead = anchors[next - 1];
  return Math.min(
    ahead ? start - ahead.end + clauses(ahead.end, start) : Infinity,
    behind ? 2 * Math.max(0, behind.start - end) + clauses(end, behind.start) : Infinity,
  );
}
