import type { Span } from '../../corpus/document.ts';
import { MONTH, WEEKDAY } from '../../language/calendar-names.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { words, type Word } from '../../language/words.ts';
import { partitionPoint } from '../../partition-point.ts';
import type { Asked } from './asked.ts';
import { ELLIPSIS, PERSONS } from './own-clause.ts';

/** Where one of several parallel pieces ends: what is in parentheses is of the name right before them. */
const PIECE_END =
  /[;:—)|]|,(?!\p{Nd})|\s[-–]\s|\s(?:and|but|while|whereas|und|aber|während|sowie|et|mais|y|e)(?=\s)/giu;
/** Right behind a piece's end: what it goes on about is the word right before that end. */
const RELATIVE = /^\s(?:which|who|whose)(?!\p{L})/iu;
/** "Films and games for 7 days": so few words without a number of their own go with what is behind them. */
const FEW_WORDS = 3;
/** Behind the last number, of all of them: "two drowned and six were saved when the ship sank". */
const SUBORDINATE = /\s(?:when|because|after|before|although|since|als|weil|nachdem)\s/iu;
/** In UTF-16 code units: as much is looked at behind a number. */
const MAX_BEHIND = 64;
/** Behind a number, beside {@link ELLIPSIS}: "five a ban", "61 of the 130". */
const LEAVES_NOUN = /^\s(?:an?|the|to|for|per|of\s(?:the|all|its|their))(?!\p{L})/iu;
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|ist|sind|war|waren|wurden?|haben|hatten|est|sont|ont|fue|fueron)$/u;

const DAY_OR_MONTH = new RegExp(`^(?:${WEEKDAY}|${MONTH})`, 'iu');

/** A part of a sentence with numbers or times of its own; see {@link ofPiece}. */
interface Piece<T extends Span> {
  readonly spans: readonly Span[];
  readonly candidates: readonly T[];
}

/**
 * Of a sentence that says the same of several, one after the other and the later ones in fewer words, what it says of the
 * one that is asked about: 11 of "in Ashby 14 cases were counted, in Wern 11". A word of the question that stands in one
 * later piece alone tells that this piece is meant, where it may take over from the first what else is asked.
 *
 * @param candidates in order
 * @param counted whether each counts what stands behind it, which another's noun then is not
 * @returns those in the piece that is meant; all, if nothing tells
 */
export function ofPiece<T extends Span>(
  asked: Asked,
  candidates: readonly T[],
  counted: boolean,
): readonly T[] {
  if (candidates.length < 2) return candidates;
  const { sentence, question, says, foundFor } = asked;
  if (sentence.includes('|') || sentence.includes('\n')) return candidates;
  const pieces = piecesOf(sentence, candidates);
  if (pieces.length < 2) return candidates;
  const last = candidates.at(-1)!.end;
  const asideFrom = last + (SUBORDINATE.exec(sentence.slice(last))?.index ?? Infinity);
  const isIn = ({ spans }: Piece<T>, { start, end }: Span) =>
    spans.some((span) => span.start <= start && end <= span.end);
  const telling = question
    .filter((word) => says(word) && !PERSONS.has(word.form))
    .map((word) => foundFor(word).filter(({ start }) => start < asideFrom))
    .filter((found) => found.length > 0)
    .map((found) => ({ found, held: pieces.filter((piece) => found.some((word) => isIn(piece, word))) }));
  const later = new Set(
    telling.flatMap(({ found, held: [first, second] }) =>
      first && !second && first !== pieces[0] && found.some(asked.asks) ? [first] : [],
    ),
  );
  const [meant, other] = later;
  if (!meant || other) return candidates;
  const missing = telling.filter(({ held }) => held.length > 0 && !held.includes(meant));
  const own = meant.spans.flatMap(({ start, end }) =>
    asked.found.filter((word) => start <= word.start && word.end <= end),
  );
  const hasVerb = own.some(isVerb);
  const hasSubject = own
    .slice(0, Math.max(0, own.findIndex(isVerb)))
    .some((word) => says(word) && !asked.asks(word) && !isInside(meant.candidates, word.start));
  const asks = new Set(telling.flatMap(({ found }) => found.map(({ form }) => form)));
  const hasName = meant.spans.some((span) => hasOtherName(asked, span, meant.candidates, asks));
  const hasNoun = counted && !meant.candidates.some((candidate) => leavesNoun(sentence, candidate));
  const takesOver = missing.every(({ found, held }) =>
    found.every((word) => {
      if (hasVerb && (hasSubject || isVerb(word))) return false;
      if (isCapital(sentence, word.start) && hasName) return false;
      return !hasNoun || held.every(({ candidates: [first] }) => word.end <= first!.start);
    }),
  );
  return takesOver ? meant.candidates : candidates;
}

