import {
  ATTRIBUTE,
  BEGINS,
  BEGINS_ASIDE,
  CLAUSE_BORDER,
  EITHER_WAY,
  ENDS_SAYING,
  EVENT_BEFORE,
  FIXED,
  HABIT,
  IS_FIRST_OR_LAST,
  IS_TO_BE_DONE,
  LABEL,
  LAST_DAY,
  MOVED_TO,
  NAMED_DAY,
  NAMES_DAY,
  OPENS_ASIDE,
  ORDERED,
  OTHER_TIME,
  PAST,
  PAST_IN_ED,
  PAST_IN_ED_AT_END,
  PAST_ITSELF,
  PLANNED,
  PLANNED_EVENT,
  PRESENT,
  PUT_OFF_ALONE,
  SAID_IT_WOULD,
  SEE_YOU,
  STILL_PLANNED,
  STORY,
  UNCERTAIN,
  UNPLANNED_EVENT,
  WHOM_ONE_WOULD,
  WILL,
} from './tense-words.ts';

/** What a sentence says around an expression of time, its white space as single spaces. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Who said what a headline tells: "ferry cancelled on Friday, operator said". */
const SAID_IT_AT_END = /[,:–—] ?[^,:;.–—]{1,40} said$/;

/** In characters: what is longer is no headline. */
const MAX_HEADLINE = 120;

/** How many clauses away a verb is looked for: a list of days may have many more, and each day would read them all. */
const MAX_CLAUSES = 6;

/**
 * Of what the clause around an expression tells: of the past only where a verb says so, since announcements are
 * made in the present; `undefined`: it may be either.
 */
