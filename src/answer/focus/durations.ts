import type { Span } from '../../corpus/document.ts';
import { DURATION, NUMBER } from '../../language/expressions.ts';
import { before, isStated, type Asked } from './asked.ts';
import { ofPiece } from './parallel.ts';
import { joined, spansOf } from './quantities.ts';

/** Units of what "how long" may ask for beside a duration. */
const UNIT_OF_LENGTH =
  /^(?:\p{Nd}\s?|[\s-])?(?:k?m|[cm]m|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|yards?|blocks?|pages?|words?|characters?|lines?|chapters?)(?![\p{L}\p{N}])/iu;
/** In UTF-16 code units: a digit, and "centimetres" with what ends it. */
const MAX_UNIT_OF_LENGTH = 15;

/** Behind a number that is so the count of a duration: "51 days", "2-year". */
const UNIT_OF_TIME =
  /^[\s-](seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)(?!\p{L})/iu;
/** In UTF-16 code units: as much is looked at for a unit, of which the longest is "Sekunden". */
const MAX_UNIT_OF_TIME = 12;

/** What {@link DURATION} does not know of Spanish, Portuguese, French and Italian. */
const ROMANCE_NUMBER =
  '\\p{Nd}+(?:[.,]\\p{Nd}+)?|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|um|uma|dois|duas|três|quatro|sete|oito|nove|dez|une?|deux|trois|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|due|tre|quattro|cinque|sei|sette|otto|dieci|dodici|venti';
const ROMANCE_UNIT =
  'segundos?|minut[oi]s?|minutes?|horas?|heures?|or[ae]|d[ií]as?|dias?|jours?|giorn[oi]|semanas?|semaines?|settiman[ae]|mes|meses|mês|mois|mes[ei]|años?|anos?|ans?|années?|ann[oi]';
const ROMANCE_DURATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:${ROMANCE_NUMBER})\s(?:${ROMANCE_UNIT})(?![\p{L}\p{M}\p{N}])`,
  'giu',
);

/** What goes from one value to another by itself, and has not been changed. */
const RANGES_FROM =
  /(?<!\p{L})(?:takes?|took|lasts?|lasted|var(?:y|ies|ied)|ran(?:ge[sd]?|ging)|runs?|anything|anywhere|is|are|was|were)\sfrom\s$/iu;
/** The first of two values. */
const UNTIL = /^\p{Nd}[\p{Nd}.,]*\s+to\s+(?=\p{Nd})/u;

/** "2020年" is a year. */
const CHINESE_YEAR = /^\p{Nd}{4}年$/u;

/** How old somebody is: "a 51-year-old". */
const AGE = /^[\s-]olds?(?!\p{L})/iu;
/** In UTF-16 code units: "-olds" with what ends it. */
const MAX_AGE = 6;
/** As settings are written: "30m", "12h". */
const SHORT_DURATION = /(?<![\p{L}\p{N}.,])\p{Nd}{1,5}(?:ms|[smhd])(?![\p{L}\p{N}])/gu;

/** Whether a number may follow so that leaves its unit to a duration before it ... */
const MAY_LEAVE_UNIT = /\s(?:for|after|in|within|only|takes?|lasts?)\s(?:\p{Nd}+|\p{L}+)(?:[.,;)]|$)/iu;
/** ... which stands before it. */
const LEADS_BARE = /\s(?:for|after|in|within|only|takes?|lasts?)\s$/iu;

/** What "how long is the …" may ask for: how long something takes, as of a ban, or how far it goes, as of a bridge. */
export function lengths(asked: Asked, numbers: readonly Span[]): Span[] {
  const { sentence } = asked;
  const lasting = durationsAsked(asked);
  const reaching = numbers.filter(({ end }) =>
    UNIT_OF_LENGTH.test(sentence.slice(Math.max(0, end - 1), end + MAX_UNIT_OF_LENGTH)),
  );
  return [...lasting, ...reaching].sort((a, b) => a.start - b.start);
}

/**
 * The durations that the question does not state itself. One that leaves its unit to one before it is one too where it is
 * that of what is asked about: "covered for two years, the pump for five".
 */
export function durationsAsked(asked: Asked): Span[] {
  const { sentence, forms } = asked;
  const isAsked = ({ start, end }: Span) => !isStated(sentence.slice(start, end), forms);
  const whole = durations(sentence).filter(isAsked);
  const [first] = whole;
  if (!first || !MAY_LEAVE_UNIT.test(sentence.slice(first.end))) return [...ofPiece(asked, whole, false)];
  const bare = spansOf(sentence, NUMBER).filter(
    (number) =>
      number.start > first.end &&
      LEADS_BARE.test(before(sentence, number.start)) &&
      !/^\p{Nd}{4}/u.test(sentence.slice(number.start, number.end)) &&
      /^(?:[.,;)]|$)/u.test(sentence.slice(number.end, number.end + 1)) &&
      isAsked(number),
  );
  const meant = ofPiece(
    asked,
    [...whole, ...bare].sort((a, b) => a.start - b.start),
    false,
  );
  return meant.some((found) => whole.includes(found))
    ? meant.filter((found) => whole.includes(found))
    : [...meant];
}

/** How long things take, as a sentence tells: a number with its unit of time. */
function durations(sentence: string): Span[] {
  const found = spansOf(sentence, DURATION).filter(
    ({ start, end }) =>
      !CHINESE_YEAR.test(sentence.slice(start, end)) && !AGE.test(sentence.slice(end, end + MAX_AGE)),
  );
  if (found.length === 0) {
    const romance = spansOf(sentence, ROMANCE_DURATION);
    return romance.length > 0 ? romance : spansOf(sentence, SHORT_DURATION);
  }
  // "Two hours and ten minutes" is one.
  const changed = found.map((range) => afterChange(sentence, range));
  return joined(changed, (first, second) =>
    /^(?:,?\s)?(?:(?:and|und)\s)?$/u.test(sentence.slice(first.end, second.start)),
  );
}

/** "Raised from 20 to 30 seconds" tells what it is now, and no range as "takes from 20 to 30 seconds" does. */
function afterChange(sentence: string, { start, end }: Span): Span {
  const lead = before(sentence, start);
  if (!/(?<!\p{L})from\s$/iu.test(lead) || RANGES_FROM.test(lead)) return { start, end };
  return { start: start + (UNTIL.exec(sentence.slice(start, end))?.[0].length ?? 0), end };
}

/** The unit of time that a number is told in: "days" of "51 days". */
export function unitOfTime(sentence: string, { end }: Span): string | undefined {
  return UNIT_OF_TIME.exec(sentence.slice(end, end + MAX_UNIT_OF_TIME))?.[1]!.toLowerCase();
}
