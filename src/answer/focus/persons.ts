import type { Span } from '../../corpus/document.ts';
import { isGermanPerson } from '../../language/german-names.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { isStopWord } from '../../language/languages.ts';
import { isRegion } from '../../language/region-names.ts';
import { words, type Word } from '../../language/words.ts';
import { partitionPoint } from '../../partition-point.ts';
import { before, roots, type Asked, type FocusCandidate } from './asked.ts';
import {
  asksWhoSomebodyIs,
  isAbout,
  isUnit,
  mayAnswer,
  namesIn,
  NO_FIRST_NAME,
  prepositionBefore,
  startOfName,
  TITLES,
  withoutDay,
} from './names.ts';
import { placesNamedIn } from './named-places.ts';
import { fartherAs, isLeader, isNobody, isTopic } from './person-names.ts';
import { asksWhoDoes, deedsIn, doers, isAntecedent, passiveAsked, plainDoers } from './roles.ts';

/** "U.S.", "U.A.E." */
const STATE_IN_LETTERS = /^(?:\p{Lu}\.){2,4}$/u;
/** A name behind these is surely of who did it: "designed by Brandt" ... */
const OF_PERSONS = new Set(['by', 'durch']);
/** ... and behind these it is a place's or a thing's. "From", "to" and "with" may stand before either. */
const NOT_OF_PERSONS = new Set(['in', 'im', 'at', 'near', 'into', 'of']);

/** "By", and what somebody is: "by the mayor Odile Brandt". */
const BY_SOMEBODY = /\s(?:by|durch)\s(?:[^\s,;:]+\s){0,3}$/iu;
/** In UTF-16 code units: who begins the sentence is rather who does it. */
const FARTHER_AS_SUBJECT = -20;

/** Where somebody comes from: "Brandt from Aldra". */
const COMES_FROM = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’-]*,?\s+from\s+(?:the\s+)?$/u;

