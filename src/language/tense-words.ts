import { anyOf } from './any-of.ts';
import { MONTH, WEEKDAY } from './calendar-names.ts';
import { PAST_FORMS } from './irregular-verbs.ts';

// Patterns of the words by which `tense.ts` tells the tense of a clause in English news. They expect single spaces for
// white space. Those with the flag `g` are for `matchAll` only, which leaves no place behind in them.

// What has been.

/** "Held" behind these is no past by itself: "is held", "to be held", "will not be held". */
const AUXILIARIES = String.raw`be|been|being|is|are|isn['’]t|aren['’]t|get|have|remain|stay|keep|to`;
/** A word begins, and no auxiliary stands before it, nor one with an adverb: "is also held". */
const NO_AUXILIARY_BEFORE = String.raw`(?<!\b(?:${AUXILIARIES})\s(?:(?:not|also|[a-z]+ly)\s)?)\b`;
/** What plurals do in the present that is to come as often: "new films hit the screens on Friday". */
const ON_SALE =
  '(?:the )?(?:[a-z-]+ )?(?:shops|stores|shelves|cinemas?|theat(?:er|re)s|screens?|streets?|stands|newsstands|racks|roads?|web|internet|airwaves|charts|beach(?:es)?|trail|stage|pitch|gym|water|town|slopes|books)';
/** Past and present in one of which no plural tells as planned. */
const DONE_BY_PLURALS = String.raw`(?<=s )(?:hit(?! ${ON_SALE}\b)|quit(?= (?:late |early )?(?:on )?$)|cut (?:off|through|the|a|all|power)|cost (?:[\w,]+ ){1,3}(?:lives|life|dead)|put (?:out|down) (?:the|a)\b)`;
/** "The store shut on", "the strike cost the firm": the subject is one, whose present has an s. */
const DONE_BY_ONE = String.raw`(?<=^ ?(?:The|An?|His|Her|Its|Their|Our) (?:[\w'’-]*[^\Ws] ){1,2})(?:shut|cut|cost)`;
/** Past and present in one, but behind "will" neither. With a score, it is over. */
const SAME_IN_PRESENT = String.raw`(?<!\b(?:will|shall|would|should|could|can|may|might|must|[Ll]et)(?: not)? )(?:(?<!s )(?:hit|put|quit|beat(?= [A-Z]| (?:him|her|them|us)\b))|${DONE_BY_PLURALS}|${DONE_BY_ONE}|beat (?:[\w.'’-]+ ){1,5}\d{1,3}[-–]\d{1,3})`;
/** "Closed" may be an adjective, but not before what was closed, nor before how prices were in the end. */
const CLOSED = 'closed (?:the|its|his|her|their|it|them|sharply|slightly|lower|higher|up|down)';
const PERFECT = String.raw`(?:has|have|['’]ve) (?:been )?[a-z]{2,}ed`;

/** What is the past of a verb and nothing else that often stands in news. */
export const PAST = new RegExp(
  String.raw`${NO_AUXILIARY_BEFORE}${anyOf([...PAST_FORMS, SAME_IN_PRESENT, CLOSED, PERFECT])}\b`,
  'g',
);

/** Words in -ed that tell of what is to come ("the planned vote"), or that are no verbs: "two hundred", "the need". */
const NO_PAST_IN_ED = anyOf([
  ...['planned', 'scheduled', 'expected', 'supposed', 'anticipated', 'projected', 'slated'],
  ...['hundred', 'united', 'closed', 'sacred'],
  // "Need", "proceed" and all others in -eed but "agreed" and "freed", and "fleed" where "fled" was meant.
  '[a-z]*(?<!agr|fr|fl)eed',
]);
/** May be an adjective too: `will hold delayed talks`. */
export const PAST_IN_ED = new RegExp(
  String.raw`${NO_AUXILIARY_BEFORE}(?!${NO_PAST_IN_ED}\b)[a-z]{2,}ed\b(?!-)`,
  'g',
);
/** Right before the day it is the verb: "was killed late on". */
export const PAST_IN_ED_AT_END = new RegExp(
  `${PAST_IN_ED.source} (?:(?:late|early|earlier|later|again) )?(?:on )?$`,
  'g',
);

// What is to come.