/** Whether a piece names another than who or what is asked about; days and months are none. */
function hasOtherName(
  { sentence }: Asked,
  piece: Span,
  candidates: readonly Span[],
  asks: ReadonlySet<string>,
): boolean {
  return words(sentence.slice(piece.start, piece.end)).some(({ form, start: offset }) => {
    const start = piece.start + offset;
    return (
      !isInside(candidates, start) &&
      isCapital(sentence, start) &&
      !asks.has(form) &&
      !DAY_OR_MONTH.test(form)
    );
  });
}

function isInside(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}

function leavesNoun(sentence: string, { end }: Span): boolean {
  const behind = sentence.slice(end, end + MAX_BEHIND);
  return ELLIPSIS.test(behind) || LEAVES_NOUN.test(behind);
}

/** As far as its form tells. */
function isVerb({ form }: Pick<Word, 'form'>): boolean {
  return AUXILIARY.test(form) || /[a-z]{2}ed$/u.test(form) || baseOf(form) !== undefined;
}

/** Not at the sentence's start, where every word has one. */
function isCapital(sentence: string, at: number): boolean {
  return at > 0 && /\p{Lu}/u.test(sentence.charAt(at));
}

/** The pieces of a sentence, in order. */
function piecesOf<T extends Span>(sentence: string, candidates: readonly T[]): Piece<T>[] {
  const pieces: { spans: Span[]; candidates: T[] }[] = [];
  let waiting: Span[] = [];
  for (const span of spansBetweenEnds(sentence, candidates)) {
    const from = partitionPoint(candidates.length, (i) => candidates[i]!.start >= span.start);
    const until = partitionPoint(candidates.length, (i) => candidates[i]!.start >= span.end);
    const held = candidates.slice(from, until);
    if (held.length > 0) {
      pieces.push({ spans: [...waiting, span], candidates: held });
      waiting = [];
    } else if (pieces.length === 0 || isShort(sentence, span)) waiting.push(span);
    // Else nothing tells whether it goes with what is before it or behind it.
    else waiting = [];
  }
  return pieces;
}

function isShort(sentence: string, { start, end }: Span): boolean {
  return words(sentence.slice(start, end)).length <= FEW_WORDS;
}

/** What stands between the ends of a sentence's pieces, but for those inside of a candidate. */
function spansBetweenEnds(sentence: string, candidates: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of sentence.matchAll(PIECE_END)) {
    const inside = candidates[partitionPoint(candidates.length, (i) => candidates[i]!.end > index)];
    if (inside && inside.start <= index) continue;
    const isRelative = RELATIVE.test(sentence.slice(index + mark.length, index + mark.length + MAX_BEHIND));
    const end = isRelative ? lastWordStart(sentence, start, index) : index;
    spans.push({ start, end });
    start = isRelative ? end : index + mark.length;
  }
  return [...spans, { start, end: sentence.length }];
}

function lastWordStart(sentence: string, start: number, end: number): number {
  return start + (/\S+$/u.exec(sentence.slice(start, end))?.index ?? end - start);
}
