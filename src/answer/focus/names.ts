import type { Span } from '../../corpus/document.ts';
import { ANY_MONTH, ANY_WEEKDAY, MONTHS, WEEKDAYS } from '../../language/calendar-names.ts';
import { NAME } from '../../language/expressions.ts';
import { isStopWord } from '../../language/languages.ts';
import { isAmong } from '../../language/plural.ts';
import { words } from '../../language/words.ts';
import { before, type Asked } from './asked.ts';

// What names of persons and names of places have in common.

const PREPOSITION =
  /(?:^|[^\p{L}])(in|im|at|near|to|from|nach|aus|bei|by|durch|with|mit|of|into)\s+(?:(?:the|a|an|der|den|dem)\s+)?["'“‘(]?$/iu;

/** Of those that a question may begin or end with, those that stand before its answer too. */
const ASKED_PREPOSITIONS = new Set(['with', 'against', 'for', 'to', 'from', 'by', 'after', 'under', 'about']);

/** Days and months have capitals in English, but answer neither "who" nor "where". */
const DAY_OR_MONTH = new RegExp(`^(?:${ANY_WEEKDAY}|${ANY_MONTH}|Uhr)(?:['’]s)?$`, 'u');

/** "President Roth" is no less the answer because the question asks for the president. */
export const TITLES = new Set(
  `president prime minister chancellor mayor king queen prince princess general secretary chief director
  captain doctor professor dr mr mrs ms sir lady judge justice chairman chairwoman governor senator coach sheriff
  inspector prasident kanzler burgermeister burgermeisterin konig konigin`.split(/\s+/),
);

/** A day of the week that a name is written together with: "Monday Brandt". */
const LEADING_DAY = new RegExp(String.raw`^${ANY_WEEKDAY}(?:['’]s)?\s+(?=\p{Lu})`, 'u');

/** In UTF-16 code units: "&" with its spaces. */
const MAX_JOINT = 5;

/** It has its capital anyway: "then I was up". */
const PRONOUN = /^I(?:['’]\p{Ll}{1,2})?$/u;

/** What no word goes on with, but a pseudonym does: digits behind a small letter, an underscore. */
const PSEUDONYM_REST = /(?<=\p{Ll})\p{Nd}[\p{L}\p{Nd}_]*|_[\p{L}\p{Nd}_]*/uy;

/** A sentence's first word, with what joins it to the rest of its name: "Edward the Confessor", "Philip II of Spain". */
const FIRST_WORD =
  /^(["'“‘(]?)(\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+[IVX]{1,4})?\s+(?:(?:&|of|the|de|da|di|van|von|der|al|bin)\s+)?$/u;
/** A sentence's first words that are a title with its full stop and a part of the name: "Dr. Ann" of "Dr. Ann Brandt". */
const FIRST_TITLE =
  /^(["'“‘(]?)(?:(?:Dr|Prof|Mr|Mrs|Ms|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon)\.\s+)+(?:\p{Lu}[\p{L}\p{M}'’-]*\.?\s+){0,2}$/u;
/** In UTF-16 code units: what is longer is more than a first word. */
const MAX_FIRST_WORD = 40;

/** What begins a sentence with a capital and is no part of the name behind it: "Yesterday Brandt left". */
export const NO_FIRST_NAME = new RegExp(
  `^(?:yesterday|today|tomorrow|meanwhile|however|later|then|since|despite|according|although|though|when|while|did|gestern|heute|dann|${[...WEEKDAYS, ...MONTHS].join('|')})$`,
  'iu',
);

/** A name of more is rather something else that is asked. */
const MAX_NAME_WORDS = 4;
const BE = new Set(['is', 'was', 'are', 'were']);
const FILLERS = new Set(['again', 'anyway', 'exactly', 'really', 'actually', 'now', 'even', 'then']);
/** Where a word with a capital is rather what somebody is: "the Treasurer", "Treasurer: Brandt", "Treasurer Brandt". */
const OF_ROLE = /\b(?:the|a|an|our|his|her|their)\s+$/iu;
const BEFORE_NAME = /^(?:\s*:|\s+\p{Lu})/u;
/** In UTF-16 code units: as much is looked at behind a word for this. */
const MAX_BEFORE_NAME = 4;
/** In UTF-16 code units: as much is looked at behind an adjective for the letter that its noun begins with. */
const MAX_TO_NOUN = 5;

/** The preposition that a name stands behind, in lower case; empty where there is none. */
export function prepositionBefore({ sentence }: Asked, { start }: Span): string {
  return PREPOSITION.exec(before(sentence, start))?.[1]?.toLowerCase() ?? '';
}

/** The preposition with which a question begins or ends: "with" of "who did they fight with", "from" of "from whom". */
export function prepositionAsked({ question }: Asked): string | undefined {
  const last = question.at(-1)?.form ?? '';
  if (ASKED_PREPOSITIONS.has(last)) return last;
  const who = question.findIndex(({ form }) => form === 'whom' || form === 'who');
  const ahead = question[who - 1]?.form ?? '';
  return ASKED_PREPOSITIONS.has(ahead) ? ahead : undefined;
}

/**
 * An acronym beside a number says what it is of ("UTC+1", "20:00 CET", "50 HP"), as one that fills a table's cell does.
 */
export function isUnit(sentence: string, { start, end }: Span): boolean {
  return (
    /^\p{Lu}{2,5}$/u.test(sentence.slice(start, end)) &&
    (/^(?:\s?[+\-−±]?\p{Nd}|\s?\|)/u.test(sentence.slice(end, end + 3)) ||
      /[\p{Nd}|]\s?$/u.test(sentence.slice(Math.max(0, start - 2), start)))
  );
}

/** Whether words with capitals may be a name that answers: of what the question does not name itself. */
export function mayAnswer(asked: Asked, { start, end }: Span): boolean {
  const name = asked.sentence.slice(start, end);
  return !DAY_OR_MONTH.test(name) && !isAbout(name, asked) && !isAdjective(asked.sentence, start, end);
}

/** "The Russian capital" names neither a person nor a place. */
function isAdjective(sentence: string, start: number, end: number): boolean {
  return (
    /^\p{Lu}\p{Ll}*(?:an|ish|ese|i)$/u.test(sentence.slice(start, end)) &&
    /\b(?:the|a|an)\s+$/iu.test(before(sentence, start)) &&
    /^\s+\p{Ll}/u.test(sentence.slice(end, end + MAX_TO_NOUN))
  );
}

/** Whether the question names it itself, or a part of it: "where do eels live" names the eel. */
export function isAbout(name: string, { forms, language }: Asked): boolean {
  const found = words(name);
  const telling = found.filter((word) => !isStopWord(word, language) && !TITLES.has(word.form));
  return telling.length > 0
    ? telling.some(({ form }) => isAmong(form, forms))
    : found.every(({ form }) => forms.has(form));
}

/**
 * Where a sentence holds names: as `NAME` finds them, with what else is of a pseudonym ("Old_Mill", "Reed77"), and
 * those as one that "&" joins.
 */
export function namesIn(sentence: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: name } of sentence.matchAll(NAME)) {
    const last = found.at(-1);
    if ((last && last.end > index) || PRONOUN.test(name)) continue;
    const end = index + name.length + restOfPseudonym(sentence, index + name.length);
    if (last && index - last.end <= MAX_JOINT && /^\s+&\s+$/u.test(sentence.slice(last.end, index))) {
      found[found.length - 1] = { start: last.start, end };
    } else {
      found.push({ start: index, end });
    }
  }
  return found;
}

function restOfPseudonym(sentence: string, at: number): number {
  PSEUDONYM_REST.lastIndex = at;
  return PSEUDONYM_REST.exec(sentence)?.[0].length ?? 0;
}

/** A name of {@link namesIn} without a weekday before it and without the full stop of its sentence. */
export function withoutDay(sentence: string, { start, end }: Span): Span {
  const name = sentence.slice(start, end);
  const day = LEADING_DAY.exec(name)?.[0].length ?? 0;
  return { start: start + day, end: start + withoutStop(name).length };
}

/** The full stop of an abbreviation stays: "U.S.", "Jr.". */
function withoutStop(match: string): string {
  return /(?:(?<!\p{L})\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms))\.$/u.test(match)
    ? match
    : match.replace(/[.\-'’]+$/u, '');
}

/**
 * Where a name begins whose rest begins at `start`: `NAME` leaves the sentence's first word out, which has its capital
 * anyway; before another it is a name.
 */
export function startOfName({ sentence, language }: Asked, start: number): number {
  if (start > MAX_FIRST_WORD) return start;
  const titled = FIRST_TITLE.exec(sentence.slice(0, start));
  if (titled) return titled[1]!.length;
  const [, quote, first] = FIRST_WORD.exec(sentence.slice(0, start)) ?? [];
  if (first === undefined || NO_FIRST_NAME.test(first)) return start;
  const [word] = words(first);
  return word && !isStopWord(word, language) ? quote!.length : start;
}

/**
 * Whether the question names somebody and asks who that is, and the sentence has the name: "who is Odile Brandt?" is
 * answered by no other name.
 */
export function asksWhoSomebodyIs({ question, found, sentence, language }: Asked): boolean {
  const [who, verb] = question;
  if (who?.form !== 'who') return false;
  // Of "who's" the form is that of "who".
  const isShort = who.end - who.start > who.form.length;
  if (!isShort && !BE.has(verb?.form ?? '')) return false;
  const named = question.slice(isShort ? 1 : 2).filter(({ form }) => !FILLERS.has(form));
  if (named.length === 0 || named.length > MAX_NAME_WORDS || TITLES.has(named[0]!.form)) return false;
  if (named.some((word) => isStopWord(word, language))) return false;
  const last = named.length - 1;
  return named.every(({ form }, i) =>
    found.some(
      (word) =>
        word.form === form &&
        /^\p{Lu}/u.test(sentence.slice(word.start, word.end)) &&
        !OF_ROLE.test(before(sentence, word.start)) &&
        (i < last || !BEFORE_NAME.test(sentence.slice(word.end, word.end + MAX_BEFORE_NAME))),
    ),
  );
}
