import type { Answer } from '../../src/answer/answer.ts';

/** An answer that quotes nothing, for tests of what else is done with one. */
export const EMPTY_ANSWER: Answer = {
  question: '',
  verdict: 'answered',
  confidence: 1,
  quotes: [],
  followUp: false,
  goesOn: 0,
  timings: { embed: 0, search: 0, quote: 0, total: 0 },
};
