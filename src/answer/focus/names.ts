import type { Span } from '../../corpus/document.ts';
import { ANY_MONTH, ANY_WEEKDAY, MONTHS, WEEKDAYS } from '../../language/calendar-names.ts';
import { NAME } from '../../language/expressions.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { isStopWord } from '../../language/languages.ts';
import { words } from '../../language/words.ts';
import { before, type Asked, type Candidate } from './asked.ts';
import { isGermanName } from '../../language/german-names.ts';

const PREPOSITION =
  /(?:^|[^\p{L}])(in|im|at|near|to|from|nach|aus|bei|by|durch|with|mit|of|into)\s+(?:(?:the|a|an|der|den|dem)\s+)?["'“‘(]?$/iu;
const OF_PLACES = new Set(['in', 'im', 'at', 'near', 'to', 'from', 'into', 'nach', 'aus', 'bei']);
const NO_PLACE = new Set(['by', 'with', 'durch', 'mit']);
const NO_PERSON = new Set(['in', 'im', 'at', 'near', 'into', 'of']);

/** Names of persons or of places, as far as the words before them tell. */
export function namesIn(asked: Asked, persons: boolean): Candidate[] {
  const { sentence } = asked;
  const found: Candidate[] = [];
  const first = persons ? firstWordAsName(asked) : undefined;
  if (first) found.push({ ...first, doubtful: true });
  for (const match of sentence.matchAll(NAME)) {
    for (const { start, end } of persons ? personsIn(asked, match) : placesIn(asked, match)) {
      const name = sentence.slice(start, end);
      if (DAY_OR_MONTH.test(name) || isAbout(name, asked)) continue;
      if (isAdjective(sentence, start, end)) continue;
      const preposition = PREPOSITION.exec(before(sentence, start))?.[1]?.toLowerCase() ?? '';
      if ((persons ? NO_PERSON : NO_PLACE).has(preposition)) continue;
      const sure = persons ? preposition === 'by' || preposition === 'durch' : OF_PLACES.has(preposition);
      if (asked.language === 'de' && !isGermanName(sentence, start, end, persons)) continue;
      found.push({ start, end, doubtful: !sure });
    }
  }
  return persons && found.length > 0 ? withoutPlaces(asked, found) : found;
}

/** A name behind what says that it is a place's: "in Baku", "the capital, Baku". A possessive ("in Anna's") is not. */
const NAMED_PLACE =
  /(?<!\p{L})(?:in|near|outside|across|throughout|(?:capital|city|town|village|district|province|region|port|river|island)(?:,|\s+of)?)\s+(\p{Lu}[\p{L}\p{M}-]*(?:\s+\p{Lu}[\p{L}\p{M}-]*)*)(?!['’\p{L}\p{M}])/gu;

/** Without names that the passage knows as places. */
function withoutPlaces({ sentence, passage }: Asked, found: readonly Candidate[]): Candidate[] {
  const places = new Set(Array.from(passage.matchAll(NAMED_PLACE), ([, name]) => name!));
  return found.filter(({ start, end }) => !places.has(sentence.slice(start, end)));
}

/** Nouns that begin a sentence without an article as a name does, and who is meant by none of them. */
const NO_NAME =
  /^(?:police|people|men|women|children|staff|congress|parliament|government|everyone|everybody|someone|somebody|anyone|anybody|nobody|nothing|something|everything|rain|snow|fire|work|peace|war|trade|traffic|state|media|life|time|money|water|power|half|most|many|others?|another|fans?|several|both|[a-z]+(?:[^s]s|ing|[ts]ion|ment|ness|ity|ance|ence|ship|ism|ure|out|hood|\p{L}{3}ly))$/iu;
const PAST_OR_AUXILIARY = /^(?:\p{Ll}+ed|is|will|would|can|could|may|might|must|shall|should)$/u;

/**
 * The sentence's first word where it is a name, as far as one word tells: English, no noun that stands there without
 * an article, and before a verb ("Brandt designed the bridge").
 */
function firstWordAsName(asked: Asked): Span | undefined {
  const { sentence, language, english } = asked;
  const [, quote, first, next] =
    /^(["'“‘(]?)(\p{Lu}[\p{L}\p{M}'’-]{1,40})\s+(\p{Ll}{2,20})(?![\p{L}\p{M}])/u.exec(
      sentence.slice(0, 80),
    ) ?? [];
  if (first === undefined || !english || first === first.toUpperCase()) return undefined;
  if (NO_FIRST_NAME.test(first) || NO_NAME.test(first) || isAbout(first, asked)) return undefined;
  const [word] = words(first);
  if (!word || isStopWord(word, language)) return undefined;
  if (!PAST_OR_AUXILIARY.test(next!) && baseOf(next!) === undefined) return undefined;
  return { start: quote!.length, end: quote!.length + first.length };
}

function personsIn(asked: Asked, match: RegExpExecArray): Span[] {
  const whole = withoutDay(match);
  const start = whole.start > match.index ? whole.start : startOfName(asked, match.index);
  const name = asked.sentence.slice(start, whole.end);
  if (!isAbout(name, asked)) return [{ start, end: whole.end }];
  // "Aliyev and Putin" holds who met Aliyev; "President Roth of Weißland" who is its president.
  const parts: Span[] = [];
  let at = start;
  for (const part of name.split(/(\s+and\s+)/u)) {
    const person = /^.*?(?=\s+(?:of|de|von)\s|$)/su.exec(part)?.[0] ?? '';
    if (/^\p{Lu}/u.test(person)) parts.push({ start: at, end: at + person.length });
    at += part.length;
  }
  return parts;
}

/** Without what is the rest of a name that begins the sentence: rather who did it than where. */
function placesIn(asked: Asked, match: RegExpExecArray): Span[] {
  return startOfName(asked, match.index) < match.index ? [] : [withoutDay(match)];
}

function withoutDay(match: RegExpExecArray): Span {
  const day = LEADING_DAY.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + day, end: match.index + nameOf(match[0]).length };
}

/** {@link NAME} leaves the sentence's first word out, which has its capital anyway; before another it is a name. */
function startOfName({ sentence, language }: Asked, start: number): number {
  if (start > 40) return start;
  const [, quote, first] = /^(["'“‘(]?)(\p{Lu}[\p{L}\p{M}'’-]*)\s+$/u.exec(sentence.slice(0, start)) ?? [];
  if (first === undefined || NO_FIRST_NAME.test(first)) return start;
  const [word] = words(first);
  return word && !isStopWord(word, language) ? quote!.length : start;
}

/** "The Russian capital" names neither a person nor a place. */
function isAdjective(sentence: string, start: number, end: number): boolean {
  return (
    /^\p{Lu}\p{Ll}*(?:an|ish|ese|i)$/u.test(sentence.slice(start, end)) &&
    /\b(?:the|a|an)\s+$/iu.test(before(sentence, start)) &&
    /^\s+\p{Ll}/u.test(sentence.slice(end, end + 5))
  );
}

/** Whether the question names it itself, or a part of it. */
function isAbout(name: string, { forms, language }: Asked): boolean {
  const found = words(name);
  const telling = found.filter((word) => !isStopWord(word, language) && !TITLES.has(word.form));
  return telling.length > 0
    ? telling.some(({ form }) => forms.has(form))
    : found.every(({ form }) => forms.has(form));
}

/** "President Roth" is no less the answer because the question asks for the president. */
const TITLES = new Set(
  `president prime minister chancellor mayor king queen prince princess general secretary chief director
  captain doctor professor dr mr mrs ms sir lady prasident kanzler burgermeister konig konigin`.split(/\s+/),
);

const NO_FIRST_NAME = new RegExp(
  `^(?:yesterday|today|tomorrow|meanwhile|however|later|then|since|despite|according|although|though|when|while|did|gestern|heute|dann|${[...WEEKDAYS, ...MONTHS].join('|')})$`,
  'iu',
);

/** Days and months have capitals in English, but answer neither "who" nor "where". */
const DAY_OR_MONTH = new RegExp(`^(?:${ANY_WEEKDAY}|${ANY_MONTH}|Uhr)$`, 'u');
const LEADING_DAY = new RegExp(String.raw`^${ANY_WEEKDAY}\s+(?=\p{Lu})`, 'u');

/** A name without the full stop of its sentence; that of an abbreviation ("U.S.", "Jr.") stays. */
function nameOf(match: string): string {
  return /(?:\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms))\.$/u.test(match)
    ? match
    : match.replace(/[.\-'’]+$/u, '');
}