/** Somebody with a title, where what they are of follows: "Dr. Ann Brandt" of "Dr. Ann Brandt of Aldra College". */
const TITLED = /^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s(?:\p{Lu}[\p{L}\p{M}'’.-]*\s?){1,4}(?=\s+of\s)/u;

/** So begins a clause that is of somebody else: "moved to Aldra, where his wife was the judge". */
const OTHER_SUBJECT = /,\s(?:where|when|while|whose|as|because|since)\s(?:his|her|their|its|the|an?)\s/u;
/** In UTF-16 code units: the clause begins no farther from the question's first word in it. */
const MAX_OTHER_SUBJECT = 100;

/** Nouns that begin a sentence without an article as a name does, and who is meant by none of them. */
const NO_NAMES = [
  'police|people|men|women|children|staff|congress|parliament|government|state|media|fans?',
  'everyone|everybody|someone|somebody|anyone|anybody|nobody|nothing|something|everything',
  'rain|snow|fire|work|peace|war|trade|traffic|life|time|money|water|power',
  'half|most|many|others?|another|several|both',
  'he|she|it|they|we|you|this|that|these|those|there',
];
/** "Engineers", "Construction": plurals, but no "Ross", and what is done or is the case. */
const NOUN_ENDINGS = [
  String.raw`[^s]s|ing|[ts]ion|ment|ness|ity|ance|ence|ship|ism|ure|out|hood`,
  // "Suddenly", but "Emily" and "Kelly" are names.
  String.raw`\p{L}{3}ly`,
];
const NO_NAME = new RegExp(`^(?:${NO_NAMES.join('|')}|[a-z]+(?:${NOUN_ENDINGS.join('|')}))$`, 'iu');
/** Those of verbs whose past is spelled as they are among them. */
const PAST_OR_AUXILIARY = /^(?:\p{Ll}+ed|beat|quit|is|will|would|can|could|may|might|must|shall|should)$/u;
/** In UTF-16 code units: the first two words of a sentence are no longer, with a quotation mark before them. */
const FIRST_WORDS = 80;

/** Names of persons that the question does not name itself, as far as the words before them and the passage tell. */
export function personsIn(asked: Asked): FocusCandidate[] {
  const { sentence, language } = asked;
  if (asksWhoSomebodyIs(asked)) return [];
  const found: FocusCandidate[] = [];
  const deeds = deedsIn(asked);
  const mayHaveDone = doers(asked, deeds);
  const asksForDoer = asksWhoDoes(asked);
  const passive = passiveAsked(asked);
  const first = firstWordAsName(asked);
  if (first && mayHaveDone(first)) {
    found.push({ ...first, doubtful: true, ...(asksForDoer ? { farther: FARTHER_AS_SUBJECT } : {}) });
  }
  for (const name of namesIn(sentence)) {
    for (const part of partsOf(asked, name)) {
      if (asksForDoer && isTopic(asked, part)) continue;
      if (isOfOther(asked, part) || isUnit(sentence, part) || isNobody(asked, part)) continue;
      if (STATE_IN_LETTERS.test(sentence.slice(part.start, part.end)) || !mayAnswer(asked, part)) continue;
      if (isAntecedent(sentence, deeds, part)) {
        found.push(part);
        continue;
      }
      const preposition = prepositionBefore(asked, part);
      if (passive && isFormOf(asked, doneBy(asked, part), passive)) continue;
      if (!mayHaveDone(part) || (NOT_OF_PERSONS.has(preposition) && !isLeader(asked, part))) continue;
      if (language === 'de' && !isGermanPerson(sentence, part.start, part.end)) continue;
      found.push({
        ...part,
        doubtful: !OF_PERSONS.has(preposition) || !doneBy(asked, part),
        farther: fartherAs(asked, part, asksForDoer),
      });
    }
  }
  found.push(
    ...plainDoers(asked, deeds).filter(({ start, end }) => !isAbout(sentence.slice(start, end), asked)),
  );
  const inside = found.filter((name) => !isOutside(asked, name));
  const others = inside.filter(({ start }) => !COMES_FROM.test(before(sentence, start)));
  return inside.length > 0 ? withoutPlaces(asked, others.length > 0 ? others : inside) : inside;
}

/** The word of the question right before the "by" of a name: "designed" of "it was designed by the mayor Brandt". */
function doneBy({ sentence, anchors }: Asked, { start }: Span): Word | undefined {
  const lead = BY_SOMEBODY.exec(before(sentence, start))?.[0].length;
  if (lead === undefined) return undefined;
  const at = start - lead;
  const word = anchors[partitionPoint(anchors.length, (i) => anchors[i]!.end >= at)];
  return word?.end === at ? word : undefined;
}

function isFormOf({ language }: Asked, word: Word | undefined, verb: Word): boolean {
  const wanted = roots(verb, language);
  return word !== undefined && roots(word, language).some((root) => wanted.includes(root));
}

/** Who is named before a clause that has a subject of its own, and all that the question says. */
function isOutside({ sentence, anchors }: Asked, { end }: Span): boolean {
  const [first] = anchors;
  return (
    first !== undefined &&
    first.start > end &&
    OTHER_SUBJECT.test(sentence.slice(Math.max(end, first.start - MAX_OTHER_SUBJECT), first.end))
  );
}

/** Without names that the passage knows as places. */
function withoutPlaces({ sentence, passage }: Asked, found: readonly FocusCandidate[]): FocusCandidate[] {
  const places = placesNamedIn(passage);
  return found.filter(({ start, end }) => !places.has(sentence.slice(start, end)));
}

/**
 * The sentence's first word where it is a name, as far as one word tells: English, no noun that stands there without
 * an article, and before a verb ("Brandt designed the bridge").
 */
function firstWordAsName(asked: Asked): Span | undefined {
  const { sentence, language, english } = asked;
  const [, quote, first, next] =
    /^(["'“‘(]?)(\p{Lu}[\p{L}\p{M}'’-]{1,40})\s+(\p{Ll}{2,20})(?![\p{L}\p{M}])/u.exec(
      sentence.slice(0, FIRST_WORDS),
    ) ?? [];
  // In capitals it is an acronym, or all of the sentence is.
  if (first === undefined || !english || first === first.toUpperCase()) return undefined;
  if (NO_FIRST_NAME.test(first) || NO_NAME.test(first) || isAbout(first, asked)) return undefined;
  const [word] = words(first);
  if (!word || isStopWord(word, language)) return undefined;
  if (!PAST_OR_AUXILIARY.test(next!) && baseOf(next!) === undefined) return undefined;
  return { start: quote!.length, end: quote!.length + first.length };
}

/** Of what has a name, the name is no answer: "the League's best scorer was Brandt". */
function isOfOther({ sentence, forms }: Asked, { start, end }: Span): boolean {
  return /['’]s?$/u.test(sentence.slice(start, end)) && !forms.has('whose');
}

/** A name of `namesIn`: parts of it, where the question names another part. */
function partsOf(asked: Asked, found: Span): Span[] {
  const whole = withoutDay(asked.sentence, found);
  const start = whole.start > found.start ? whole.start : startOfName(asked, found.start);
  const name = asked.sentence.slice(start, whole.end);
  if (!isAbout(name, asked)) return namesJoined(asked.sentence, { start, end: whole.end });
  // "Aliyev and Putin" holds who met Aliyev; "President Roth of Weißland" who is its president.
  const rest = behindTitle(asked, name);
  if (rest > 0) return [{ start: start + rest, end: whole.end }];
  const parts: (Span & { readonly isAsked: boolean })[] = [];
  let at = start;
  for (const part of name.split(/(\s+and\s+)/u)) {
    const person = /^.*?(?=\s+(?:of|de|von)\s|$)/su.exec(part)?.[0] ?? '';
    const isAsked = person.length < part.length && isAbout(part.slice(person.length), asked);
    if (/^\p{Lu}/u.test(person)) parts.push({ start: at, end: at + person.length, isAsked });
    at += part.length;
  }
  // Of "Brandt of Aldra and Ross of Weißland", who is of the one that is asked about.
  return parts.some(({ isAsked }) => isAsked) ? parts.filter(({ isAsked }) => isAsked) : parts;
}

/** A name without where somebody with a title works, and apart from one that "and" joins to it by chance. */
function namesJoined(sentence: string, { start, end }: Span): Span[] {
  const name = sentence.slice(start, end);
  const titled = TITLED.exec(name)?.[0].length;
  if (titled !== undefined) return [{ start, end: start + titled }];
  const [first, joint, second, ...others] = name.split(/(\s+and\s+)/u);
  if (second === undefined || others.length > 0) return [{ start, end }];
  const one = { start, end: start + first!.length };
  const other = { start: one.end + joint!.length, end };
  if (isRegion(first!) !== isRegion(second)) return isRegion(first!) ? [other] : [one];
  return isGapped(sentence, { start, end }) ? [one, other] : [{ start, end }];
}

/** "Ross spoke for Aldra and Brandt for Harrow": the same preposition stands before and behind the two. */
function isGapped(sentence: string, { start, end }: Span): boolean {
  const ahead = /\s(\p{Ll}+)\s$/u.exec(before(sentence, start))?.[1];
  return ahead !== undefined && sentence.startsWith(` ${ahead} `, end);
}

/** Where the name begins behind a title that the question says, as in "Aldran President Odile Brandt"; else 0. */
function behindTitle({ forms }: Asked, name: string): number {
  const found = words(name);
  const title = found.findLastIndex(({ form }) => forms.has(form));
  const rest = found.slice(title + 1);
  return rest.length >= 2 && TITLES.has(found[title]?.form ?? '') ? rest[0]!.start : 0;
}
