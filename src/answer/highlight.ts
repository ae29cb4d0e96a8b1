import type { Span } from '../corpus/document.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { StoredPassage } from '../index/store.ts';
import { SENTENCE_END } from '../index/term-index.ts';
import { dot } from '../index/vector-file.ts';
import { bitsFor } from '../language/question-kind.ts';
import { sentences } from '../language/sentences.ts';
import type { Question } from './question.ts';

/** What a sentence's cosine, share of the question's words and holding what is asked for count for. */
const COSINE = 1;
const COVERAGE = 0.5;
const KIND = 0.1;
/** A second sentence this close to the best is marked too. */
const CLOSE = 0.04;

/**
 * The sentences of a passage that answer best, one or two, in order.
 *
 * @returns document offsets
 */
export function highlight(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  passage: StoredPassage,
): Span[] {
  const ranges = sentences(passage.text);
  if (ranges.length === 0) return [];
  const cosines = sentenceCosines(index, vector, passage, ranges);
  const lexical = sentenceMatches(index, question, passage.id);
  const scores = ranges.map((_, i) => COSINE * cosines[i]! + (lexical[i] ?? 0));
  const best = Math.max(...scores);
  return ranges
    .map((range, i) => ({ range, score: scores[i]! }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, i) => i < 2 && score >= best - CLOSE)
    .map(({ range }) => ({ start: passage.start + range.start, end: passage.start + range.end }))
    .sort((a, b) => a.start - b.start);
}

/** The cosine of the smallest window around each sentence. */
function sentenceCosines(
  index: OpenIndex,
  vector: Float32Array,
  passage: StoredPassage,
  ranges: readonly Span[],
): number[] {
  const { first, count } = index.rows(passage.id);
  const rows = index.vectors.read(first, count);
  const windows = index
    .windows(first, count)
    .map(({ start, end }, i) => ({ start, end, cosine: dot(vector, rows, i * vector.length) }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return ranges.map(({ start, end }) => {
    const around = windows.find((window) => window.start <= start && end <= window.end);
    const within = windows.find((window) => start <= window.start && window.end <= end);
    return (around ?? within)?.cosine ?? -1;
  });
}

/** What each sentence's words bring, from the index: the passage need not be taken apart again. */
function sentenceMatches(index: OpenIndex, question: Question, passage: number): number[] {
  const wanted = bitsFor(question.kind);
  const weights = new Map<number, number>();
  let total = 0;
  for (const { id, weight } of question.terms) {
    total += weight;
    if (id !== undefined) weights.set(id, weight);
  }
  const matches: number[] = [];
  let seen = new Set<number>();
  let weight = 0;
  for (const value of index.terms.sequence(passage)) {
    if (value >= SENTENCE_END) {
      const holdsWanted = ((value - SENTENCE_END) & wanted) !== 0;
      matches.push((COVERAGE * weight) / (total || 1) + (holdsWanted ? KIND : 0));
      seen = new Set();
      weight = 0;
    } else if (weights.has(value) && !seen.has(value)) {
      seen.add(value);
      weight += weights.get(value)!;
    }
  }
  return matches;
}
