import {
  AGENT,
  AMOUNT,
  DURATION,
  ITEM_NUMBER,
  NAME,
  NUMBER,
  NUMBER_OVER_ONE,
  PERCENTAGE,
  PLACE,
  TIME,
  YEAR,
} from './expressions.ts';
import type { QuestionKind } from './question-kind.ts';

/** Bits of {@link HOLDS} that make a sentence one that may answer, and those that make it a poorer one. */
interface Wanted {
  readonly surely: number;
  readonly perhaps: number;
}

/** @param timeless the sentence without its dates and times */
type IsHeld = (sentence: string, timeless: string) => boolean;

/** What a sentence can hold that a question may ask for; also the bits that are kept for each sentence. */
export const HOLDS = {
  time: 1,
  year: 2,
  /** That is no date, and more than "one". */
  number: 4,
  duration: 8,
  amount: 16,
  percentage: 32,
  agent: 64,
  place: 128,
  name: 256,
  anyNumber: 512,
  /**
   * A number that may say how many there are: no date, duration, place in a row ("3rd") or part of a name ("S-300").
   */
  count: 1024,
} as const;

const WANTED: Readonly<Record<QuestionKind, Wanted>> = {
  time: { surely: HOLDS.time, perhaps: 0 },
  year: { surely: HOLDS.year, perhaps: HOLDS.time },
  count: { surely: HOLDS.count, perhaps: HOLDS.anyNumber },
  number: { surely: HOLDS.number, perhaps: HOLDS.anyNumber },
  duration: { surely: HOLDS.duration, perhaps: HOLDS.anyNumber },
  amount: { surely: HOLDS.amount, perhaps: HOLDS.anyNumber },
  percentage: { surely: HOLDS.percentage, perhaps: HOLDS.anyNumber },
  person: { surely: HOLDS.agent, perhaps: HOLDS.name },
  place: { surely: HOLDS.place, perhaps: HOLDS.name },
  other: { surely: 0, perhaps: 0 },
};

/** How well what only may answer fits. */
const PERHAPS = 0.5;

/** Numbers that are no count: what is paid, a place in a row, a share, a part of a name ("S-300"). */
const NO_COUNT = new RegExp(
  [
    String.raw`[$€£¥₽]\s?\p{Nd}[\p{Nd}.,]*`,
    // Looked at from its first digit only: from each of them it would take squared time.
    String.raw`(?<!\p{Nd})\p{Nd}+(?:(?:st|nd|rd|th)(?![\p{L}\p{M}])|\s?%)`,
    // "Like the first two" speaks of them, and does not say how many there are.
    String.raw`\b(?:first|last|next|other|previous)\s+[\p{L}\p{Nd}]+`,
    String.raw`(?<=\p{L}[-‐‑–]?)\p{Nd}+`,
  ].join('|'),
  'gu',
);

const HELD: readonly (readonly [number, IsHeld])[] = [
  [HOLDS.time, (sentence) => sentence.search(TIME) >= 0],
  [HOLDS.year, (sentence) => YEAR.test(sentence)],
  [HOLDS.number, (_, timeless) => NUMBER_OVER_ONE.test(timeless)],
  [HOLDS.duration, (sentence) => sentence.search(DURATION) >= 0],
  [HOLDS.amount, (sentence) => AMOUNT.test(sentence)],
  [HOLDS.percentage, (sentence) => PERCENTAGE.test(sentence)],
  [HOLDS.agent, (sentence) => AGENT.test(sentence)],
  [HOLDS.place, (sentence) => PLACE.test(sentence)],
  [HOLDS.name, (sentence) => sentence.search(NAME) >= 0],
  [HOLDS.anyNumber, (sentence) => sentence.search(NUMBER) >= 0],
  [
    HOLDS.count,
    (_, timeless) => NUMBER_OVER_ONE.test(timeless.replace(DURATION, ' ').replace(NO_COUNT, ' ')),
  ],
];

/**
 * How well a sentence that holds `bits` fits a kind of question: 1 with what surely answers, 1/2 with what may, as any
 * number may be an amount; else 0, and 0 too when any sentence will do.
 */
export function fit(kind: QuestionKind, bits: number): number {
  const { surely, perhaps } = WANTED[kind];
  if ((bits & surely) !== 0) return 1;
  return (bits & perhaps) !== 0 ? PERHAPS : 0;
}

/** The bits of {@link HOLDS} for what a sentence holds. */
export function holds(text: string): number {
  const sentence = text.replace(ITEM_NUMBER, ' ');
  const timeless = sentence.replace(TIME, ' ');
  let bits = 0;
  for (const [bit, isHeld] of HELD) if (isHeld(sentence, timeless)) bits |= bit;
  return bits;
}
