/** What a sentence says around an expression of time, its white space as single spaces. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const NO_VERB = String.raw`(?<!\b(?:be|been|being|is|are|isn['’]t|aren['’]t|get|have|remain|stay|keep|to)\s(?:(?:not|also|[a-z]+ly)\s)?)\b`;
/** Forms that are the past of a verb and nothing else that often stands in news. */
const PAST = new RegExp(
  `${NO_VERB}(?:said|told|was|were|did|had|began|met|spoke|took|came|went|got|gave|made|left|fell|rose|broke|held|saw|` +
    'won|lost|sent|led|struck|shot|fled|kept|thought|wrote|knew|became|found|brought|stood|flew|drove|fought|ran|sat|' +
    'sold|bought|caught|taught|sought|heard|paid|laid|built|dealt|drew|ate|swore|tore|wore|threw|grew|blew|shook|' +
    'stole|chose|rode|swept|dug|hung|sank|slid|spent|withdrew|overthrew|undertook|overtook|retook|underwent|arose|' +
    String.raw`oversaw|slept|lit|hid|woke|(?:(?<!s )(?:hit|put|quit))|(?:has|have|['’]ve) (?:been )?[a-z]{2,}ed)\b`,
  'g',
);
/** May be an adjective too: `will hold delayed talks`. */
const PAST_IN_ED = new RegExp(
  `${NO_VERB}(?!(?:planned|scheduled|expected|hundred|united|closed|supposed|anticipated|projected|slated|sacred|` +
    String.raw`[a-z]*(?<!agr|fr|fl)eed)\b)[a-z]{2,}ed\b(?!-)`,
  'g',
);
/** Right before the day it is the verb. */
const PAST_AT_END = new RegExp(`${PAST_IN_ED.source} (?:(?:late|early|earlier|later|again) )?(?:on )?$`, 'g');