/** "Will" may be a noun: "the will", "his will". */
export const WILL = /(?<!\b(?:the|his|her|their|of)\s)\b(?:will|shall|won['’]t)\b|['’]ll\b/g;

/** Behind "due to" only a verb tells of what is to come: "due to a quarrel" is a reason. */
const VERBS_BEHIND_DUE_TO =
  'be|begin|start|open|reopen|resume|restart|meet|hold|take|end|expire|arrive|leave|visit|speak|appear|vote|return|' +
  'travel|go|face|sign|launch|close|finish';
const DUE = String.raw`due (?:to (?:${VERBS_BEHIND_DUE_TO})\b|(?:on |by )?$)`;
/** Right before a day: a strike is called, a hearing set for what is to come, but was for what may be over. */
const CALLED_FOR = String.raw`(?:is|are|(?:has|have) been) (?:set|called|fixed) for (?:late |early )?$`;
/** "They expect him to speak"; not what they expect to have been, nor what they did not expect. */
const EXPECT = String.raw`(?<!\b(?:to|not) |n['’]t )expects? (?:[\w'’]+ ){0,4}to (?!have\b)`;
/** Right before a day: whoever writes so will, whatever else is told: "it was fun, see you on Sunday". */
export const SEE_YOU =
  /(?<!\b(?:not|n['’]t|did|to|can|could|I|we|they|he|she|you) )\bsee (?:you|ya|u|y['’]all)(?: all| guys| there| again| next)?(?: on)? $/i;
/** What is planned, as far as nothing else is told of it. */
export const PLANNED = new RegExp(
  String.raw`\b${anyOf([
    '(?:is|are) (?:to (?!blame)|going to|set to)',
    DUE,
    'expected to',
    EXPECT,
    CALLED_FOR,
    '(?:is|are) (?:scheduled|planned)',
    '(?:scheduled|planned) for',
    'scheduled to',
    'plans? to',
    // "Next to the bridge" is a place, and "the next day" was that behind another as often.
    String.raw`next(?! to\b|(?<=\bthe next) (?:day|night|morning|afternoon|evening|week|month|year)\b)`,
    'upcoming',
    // What a body's session is told of beforehand; captions tell of who votes in a picture, "a woman votes in".
    '(?:parliament|congress|senate|council|assembly|cabinet|committee|commission|bundestag|duma|knesset) (?:votes? (?:again )?(?:on|over)|(?:re)?convenes|meets(?= (?:again )?on $)|meets? to (?:vote|decide|discuss|debate|elect))',
  ])}`,
  'gi',
);

// What may be either.

/** Of verbs that ask, order or mean: "told", and what stands before an ending. */
const VERBS_OF_WILL =
  'ask|order|urg|invit|requir|allow|want|promis|vow|pledg|agree|decid|threaten|offer|propos|plann|planning|intend|hop|' +
  'prepar|arrang|request|instruct|summon|vot|call|permit|direct|told|tell';
/**
 * "He asked them all to leave": what is asked, ordered or meant to be done is done, if at all, on a day that may be
 * either. "In order to" orders nothing.
 */
const MEANT = String.raw`(?<!in )\b(?:${VERBS_OF_WILL})(?:e?d|ing|e?s|es)? (?:[\w'’]+ ){0,4}?to [a-z]+`;
/** "It had burned ten farms by": what was done by then, unless it was to be done, as what is asked for or ordered is. */
const DONE_BEFORE_BY = String.raw`\bhad (?!to )(?:(?!(?:${VERBS_OF_WILL}|demand|expect|sought|seek|need|due|set|schedul|warn))[\w.,'’-]+ ){1,10}`;
const IS_TO_BEGIN = String.raw`(?<!\b(?:due|expected|scheduled|going|set|plans?|is|are) )\bto (?:begin|start|commence|open|end|resume|take effect)`;
const BEGINNING =
  'beginning|starting|commencing|opening|running|lasting|ending|kicking off|taking effect|effective';
/**
 * Right before a day: it is the first or the last of what may be over or still be to come, "a strike starting Friday".
 */
const FIRST_OR_LAST = String.raw`(?:(?:${BEGINNING})(?: (?:on|from|through))?|through|as of|${IS_TO_BEGIN}(?: on)?) (?:late |early )?$`;
/** What is no longer planned for the day it was planned for, or for none. */
const PUT_OFF =
  'cancell?ed|called off|moved|postponed|delayed|banned|scrapped|rescheduled|sold out|brought forward|put off';
/**
 * Of a headline the whole verb, where it is short for "was" as well as for "will be": "ferry cancelled on Friday". Before
 * what was put off it has its subject: "mayor cancelled the vote".
 */
export const PUT_OFF_ALONE = new RegExp(
  String.raw`(?<!\b(?:has|have|had|was|were|is|are|be|been|being) )\b(?:${PUT_OFF}|closed|shut|suspended|halted|stopped|grounded|diverted|restricted|blocked|barred|extended|lifted)(?= (?:late |early )?$|\s*$|[,;:–—]| (?:on|in|at|to|from|until|till|for|over|by|due|amid|as|after|because|following|again|late|early|all|ahead|owing|through|between|and|near)\b)`,
);
const EVENTS =
  'votes?|voting|elections?|referendum|polls?|runoff|match|game|race|meetings?|summit|talks|debate|deadline|concert|' +
  'hearing|ceremony|launch|final|celebrations?|rally|march|visit|conference|session|festival|expiration|opening|' +
  'release|primary';
/** Right before a day, which may be the event's or that of the verb: "officials announced an early vote on Friday". */
const ANNOUNCED_EVENT = String.raw`(?:announced|called|declared|proclaimed) (?:an?|new|early|fresh) (?:[\w-]+ ){0,3}?(?:${EVENTS}|strike|walkout|protests?|holiday|curfew|lockdown)(?: late| early)?(?: on)? $`;
/** Words after which a day may be the last or the next: no day is told rather than a wrong one. */
export const EITHER_WAY = new RegExp(
  String.raw`\b${anyOf([
    String.raw`(?:would|could|may|might|should|must|can|further|another)\b`,
    String.raw`set for(?! $)|(?<!\b(?:is|are|has been|have been) )set for`,
    'plans? an?',
    // "He'd leave", but not "he'd been" and "he'd left it closed".
    String.raw`['’]d (?:not )?(?!been\b|had\b|[a-z]+ed\b)[a-z]+`,
    String.raw`(?<!\b(?:is|are) )to be [a-z]+(?:ed|id|ld|wn)`,
    `(?:was|were|been|be|got|gets?|is|are) (?:being )?(?:${PUT_OFF})`,
    String.raw`if [a-z]+ed\b`,
    '(?:is|are) (?:meeting|coming|leaving|returning|holding|voting|visiting)',
    // As adjectives; PLANNED has them as verbs.
    String.raw`(?<!\b(?:is|are) )(?:scheduled|planned)(?! (?:for|to)\b)`,
    'ahead of',
    String.raw`until(?! \d{4}\b)`,
    '(?:agreed|hopes?|hoped|wants?|wanted|intends?|intended) to',
    '(?:was|were) to',
    String.raw`(?:was|were|been) (?:\w+ )?(?:${DUE}|expected|planned|scheduled)`,
    // A question.
    '^Will',
    // Right before the day: the present of what is announced.
    '(?<!to )(?:opens?|reopens?|starts?|begins?|resumes?|returns?|takes? place)(?: on)? ?$',
    '(?:is|are)(?: on)? $',
    `(?=(?:by|before) $)(?<!due |${DONE_BEFORE_BY})(?:by|before) $`,
    'likely',
    'possibl[ey]',
    'forecast(?!er)',
    'slated',
    'poised',
    'about to',
    'as soon as',
    String.raw`(?<!\b(?:is|are) )set to`,
    '(?:preparing|ready|bound) for',
    FIRST_OR_LAST,
    ANNOUNCED_EVENT,
  ])}|${MEANT}`,
  'gi',
);

/** Of verbs that put something in force, by which its first or last day is rather to come than over. */
export const ORDERED = /\b(?:announced|declared|proclaimed|decreed|ordered|imposed|extended)\b/;
/** A day is the first or the last of something. */
export const IS_FIRST_OR_LAST = new RegExp(String.raw`\b(?:${FIRST_OR_LAST}|from $)`);
/** Right before a day: somebody said that something would be done on it. */
export const SAID_IT_WOULD =
  /(?<!\bwho )\b(?:said|announced|confirmed|added|told (?:[\w'’]+ ){1,4})(?: ?that)? ?(?:[\w'’.-]+ ){1,8}?would (?!have\b|rather\b|be able\b)(?:[\w'’.-]+ ){1,8}?(?:on )?$/;
/**
 * Behind such a day, see {@link SAID_IT_WOULD}, the sentence ends, or goes on with what else was said: what stands there
 * otherwise may tell that it is over.
 */
export const ENDS_SAYING =
  /^(?: (?:morning|afternoon|evening|night))?(?:[.!?"”’)]*\s*$| and (?:said|added|told|warned|called|urged|announced)\b)/;
/** Of what was done again and again: "as a girl she would swim". */
export const HABIT =
  /\bas (?:an? )?(?:[a-z-]+ ){0,3}?(?:girls?|boys?|child(?:ren)?|kids?|teen(?:ager)?s?|youths?|youngsters?|pupils?|students?|lads?|man|woman)\b|\b(?:childhood|youth|boyhood|girlhood|always|often|usually|regularly|sometimes|those days)\b/i;
/** "The man she would meet": who it was done with is told, not what would be done. */
export const WHOM_ONE_WOULD = /\b(?:an?|the|his|her|their) (?:[\w-]+ ){1,3}?(?:he|she|they|we|I|you) would\b/;
/** What was said would be done need not be told of as to come, see {@link SAID_IT_WOULD}. */
export const UNCERTAIN =
  /\b(?:if|unless|whether|otherwise|could|might|by|but|yet|though|although|only|never|not)\b|n['’]t\b/i;
/** What is ordered on, or counted from, another day than the one it was written on: "had announced", "last month". */
export const OTHER_TIME = new RegExp(
  String.raw`\b${anyOf([
    'had|after|before|since|because|when|while|once|earlier|later|then|again|already|ago|last|past|previous|previously|recently',
    'yesterday|tomorrow|week|month|year|weekend|in (?:late |early )?(?:the )?(?:spring|summer|autumn|fall|winter)',
    String.raw`\d{4}`,
    `${WEEKDAY}s?`,
    MONTH,
  ])}\b`,
  'i',
);

const PRESENT_FORMS =
  'is|are|meets?|arrives?|departs?|leaves|(?:re)?opens|closes|begins?|starts|resumes?|continues?|premieres|goes|go|holds|' +
  'takes|travels|expires?|comes?|becomes?|gets?|gives|makes|heads|joins?|airs|flies|returns|decides?|considers?|hears|' +
  'appears?|speaks|sits|receives?|celebrates?|performs?|competes?|ends|falls|runs|kicks|turns|moves|brings|welcomes?|' +
  'gathers?|debuts|serves|presents|unveils?|announces?|publishes|elects?';
/**
 * Of what is to come as often as of what is; forms that are nouns too, such as "talks", are left out. Behind "to" and
 * "did not" they are not the present.
 */
export const PRESENT = new RegExp(String.raw`(?<!\b(?:to|did|not) |n['’]t )\b(?:${PRESENT_FORMS})\b`, 'g');

// Clauses.

/** What is told behind these is told of something beside: "the minister, who was elected in May". */
const ASIDE_WORDS = 'that|who|whose|which|what|where|because|after|following|over|since';
/** What stands between two clauses; not the comma of "1,000" nor the colon of "8:30". */
export const CLAUSE_BORDER = new RegExp(String.raw`["“”;—]|[:,]\s|\b(?:${ASIDE_WORDS})\b`, 'g');
/** Of the borders, those that are such a word. */
export const OPENS_ASIDE = new RegExp(`^(?:${ASIDE_WORDS})$`);

/** Right before a day: it is told of as what is announced is, "season two starts on 1 May". */
const FIXED_FOR = String.raw`(?:is|are|opens?|reopens?|starts?|begins?|resumes?|returns?|ends?|closes?|expires?|launch(?:es)?|arrives?|takes? (?:place|effect)|follows|runs? (?:out|from)|(?:is|are) (?:paid|payable|due|published|issued|drawn)|kicks? off|go(?:es)? (?:live|on sale)|comes? out)(?: at (?:noon|midnight|[\d:.]{1,5}(?: ?[ap]\.?m\.?)?))?(?: on| on the)? $`;
/** The last day on which something may be done, as it is asked for. */
const TO_DO_BY =
  '^(?:Please|Apply|Register|Sign up|Submit|Enter|Pay|Book|Vote|Reply|Return) .*?\\b(?:by|before|until) $';
/** ... or is told that it must be done. */
const BE_DONE_BY = String.raw`\b(?:must|should|may|can|could|needs? to|ha(?:s|ve) to|expected to|to be) [^.]{1,80}\b(?:by|before|until|as (?:early|late|soon) as) $`;
/** The day of an announcement, not one that a story is told of. */
export const FIXED = new RegExp(
  String.raw`${TO_DO_BY}|${BE_DONE_BY}|^to be [a-z]+(?:ed|id|ld|en|wn) on (?:the )?$|(?<!\bto )\b${FIXED_FOR}`,
);
/** The last day of what is, see {@link PRESENT}. */
export const LAST_DAY = / (?:until|till) (?:the )?$/;
/** What is told in the present of another time: "the novel begins on 1 May"; "film night" and "clan war" are not. */
export const STORY =
  /\b(?:novel|story|tale|plot|diary|memoir|chapter|chronicle)\b|\b(?:the|this|his|her) (?:book|film|movie|play|action|journal|letter|war|siege|battle) [a-z]+s\b/i;

/** Right before a day that is to come: "Deadline: Friday", "Next meeting: Wednesday, 3 April". */
export const LABEL = new RegExp(
  String.raw`^(?:[-*•] )?\**(?:Next (?:[\w-]+ ){0,2}?[\w-]+|Deadline|Closing date|Due(?: date)?)\**: ?\**(?:${WEEKDAY},? )?(?:the )?$`,
  'i',
);

// What stands beside a day.

/** A day is declared to be something: "he declared Friday a holiday". */
export const NAMES_DAY = /\b(?:declare[ds]?|proclaim(?:ed|s)?|named?|made|designated?|set) $/;
/** Behind such a day, see {@link NAMES_DAY}. */
export const NAMED_DAY = /^ (?:an?|the|as) /;

/** What may stand before a day that begins its sentence and has its verb behind it. */
export const BEGINS =
  /^["“‘(]?(?:(?:But|And|Also|Even|Then|Separately|Meanwhile|Earlier|Later),? )?(?:[Oo]n |[Bb]y )?(?:the )?$/;
/** Behind a day that opens a sentence: what is to be done on it, "On May 3 the bridge is to open". */
export const IS_TO_BE_DONE =
  /^(?: (?:morning|afternoon|evening|night))?,? (?:[\w'’-]+ ){1,6}(?:is|are) (?:to (?!blame\b)|(?:set|due|expected|scheduled|going) to )/;
/** "In a speech on Monday the president said". */
export const BEGINS_ASIDE = /^(?:In|At|During|After|Following|Near|Outside|Late|Early|Also)\b/;
/** "Tickets for Friday were sold", "the vote was moved to Friday". */
export const MOVED_TO =
  /(?<!\b(?:scheduled|planned|(?:is|are|(?:has|have) been) (?:set|called|fixed)) )\b(?:for|to) $/i;
/** "Since Sunday" has begun, whatever its verb. */
export const PAST_ITSELF = /\bsince (?:late |early )?$/i;
/** "The Sunday strike", whatever will be done about it. */
export const ATTRIBUTE = /\b(?:the|an?|this|his|her|its|their|our) $/i;

const UNPLANNED =
  'attacks?|explosions?|blasts?|bombings?|crash(?:es)?|(?:earth)?quakes?|shootings?|stabbings?|accidents?|disasters?|' +
  'derailments?|collisions?|landslides?|killings?|murders?|massacre|ambush';
/** No words of the event's name; what is only played is planned: "Sunday's mock attack". */
const NO_PART_OF_EVENT =
  'about|on|over|after|of|to|for|with|and|in|at|mock|simulated|staged|fake|pretend|practice|training';
/** Words behind a noun that it is no part of another with, as it is in "crash course". */
const BEHIND_NOUN =
  'about|across|after|against|ago|along|also|amid|among|and|around|as|at|because|before|behind|beside|between|but|by|' +
  'despite|during|except|following|for|from|here|in|inside|into|last|like|near|next|not|of|off|on|onto|or|outside|over|since|so|than|' +
  'that|though|through|throughout|to|today|tomorrow|toward|towards|under|until|when|where|whether|which|while|who|whom|whose|with|' +
  'within|without|yesterday';
const AUXILIARY = 'will|would|shall|should|can|could|may|might|must|does|do';
/**
 * What nobody plans is over when it is told of, whatever will be done about it: "Sunday's train crash", and behind "the"
 * "the Sunday crash". Its word is the last of its name: "the Saturday crash course" is to be planned.
 */
export const UNPLANNED_EVENT = new RegExp(
  String.raw`^(?:['’]s)? (?:(?!(?:${NO_PART_OF_EVENT}) )[\w-]+ ){0,2}?(?:${UNPLANNED})(?=\s*$|\s?[^\w\s-]| (?:${BEHIND_NOUN}|${AUXILIARY}|${PRESENT_FORMS}|${PAST_FORMS.join('|')}|(?!themed|family|rally)[a-z]+(?:ed|ly))\b)`,
);

/** Behind an event and its day: it is to come. */
export const STILL_PLANNED =
  /^,? (?:(?:is|are|remains?)(?: still)?|(?:was|were|remained) still) (?:on|in) the (?:calendar|agenda|schedule|programme|program|diary|cards)\b/;
/** A meeting or the like, and of whom and where it is, before its day. */
export const EVENT_BEFORE = new RegExp(
  String.raw`^(?:[\w'’-]+ ){1,3}?(?:${EVENTS}|round)\b[^,;:.]{0,60}(?:, (?:in|at) [^,;:.]{1,40})?,? (?:on )?$`,
);

/** A day's vote is not over because somebody spoke of it: "he discussed Sunday's vote". */
export const PLANNED_EVENT = new RegExp(String.raw`^['’]s (?:[\w-]+ ){0,2}?(?:${EVENTS})\b`);
