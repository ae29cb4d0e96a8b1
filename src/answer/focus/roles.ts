import type { Span } from '../../corpus/document.ts';
import { NUMBER } from '../../language/expressions.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { isStopWord } from '../../language/languages.ts';
import { words, type Word } from '../../language/words.ts';
import { partitionPoint } from '../../partition-point.ts';
import { roots, type Asked } from './asked.ts';

// Who does something, and to whom it is done: "who won" is not answered by whom they won against.

/** The verb that is asked about, where it stands in a sentence. */
export interface Deed extends Span {
  readonly passive: boolean;
  /** Whether it is of a clause that only says who is meant: "the firm that designed it came from Brandt". */
  readonly relative: boolean;
}

const WHO = new Set(['who', 'whoever']);
/** What may stand between "who" and the verb. */
const ADVERBS = new Set('first finally actually really originally eventually else also'.split(' '));
/** ... and before these: "who may open the gate". */
const MODALS = new Set('may can will would could should must might'.split(' '));
/** Between somebody and what a relative clause says that they did: "Brandt, who designed". */
const WHO_DID = /^,?\s(?:who|which|that)\s$/u;
/** In UTF-16 code units: the longest of these. */
const MAX_WHO_DID = 8;
/** Their subject often stands behind them: "said Brandt". */
const SAYING = new Set('say tell add announce report explain ask reply warn argue write claim'.split(' '));
/** What two do to each other, as whatever is done "with" somebody: who met Brandt is whom Brandt met. */
const MUTUAL = new Set(['meet', 'marry', 'marri', 'wed']);

/** Who wins does this to somebody. */
const TO_WIN_AGAINST = ['beat', 'beats', 'beaten', 'defeat', 'defeats', 'defeated'];

const BE = new Set('be is are was were been being get gets got'.split(' '));
/** Behind these stands a noun or an infinitive: "the designs", "his lead", "to win". */
const BEFORE_NOUN = new Set(
  'the a an his her its their our my your this that of for to no having'.split(' '),
);
const RELATIVE = new Set(['who', 'that', 'which']);
/** Whoever says so is rather named behind it: "I designed it", said Brandt. */
const SPEAKERS = new Set(['i', 'we']);

/** One word without a capital, and who is joined to it by "and"; behind it goes on no more of its name. */
const PLAIN_DOER =
  /^(\s+by\s+)(\p{Ll}[\p{L}\p{M}\p{Nd}_-]{2,30})(?:\s+and\s+(?:\p{Lu}[\p{L}\p{M}\p{Nd}_-]*|\p{Ll}+_[\p{L}\p{Nd}_]*))?(?=\s*(?:[.,;:!?)]|$)|\s+(?:with|and|in|on|at|after|before|from|for|who|during|near|last|this)(?!\p{L}))/u;

/** By what means, way or time something is done, which is nobody: "spoke by telephone". */
const NO_DOERS = new Set(
  `telephone phone radio video satellite letter email mail post courier text rail train car bus coach lorry truck boat ship
  ferry plane air sea land road foot bike bicycle hand heart mistake accident chance default design law decree force vote
  lot name word sight nature day night noon midnight dawn dusk then now far weight`.split(/\s+/),
);

