import type { Span } from '../corpus/document.ts';
import { isStopWord, languageOf, stem, type Language } from '../language/languages.ts';
import { DAY_NAME, MONTH_NAME, NAME, NUMBER, TIME } from '../language/expressions.ts';
import type { QuestionKind } from '../language/question-kind.ts';
import { fold, words, type Word } from '../language/words.ts';

/** A sentence, and what the question says of it. */
interface Asked {
  readonly sentence: string;
  readonly language: Language;
  /** The question's words. */
  readonly forms: ReadonlySet<string>;
  /** Where the sentence holds words that say something and that the question has in some form, in order. */
  readonly anchors: readonly Word[];
}

interface Candidate extends Span {
  /** Whether what stands around it tells that it is rather not meant, however near it is. */
  readonly doubtful?: boolean;
}

/**
 * The date, number or name in a sentence that the question asks for: of those that the question does not state
 * itself, the one nearest to a word that it does, rather behind that word than before it.
 *
 * @returns offsets into `sentence`, or `undefined` when it holds none or nothing particular is asked for
 */
export function focusOf(sentence: string, kind: QuestionKind, question: string): Span | undefined {
  if (kind === 'other') return undefined;
  // Most sentences hold neither, and need not be taken apart.
  const isTime = kind === 'time' || kind === 'year';
  const isName = kind === 'person' || kind === 'place';
  if (isTime && sentence.search(TIME) < 0) return undefined;
  if (!isTime && !isName && sentence.search(NUMBER) < 0) return undefined;
  const found = words(sentence);
  const language = languageOf(found);
  const inQuestion = words(question);
  const says = (word: Word) => !isStopWord(word, language);
  const asks = new Set(inQuestion.filter(says).flatMap((word) => roots(word, language)));
  const asked: Asked = {
    sentence,
    language,
    forms: new Set(inQuestion.map(({ form }) => form)),
    anchors: found.filter((word) => says(word) && roots(word, language).some((root) => asks.has(root))),
  };
  const candidates = isTime ? times(asked) : isName ? names(asked, kind === 'person') : numbers(asked);
  let best: Candidate | undefined;
  let nearest = Infinity;
  for (const candidate of candidates) {
    const distance = distanceTo(asked.anchors, candidate);
    const surer = best?.doubtful && !candidate.doubtful;
    if (best && !surer && (distance >= nearest || (candidate.doubtful && !best.doubtful))) continue;
    best = candidate;
    nearest = distance;
  }
  return best && { start: best.start, end: best.end };
}

/** A stem, and one more: that of "died" is not that of "die", and a short sentence does not tell its language. */
function roots(word: Word, language: Language): string[] {
  return [stem(word, language), word.form.replace(/(?<=^[a-z]{2,})(?:ing|ed|es|e|s)$/, '')];
}

/** What is behind a word is what it governs ("opens at 9 a.m."), so that it may be twice as far away. */
function distanceTo(anchors: readonly Word[], { start, end }: Span): number {
  let nearest = Infinity;
  for (const anchor of anchors) {
    const distance = anchor.end <= start ? start - anchor.end : 2 * Math.max(0, anchor.start - end);
    if (distance < nearest) nearest = distance;
  }
  return nearest;
}

function times({ sentence, forms }: Asked): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, 0: text } of sentence.matchAll(TIME)) {
    if (isStated(text, forms)) continue;
    const last = found.at(-1);
    if (last && ONLY_DAY.test(sentence.slice(last.start, index))) {
      found[found.length - 1] = { start: last.start, end: index + text.length };
      continue;
    }
    // "the referendum of 1991" names the referendum.
    const doubtful = /^\d{4}$/u.test(text) && /\b(?:of|von)\s+$/iu.test(before(sentence, index));
    found.push({ start: index, end: index + text.length, doubtful });
  }
  return found;
}

