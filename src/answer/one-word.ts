import type { OpenIndex } from '../index/open-index.ts';
import { words } from '../language/words.ts';
import type { Question } from './question.ts';
import { rescored, type Ranked } from './rank.ts';
import { AT } from './signals.ts';

/** A word of the same meaning matches less than this, a misspelled one more. */
const HELD = 0.95;

/** Whether a question is a word or a number and nothing else: whoever asks so looks for where it stands. */
export function isOneWord({ text, terms }: Pick<Question, 'text' | 'terms'>): boolean {
  return terms.length > 0 && !/\s/u.test(text.trim()) && words(text).every(({ unspaced }) => !unspaced);
}

/** Whether a passage, its section's title or its document's holds such a word. */
export function holdsTheWord({ signals }: Ranked): boolean {
  return signals[AT.coverageWithTitle]! >= HELD;
}

/**
 * Of such a question, the passages that hold the word first, in their text or right above it, headlines last of them;
 * otherwise in the order that they have. Other questions stay as they are.
 */
export function rankHoldersFirst(
  index: Pick<OpenIndex, 'terms' | 'isHeadline'>,
  question: Question,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  if (!isOneWord(question)) return ranked;
  const ids = question.terms.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const isHolder = ({ passage, signals }: Ranked) => {
    if (signals[AT.coverage]! >= HELD) return true;
    const section = index.terms.section(passage);
    return ids.length === question.terms.length && ids.every((id) => section.includes(id));
  };
  const place = (candidate: Ranked) =>
    !isHolder(candidate) ? 2 : index.isHeadline(candidate.passage) ? 1 : 0;
  let least = Infinity;
  return ranked
    .map((candidate) => ({ candidate, place: place(candidate) }))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate }) => {
      least = Math.min(least, candidate.score);
      return rescored(candidate, least, 'lacksWord');
    });
}
