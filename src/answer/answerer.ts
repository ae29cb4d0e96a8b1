import type { Library } from '../index/library.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './conversation.ts';

/** How a question is asked, beside its text. */
export interface AskOptions {
  /** Quotes wanted, 1 to 20; default 3. */
  readonly top?: number;
  /** Only quote from this document. */
  readonly source?: string;
  /** Earlier turns of the same conversation, oldest first. */
  readonly history?: readonly Turn[];
}

/** A question in, an answer out; what the terminal and Discord both render. */
export interface Answerer {
  /**
   * @throws UserError `QUESTION_EMPTY`, `QUESTION_TOO_LONG`, `SOURCE_UNKNOWN`
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** What the current index holds. Call it anew for each use: the index may be swapped between two. */
  library(): Library;
}

/** UTF-16 code units. */
export const MAX_QUESTION_LENGTH = 2000;
/** Quotes of an answer. */
export const DEFAULT_TOP = 3;
/** Quotes; who wants more gets so many. */
export const MAX_TOP = 20;
