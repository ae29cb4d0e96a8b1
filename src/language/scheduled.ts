import { anyOf } from './any-of.ts';
import { WEEKDAY } from './calendar-names.ts';
import { LABEL, STORY } from './tense-words.ts';
import { type Around, hasPast } from './tense.ts';

// The present of verbs of schedules: "the trial begins Monday" is told of the next one. What may be a habit ("the choir
// meets on Monday"), opening hours ("the pool opens on Friday at 9") or a picture ("he arrives at a church on Sunday") is not.

/** Between a verb and its day. */
const AT = String.raw`(?: at (?:noon|midnight|\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?| o['’]clock)?))?`;
const TO_DAY = String.raw`${AT}(?:,? (?:late|early))?(?: on)?(?: the)? ?$`;
const PLACE = String.raw`(?: (?:in|at|for|to) (?:the )?(?:[A-Z][\w'’-]* ?){1,3}(?<! ))?`;

/** What takes place once, as far as nothing tells otherwise; with "next" anything does. */
const EVENT = anyOf([
  'match|game|derby|final|semi-?final|quarter-?final|play-?off|race|tournament|cup|draw|raffle',
  'concert|show|gig|premiere|performance|festival|fair|fête|fete|gala|party|wedding|funeral|parade|exhibition|feast|picnic|barbecue',
  'trial|hearing|verdict|sentencing|inquest|vote|ballot|election|referendum|run-?off|primary|debate|inauguration|poll',
  'deadline|cut-?off|meeting|summit|conference|congress|assembly|ceremony|launch|opening|reopening|closure|auction|sale|rally|march|protest|strike|walkout',
  'visit|interview|exam|test|tour|maintenance|update|release|event|reunion|workshop|reading|inspection|eclipse',
]);
const IS_DAY = String.raw`(?:(?:^|\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|\w+['’]s) )(?:[\w'’-]+ ){0,3}?(?:${EVENT})(?: (?:for|of|against|with|between|in|at) [\w'’ -]{1,40}?)?|\b[Tt]he (?:next|first|last|final|second|third) (?:[\w'’-]+ ){0,2}?[\w'’-]+) (?:is|are)${AT}(?: on)? ?$`;

const BEGINS_OR_ENDS =
  'begins?|starts?|resumes?|restarts?|reopens?|ends?|concludes?|launch(?:es)?|expires?|takes? place|premieres?|kicks? off|' +
  'runs? out|go(?:es)? (?:live|on sale|on trial|to trial|into effect|into force)|comes? (?:out|into (?:effect|force))|takes? effect';
/** Of whoever goes somewhere; their doings are told of pictures too, and only so near to the day of schedules. */
const GOES = 'steps? down|arrives?|comes?(?: back)?|departs?|leaves?|returns?|flies|sails?';
const CLOSED = '(?:opens?|closes?)';
/** Whose doors open and close as they do every day. */
const KEEPS_HOURS =
  /\b(?:shops?|stores?|museums?|librar(?:y|ies)|offices?|pools?|baths?|desks?|banks?|baker(?:y|ies)|salons?|barbers?|saloon|laundry|canteen|caf[eé]s?|restaurants?|kitchens?|markets?|clinics?|surger(?:y|ies)|pharmac(?:y|ies)|bars?|pubs?|halls?|gates?|gyms?|reception|zoo|park|counter|gallery|galleries|centres?|centers?|station|we|I|it|they|which)\b/i;
const MEETS = `(?:[Pp]arliament|[Cc]ongress|[Ss]enate|[Cc]abinet|[Cc]ourt|[Aa]ssembly|[Cc]ouncil|[Cc]ommission|(?:[\\w-]+ )?(?:[Mm]inisters|[Ll]eaders|[Ll]awmakers|[Dd]elegates|[Nn]egotiators|[Pp]residents|[Oo]fficials|[Cc]reditors|[Uu]nions|[Rr]ivals)) (?:meets?|convenes?|votes?)`;
/** "The team, founded in 1898, plays on". */
const PLAYS = String.raw`(?:plays?|faces?|hosts?)(?: (?:at home|away|again|(?:against )?(?:[A-Z][\w'’-]* ?){1,3}(?<! )))?`;

const SCHEDULED = new RegExp(
  anyOf([
    IS_DAY,
    String.raw`\b(?:${BEGINS_OR_ENDS}|${CLOSED})(?: (?:again|anew|here|up))?${PLACE}${TO_DAY}`,
    String.raw`\b(?:${GOES})(?: (?:for|to|from) (?:the )?[A-Z][\w'’-]*)?${TO_DAY}`,
    String.raw`\b${MEETS}(?: again)?${PLACE}${TO_DAY}`,
    String.raw`\b(?:[Tt]eam|[Ss]ide|[A-Z][\w'’-]*)(?:,[^,]*,)? ${PLAYS}${TO_DAY}`,
    String.raw`\bgo(?:es)? to the polls${PLACE}${TO_DAY}`,
    String.raw`\bha(?:s|ve) until(?: (?:noon|midnight)(?: on)?| late| early)? $`,
    String.raw`\b(?:is|are) (?:now )?(?:expected|due|scheduled|planned|forecast)${PLACE}(?: (?:for|on|by))?(?: (?:late|early))? ?$`,
    String.raw`\b(?:[Aa]|[Aa]n|[Aa]nother) (?:[\w-]+ ){0,2}?(?:${EVENT}) is (?:being )?held${PLACE}(?: on)? $`,
  ]),
);
/** What is asked to be done by a day: "Bring your pots by". */
const TO_DO_BY =
  /^(?:Please )?(?:Bring|Send|Apply|Register|Sign up|Submit|Enter|Pay|Book|Reply|Return|Hand in|Let us know|Order|Tell|Email|Write)\b[^.!?]{0,80}? (?:by|before)(?: noon on| noon)? $/i;
