import type { Span } from '../../corpus/document.ts';
import { AMOUNT } from '../../language/expressions.ts';
import { before, type Asked } from './asked.ts';

const LENGTH =
  '(?:k|[cmµn])?m|(?:kilo|centi|milli|nano)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|light[ -]years?|blocks?';
const AREA =
  '(?:square|sq|cubic)[.]? ?\\p{L}+|[kcm]?m[²³23]|hectares?|acres?|lit(?:re|er)s?|gallons?|[kmgt]i?b|pixels?';
const MASS = '[km]?g|(?:kilo|milli)?gram(?:me)?s?|kilos?|tonn?e?s?|pounds?|lbs?|ounces?|oz|stones?|carats?';
const DEGREES = '°(?: ?[CFK])?|[℃℉]|degrees?|celsius|fahrenheit|kelvin|grad';
const SPEED =
  'km/h|kph|mph|m/s|knots?|mach|(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|words?|frames?) (?:an?|per) (?:hour|minute|second)';

/** What may be told in numbers of anything: "a council of 12". */
const ANY_SIZE: readonly string[] = ['big', 'large'];
/** What may be told of a tax, a score or a tower. */
const HIGH: readonly string[] = ['high'];
/** What a score or a limit is. */
const IS_SAID = /(?<!\p{L})(?:is|was|of|at|to|by)\s(?:about\s|only\s|now\s)?$|:\s$/iu;
/** What the words behind "how" are told in. Of "how long", see numbers.ts. */
const UNITS_OF: readonly (readonly [readonly string[], string])[] = [
  [ANY_SIZE, `${LENGTH}|${AREA}`],
  [HIGH, LENGTH],
  [['far', 'tall', 'deep', 'wide', 'thick'], LENGTH],
  [['heavy'], MASS],
  [['hot', 'cold', 'warm'], DEGREES],
  [['fast'], SPEED],
];
/** The same of "what is the height of". */
const UNITS_OF_NOUNS: readonly (readonly [readonly string[], string])[] = [
  [['height', 'altitude', 'elevation', 'depth', 'width', 'breadth', 'thickness'], LENGTH],
  [['weight'], MASS],
  [['temperature'], DEGREES],
  [['speed'], SPEED],
];
const ANY_UNIT = [LENGTH, AREA, MASS, DEGREES, SPEED].join('|');

/** What may stand between a number and the unit of both: "40 by 60 centimetres", "15 to 25 km". */
const MORE_NUMBERS = String.raw`(?:\s?(?:by|to|or|and|x|×|[-–])\s?[\p{Nd}.,]{1,12}){0,2}`;
/** In UTF-16 code units: as much is looked at behind a number. */
const MAX_BEHIND = 50;
/** In UTF-16 code units: a space and "dollars". */
const MAX_AMOUNT = 8;

/** Not years of something else, as "20 years of experience". */
const YEARS_BEHIND =
  /^(?:[\s-]years?(?!\p{L})(?!\s(?:(?!of\sage)of|in|later|earlier)(?!\p{L}))|[\s-](?:months?|weeks?|days?)[\s-]old|[\s-]olds?(?!\p{L})|\s(?:or|and)\s(?:older|over|younger|under|above)(?!\p{L}))/iu;
const AGE_BEFORE =
  /(?<!\p{L})(?:(?:man|men|woman|women|boy|girl|child|children|youth|teenager|student|widow|widower|pensioner|grandmother|grandfather|farmer|teacher|father|mother) of|aged|age(?: of| is)?|at least|at most|over|under|above|below|older than|younger than|turn(?:s|ed|ing)?)\s$/iu;
