import { GERMAN_MONTHS_BY_NUMBER, MONTHS } from './calendar-names.ts';
import type { Language } from './languages.ts';
import { fold } from './words.ts';

/** "2020-10-11", "11.10.2020", "27/10/2020"; not a part of a longer number. */
const IN_DIGITS =
  /(?<![\p{L}\p{N}.,/-])(?:(?<isoYear>[12]\d{3})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})|(?<first>\d{1,2})(?<mark>[./])(?<second>\d{1,2})\k<mark>(?<year>[12]\d{3}))(?![\p{L}\p{N}]|[.,/-]\p{N})/gu;
const MONTHS_OF_A_YEAR = 12;
const MOST_DAYS = 31;

/**
 * A question with its dates in digits spelled as texts have them: "2020-10-11" is "October 11, 2020". Of the day and the
 * month in "3/4/2020" nobody knows which is which: it stays as it is.
 *
 * @param language of what is searched; of others than English and German nothing is spelled
 * @param isKnown whether what is searched has a date in that form itself, folded
 */
export function spellOutDates(
  question: string,
  language: Language,
  isKnown: (form: string) => boolean,
): string {
  if (language !== 'en' && language !== 'de') return question;
  return question.replaceAll(IN_DIGITS, (date, ...rest) => {
    if (isKnown(fold(date.replaceAll('-', '')))) return date;
    const parts = rest.at(-1) as Record<string, string | undefined>;
    const found = parts['isoYear'] === undefined ? dayAndMonth(parts) : isoDate(parts);
    if (!found) return date;
    const { day, month, year } = found;
    return language === 'en'
      ? `${MONTHS[month - 1]!} ${day}, ${year}`
      : `${day}. ${GERMAN_MONTHS_BY_NUMBER[month - 1]!} ${year}`;
  });
}

interface DayOfYear {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function isoDate({ isoDay, isoMonth, isoYear }: Record<string, string | undefined>): DayOfYear | undefined {
  return checked({ day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear) });
}

/** With full stops the day stands first; with slashes it is told where the other number can be no day's month. */
function dayAndMonth({
  first,
  second,
  year,
  mark,
}: Record<string, string | undefined>): DayOfYear | undefined {
  const [one, other] = [Number(first), Number(second)];
  if (mark === '.' || one > MONTHS_OF_A_YEAR) return checked({ day: one, month: other, year: Number(year) });
  return other > MONTHS_OF_A_YEAR ? checked({ day: other, month: one, year: Number(year) }) : undefined;
}

function checked(found: DayOfYear): DayOfYear | undefined {
  const { day, month } = found;
  return day >= 1 && day <= MOST_DAYS && month >= 1 && month <= MONTHS_OF_A_YEAR ? found : undefined;
}