/** It comes again, or might not. */
const HABIT =
  /\b(?:every|each|usually|always|often|normally|generally|regularly|sometimes|typically|weekly|daily|monthly|nightly|annual(?:ly)?|if|unless|when|whenever|where|once|never|not|would|could|may|might|should|must|can|cannot)\b|n['’]t\b/i;
/** What comes again as a rule, unless it is the next or the first of its kind. */
const OF_HABIT =
  /\b(?:weeks?|weekends?|nights?|days?|months?|years?|hours|class|classes|lessons?|practice|training|rehearsals?|services?|mass|prayers|shifts?|rotation|rounds?|cycles?|periods?|rentals?|stays?|check-?(?:in|out)|sabbath|lent|collection|delivery|deliveries|bus|ferry|train|boat|truck|garbage|trash|refuse|rubbish|bins?|milkman|postman|mail|orders?|parcels?|papers?|magazine|rent|tuition|homework)\b/i;
const ONE_OF_THEM = /\b(?:next|first|final)\b/i;
/** Behind a day of each week or year. */
const HABIT_AFTER = new RegExp(
  String.raw`^ (?:mornings|afternoons|evenings|nights)\b|^(?: (?:morning|afternoon|evening|night))?,? (?:(?:and|or|to|through) (?:on )?${WEEKDAY}|every|each|of|in (?:the )?(?:first|last|second))\b|\b(?:every|each|usually|weekly|annually)\b`,
  'i',
);
/** Wherever it stands, the present is that of a rule or of what is made up: "if you pay on Friday, it arrives on". */
const OF_RULE_OR_STORY =
  /\b(?:if|unless|whenever|every|each)\b|^When\b|\bin (?:the|this|his|her|that) (?:[\w-]+ )?(?:film|book|movie|play|novel|series|episode|story|opera)\b/i;
const AT_HOURS =
  /^(?: (?:morning|afternoon|evening|night))?,? (?:at|from|until|till|between) (?:noon|midnight|\d)/;
/** Who tells it before it: "he said that the trial begins". */
const TOLD_BY =
  /^.*\b(?:said|says|announced|confirmed|added|told (?:[\w'’]+ ){1,3})(?: (?:late |early |on )?\w+day)?(?: that)? /;
const ASKS_WHEN = new RegExp(
  String.raw`^When (?:is|are|does|do) (?:the|our|your|that|this) (?:[\w'’-]+ ){0,2}?(?:${EVENT})\b[^?]{0,40}\?$`,
  'i',
);
const IT_IS_ON = /^(?:It is|It['’]s|It will be)(?: on)? $/;

/** Whether what a weekday is of is told as planned, in the present: the next such day is meant. */
export function isScheduled({ before, after }: Around, earlier: string): boolean {
  if (LABEL.test(before)) return true;
  if (TO_DO_BY.test(before)) return !HABIT_AFTER.test(after) && !HABIT.test(before);
  if (IT_IS_ON.test(before)) return ASKS_WHEN.test(earlier) && !HABIT.test(earlier.slice('When '.length));
  if (
    !SCHEDULED.test(before) ||
    isToldAsOver(after) ||
    OF_RULE_OR_STORY.test(before) ||
    HABIT_AFTER.test(after) ||
    STORY.test(before)
  )
    return false;
  const clause = /[^,;:"“”—–]*(?:,[^,]{1,60}, )?[^,;:"“”—–]*$/
    .exec(before)![0]
    .replace(TOLD_BY, '')
    .trimStart();
  if (hasPast(clause.replace(/,[^,]*,/, ' ')) || HABIT.test(clause)) return false;
  if (OF_HABIT.test(clause) && !ONE_OF_THEM.test(clause)) return false;
  const opens = new RegExp(String.raw`\b${CLOSED}\b[^,]*$`).exec(clause);
  return !opens || (!AT_HOURS.test(after) && !KEEPS_HOURS.test(clause.slice(0, opens.index)));
}

/** "The truce, due to begin on Saturday, failed". */
function isToldAsOver(after: string): boolean {
  return hasPast(/^[^,;:"“”—–]*/.exec(after)![0]) || hasPast(/^, (?!said|told)\w+/.exec(after)?.[0] ?? '');
}
