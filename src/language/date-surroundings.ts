import { anyOf } from './any-of.ts';
import { DAY_OF_MONTH, MONTH, MONTH_OF_YEAR, WEEKDAY } from './calendar-names.ts';
import { isCountedFrom, isToldByOther, isWeekendOfOther, isWeekFrom, PART } from './date-offsets.ts';
import { UNPLANNED_EVENT } from './tense-words.ts';
import { type Around, hasPast } from './tense.ts';

/** Nothing but these may stand with a capital before a weekday: others make a name of it, such as `Black Friday`. */
const CAPITALS_BEFORE_DAY = new RegExp(
  String.raw`^(?:On|By|Since|Until|Before|After|But|And|Late|Early|GMT|UTC|AM|PM|E[SD]T|${MONTH})\.?$`,
);
/**
 * A sentence's first word has its capital anyway, and behind the name of a place or of who did something a day may stand:
 * there only these make a name of it.
 */
const NAMES_DAY_BEFORE =
  /^(?:Black|Bloody|Good|Easter|Palm|Holy|Super|Cyber|Giving|Ash|Shrove|The|Sheffield|Ruby|Joe|Happy|Stormy|First|Freaky|Man|Girl|Whit|Plough|TGI|Maundy|Spy|Clean|Fat|Manic|Casual|Throwback|Remembrance|Mothering|Advent|Trinity)$/;
/** A sentence's first word may be a name too, as in "Robin Friday died"; behind these a day may stand anyway. */
const SUBJECTS_BEFORE_DAY =
  /^(?:[A-Z][a-z]+(?:ing|tion|ists|ents|ants|tors)|Fires|Talks|Violence|Police|Officials|Troops|Soldiers|Rebels|Authorities|Officers|Protesters|Lawmakers|Voters|Gunmen|Thousands|Hundreds|Dozens|All|From|For|To|In|At|Through|With|As|When|While|If|So|That|What|Yet|Or|And|Then|Next|Last|This|How|Why|Is|Was|Are|Were|Will)$/;
/** What a person is called by, before the name. */
const PERSON = 'Miss|Mrs?|Ms|Dr|Sir|Dame|Lady|Lord|Actor|Actress|Singer|Author|Footballer|Uncle|Aunt';
/** A person with one name before a day, which may be the other: "Miss Lena Friday". */
const PERSON_BEFORE_DAY = new RegExp(String.raw`\b(?:${PERSON})\.? [A-Z][\w.'’-]* $`);
/** Before the name of a person or of somebody in a story, not of a place: "in the film Harold". */
const NO_PLACE =
  'film|movie|book|novel|play|story|series|show|song|album|opera|musical|comic|game|actor|actress|singer|author|writer|' +
  'painter|footballer|player|reporter|journalist|teacher|boy|girl|man|woman';
/** "In southern Karden", "near the White House", "told AFP". */
const PLACE_BEFORE_DAY = new RegExp(
  String.raw`\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Tt]hrough|of|told)(?: the)?(?: (?!(?:${NO_PLACE})\b)[a-z]+)?(?: (?:and )?[A-Z][\w.'’-]*,?){1,4} $`,
);
/** Two names at least, as of a person or an office; one may be the band's "New Monday". */
const NAMES_BEFORE_DAY = /\b[A-Z][\w.'’-]* [A-Z][\w.'’-]* $/;
/** What a weekday stands in the name of, or before what it is of a kind: "Friday prayers". */
const NAMED_AFTER_DAY =
  /^ (?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Night|Club|Mosque|Mass|Prayers?|[Ss]chool|lunch|brunch|roast|league|(?:news)?papers?|editions?|markets?|mass|prayers?)\b/;