// "Will" and "May" may be names, "the will" a noun, "due to a quarrel" a reason.
const WILL = /(?<!\b(?:the|his|her|their|of)\s)\b(?:will|shall|won['’]t)\b|['’]ll\b/g;
const DUE = String.raw`due (?:to (?:be|begin|start|open|reopen|resume|restart|meet|hold|take|end|expire|arrive|leave|visit|speak|appear|vote|return|travel|go|face|sign|launch|close|finish)\b|(?:on |by )?$)`;
const PLANNED = new RegExp(
  String.raw`\b(?:(?:is|are) (?:to (?!blame)|going to|set to)|${DUE}|expected to|(?:is|are) (?:scheduled|planned)|(?:scheduled|planned) for|scheduled to|plans? to|next(?! to\b)|upcoming)`,
  'gi',
);
/** What is asked, ordered or meant to be done is done, if at all, on a day that may be either. */
const MEANT = String.raw`(?<!in )\b(?:ask|order|urg|invit|requir|allow|want|promis|vow|pledg|agree|decid|threaten|offer|propos|plann|planning|intend|hop|prepar|arrang|request|instruct|summon|vot|call|permit|direct|told|tell)(?:e?d|ing|e?s|es)? (?:[\w'’]+ ){0,4}?to [a-z]+`;
/** Words after which a day may be the last or the next: no day is told rather than a wrong one. */
const EITHER_WAY = new RegExp(
  String.raw`\b(?:(?:would|could|may|might|should|must|can|further|another)\b|set for|plans? an?|['’]d (?:not )?(?!been\b|had\b|[a-z]+ed\b)[a-z]+|to be [a-z]+ed|(?:was|were|been|be|got|gets?|is|are) (?:being )?(?:cancell?ed|called off|moved|postponed|delayed|banned|scrapped|rescheduled|sold out|brought forward|put off)|if [a-z]+ed\b|(?:is|are) (?:meeting|coming|leaving|returning|holding|voting|visiting)|(?<!\b(?:is|are) )(?:scheduled|planned)(?! (?:for|to)\b)|ahead of|until|(?:agreed|hopes?|hoped|wants?|wanted|intends?|intended) to|(?:was|were) to|(?:was|were|been) (?:\w+ )?(?:${DUE}|expected|planned|scheduled)|^Will|(?<!to )(?:opens?|reopens?|starts?|begins?|resumes?|returns?|takes? place)(?: on)? ?$|(?:is|are)(?: on)? $|(?<!due )(?:by|before) $|likely|possibl[ey]|forecast|slated|poised|about to|as soon as|(?<!\b(?:is|are) )set to|(?:preparing|ready|bound) for)|${MEANT}`,
  'gi',
);
/** Of what is to come as often as of what is; forms that are nouns too, such as "talks", are left out. */
const PRESENT = new RegExp(
  String.raw`(?<!\b(?:to|did|not) |n['’]t )\b(?:is|are|meets?|arrives?|departs?|leaves|(?:re)?opens|closes|begins?|starts|resumes?|continues?|premieres|goes|go(?!als?\b)|holds|takes|travels|expires?|comes?|becomes?|gets?|gives|makes|heads|joins?|airs|flies|returns|decides?|considers?|hears|appears?|speaks|sits|receives?|celebrates?|performs?|competes?|ends|falls|runs|kicks|turns|moves|brings|welcomes?|gathers?|debuts|serves|presents|unveils?|announces?|publishes|elects?)\b`,
  'g',
);

const CLAUSE_END =
  /["“”;—]|[:,]\s|\b(?:that|who|whose|which|what|where|because|after|following|over|since)\b/g;
/** What is told in these is told of something beside: "the minister, who was elected in May". */
const ASIDE = /^(?:that|who|whose|which|what|where|because|after|following|over|since)$/;

/** How many clauses away a verb is looked for: a list of days may have many more. */
const CLAUSES = 6;

/** What may stand before a day that begins its sentence and has its verb behind it. */
const BEGINS =
  /^["“‘(]?(?:(?:But|And|Also|Even|Then|Separately|Meanwhile|Earlier|Later),? )?(?:[Oo]n |[Bb]y )?(?:the )?$/;
/** "In a speech on Monday the president said". */
const BEGINS_ASIDE = /^(?:In|At|During|After|Following|Near|Outside|Late|Early|Also)\b/;
/** "Tickets for Friday were sold", "the vote was moved to Friday". */
const MOVED_TO = /(?<!\b(?:scheduled|planned) )\b(?:for|to) $/i;
/** "Since Sunday" has begun, whatever its verb. */
const PAST_ITSELF = /\bsince (?:late |early )?$/i;
/** "The Sunday strike", whatever will be done about it. */
const ATTRIBUTE = /\b(?:the|an?|this|his|her|its|their|our) $/i;
/** A day's vote is not over because somebody spoke of it: "he discussed Sunday's vote". */
const PLANNED_EVENT =
  /^['’]s (?:[\w-]+ ){0,2}?(?:votes?|voting|elections?|referendum|polls?|runoff|match|game|race|meetings?|summit|talks|debate|deadline|concert|hearing|ceremony|launch|final|celebrations?|rally|march|visit|conference|session|festival|expiration|opening|release|primary)\b/;

/**
 * Of what the clause around an expression tells: of the past only where a verb says so, since announcements are
 * made in the present; `undefined`: it may be either.
 */
export function tenseOf({ before, after }: Around): 'past' | 'future' | undefined {
  const clause = clauseBefore(before, after);
  const past = Math.max(lastEnd(clause, PAST), lastEnd(clause, PAST_AT_END));
  const will = lastEnd(clause, WILL);
  const planned = lastEnd(clause, PLANNED);
  const either = lastEnd(clause, EITHER_WAY);
  const present = lastEnd(clause, PRESENT);
  const future = Math.max(will, planned);
  const rest = after.slice(0, firstStart(after, CLAUSE_END));
  const ofADay = /^['’]s\b/.test(after);
  const aside = BEGINS_ASIDE.test(before) && clause === before;
  if (PLANNED_EVENT.test(after)) {
    const over = future === 0 && (told(rest) === 'past' || (aside && toldBehind(after) === 'past'));
    return over ? 'past' : undefined;
  }
  if (MOVED_TO.test(before) && !ofADay) return undefined;
  const unless = ofADay || after.startsWith(' is ') || isOpen(`${clause} ${after}`);
  if (PAST_ITSELF.test(before) && !unless) return 'past';
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
  if (BEGINS.test(before)) return toldBehind(after);
  const behind = aside ? (toldBehind(after) ?? 'either') : told(rest);
  return behind === 'past' || (behind === undefined && toldEarlier(before)) ? 'past' : undefined;
}

/** Whether the clause around an expression tells of what is or may be, as announcements do. */
export function isAnnounced({ before, after }: Around): boolean {
  const clause = clauseBefore(before, after);
  return [PRESENT, EITHER_WAY].some((words) => lastEnd(clause, words) > 0);
}

/** Whether a verb in the past stands in a text. */
export function hasPast(text: string): boolean {
  return lastEnd(text, PAST) > 0 || lastEnd(text, PAST_IN_ED) > 0;
}

/** The clause an expression stands in, as far as it stands before it: "He said, on Monday, that". */
function clauseBefore(before: string, after: string): string {
  const inserted = /^(?:[,.]|$)/.test(after) ? before.replace(/, (?:(?:on|late|early) )*$/, ' ') : before;
  return inserted.slice(lastEnd(inserted, CLAUSE_END));
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
  for (const end of [...[...after.matchAll(CLAUSE_END)].slice(0, CLAUSES), undefined]) {
    const clause = after.slice(start, end?.index);
    const tense = ASIDE.test(opened) ? undefined : told(clause);
    if (tense !== undefined) return tense === 'either' ? undefined : tense;
    if (!end) break;
    opened = end[0];
    start = end.index + opened.length;
  }
  const open = isOpen(after) || lastEnd(after, PRESENT) > 0;
  return hasPast(after) && !open ? 'past' : undefined;
}

/** Whether what is told before a clause without a verb tells of the past, and so of it: "fled after the raid on Sunday". */
function toldEarlier(before: string): boolean {
  const ends = [...before.matchAll(CLAUSE_END)];
  for (const [at, end] of [...ends.entries()].slice(-CLAUSES).reverse()) {
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
