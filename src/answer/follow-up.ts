import type { OpenIndex } from '../index/open-index.ts';
import type { Found } from './ask.ts';
import type { Turn } from './conversation.ts';
import type { Question } from './question.ts';

/** Searches again with the conversation brought in, where the question leans on it. */
export function withHistory(
  _index: OpenIndex,
  _alone: Found,
  history: readonly Turn[],
  _earlier: readonly Float32Array[],
  _search: (question: Question, vector: Float32Array) => Found,
): Found | undefined {
  if (history.length === 0) return undefined;
  return undefined;
}
