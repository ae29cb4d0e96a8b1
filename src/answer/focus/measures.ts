import type { Span } from '../../corpus/document.ts';
import { before, type Asked } from './asked.ts';

const LENGTH =
  '(?:k|[cmµn])?m|(?:kilo|centi|milli|nano)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|light[ -]years?|blocks?';
const AREA =
  '(?:square|sq|cubic)[.]? ?\\p{L}+|[kcm]?m[²³23]|hectares?|acres?|lit(?:re|er)s?|gallons?|[kmgt]i?b|pixels?';
const MASS = '[km]?g|(?:kilo|milli)?gram(?:me)?s?|kilos?|tonn?e?s?|pounds?|lbs?|ounces?|oz|stones?|carats?';
const DEGREES = '°|℃|degrees?|celsius|fahrenheit|kelvin|grad';
const SPEED =
  'km/h|kph|mph|m/s|knots?|mach|(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|words?|frames?) (?:an?|per) (?:hour|minute|second)';

/** What may be told in numbers of anything: "a council of 12". */
const ANY_SIZE: readonly string[] = ['big', 'large'];
/** What the words behind "how" are told in. Of "how long", see numbers.ts. */
const UNITS_OF: readonly (readonly [readonly string[], string])[] = [
  [ANY_SIZE, `${LENGTH}|${AREA}`],
  [['far', 'tall', 'high', 'deep', 'wide', 'thick'], LENGTH],
  [['heavy'], MASS],
  [['hot', 'cold', 'warm'], DEGREES],
  [['fast'], SPEED],
];
const ANY_UNIT = [LENGTH, AREA, MASS, DEGREES, SPEED].join('|');

/** What may stand between a number and the unit of both: "40 by 60 centimetres", "15 to 25 km". */
const MORE_NUMBERS = String.raw`(?:\s?(?:by|to|or|and|x|×|[-–])\s?[\p{Nd}.,]{1,12}){0,2}`;
/** In UTF-16 code units: as much is looked at behind a number. */
const MAX_BEHIND = 50;

/** Not years of something else, as "20 years of experience". */
const YEARS_BEHIND =
  /^(?:[\s-]years?(?!\p{L})(?!\s(?:(?!of\sage)of|in|later|earlier)(?!\p{L}))|[\s-](?:months?|weeks?|days?)[\s-]old|[\s-]olds?(?!\p{L}))/iu;
const AGE_BEFORE =
  /(?<!\p{L})(?:(?:man|men|woman|women|boy|girl|child|children|youth|teenager|student) of|aged|age(?: of| is)?|at least|at most|over|under|above|below|older than|younger than)\s$/iu;
/** "Jon Fahl, who is 61." */
const AGE_SAID = /(?<!\p{L})(?:who|he|she|\p{Lu}[\p{L}\p{M}'’-]*)\s(?:is|was|turns|turned|will\sbe)\s(?:only\s|about\s|now\s)?$/u;
/** "Tomas Brill, 24, drowned." */
const BEHIND_NAME = /\p{Lu}[\p{L}\p{M}'’-]+,\s$/u;

/** Beside the number of those who live somewhere: "a population of", "home to", "a town of" ... */
const POPULATION_BEFORE =
  /(?<!\p{L})(?:populations?|inhabitants|residents|pop|home\sto|(?:town|city|village|hamlet|island|country|settlement|einwohnerzahl)\s(?:of|with|von))(?!\p{L})[^.;,]*$/iu;
/** ... and behind it. */
const POPULATION_BEHIND =
  /^[^.;,]*(?<!\p{L})(?:people|persons|inhabitants|residents|citizens|souls|islanders|villagers|lives?|lived|living|habitants|habitantes|abitanti|einwohner|menschen)(?!\p{L})/iu;

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
 * Of numbers those that are told in units of what "how" asks for: metres of "how deep", years of "how old".
 *
 * @returns `undefined`, if it asks otherwise; where any number may be meant, as with "how big", also where none is
 */
export function measuredAsAsked<T extends Span>({ sentence, forms }: Asked, numbers: readonly T[]): T[] | undefined {
  if (!forms.has('how')) return undefined;
  if (forms.has('old')) return numbers.filter((number) => isAge(sentence, number));
  const [asked, units] = UNITS_OF.find(([words]) => words.some((form) => forms.has(form))) ?? [];
  if (units === undefined) return undefined;
  const measured = numbers.filter((number) => inUnits(sentence, number, units));
  return measured.length > 0 || asked !== ANY_SIZE ? measured : undefined;
}

/** Of numbers those that say how many live somewhere, as far as the words beside them tell. */
export function populations<T extends Span>({ sentence }: Asked, numbers: readonly T[]): T[] {
  return numbers.filter(
    ({ start, end }) =>
      POPULATION_BEFORE.test(sentence.slice(Math.max(0, start - MAX_BEHIND), start)) ||
      POPULATION_BEHIND.test(sentence.slice(end, end + MAX_BEHIND)),
  );
}

/** Whether a number is told in units of length, mass, temperature or the like. */
export function isMeasured(sentence: string, number: Span): boolean {
  return inUnits(sentence, number, ANY_UNIT);
}

/** Whether a number says in another unit what the one before it says: "340 miles (550 km)". */
export function isConversion(sentence: string, number: Span): boolean {
  return isMeasured(sentence, number) && BEFORE_CONVERSION.test(before(sentence, number.start));
}
