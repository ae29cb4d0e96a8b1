import { ANY_WEEKDAY_NAME, weekdayNumber, WEEKDAY } from './calendar-names.ts';
import { NO_NOUN } from './date-offsets.ts';
import { UNPLANNED_EVENT } from './tense-words.ts';
import { type Around, hasVerb } from './tense.ts';

// What stands right beside a day and month: a noun that the day is the name of ("the Sept. 11 attacks"), a weekday.

/** An article or what stands for one. Behind a genitive too a noun follows: "Norway's 22 July attack". */
const DETERMINED =
  /\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ee]very|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|\w+['’]s)(?: [a-z]+)? $/;
/** The first word of a noun: nothing that goes on with a sentence. */
const NOUN_BEHIND = new RegExp(
  String.raw`^ (?!(?:${NO_NOUN}|because|since|after|though|although|if|than|then|also|into|onto|over|under|near|last|next|this|${WEEKDAY})\b)\p{L}[\p{L}\p{M}'’-]*`,
  'u',
);
/** Events whose names begin with their day, and are known by it for years, without an article too. */
const EVENT_BEHIND =
  /^ (?:[a-z-]+ )?(?:riots?|insurrection|uprising|rebellion|revolution|coup|putsch|revolt|movement|protests?|massacre|genocide|war|bombers?|hijackers?|terrorists?|victims?|survivors?|anniversary|memorial|commission|hearings?|defendants?|committee)\b/i;
/** Behind these a day stands by itself: "on Sept. 27 war began". */
const ON = /\b(?:on|by|since|until) $/i;
const WEEKDAY_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{M}])(${ANY_WEEKDAY_NAME})\.?,? (?:the )?$`, 'u');
const WEEKDAY_BEHIND = new RegExp(
  String.raw`^(?:,? \(?|, (?:which (?:was|is) )?an? )(${ANY_WEEKDAY_NAME})(?![\p{L}\p{M}])`,
  'u',
);

/**
 * Whether a day and month name something that happened on it, in whatever year: "the Jan. 6 riot", "the Dec. 8 Movement".
 */
export function namesEvent({ before, after }: Around): boolean {
  if (!ON.test(before) && (EVENT_BEHIND.test(after) || UNPLANNED_EVENT.test(after))) return true;
  const noun = NOUN_BEHIND.exec(after)?.[0];
  return noun !== undefined && DETERMINED.test(before) && !hasVerb(noun);
}

/** Whether the weekday that stands beside a day and month is another than the one it was. */
export function hasOtherWeekday({ before, after }: Around, day: Date): boolean {
  const weekday = (WEEKDAY_BEFORE.exec(before) ?? WEEKDAY_BEHIND.exec(after))?.[1];
  return weekday !== undefined && weekdayNumber(weekday) !== day.getUTCDay();
}