/** In UTF-16 code units: farther from a name, "by" is of something else. */
const BY_PHRASE = 120;
/** "By", and in its clause: a comma may stand before the name itself ("by the mayor, Odile Brandt"). */
const IN_BY_PHRASE = /\bby\s[^,;:—(|]*(?:,\s)?$/u;
/** Nothing but a word or two before the name: "beat the former champion". */
const NEXT_TO_VERB = /^\s+(?:(?!(?:is|was|came|comes)\s)\p{Ll}+\s+){0,3}$/u;

/**
 * Tells of names in a sentence whether they can be of who did what is asked about: not those behind the verb, unless it
 * is passive and "by" stands before them, nor those before a passive one. All can, where the question does not ask who
 * did something or the sentence has another verb.
 */
export function doers(asked: Asked, deeds: readonly Deed[]): (name: Span) => boolean {
  const lastActive = deeds.findLast(({ passive }) => !passive);
  return (name) => {
    const deed = deeds[partitionPoint(deeds.length, (i) => deeds[i]!.end > name.start) - 1];
    if (!deed) return lastActive !== undefined || deeds.length === 0;
    const between = asked.sentence.slice(Math.max(deed.end, name.start - BY_PHRASE), name.start);
    if (deed.passive) return IN_BY_PHRASE.test(between);
    if (deed.relative && !NEXT_TO_VERB.test(between)) return true;
    return lastActive !== undefined && lastActive.start >= name.end;
  };
}

/**
 * Whoever is named without a capital right behind a passive: pseudonyms, and those who have no name, "built by
 * volunteers".
 */
export function plainDoers({ sentence, language }: Asked, deeds: readonly Deed[]): Span[] {
  return deeds.flatMap(({ end, passive }) => {
    const [all, lead, doer] = (passive && PLAIN_DOER.exec(sentence.slice(end, end + BY_PHRASE))) || [];
    if (all === undefined || /ing$/u.test(doer!)) return [];
    const [word] = words(doer!);
    if (!word || isStopWord(word, language) || NO_DOERS.has(word.form) || doer!.search(NUMBER) >= 0)
      return [];
    return [{ start: end + lead!.length, end: end + all.length }];
  });
}

/** The verb whose subject is asked for: "won" of "who won the race", but not that of "who did they meet". */
function verbAsked({ question, english, language }: Asked): Word | undefined {
  if (!english) return undefined;
  let at = question.findIndex(({ form }) => WHO.has(form)) + 1;
  if (at === 0) return undefined;
  if (MODALS.has(question[at]?.form ?? '')) at++;
  while (at < question.length && ADVERBS.has(question[at]!.form)) at++;
  const verb = question[at];
  if (!verb || isStopWord(verb, language)) return undefined;
  if (question[at + 1]?.form === 'with') return undefined;
  return roots(verb, language).some((root) => SAYING.has(root) || MUTUAL.has(root)) ? undefined : verb;
}

/** Whether the question asks who does something. */
export function asksWhoDoes(asked: Asked): boolean {
  return verbAsked(asked) !== undefined;
}

/** Whether the question asks to whom something is done: "who did they elect". */
export function asksWhom({ question }: Asked): boolean {
  const at = question.findIndex(({ form }) => form === 'whom' || form === 'who');
  return question[at]?.form === 'whom' || ['did', 'do', 'does'].includes(question[at + 1]?.form ?? '');
}

/** What is done to whoever is asked for: "elected" of "who was elected in May", but not of "who was it elected by". */
export function passiveAsked({ question, english }: Asked): Word | undefined {
  const at = question.findIndex(({ form }) => form === 'who');
  const verb = question[at + 2];
  if (!english || at < 0 || !verb || !BE.has(question[at + 1]!.form) || question.at(-1)!.form === 'by') {
    return undefined;
  }
  return /ed$/u.test(verb.form) || baseOf(verb.form) !== undefined ? verb : undefined;
}

/** Whether a name is that of whom a relative clause says that they did it, wherever it stands: "of Brandt, who designed it". */
export function isAntecedent(sentence: string, deeds: readonly Deed[], { end }: Span): boolean {
  const deed = deeds[partitionPoint(deeds.length, (i) => deeds[i]!.start >= end)];
  if (!deed?.relative || deed.passive || deed.start - end > MAX_WHO_DID) return false;
  return WHO_DID.test(sentence.slice(end, deed.start));
}

/** Where the sentence has the verb whose subject is asked for; nowhere, if the question does not ask for one. */
export function deedsIn(asked: Asked): Deed[] {
  const verb = verbAsked(asked);
  if (!verb) return [];
  const { found, sentence, language } = asked;
  const wanted = new Set(roots(verb, language));
  const won = baseOf(verb.form) === 'win' || wanted.has('win');
  const deeds: Deed[] = [];
  for (const [i, word] of found.entries()) {
    const isVerb = roots(word, language).some((root) => wanted.has(root));
    if (!isVerb && !(won && TO_WIN_AGAINST.includes(word.form))) continue;
    // "The Design Office" is a name; in capitals, all words have one.
    if (i > 0 && /^\p{Lu}(?:\p{Ll}|$)/u.test(sentence.slice(word.start, word.end))) continue;
    const last = found[i - 1]?.form ?? '';
    const relative = RELATIVE.has(last);
    if (/ing$/u.test(word.form) || (BEFORE_NOUN.has(last) && !relative) || SPEAKERS.has(last)) continue;
    if (/['’]s?$/u.test(sentence.slice(found[i - 1]?.start, word.start).trimEnd())) continue;
    const passive = BE.has(last) || BE.has(found[i - 2]?.form ?? '') || found[i + 1]?.form === 'by';
    deeds.push({ start: word.start, end: word.end, passive, relative });
  }
  return deeds;
}