/** "Jon Fahl, who is 61." */
const AGE_SAID =
  /(?<!\p{L})(?:who|he|she|\p{Lu}[\p{L}\p{M}'’-]*)\s(?:is|was|turns|turned|will\sbe)\s(?:only\s|about\s|now\s)?$/u;
/** "Tomas Brill, 24, drowned." */
const BEHIND_NAME = /\p{Lu}[\p{L}\p{M}'’-]+,\s$/u;

/** Right before the number of those who live somewhere ... */
const POPULATION_BEFORE =
  /(?<!\p{L})(?:populations?\s(?:of|is|was)|pop\.?|(?:town|city|village|hamlet|settlement|einwohnerzahl)\s(?:of|von))\s(?:about\s|some\s|around\s|over\s|nearly\s)?$/iu;
/** ... right behind it ... */
const POPULATION_BEHIND =
  /^\s(?:\p{L}+\s){0,2}(?:people|inhabitants|residents|citizens|souls|islanders|villagers|habitant[es]s|abitanti|einwohner|in\spopulation)(?!\p{L})/iu;
/** ... and anywhere around it. */
const POPULATION =
  /(?<!\p{L})(?:populations?|populous|inhabitants?|residents?|people|citizens|census|lives?|lived|living|einwohner)(?!\p{L})/iu;
/** From a thousand on. */
const LARGE = /\p{Nd}[.,\s’']?\p{Nd}{3}|thousand|million|billion|tausend/iu;

const patterns = new Map<string, { readonly behind: RegExp; readonly within: RegExp }>();

/** What stands before a number that says in another unit what the one before it says: "340 miles (". */
const BEFORE_CONVERSION = /\p{Nd}\s?[\p{L}°²³]{1,12}\s\((?:about\s)?$/u;

function patternsOf(units: string) {
  let known = patterns.get(units);
  if (!known) {
    known = {
      behind: new RegExp(`^${MORE_NUMBERS}[\\s-]?(?:${units})(?![\\p{L}\\p{N}])`, 'iu'),
      within: new RegExp(`(?<=[\\p{Nd}\\s])(?:${units})$`, 'iu'),
    };
    patterns.set(units, known);
  }
  return known;
}

function inUnits(sentence: string, { start, end }: Span, units: string): boolean {
  const { behind, within } = patternsOf(units);
  return behind.test(sentence.slice(end, end + MAX_BEHIND)) || within.test(sentence.slice(start, end));
}

function isAge(sentence: string, { start, end }: Span): boolean {
  const lead = before(sentence, start);
  const rest = sentence.slice(end, end + MAX_BEHIND);
  return (
    YEARS_BEHIND.test(rest) ||
    AGE_BEFORE.test(lead) ||
    ((BEHIND_NAME.test(lead) || AGE_SAID.test(lead)) && /^(?:[,.;)]|$)/u.test(rest))
  );
}

/**
 * Of numbers those that are told in units of what is asked for: metres of "how deep" and of "what is the depth", years of
 * "how old".
 *
 * @returns `undefined`, if it asks otherwise; where any number may be meant, as with "how big", also where none is
 */
export function measuredAsAsked<T extends Span>(
  { sentence, forms }: Asked,
  numbers: readonly T[],
): T[] | undefined {
  if (!forms.has('how')) {
    const [, units] = UNITS_OF_NOUNS.find(([nouns]) => nouns.some((form) => forms.has(form))) ?? [];
    return units === undefined || !forms.has('what')
      ? undefined
      : numbers.filter((number) => inUnits(sentence, number, units));
  }
  if (forms.has('old')) return numbers.filter((number) => isAge(sentence, number));
  const [asked, units] = UNITS_OF.find(([words]) => words.some((form) => forms.has(form))) ?? [];
  if (units === undefined) return undefined;
  const measured = numbers.filter((number) => inUnits(sentence, number, units));
  if (measured.length > 0) return measured;
  if (asked === ANY_SIZE) return undefined;
  return asked === HIGH ? numbers.filter((number) => isAmountSaid(sentence, number)) : [];
}

/** "The tax is 5 %", "a score of 300." */
function isAmountSaid(sentence: string, { start, end }: Span): boolean {
  if (AMOUNT.test(sentence.slice(start, end + MAX_AMOUNT))) return true;
  return IS_SAID.test(before(sentence, start)) && /^(?:[.,;)]|$)/u.test(sentence.slice(end, end + 1));
}

/**
 * Of numbers those that may say how many live somewhere: beside a word for those who do, else with one in the sentence,
 * else the large ones.
 */
export function populations<T extends Span>({ sentence }: Asked, numbers: readonly T[]): readonly T[] {
  const beside = numbers.filter(
    ({ start, end }) =>
      POPULATION_BEFORE.test(before(sentence, start)) ||
      POPULATION_BEHIND.test(sentence.slice(end, end + MAX_BEHIND)),
  );
  if (beside.length > 0) return beside;
  const isToldOf = POPULATION.test(sentence);
  return numbers.filter(({ start, end }) => isToldOf || LARGE.test(sentence.slice(start, end)));
}

/** Whether a number is told in units of length, mass, temperature or the like. */
export function isMeasured(sentence: string, number: Span): boolean {
  return inUnits(sentence, number, ANY_UNIT);
}

/** Whether a number says in another unit what the one before it says: "340 miles (550 km)". */
export function isConversion(sentence: string, number: Span): boolean {
  return isMeasured(sentence, number) && BEFORE_CONVERSION.test(before(sentence, number.start));
}