export function tenseOf({ before, after }: Around): 'past' | 'future' | undefined {
  if (SEE_YOU.test(before)) return 'future';
  const clause = clauseBefore(before, after);
  const past = Math.max(lastEnd(clause, PAST), lastEnd(clause, PAST_IN_ED_AT_END));
  const will = lastEnd(clause, WILL);
  const planned = lastEnd(clause, PLANNED);
  const either = lastEnd(clause, EITHER_WAY);
  const present = lastEnd(clause, PRESENT);
  const future = Math.max(will, planned);
  const rest = after.slice(0, firstStart(after, CLAUSE_BORDER));
  const ofADay = /^['’]s\b/.test(after);
  const aside = BEGINS_ASIDE.test(before) && clause === before;
  if ((ofADay || ATTRIBUTE.test(before)) && UNPLANNED_EVENT.test(after)) return 'past';
  if (PLANNED_EVENT.test(after)) {
    const over = future === 0 && (told(rest) === 'past' || (aside && toldBehind(after) === 'past'));
    return over ? 'past' : undefined;
  }
  if (EVENT_BEFORE.test(before) && !hasPast(before) && STILL_PLANNED.test(after)) return 'future';
  if (NAMES_DAY.test(before) && NAMED_DAY.test(after)) return undefined;
  if (MOVED_TO.test(before) && !ofADay) return undefined;
  const unless = ofADay || after.startsWith(' is ') || isOpen(`${clause} ${after}`);
  if (PAST_ITSELF.test(before) && !unless) return 'past';
  if (isPutOffInHeadline({ before, after })) return undefined;
  if (future > 0 && ATTRIBUTE.test(before)) return undefined;
  if (past > Math.max(future, either, present)) return 'past';
  if (future > 0) {
    if (lastEnd(clause, PAST_IN_ED) > future || ofADay) return undefined;
    if (will > 0) return 'future';
    const undone = hasPast(rest) || hasPast(/^, (?!said|told)\w+/.exec(after)?.[0] ?? '');
    return either > 0 || undone ? undefined : 'future';
  }
  if (present > 0 || isOpen(before) || (ofADay && isOpen(after))) return undefined;
  if (lastEnd(clause, PAST_IN_ED) > 0) return 'past';
  if (BEGINS.test(before)) return isToBeDone(after) ? 'future' : toldBehind(after);
  const behind = aside ? (toldBehind(after) ?? 'either') : told(rest);
  return behind === 'past' || (behind === undefined && toldEarlier(before)) ? 'past' : undefined;
}

/** Whether the clause around an expression tells of what is or may be, as announcements do. */
export function isAnnounced({ before, after }: Around): boolean {
  const clause = clauseBefore(before, after);
  return [PRESENT, EITHER_WAY].some((words) => lastEnd(clause, words) > 0);
}

/** Whether an expression is a day fixed beforehand of something that is no story: "the season ends on 30 June". */
export function isFixed({ before, after }: Around): boolean {
  const clause = clauseBefore(before, after);
  if (STORY.test(before) || hasPast(clause)) return false;
  return (
    LABEL.test(before) ||
    FIXED.test(clause.trimStart()) ||
    (LAST_DAY.test(clause) && lastEnd(clause, PRESENT) > 0)
  );
}

/**
 * Whether an expression is the first or last day of what was ordered, and nothing around it tells of another time than
 * the one it was written at: "he declared three days of mourning beginning Thursday".
 *
 * @param earlier the sentence before
 */
export function isOrdered({ before, after }: Around, earlier: string): boolean {
  return (
    ORDERED.test(before) && IS_FIRST_OR_LAST.test(before) && !OTHER_TIME.test(`${earlier} ${before} ${after}`)
  );
}

/**
 * Whether an expression is the day on which somebody said something would be done, and nothing around it tells of
 * another time than the one it was written at, that it was not done or that it was a habit: "he said that he would meet
 * them on Monday".
 *
 * @param earlier the sentence before
 */
export function isSaidToCome({ before, after }: Around, earlier: string): boolean {
  // A comma right behind the day ends no clause: what goes on with "but" is of it.
  const rest = after.slice(0, firstStart(after.replace(/^,/, ' '), CLAUSE_BORDER));
  return (
    SAID_IT_WOULD.test(before) &&
    ENDS_SAYING.test(after) &&
    !HABIT.test(before) &&
    !WHOM_ONE_WOULD.test(before) &&
    !UNCERTAIN.test(`${before} ${rest}`) &&
    !OTHER_TIME.test(`${earlier} ${before} ${after}`)
  );
}

/** Whether a verb in the past stands in a text. */
export function hasPast(text: string): boolean {
  return lastEnd(text, PAST) > 0 || lastEnd(text, PAST_IN_ED) > 0;
}

/**
 * Whether a headline tells of a day only that something was or will be put off or closed on it: "ferry cancelled on
 * Friday". It has no full stop, and no past of a verb.
 */
function isPutOffInHeadline({ before, after }: Around): boolean {
  const line = `${before}DAY${after}`.trimEnd().replace(SAID_IT_AT_END, '');
  if (line.length > MAX_HEADLINE || /[.!?…]["'”’)\]]*$/.test(line) || lastEnd(line, PAST) > 0) return false;
  return PUT_OFF_ALONE.test(before) || PUT_OFF_ALONE.test(after);
}

/** Whether any verb stands in a text that tells what was, is or will be. */
export function hasVerb(text: string): boolean {
  return hasPast(text) || [WILL, PLANNED, PRESENT].some((words) => lastEnd(text, words) > 0);
}

/** How many verbs in the past stand in a text; "was elected" is one. */
export function countPast(text: string): number {
  const main = text.replaceAll(/\b(?:was|were|had)(?: been)? (?=[a-z]+ed\b)/g, '');
  return [PAST, PAST_IN_ED].reduce((count, words) => count + [...main.matchAll(words)].length, 0);
}

/** The clause an expression stands in, as far as it stands before it: "He said, on Monday, that". */
function clauseBefore(before: string, after: string): string {
  const inserted = /^(?:[,.]|$)/.test(after) ? before.replace(/, (?:(?:on|late|early) )*$/, ' ') : before;
  return inserted.slice(lastEnd(inserted, CLAUSE_BORDER));
}

/** What the first verb of a clause tells; a verb in -ed beside one in the present may be an adjective. */
function told(clause: string): 'past' | 'future' | 'either' | undefined {
  const [will, ...others] = [WILL, PLANNED, EITHER_WAY, PRESENT].map((words) => firstStart(clause, words));
  const open = Math.min(...others);
  const past = firstStart(clause, PAST);
  if (past < Math.min(will!, open)) return 'past';
  const maybe = firstStart(clause, PAST_IN_ED);
  // A day at the clause's beginning is the first verb's: "on Monday he asked them to leave".
  if (maybe < Math.min(will!, firstStart(clause, PLANNED)) && maybe <= firstStart(clause, EITHER_WAY))
    return firstStart(clause, PRESENT) < clause.length ? 'either' : 'past';
  if (will! < open) return 'future';
  return open < clause.length ? 'either' : undefined;
}

/** What the first clause behind a day tells that tells anything, without what is only told beside. */
function toldBehind(after: string): 'past' | 'future' | undefined {
  let start = 0;
  let opened = '';
  for (const end of [...[...after.matchAll(CLAUSE_BORDER)].slice(0, MAX_CLAUSES), undefined]) {
    const clause = after.slice(start, end?.index);
    const tense = OPENS_ASIDE.test(opened) ? undefined : told(clause);
    if (tense !== undefined) return tense === 'either' ? undefined : tense;
    if (!end) break;
    opened = end[0];
    start = end.index + opened.length;
  }
  const open = isOpen(after) || lastEnd(after, PRESENT) > 0;
  return hasPast(after) && !open ? 'past' : undefined;
}

/**
 * Whether what is told before a clause without a verb tells of the past, and so of it: "fled after the raid on Sunday".
 */
function toldEarlier(before: string): boolean {
  const ends = [...before.matchAll(CLAUSE_BORDER)];
  for (const [at, end] of [...ends.entries()].slice(-MAX_CLAUSES).reverse()) {
    if (!/^,|^(?:after|following|since|over)$/.test(end[0])) return false;
    const previous = ends[at - 1];
    const clause = before.slice(previous ? previous.index + previous[0].length : 0, end.index);
    const behind = before.slice(end.index + end[0].length);
    // An unknown verb in the present: "The singer, elected in May, tours on Monday".
    if (/^(?:and )?[a-z]+s\b(?!['’])/.test(behind)) return false;
    const appended = lastEnd(clause.replace(/^\s*[a-z]+ed\b/, ''), PAST_IN_ED) > 0;
    const tells = lastEnd(clause, PAST) > 0 || appended;
    const open = lastEnd(clause, PRESENT) > 0;
    if (tells || open) return tells && !open;
  }
  return false;
}

function isToBeDone(after: string): boolean {
  const planned = IS_TO_BE_DONE.exec(after)?.[0];
  return (
    planned !== undefined && !hasPast(planned) && firstStart(planned, CLAUSE_BORDER) >= planned.length - 1
  );
}

function isOpen(text: string): boolean {
  return [EITHER_WAY, WILL, PLANNED].some((words) => lastEnd(text, words) > 0);
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
