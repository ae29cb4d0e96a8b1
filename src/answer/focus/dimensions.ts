import type { Span } from '../../corpus/document.ts';
import { before, type Asked } from './asked.ts';

/** In which words each dimension is asked for and told: adjectives, and nouns. */
const DIMENSIONS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['long'], ['length']],
  [
    ['wide', 'broad'],
    ['width', 'breadth'],
  ],
  [['deep'], ['depth']],
  [
    ['high', 'tall'],
    ['height', 'altitude', 'elevation'],
  ],
  [['thick'], ['thickness']],
  [['heavy'], ['weight']],
  [['old'], ['age']],
];
const ADJECTIVES = DIMENSIONS.flatMap(([adjectives]) => adjectives).join('|');
const NOUNS = DIMENSIONS.flatMap(([, nouns]) => nouns).join('|');

/** Behind a number: its unit, and the dimension: "1.8 metres deep", "12-year-old", "40 m in length". */
const TOLD_BEHIND = new RegExp(
  String.raw`^(?:[\s-]?(?:(?:square|cubic|light)[\s-])?[\p{L}²³]+)?[\s-](?:(${ADJECTIVES})|in\s(${NOUNS}))(?!\p{L})`,
  'iu',
);
/** In UTF-16 code units: as much is looked at behind a number for this. */
const MAX_BEHIND = 40;
/** Before it: "a depth of 1.8 metres", "Height: 30 m", "longer than 4 m". */
const TOLD_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:(${NOUNS})(?::|\s(?:of|is|was))?|(${ADJECTIVES})e?r\sthan)\s(?:(?:about|some|over|only|up\sto)\s)?$`,
  'iu',
);

/**
 * Of numbers those that are told to be of the dimension that the question asks for, as 1.8 of "25 metres long and 1.8
 * metres deep"; where none is, those that are not told to be of another.
 */
export function ofDimensionAsked<T extends Span>(asked: Asked, numbers: readonly T[]): readonly T[] {
  const wanted = dimensionAsked(asked);
  if (wanted === undefined) return numbers;
  const told = numbers.map((number) => dimensionOf(asked.sentence, number));
  const fitting = told.includes(wanted) ? wanted : undefined;
  return numbers.filter((_, i) => told[i] === fitting);
}

/** Whether one of some numbers is told to be of the dimension that the question asks for. */
export function isDimensionTold(asked: Asked, numbers: readonly Span[]): boolean {
  const wanted = dimensionAsked(asked);
  return wanted !== undefined && numbers.some((number) => dimensionOf(asked.sentence, number) === wanted);
}

/** Which of {@link DIMENSIONS} the question asks for: "how deep is", "what is the depth of". */
function dimensionAsked({ question }: Asked): number | undefined {
  const at = DIMENSIONS.findIndex(([adjectives, nouns]) =>
    question.some(
      ({ form }, i) => nouns.includes(form) || (adjectives.includes(form) && question[i - 1]?.form === 'how'),
    ),
  );
  return at < 0 ? undefined : at;
}

function dimensionOf(sentence: string, { start, end }: Span): number | undefined {
  const behind = TOLD_BEHIND.exec(sentence.slice(end, end + MAX_BEHIND));
  const ahead = TOLD_BEFORE.exec(before(sentence, start));
  const word = (behind?.[1] ?? behind?.[2] ?? ahead?.[1] ?? ahead?.[2])?.toLowerCase();
  if (word === undefined) return undefined;
  return DIMENSIONS.findIndex(([adjectives, nouns]) => adjectives.includes(word) || nouns.includes(word));
}