/** Opening hours, or several days of which each may be another week's. */
const TO_ANOTHER = String.raw`(?:\s*[-–—/]|,?\s(?:to|through|thru|and|or|&))`;
const ORDINAL_WORDS = String.raw`first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|twentie|thirtie)th|final|penultimate|\d{1,3}(?:st|nd|rd|th)`;
/** Before a weekday: it is another than the last or the next, or the name of something. */
const NO_DAY_BEFORE = new RegExp(
  String.raw`\b${anyOf([
    // Any such day: "every Friday", "the third Friday".
    `every|each|any|some|an?|one|two|other|another|either|neither|alternate|${ORDINAL_WORDS}`,
    // That of a time told of before: "the same Friday", "on the Friday".
    'same|that|next|coming|past|(?:the )?(?:following|previous|preceding|last)|on the',
    // Names: "the film Friday".
    'band|group|series|film|song|album',
    'between',
    // Counted from something: "two weeks ago on Friday", "last month, on Friday".
    String.raw`(?:weeks?|fortnights?)(?: on)?|ago(?: on)?|ago, on|(?:last|next|this) (?:month|year|week(?:end)?)(?:['’]s)?,?(?: on)?`,
    `${WEEKDAY}(?:${TO_ANOTHER}|,)`,
  ])}\s*$`,
  'i',
);
/** Some day of a story: what is told behind it of other days is of the same. */
const OF_A_STORY = new RegExp(
  String.raw`\bon an? ${WEEKDAY}\b[^.;]*[,:;] ?(?:(?:and|but|then) )*["“]?(?:[Oo]n )?$`,
);
/** Behind a weekday, see {@link NO_DAY_BEFORE}. */
const NO_DAY_AFTER = new RegExp(
  `^${anyOf([
    String.raw`(?:${TO_ANOTHER}|,)\s*${WEEKDAY}\b`,
    // "Friday week", "Friday of Holy Week"; "Friday will be" tells of the day itself, which may be any.
    String.raw`\s(?:week|will|would|of (?:[\w'’]+ ){0,2}?(?:[Ww]eek|month|year|Lent|Advent|Easter|${MONTH})|before last|after next|in ${MONTH}|but one)\b`,
    // "Friday evening of the week before", "Friday two weeks ago".
    String.raw`(?: ${PART})?,?\s(?:on |of |in )?(?:the week|(?:last|next|this|that|the (?:same|following|previous|next)) (?:week(?:end)?|month|year)|(?:[\w-]+ ){1,2}ago)\b`,
  ])}`,
);

/** "The last week" are the seven days before or a part of something, and "his last year" is his. */
const OF_SOMETHING =
  /\b(?:the|an?|one|every|each|his|her|its|their|our|my|your|(?:first|second|third|very|\w+['’]s))\s$/i;

/** "About two weeks ago" and "two or three weeks ago" count no days. */
const ABOUT = new RegExp(
  String.raw`\b${anyOf([
    '(?:more|less) than|over|under|nearly|about|around|almost|roughly|some|at least|or|to|not',
    // The end of a greater number: "a year and two days ago", "twenty-two days ago", "half a year ago".
    '(?:half|hundred|thousand|(?:day|week|month|year)s?)(?: and)?',
  ])} $|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]$|\d[.,-]$`,
  'i',
);
/** "Two weeks ago on Friday": the day behind it is meant. */
const DAY_BEHIND_AGO = new RegExp(
  String.raw`^,? (?:(?:on|in|late|early|the) )*(?:${WEEKDAY}|${MONTH}|last|next|this|that (?:${WEEKDAY}|day|night|week|month|year)|today|yesterday|tomorrow|tonight)\b`,
);
/** "A year, two weeks ago": the count is from what stands before it. */
const DAY_BEFORE_AGO = new RegExp(
  String.raw`\b(?:${WEEKDAY}|week|month|year|yesterday|today)(?:['’]s)?,? $`,
  'i',
);

/** "I would go tomorrow if I could" tells of no day. */
const UNREAL_BEFORE = /\b(?:would|could|might)(?:n['’]t)? (?:[\w'’]+ ){0,6}$|['’]d (?:[\w'’]+ ){0,6}$/;
const UNREAL_AFTER = /^,? if\b/;