function numbers({ sentence, forms, anchors }: Asked): Candidate[] {
  const dates = [...sentence.matchAll(TIME)]
    .filter(({ index, 0: text }) => isDate(sentence, index, text, anchors))
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
  const found: Candidate[] = [];
  let date = 0;
  for (const { index, 0: text } of sentence.matchAll(NUMBER)) {
    while (date < dates.length && dates[date]!.end <= index) date++;
    if (date < dates.length && dates[date]!.start < index + text.length) continue;
    if (!isStated(text, forms)) found.push({ start: index, end: index + text.length });
  }
  return found;
}

/** Four digits are as often a number, "may 5" and "march 45" hold verbs. */
function isDate(sentence: string, start: number, text: string, anchors: readonly Word[]): boolean {
  if (/^\p{Ll}+\s+\d/u.test(text)) return false;
  if (!/^\d{4}$/u.test(text)) return true;
  const end = start + text.length;
  if (anchors.some((anchor) => anchor.start >= end && anchor.start <= end + 2)) return false;
  return /\b(?:in|since|until|of|from|by|year|jahre?|seit|bis|von)\s+$/iu.test(before(sentence, start));
}

function isStated(text: string, forms: ReadonlySet<string>): boolean {
  return words(text).every(({ form }) => forms.has(fold(form)));
}

/** What stands before an expression, as far as prepositions need. */
function before(sentence: string, at: number): string {
  return sentence.slice(Math.max(0, at - 30), at);
}

const PREPOSITION =
  /(?:^|[^\p{L}])(in|im|at|near|to|from|nach|aus|bei|by|durch|with|mit|of|into)\s+(?:(?:the|a|an|der|den|dem)\s+)?["'“‘(]?$/iu;
const OF_PLACES = new Set(['in', 'im', 'at', 'near', 'to', 'from', 'into', 'nach', 'aus', 'bei']);
const NO_PLACE = new Set(['by', 'with', 'durch', 'mit']);
const NO_PERSON = new Set(['in', 'im', 'at', 'near', 'into', 'of']);

/** Names of persons or of places, as far as the words before them tell. */
function names(asked: Asked, persons: boolean): Candidate[] {
  const found: Candidate[] = [];
  for (const match of asked.sentence.matchAll(NAME)) {
    for (const { start, end } of persons ? personsIn(asked, match) : placesIn(asked, match)) {
      const name = asked.sentence.slice(start, end);
      if (DAY_OR_MONTH.test(name) || isAbout(name, asked)) continue;
      if (isAdjective(asked.sentence, start, end)) continue;
      const preposition = PREPOSITION.exec(before(asked.sentence, start))?.[1]?.toLowerCase() ?? '';
      if ((persons ? NO_PERSON : NO_PLACE).has(preposition)) continue;
      const sure = persons ? preposition === 'by' || preposition === 'durch' : OF_PLACES.has(preposition);
      found.push({ start, end, doubtful: !sure });
    }
  }
  return found;
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

const NO_FIRST_NAME =
  /^(?:yesterday|today|tomorrow|meanwhile|however|later|then|since|despite|according|although|though|when|while|did|gestern|heute|dann|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** Days and months have capitals in English, but answer neither "who" nor "where". */
const DAY_OR_MONTH = new RegExp(`^(?:${DAY_NAME}|${MONTH_NAME}|Uhr)$`, 'u');
const LEADING_DAY = new RegExp(String.raw`^(?:${DAY_NAME})\s+(?=\p{Lu})`, 'u');

/** A day of the week and what goes on to its date or hour: "Monday, May 3", "Friday at 8 p.m.". */
const ONLY_DAY = new RegExp(String.raw`^(?:${DAY_NAME}),?\s+(?:(?:at|um|den|dem)\s+)?$`, 'u');

/** A name without the full stop of its sentence; that of an abbreviation ("U.S.", "Jr.") stays. */
function nameOf(match: string): string {
  return /(?:\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms))\.$/u.test(match)
    ? match
    : match.replace(/[.\-'’]+$/u, '');
}
