import { sentences } from './sentences.ts';

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
const WEEKDAY = `(?:${WEEKDAYS.map((day) => day[0]!.toUpperCase() + day.slice(1)).join('|')})`;
/** Neither the beginning of a date with its year nor of a greater number: `May 12,000 people`. */
const NO_YEAR = String.raw`(?!,?\s+\d{4}\b|\d|[/-]\d|[,.:]\d|\s?%|\s+per ?cent)`;

// Capitals are required where a word has another meaning without ("may 5", "sat").
const EXPRESSION = new RegExp(
  [
    String.raw`\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate|[Ee]arly)\s+(?:on\s+)?)?${WEEKDAY}\b(?!\s+\d)(?!,?\s+${MONTHS}\b)`,
    String.raw`\b${MONTHS}\b\.?\s+\d{1,2}(?:st|nd|rd|th)?\b${NO_YEAR}`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTHS}\b\.?${NO_YEAR}`,
    String.raw`\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night)\b`,
    String.raw`\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week(?:end)?|month|year)\b`,
    String.raw`\b(?:over|at|during)\s+the\s+weekend\b`,
    String.raw`\b(?:\d{1,3}|an?|${NUMBERS.slice(1).join('|')})\s+(?:days?|weeks?|months?|years?)\s+ago\b`,
  ].join('|'),
  'g',
);

/** What a sentence says around an expression. */
interface Around {
  readonly before: string;
  readonly after: string;
}

const NO_VERB = String.raw`(?<!\b(?:be|been|being|get|have|remain|stay|keep|to)\s(?:[a-z]+ly\s)?)\b`;
const PAST = new RegExp(
  `${NO_VERB}(?:said|told|was|were|did|had|began|met|spoke|took|came|went|got|gave|made|left|fell|rose|broke|held|saw|` +
    'won|lost|sent|led|struck|shot|fled|kept|thought|wrote|knew|became|found|brought|stood|flew|drove|fought)\\b',
  'g',
);
/** May be an adjective too: `will hold delayed talks`. */
const PAST_IN_ED = new RegExp(
  `${NO_VERB}(?!(?:planned|scheduled|expected|hundred|united|closed|[a-z]*(?<!agr|fr|fl)eed)\\b)[a-z]{2,}ed\\b`,
  'g',
);
/** Right before the day it is the verb. */
const PAST_AT_END = new RegExp(`${PAST_IN_ED.source} (?:(?:late|early|again) )?(?:on )?$`, 'g');

// "Will" and "May" may be names, "the will" a noun, "due to a quarrel" a reason.
const WILL = /(?<!\b(?:the|his|her|their|of)\s)\b(?:will|shall|won['’]t)\b|['’]ll\b/g;
const DUE = String.raw`due (?:to (?:be|begin|start|open|reopen|resume|restart|meet|hold|take|end|expire|arrive|leave|visit|speak|appear|vote|return|travel|go|face|sign|launch|close|finish)\b|(?:on |by )?$)`;
const PLANNED = new RegExp(
  String.raw`\b(?:(?:is|are) (?:to (?!blame)|going to|set to)|${DUE}|expected to|(?:is|are) (?:scheduled|planned)|(?:scheduled|planned) for|scheduled to|plans? to|next(?! to\b)|upcoming)`,
  'gi',
);
/** Words after which a day may be the last or the next: no day is told rather than a wrong one. */
const EITHER_WAY = new RegExp(
  String.raw`\b(?:would|could|may|might|should|must|can|further|another|set for|plans? an?|(?:is|are) (?:meeting|coming|leaving|returning|holding|voting|visiting)|(?<!\b(?:is|are) )(?:scheduled|planned)(?! (?:for|to)\b)|ahead of|until|(?:agreed|hopes?|hoped|wants?|wanted|intends?|intended) to|(?:was|were) to|(?:was|were|been) (?:\w+ )?(?:${DUE}|expected|planned|scheduled)|^Will|(?<!to )(?:opens?|reopens?|starts?|begins?|resumes?|returns?|takes? place)(?: on)? ?$|(?:is|are)(?: on)? $|(?<!due )(?:by|before) $)`,
  'gi',
);

const CLAUSE_END =
  /["“”;—]|[:,]\s|\b(?:that|who|whose|which|what|where|because|after|following|over|since)\b/g;

/** Nothing but these may stand with a capital before a weekday: others make a name of it, such as `Black Friday`. */
const BEFORE_WEEKDAY = new RegExp(
  String.raw`^(?:On|By|Since|Until|Before|After|But|And|Late|Early|GMT|UTC|AM|PM|E[SD]T|${MONTHS})\.?$`,
);
const NAME_BEFORE = /^(?:Black|Bloody|Good|Easter|Palm|Holy|Super|Cyber|Giving|Ash|Shrove|The)$/;
const NAME_AFTER = /^ (?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Night|Club|Mosque|Mass|Prayers?)\b/;
/** Opening hours, or several days of which each may be another week's. */
const TO_ANOTHER = String.raw`(?:\s*[-–—/]|,?\s(?:to|through|thru|and|or|&))`;
const NO_DATE_BEFORE = new RegExp(
  String.raw`\b(?:every|each|any|some|an?|one|other|alternate|the following|the previous|on the|from|band|group|series|film|song|album|between|${WEEKDAY}(?:${TO_ANOTHER}|,))\s*$`,
  'i',
);
const NO_DATE_AFTER = new RegExp(String.raw`^(?:(?:${TO_ANOTHER}|,)\s*${WEEKDAY}\b|\s(?:week|will|would)\b)`);

/**
 * Finds expressions such as `Sunday`, `late Tuesday`, `last week`, `Sept. 27` in English text and the days they
 * mean. News tells of the past: a weekday is the last one up to the reference day, unless its clause speaks of
 * the future; where it may be either, there is no note.
 *
 * @param reference the day the text was written, `YYYY-MM-DD`
 */
export function relativeDates(text: string, reference: string): RelativeDate[] {
  const today = new Date(`${reference}T12:00:00Z`);
  const found: RelativeDate[] = [];
  const matches = [...text.matchAll(EXPRESSION)];
  const ranges = matches.length > 0 ? sentences(text) : [];
  const spaced = (part: string) => part.replaceAll(/\s+/g, ' ');
  let at = 0;
  for (const match of matches) {
    const expression = match[0];
    while (at < ranges.length - 1 && ranges[at]!.end <= match.index) at++;
    const end = match.index + expression.length;
    const sentence = ranges[at]!;
    const said = {
      before: spaced(text.slice(Math.min(sentence.start, match.index), match.index)),
      after: spaced(text.slice(end, Math.max(sentence.end, end))),
    };
    const days = daysMeant(expression, today, said);
    if (!days) continue;
    const [first, last] = days;
    if (first.getUTCFullYear() < 0 || last.getUTCFullYear() > 9999) continue;
    const until = last > first ? { until: isoDay(last) } : {};
    found.push({ expression, start: match.index, end, date: isoDay(first), ...until });
  }
  return found;
}

/** Of what the clause tells; undefined: it may be either. */
function tenseOf({ before, after }: Around): 'past' | 'future' | undefined {
  const clause = before.slice(lastEnd(before, CLAUSE_END));
  const past = Math.max(lastEnd(clause, PAST), lastEnd(clause, PAST_AT_END));
  const will = lastEnd(clause, WILL);
  const planned = lastEnd(clause, PLANNED);
  const either = lastEnd(clause, EITHER_WAY);
  const future = Math.max(will, planned);
  if (past > Math.max(future, either)) return 'past';
  const rest = after.slice(0, firstStart(after, CLAUSE_END));
  if (future > 0) {
    if (lastEnd(clause, PAST_IN_ED) > future) return undefined;
    if (will > 0) return 'future';
    const undone = hasPast(rest) || hasPast(/^, (?!said|told)\w+/.exec(after)?.[0] ?? '');
    return either > 0 || undone ? undefined : 'future';
  }
  if (isOpen(before) || (/^['’]s/.test(after) && isOpen(after))) return undefined;
  // "On Monday, they will": only a day that begins its sentence has its verb behind it.
  const begins = /^["“‘(]?(?:(?:But|And) )?(?:[Oo]n |[Bb]y )?$/.test(before);
  const verb = begins ? after : rest;
  const willBehind = firstStart(verb, WILL);
  const told = lastEnd(clause, PAST_IN_ED) > 0 || hasPast(verb.slice(0, willBehind));
  if (told || willBehind === verb.length) return 'past';
  return begins ? 'future' : undefined;
}

function isOpen(text: string): boolean {
  return [EITHER_WAY, WILL, PLANNED].some((words) => lastEnd(text, words) > 0);
}

function hasPast(text: string): boolean {
  return lastEnd(text, PAST) > 0 || lastEnd(text, PAST_IN_ED) > 0;
}

/** Where the last match ends; 0 if there is none. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** Where the first match begins; the text's end if there is none. */
function firstStart(text: string, pattern: RegExp): number {
  const first = text.matchAll(pattern).next();
  return first.done ? text.length : first.value.index;
}

/** Whether a weekday is a day's name there, and not a part of opening hours, a habit or another name. */
function isDay({ before, after }: Around, bare: boolean): boolean {
  if (NO_DATE_BEFORE.test(before) || NO_DATE_AFTER.test(after) || NAME_AFTER.test(after)) return false;
  const capitals = /(?<![\w.'’-])[A-Z][\w.'’-]*(?= $)/.exec(before);
  if (bare && capitals) {
    const first = /^\W*$/.test(before.slice(0, capitals.index));
    if (first ? NAME_BEFORE.test(capitals[0]) : !BEFORE_WEEKDAY.test(capitals[0])) return false;
  }
  return /^ (?!I\b)[A-Z]/.test(after) ? /(?:^|\b(?:on|by|since|before|after|until) )$/i.test(before) : true;
}

/** Whether a sentence tells of another year than the one it was written in. */
function tellsOfAnotherYear({ before, after }: Around, year: number): boolean {
  return [...`${before} | ${after}`.matchAll(/(?<![\d,.])(?:1[5-9]|20)\d{2}(?![\d,.]?\d)/g)].some(
    ([stated]) => Number(stated) !== year,
  );
}

/** First and last, noon UTC. */
type Days = readonly [Date, Date];

function daysMeant(expression: string, today: Date, said: Around): Days | undefined {
  const lower = expression.toLowerCase();
  const weekday = WEEKDAYS.findIndex((day) => lower.endsWith(day));
  if (weekday >= 0) return weekdayMeant(weekday, lower, today, said);
  const period = /\b(week|month|year|weekend)$/.exec(lower)?.[1];
  if (period) return periodMeant(period, lower, today);

  const near = NEAR_DAYS.get(lower);
  if (near !== undefined) return oneDay(addDays(today, near));
  const ago = /^(\S+)\s+(day|week|month|year)s?\s+ago$/.exec(lower);
  if (ago) return ABOUT.test(said.before) ? undefined : agoMeant(ago[1]!, ago[2]!, today);
  return isDayOfMonth(expression, said) ? dayOfMonthMeant(lower, today, said) : undefined;
}

const ABOUT = /\b(?:(?:more|less) than|over|under|nearly|about|around|almost|roughly|some|at least|or|to) $/i;

/** `May` and `March` are words and names too, and after `in` a month is followed by a count. */
function isDayOfMonth(expression: string, { before, after }: Around): boolean {
  if (/^[A-Z]/.test(expression) && /\b(?:in|last|this|next) $/i.test(before)) return false;
  if (!/May|March/.test(expression) || /^ ?(?:[.,;:!?)"”—–]|$)/.test(after)) return true;
  return /\b(?:on|until|by|since|from|before|after|of|[A-Z][a-z]+day,?) $/i.test(before);
}

const NEAR_DAYS = new Map([['yesterday', -1], ['last night', -1], ['today', 0], ['tonight', 0], ['tomorrow', 1]]); // prettier-ignore

function oneDay(day: Date): Days {
  return [day, day];
}

/** Weeks, months and years ago tell no day, only the week, month or year. */
function agoMeant(word: string, unit: string, today: Date): Days {
  const count = /^\d/.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word));
  return unit === 'day' ? oneDay(addDays(today, -count)) : periodAt(unit, -count, today);
}

function weekdayMeant(weekday: number, lower: string, today: Date, said: Around): Days | undefined {
  if (!isDay(said, lower === WEEKDAYS[weekday])) return undefined;
  const back = (today.getUTCDay() - weekday + 7) % 7;
  const forward = (weekday - today.getUTCDay() + 7) % 7;
  if (lower.startsWith('last')) return oneDay(addDays(today, back === 0 ? -7 : -back));
  if (lower.startsWith('next')) return oneDay(addDays(today, forward === 0 ? 7 : forward));
  if (/^In \d/.test(said.before) && tellsOfAnotherYear(said, today.getUTCFullYear())) return undefined;
  const tense = tenseOf(said);
  if (lower.startsWith('this')) {
    const told = tense !== 'future' && (hasPast(said.before) || hasPast(said.after));
    return told || forward === 0 ? undefined : oneDay(addDays(today, forward));
  }
  return tense && oneDay(addDays(today, tense === 'future' ? forward : -back));
}

function periodMeant(period: string, lower: string, today: Date): Days {
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
function periodAt(period: string, step: number, today: Date): Days {
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  if (period === 'year') return [noon(year + step, 0, 1), noon(year + step, 11, 31)];
  if (period === 'month') return [noon(year, month + step, 1), noon(year, month + step + 1, 0)];
  const monday = addDays(mondayOf(today), step * 7);
  return [monday, addDays(monday, 6)];
}

/** In days: how far after its date a document may still tell of a day as past, or of one that is near. */
const SOON = 7;

/** A day and month without a year are of the year that brings them nearest to the day they were written. */
function dayOfMonthMeant(lower: string, today: Date, said: Around): Days | undefined {
  const month = MONTH_NAMES.indexOf(A_MONTH.exec(lower)?.[0] ?? '');
  const day = Number(/\d+/.exec(lower)?.[0]);
  const year = today.getUTCFullYear();
  if (tellsOfAnotherYear(said, year)) return undefined;
  const future = tenseOf(said) === 'future';
  const distance = (candidate: Date) => Math.abs(candidate.getTime() - today.getTime());
  const nearest = [-1, 0, 1]
    .map((step) => noon(year + step, month, day))
    .filter((candidate) => candidate.getUTCMonth() === month && candidate.getUTCDate() === day)
    .filter((candidate) => !future || candidate >= today)
    .sort((a, b) => distance(a) - distance(b))[0];
  return nearest && (future || nearest <= addDays(today, SOON)) ? oneDay(nearest) : undefined;
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