/** The quotation mark behind a title, or what is called by such a name: "the Today show". */
const TITLE_AFTER = /^(?:["”’]|['’](?!s\b)| [Ss]how\b| FM\b| [Pp]rogramm?e?\b| newspaper\b)/;
/** Of an age and not of a day: "today's youth", "the leaders of tomorrow". */
const AGE_AFTER =
  /^['’]s (?:[a-z-]+ )?(?:world|youth|young|society|societies|children|students|generations?|standards)\b/;
const AGE_BEFORE = /\b(?:people|leaders|men|women|world|youth|children|cities|technolog(?:y|ies)) of $/;
/** "Tomorrow is a song". */
const TITLED =
  /^ (?:is|was) (?:an?|the) (?:[\w-]+ ){0,3}?(?:song|single|album|film|novel|book|newspaper|magazine|show|series|band)\b/;

/** "On this morning in 1912", "this morning of May", "this morning, two days ago". */
const OTHER_MORNING_BEFORE = /\b(?:on|of) $/i;
const OTHER_MORNING_AFTER = /^(?:,? (?:[\w-]+ ){1,2}ago\b| (?:of|in)\b(?! (?:the|an?) ))/;
/** A day that direct speech may be of. */
const DAY_OF_SPEECH = new RegExp(
  String.raw`\b(?:${WEEKDAY}|${MONTH}\.? \d|\d (?:of )?${MONTH}|yesterday|ago|(?:last|previous) (?:night|week|month|year))`,
);

/** "On Monday he said that": it may be that day's morning. */
const SPEECH = /\b(?:said|says|told|wrote|added|recalled|reported|testified)\b/;

/** Words that may stand between a weekday and its date: "Sunday afternoon at 3 p.m. on the 27th". */
const WORDS_BETWEEN = String.raw`${PART}|early|late|on|the|an?|of|in|at|around|local|time|GMT|was|last|next|this|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)?`;
/** So few, and each as a whole word, that no text is long in being tried. */
const BETWEEN = String.raw`(?:[\s,:()–—-]|\b(?:${WORDS_BETWEEN})(?!\w)){0,12}`;
const ISO_DATE = String.raw`\d{4}-\d\d?-\d\d?`;
/** "27.9" and "27/9"; a year may follow. "They won 3-1 on Sunday" has a score. */
const DAY_AND_MONTH = String.raw`(?:${DAY_OF_MONTH}[./]${MONTH_OF_YEAR}|${DAY_OF_MONTH}-${MONTH_OF_YEAR}(?=-\d))`;
const ORDINAL_DAY = `${DAY_OF_MONTH}(?:st|nd|rd|th)`;
/** Behind a weekday. "8.30 p.m." and "10.12:30" are times of the day. */
const DATE_AFTER = new RegExp(
  `^${BETWEEN}${anyOf([
    String.raw`${MONTH}\b`,
    String.raw`${ORDINAL_DAY}\b`,
    String.raw`${DAY_OF_MONTH}\.?\s(?:of\s)?${MONTH}\b`,
    String.raw`(?:${ISO_DATE}|${DAY_AND_MONTH}(?![:\d]|\s?[ap]\.?m\b))`,
  ])}`,
);
const DATE_BEFORE = new RegExp(
  `${anyOf([
    String.raw`\b${MONTH}\.?\s${DAY_OF_MONTH}(?:st|nd|rd|th)?\b`,
    String.raw`\b${DAY_OF_MONTH}(?:st|nd|rd|th)?\.?\s(?:of\s)?${MONTH}\b\.?`,
    String.raw`\b${ORDINAL_DAY}`,
    String.raw`\b(?:${ISO_DATE}|${DAY_AND_MONTH}(?:[./-]\d{2,4})?)`,
  ])}${String.raw`(?:,?\s\d{4}\b)?`}${BETWEEN}$`,
);
/** In characters: no date stands further off. */
const MAX_DATE_DISTANCE = 60;

/** A day and month behind these is counted from another year: "last year on 5 May". */
const OTHER_YEAR_BEFORE = /\b(?:ago|(?:last|next|previous|following) year)(?:['’]s)?,? (?:on |of |in )?$/i;
/** "5 May last year", "5 May, two years earlier". */
const OTHER_YEAR_AFTER =
  /^,? (?:of |in )?(?:(?:(?:the )?(?:last|next|following|previous|same|preceding)|that) year\b|(?:[\w-]+ ){1,2}?(?:ago|earlier|later|before)\b)/;
/** Of days that come again, or that are somebody's since long ago. */
const EVERY_YEAR =
  /\b(?:born|birthday|birth|annual|annually|anniversary|(?:every|each) (?:year|[A-Z][a-z]+))\b|\b(?:every|each) $/;

/** "30 June each year". */
const EVERY_YEAR_AFTER = /\b(?:every|each) (?:year|season)\b|\bannually\b/;

/**
 * Whether a weekday is a day's name there, and not a part of opening hours, a habit or another name.
 *
 * @param bare whether nothing belongs to it, as `late` and `next week` may
 */
export function isDay({ before, after }: Around, bare: boolean): boolean {
  if (OF_A_STORY.test(before)) return false;
  if (NO_DAY_BEFORE.test(before) || NO_DAY_AFTER.test(after) || NAMED_AFTER_DAY.test(after)) return false;
  if (isCountedFrom({ before, after }) || isToldByOther({ before, after }, bare)) return false;
  if (!bare && OF_SOMETHING.test(before)) return false;
  const capitals = /(?<![\w.'’-])[A-Z][\w.'’-]*(?= $)/.exec(before);
  if (bare && capitals) {
    const first = /^\W*$/.test(before.slice(0, capitals.index));
    const isEvent = capitals[0] === 'The' && UNPLANNED_EVENT.test(after);
    if (NAMES_DAY_BEFORE.test(capitals[0]) && !isEvent) return false;
    if (first && isPersonFirst(capitals[0], after)) return false;
    if (!first && !CAPITALS_BEFORE_DAY.test(capitals[0]) && !isBehindName({ before, after })) return false;
  }
  return /^ (?!I\b)[A-Z]/.test(after) ? /(?:^|\b(?:on|by|since|before|after|until) )$/i.test(before) : true;
}

/** Whether a sentence's first word and a day behind it may be a person who did something: "Robin Friday died". */
function isPersonFirst(word: string, after: string): boolean {
  if (CAPITALS_BEFORE_DAY.test(word) || SUBJECTS_BEFORE_DAY.test(word)) return false;
  return /^, (?:who|an?|the)\b/.test(after) || hasPast(/^(?: [a-z]+ly)? [a-z]+\b/.exec(after)?.[0] ?? '');
}

/** Whether a day goes on with a name as news tell it: "in Karden Monday", "Ann Weiss Monday vowed". */
function isBehindName({ before, after }: Around): boolean {
  if (PERSON_BEFORE_DAY.test(before)) return false;
  if (PLACE_BEFORE_DAY.test(before)) return true;
  const verb = /^(?: [a-z]+ly)? [a-z]+\b/.exec(after)?.[0];
  return verb !== undefined && NAMES_BEFORE_DAY.test(before) && hasPast(verb);
}

/** Whether `last week`, `over the weekend` and the like are counted from the day they were written. */
export function isPeriod(expression: string, { before, after }: Around): boolean {
  if (/the weekend$/i.test(expression) && isWeekendOfOther({ before, after })) return false;
  return (
    !OF_SOMETHING.test(before) &&
    !isCountedFrom({ before, after }) &&
    !/\bago,? (?:on |in )?$/i.test(before) &&
    !/^(?: of\b| before last\b| after next\b| but one\b|,? (?:[\w-]+ ){1,2}ago\b)/.test(after)
  );
}

/** Whether days and weeks `ago` are a count, counted from the day they were written. */
export function isAgo({ before, after }: Around): boolean {
  return !ABOUT.test(before) && !DAY_BEHIND_AGO.test(after) && !DAY_BEFORE_AGO.test(before);
}

/** Whether what stands before is the beginning of direct speech without its end. */
function isInSpeech(before: string): boolean {
  const curly = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'));
  return curly > before.lastIndexOf('”') || before.split('"').length % 2 === 0;
}

/** What is told around the direct speech that an expression stands in. */
function outsideSpeech({ before, after }: Around): string {
  return `${before.replace(/["“„][^"“„]*$/, '')} | ${after.replace(/^[^"”]*["”]?/, '')}`;
}

/** Whether `today`, `Yesterday` and the like are days there, and not a newspaper's, a song's or a show's name. */
export function isNearDay(expression: string, { before, after }: Around): boolean {
  if (/^this/i.test(expression)) {
    if (OTHER_MORNING_BEFORE.test(before) || OTHER_MORNING_AFTER.test(after)) return false;
  }
  if (/^th(?:is|e day)/i.test(expression) && SPEECH.test(before) && DAY_OF_SPEECH.test(before)) return false;
  if (isCountedFrom({ before, after }) || isWeekFrom({ before, after })) return false;
  // The vote of tomorrow or that of the day after: "the day after tomorrow's vote".
  if (/^the day/i.test(expression) && /^['’]s? /.test(after)) return false;
  // "We leave today," he said on Monday.
  if (isInSpeech(before) && DAY_OF_SPEECH.test(outsideSpeech({ before, after }))) return false;
  if (AGE_AFTER.test(after) || AGE_BEFORE.test(before)) return false;
  if (UNREAL_AFTER.test(after) && UNREAL_BEFORE.test(before)) return false;
  if (/\bago,? $/i.test(before) || (/^last/i.test(expression) && OF_SOMETHING.test(before))) return false;
  if (/^last/i.test(expression) && after.startsWith(' of ')) return false;
  const quoted = /["“‘]$/.test(before);
  if (TITLE_AFTER.test(after) && (quoted || !/^["”’']/.test(after))) return false;
  if (!/^[A-Z]/.test(expression)) return true;
  if (/^['’]s [A-Z]/.test(after)) return false;
  const opens = /(?:^\W*|["“‘(:—–-] ?|\b(?:But|And) )$/.test(before);
  return opens && !(/^Y/.test(expression) ? /^ is\b/ : TITLED).test(after);
}

/** Whether a date that needs no note stands right beside an expression: "Sunday, the 27th of September". */
export function hasDateBeside({ before, after }: Around): boolean {
  return (
    DATE_AFTER.test(after.slice(0, MAX_DATE_DISTANCE)) || DATE_BEFORE.test(before.slice(-MAX_DATE_DISTANCE))
  );
}

/** `May` and `March` are words and names too, and after `in` a month is followed by a count. */
export function isDayOfMonth(expression: string, { before, after }: Around): boolean {
  if (OTHER_YEAR_BEFORE.test(before) || OTHER_YEAR_AFTER.test(after) || EVERY_YEAR.test(before)) return false;
  if (EVERY_YEAR_AFTER.test(after)) return false;
  if (/^between/i.test(expression)) return true;
  if (/^[A-Z]/.test(expression) && /\b(?:in|the last|this|next) $/i.test(before)) return false;
  if (!/May|March/.test(expression) || /^ ?(?:[.,;:!?)"”—–]|$)/.test(after)) return true;
  return /\b(?:on|until|by|since|from|before|after|of|[A-Z][a-z]+day,?) $/i.test(before);
}
