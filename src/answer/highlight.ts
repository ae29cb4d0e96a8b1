import type { Span } from '../corpus/document.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { StoredPassage } from '../index/store.ts';
import { isAmong } from '../language/plural.ts';
import { questionKind } from '../language/question-kind.ts';
import { words } from '../language/words.ts';
import { partitionPoint } from '../partition-point.ts';
import { mayHoldNobody } from './focus/nobody.ts';
import { headingRow } from './focus/table.ts';
import { withNext } from './next-sentence.ts';
import { CELL_END, partsOf, type PassagePart } from './passage-parts.ts';
import type { Question } from './question.ts';
import { sentenceMatches, type SentenceMatch } from './sentence-matches.ts';
import { repliesTo, repliesToFirst } from './talk.ts';

/**
 * What makes a sentence the one that answers, learned by a listwise softmax over the sentences of the passages
 * that answer XQuAD's English questions: one sentence alone holds the answer for 81 % of the questions.
 */
const WEIGHTS = {
  /** Cosine of the sentence's window. */
  cosine: 2.7,
  /** Share of the weight of the question's words. */
  coverage: 3.4,
  cosineTimesCoverage: 3.9,
  /** Holding a date, number or name when one is asked for. */
  kind: 2,
  /** The same share in the sentences around: an answer often follows the sentence that names its subject. */
  before: 1.2,
  after: 0.5,
  /** Beginning with a label that the question says ("Moorings: ask Reed"); not learned. */
  label: 1.5,
  /** Longer sentences hold more: logarithm of the length in UTF-16 code units. */
  length: 0.25,
} as const;

/** Sentences of a passage that are marked for their scores, at most. */
const MAX_MARKED = 2;
/**
 * A second sentence that scores this close to the best is marked too, as for a third of XQuAD's questions: then 91 % of
 * the answers in right passages are marked.
 */
const MAX_BEHIND_BEST = 1.7;
/**
 * ... or, where it names what the best only takes up, this close. With the same as for others 3 fewer of XQuAD's answers
 * are marked and 2 fewer of chat's, with 26 and 6 sentences fewer.
 */
const MAX_BEHIND_ANAPHOR = 2.8;

/** The line below the headings of a table. */
const BELOW_HEADINGS = /^[ |:-]*-{3,}[ |:-]*$/mu;
/** A question that is not answered by yes, which a sentence of its own words may say. */
const ASKS_WHAT =
  /^\W{0,5}(?:(?:and|so|in|on|at|for|by|to|of|from) )?(?:what|which|who|whom|whose|when|where|why|how)(?!\p{L})/iu;
/** Words that the question does not have: the number of an item is one. */
const MOST_OTHERS = 1;
/** "3." before the name of an item. */
const ITEM_NUMBER = /^\W{0,3}\p{Nd}{1,3}[.)]\s/u;

/** "3. Moorings: ask Reed". */
const LABEL = /^\W{0,4}(?:\p{Nd}{1,3}[.)]\s)?(\p{L}[\p{L} -]{2,40}):\s/u;

/** A sentence that answers, in document offsets. */
export interface Highlight extends Span {
  /** Where a message begins behind its stamp, or behind its speaker as well. */
  readonly message?: { readonly behindStamp: number; readonly said: number };
  /** Whether it replies to what is asked, so that it need not say any of the question's words. */
  readonly replies: boolean;
}

