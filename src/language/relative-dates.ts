/** An expression of time that says which day it means only to who knows when it was written. */
export interface RelativeDate {
  /** As it stands in the text. */
  readonly expression: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Last day where several are meant. */
  readonly until?: string;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const A_MONTH = new RegExp(MONTH_NAMES.join('|'));
const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');
/** As opposed to `last Sunday`, `next Sunday`. */
const BARE_WEEKDAY = /^(?!last|next).*day$/i;
const NO_YEAR = String.raw`(?!,?\s+\d{4}\b|\d|[/-]\d)`;

// Capitals are required where a word has another meaning without ("may 5", "sat").
const EXPRESSION = new RegExp(
  [
    String.raw`\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate|[Ee]arly)\s+(?:on\s+)?)?(?:${WEEKDAYS.map((day) => day[0]!.toUpperCase() + day.slice(1)).join('|')})\b(?!\s+\d)(?!,?\s+${MONTHS}\b)`,
    String.raw`\b${MONTHS}\b\.?\s+\d{1,2}(?:st|nd|rd|th)?\b${NO_YEAR}`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTHS}\b\.?${NO_YEAR}`,
    String.raw`\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night)\b`,
    String.raw`\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week(?:end)?|month|year)\b`,
    String.raw`\b(?:over|at|during)\s+the\s+weekend\b`,
    String.raw`\b(?:\d{1,3}|an?|${NUMBERS.slice(1).join('|')})\s+(?:days?|weeks?|months?|years?)\s+ago\b`,
  ].join('|'),
  'g',
);

/** Words by which a sentence tells of what is still to come. */
const FUTURE =
  /\b(?:will|shall|is to|are to|due to|expected to|scheduled|planned|plans? to|next|upcoming)\b/i;

/** Words after which a weekday may be the last or the next: no day is told rather than a wrong one. */
const EITHER_WAY =
  /\b(?:would|further|another|set for|ahead of|until|(?:agreed|hopes?|hoped|wants?|wanted|intends?|intended) to)\b/i;

/**
 * Finds expressions such as `Sunday`, `late Tuesday`, `last week`, `Sept. 27` in English text and the days they
 * mean. News tells of the past: a weekday is the last one up to the reference day, unless its sentence speaks of
 * the future; where it may be either, there is no note.
 *
 * @param reference the day the text was written, `YYYY-MM-DD`
 */
export function relativeDates(text: string, reference: string): RelativeDate[] {
  const today = new Date(`${reference}T12:00:00Z`);
  const found: RelativeDate[] = [];
  for (const match of text.matchAll(EXPRESSION)) {
    const expression = match[0];
    const sentence = text.slice(Math.max(0, match.index - 80), match.index);
    const clause = lastClause(sentence);
    const future = FUTURE.test(clause);
    if (!future && BARE_WEEKDAY.test(expression) && EITHER_WAY.test(clause)) continue;
    const days = daysMeant(expression, today, future);
    if (!days) continue;
    const [first, last] = days;
    if (first.getUTCFullYear() < 0 || last.getUTCFullYear() > 9999) continue;
    found.push({
      expression,
      start: match.index,
      end: match.index + expression.length,
      date: isoDay(first),
      ...(last > first ? { until: isoDay(last) } : {}),
    });
  }
  return found;
}

function lastClause(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('. '), text.lastIndexOf('; '), text.lastIndexOf('\n')) + 1);
}

/** First and last day, noon UTC. */
function daysMeant(expression: string, today: Date, future: boolean): readonly [Date, Date] | undefined {
  const lower = expression.toLowerCase();
  const weekday = WEEKDAYS.findIndex((day) => lower.endsWith(day));
  if (weekday >= 0) return weekdayMeant(weekday, lower, today, future);
  const period = /\b(week|month|year|weekend)$/.exec(lower)?.[1];
  if (period) return periodMeant(period, lower, today);

  const near = NEAR_DAYS.find(([word]) => lower === word);
  if (near) return oneDay(addDays(today, near[1]));
  const ago = /^(\S+)\s+(day|week|month|year)s?\s+ago$/.exec(lower);
  if (ago) return agoMeant(numberMeant(ago[1]!), ago[2]!, today);
  const month = MONTH_NAMES.indexOf(A_MONTH.exec(lower)?.[0] ?? '');
  return dayOfMonthMeant(month, Number(/\d+/.exec(lower)?.[0]), today, future);
}

const NEAR_DAYS: readonly (readonly [string, number])[] = [
  ['yesterday', -1],
  ['last night', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
];

function oneDay(day: Date): readonly [Date, Date] {
  return [day, day];
}

function numberMeant(word: string): number {
  return /^\d/.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word));
}

/** Weeks, months and years ago tell no day, only the week, month or year. */
function agoMeant(count: number, unit: string, today: Date): readonly [Date, Date] {
  return unit === 'day' ? oneDay(addDays(today, -count)) : periodAt(unit, -count, today);
}

function weekdayMeant(weekday: number, lower: string, today: Date, future: boolean): readonly [Date, Date] {
  const back = (today.getUTCDay() - weekday + 7) % 7;
  const forward = (weekday - today.getUTCDay() + 7) % 7;
  let offset = -back;
  if (lower.startsWith('last')) offset = back === 0 ? -7 : -back;
  else if (lower.startsWith('next')) offset = forward === 0 ? 7 : forward;
  else if (future) offset = forward;
  const day = addDays(today, offset);
  return [day, day];
}

function periodMeant(period: string, lower: string, today: Date): readonly [Date, Date] {
  const step = lower.startsWith('last') ? -1 : lower.startsWith('next') ? 1 : 0;
  if (period !== 'weekend') return periodAt(period, step, today);
  // A weekend that is only "the" weekend is the last one that began by then.
  const begun = today.getUTCDay() === 6 || today.getUTCDay() === 0;
  const saturday = addDays(mondayOf(today), begun ? 5 : -2);
  const moved =
    lower.startsWith('next') || (lower.startsWith('this') && !begun) ? addDays(saturday, 7) : saturday;
  return [moved, addDays(moved, 1)];
}

/** The week, month or year so many after the one of a day. */
function periodAt(period: string, step: number, today: Date): readonly [Date, Date] {
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  if (period === 'year') return [noon(year + step, 0, 1), noon(year + step, 11, 31)];
  if (period === 'month') return [noon(year, month + step, 1), noon(year, month + step + 1, 0)];
  const monday = addDays(mondayOf(today), step * 7);
  return [monday, addDays(monday, 6)];
}

/** A day and month without a year are of the year that brings them nearest to the day they were written. */
function dayOfMonthMeant(
  month: number,
  day: number,
  today: Date,
  future: boolean,
): readonly [Date, Date] | undefined {
  const year = today.getUTCFullYear();
  const distance = (candidate: Date) => Math.abs(candidate.getTime() - today.getTime());
  const nearest = [-1, 0, 1]
    .map((step) => noon(year + step, month, day))
    .filter((candidate) => candidate.getUTCMonth() === month && candidate.getUTCDate() === day)
    .filter((candidate) => !future || candidate >= today)
    .sort((a, b) => distance(a) - distance(b))[0];
  return nearest && oneDay(nearest);
}

// All reckoning is done at noon UTC, so that no machine's time zone moves a date.
function noon(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(12);
  return date;
}

function mondayOf(day: Date): Date {
  return addDays(day, -((day.getUTCDay() + 6) % 7));
}

function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