/** The sentences of a passage that answer best, one or two, in order; of a talk, up to three. */
export function highlight(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  passage: StoredPassage,
): Highlight[] {
  const ranges = partsOf(index, passage);
  if (ranges.length === 0) return [];
  const cosines = sentenceCosines(index, vector, passage, ranges);
  const matches = sentenceMatches(index, question, passage, ranges);
  const text = (i: number) => passage.text.slice(ranges[i]!.start, ranges[i]!.end);
  const asks = (i: number) => ranges[i]!.message?.asks === true;
  const asksForKind = (i: number) =>
    question.kind !== 'other' &&
    questionKind(passage.text.slice(ranges[i]!.message!.said, ranges[i]!.end)) === question.kind;
  // What asks for the same kind is rather what is asked as well.
  const fits = (i: number) => {
    if (asks(i)) return Number(asksForKind(i));
    // "Nobody was hurt" tells how many.
    const isNobody = question.kind === 'count' && (matches[i]?.coverage ?? 0) > 0 && mayHoldNobody(text(i));
    return isNobody ? 1 : (matches[i]?.fits ?? 0);
  };
  const scores = ranges.map(({ start, end }, i) => {
    const coverage = matches[i]?.coverage ?? 0;
    // A row goes on with none of those around it.
    const around = text(i).includes(CELL_END) ? 0 : 1;
    return (
      WEIGHTS.cosine * cosines[i]! +
      WEIGHTS.coverage * coverage +
      WEIGHTS.cosineTimesCoverage * cosines[i]! * coverage +
      WEIGHTS.kind * fits(i) +
      WEIGHTS.before * around * (matches[i - 1]?.coverage ?? 0) +
      WEIGHTS.after * around * (matches[i + 1]?.coverage ?? 0) +
      (isLabelled(text(i), question) ? WEIGHTS.label : 0) +
      WEIGHTS.length * Math.log(end - start)
    );
  });
  const headings = headingRow(passage.text);
  const isHeadings = (i: number) =>
    text(i) === headings ||
    (i + 1 < ranges.length && text(i).includes('|') && BELOW_HEADINGS.test(text(i + 1)));
  const empty = scores.map((_, i) => isHeadings(i) || saysNothing(text(i), question, matches[i]));
  const telling = empty.includes(false);
  const best = scores.reduce(
    (most, score, i) => (telling && empty[i] ? most : Math.max(most, score)),
    -Infinity,
  );
  const marked = scores
    .map((score, i) => ({ i, score }))
    .filter(({ i }) => !telling || !empty[i])
    .sort((a, b) => b.score - a.score)
    .filter(
      ({ i, score }, rank, [first]) =>
        rank < MAX_MARKED &&
        score >=
          best - (i === first!.i - 1 && matches[first!.i]!.takesUp ? MAX_BEHIND_ANAPHOR : MAX_BEHIND_BEST),
    )
    .map(({ i }) => i);
  const asking = asks(marked[0]!) ? marked.filter(asks) : [];
  if (asking.length > 0 && !asking.some(asksForKind)) {
    // "When is the party", "how much is it": what the answer is about is named by another question before.
    const others = scores.map((score, i) => ({ i, score })).sort((a, b) => b.score - a.score);
    for (const { i } of others) {
      if (asks(i) && asksForKind(i) && (matches[i]?.coverage ?? 0) > 0) asking.push(i);
    }
  }
  const replies = repliesToFirst(passage.text, ranges, asking, question.kind);
  const chosen =
    replies.length > 0
      ? replies
      : withoutAsking(
          withNext(marked, question, passage.text, ranges, matches),
          marked,
          passage.text,
          ranges,
        );
  return chosen
    .sort((a, b) => a - b)
    .map((i) => {
      const { start, end, message } = ranges[i]!;
      return {
        start: passage.start + start,
        end: passage.start + end,
        replies: replies.length > 0,
        ...(message && {
          message: { behindStamp: passage.start + message.behindStamp, said: passage.start + message.said },
        }),
      };
    });
}

/**
 * Without messages that ask, unless there are no others; with the replies to one that somebody asks about the best.
 *
 * @param marked places in `parts`, the best first
 */
function withoutAsking(
  chosen: readonly number[],
  marked: readonly number[],
  text: string,
  parts: readonly PassagePart[],
): number[] {
  const answering = chosen.flatMap((i) => {
    if (!parts[i]!.message?.asks) return [i];
    return marked.includes(i) ? [] : repliesTo(text, parts, i);
  });
  return answering.length > 0 ? [...new Set(answering)] : [...chosen];
}

/**
 * Whether a sentence can answer nothing: the headings of a table, and what says no word that the question does not say
 * itself, as the name of an item ("3. Printers.").
 */
function saysNothing(sentence: string, { text, terms }: Question, match: SentenceMatch | undefined): boolean {
  if (BELOW_HEADINGS.test(sentence)) return true;
  if (!match || match.others > MOST_OTHERS || terms.length === 0 || !ASKS_WHAT.test(text)) return false;
  const said = sentence.replace(ITEM_NUMBER, '');
  if (match.others > 0 && said === sentence) return false;
  const asked = new Set(words(text).map(({ form }) => form));
  const found = words(said);
  return found.length > 0 && found.every(({ form }) => isAmong(form, asked));
}

/** Whether a sentence begins with a label of words that the question says: "3. Moorings: ask Reed". */
function isLabelled(sentence: string, { text }: Question): boolean {
  const label = LABEL.exec(sentence)?.[1];
  if (label === undefined) return false;
  const asked = new Set(words(text).map(({ form }) => form));
  return words(label).every(({ form }) => isAmong(form, asked));
}

/** The cosine of the smallest window around each sentence. */
function sentenceCosines(
  index: OpenIndex,
  vector: Float32Array,
  passage: StoredPassage,
  ranges: readonly Span[],
): number[] {
  const { first, count, whole } = index.rows(passage.id);
  const cosines = index.vectors.cosines(vector, first, count);
  const windows = index
    .windows(first, count)
    .map(({ start, end }, i) => ({ start, end, cosine: cosines[i]! }));
  const levels = [windows.slice(whole), windows.slice(0, whole)];
  return ranges.map((range) => windowFor(range, levels)?.cosine ?? -1);
}

/**
 * The window around a range, else the first that is inside it.
 *
 * @param levels windows that are in order and do not overlap, the smaller ones first
 */
export function windowFor<W extends Span>(
  { start, end }: Span,
  levels: readonly (readonly W[])[],
): W | undefined {
  let inside: W | undefined;
  for (const windows of levels) {
    const behind = partitionPoint(windows.length, (i) => windows[i]!.start > start);
    const last = windows[behind - 1];
    if (last && last.end >= end) return last;
    const next = last?.start === start ? last : windows[behind];
    if (next && next.end <= end) inside ??= next;
  }
  return inside;
}
