import type { Span } from '../corpus/document.ts';
import { baseOf, isIrregular } from '../language/irregular-verbs.ts';
import { isAmong } from '../language/plural.ts';
import { words } from '../language/words.ts';
import { namesIn } from './focus/names.ts';
import { isThing } from './focus/person-names.ts';
import type { Question } from './question.ts';
import type { SentenceMatch } from './sentence-matches.ts';

/** A sentence that asks, as the one does that somebody else answers. */
export const ASKS = /[?？؟]["'”’»)\]]*$/u;

/** Verbs that are stop words or whose forms no list has. */
const VERBS_ASKED = /^(?:must|should|may|called|named)$/u;
/** Those that only help others. */
const AUXILIARY = /^(?:do|have|be|get|did|had|has|was|were|been|done|got)$/u;

/** "Who is Brandt" is answered by what is said of Brandt. */
const WHO_IS_NAMED =
  /^\W*who(?:['’]?s|\s(?:is|was))\s(?!(?:the|an?|his|her|their|its|our)\s)\p{L}+(?:\s\p{L}+)?\W*$/iu;
const WHO_DOES = /^\W*who\s(\p{L}{3,})\s/iu;

/** A sentence that says why itself. */
const CAUSE = /\b(?:because|due to|owing to|thanks to|caused?|reason|so that|in order to)\b/iu;

/**
 * The best sentence and the one behind it, where it only names what is asked about ("Karden has a mayor."): it asks
 * itself; none that is marked holds the kind of answer asked for and the next one does; it alone is to tell why and gives
 * no cause; or the next goes on about it with a verb of the question.
 * Marking the next instead of the best costs 0.25 hundredths of XQuAD's English answers; marking both, none.
 *
 * @param marked places in `ranges`, the best first
 */
export function withNext(
  marked: readonly number[],
  { kind, text: asked }: Question,
  text: string,
  ranges: readonly Span[],
  matches: readonly SentenceMatch[],
): number[] {
  const best = marked[0]!;
  const next = best + 1;
  if (next === ranges.length) return [...marked];
  const said = (i: number) => text.slice(ranges[i]!.start, ranges[i]!.end);
  const fits = (i: number) =>
    (matches[i]?.fits ?? 0) > 0 &&
    !(kind === 'person' && !WHO_IS_NAMED.test(asked) && namesOnlyAsked(said(i), asked));
  const holdsKind =
    kind !== 'other' && fits(next) && !marked.some(fits) && !saysWho(said(best), said(next), asked);
  const tellsWhy = marked.length === 1 && /\bwhy\b/iu.test(asked) && !CAUSE.test(said(best));
  const goesOn = !marked.includes(next) && matches[next]?.takesUp && saysMore(said(next), said(best), asked);
  return ASKS.test(said(best)) || holdsKind || tellsWhy || goesOn ? [best, next] : [...marked];
}

/**
 * Whether a sentence tells who does what is asked about though it does not name them ("Her deputy said so"), and the next
 * does not go on about them.
 */
function saysWho(sentence: string, next: string, question: string): boolean {
  const verb = WHO_DOES.exec(question)?.[1]?.toLowerCase();
  if (verb === undefined) return false;
  const doer = new RegExp(
    String.raw`(?<!\p{L})(?:his|her|their|its)\s(\p{Ll}+)\s${verb}(?!\p{L})`,
    'iu',
  ).exec(sentence)?.[1];
  return doer !== undefined && !words(next).some(({ form }) => form === doer.toLowerCase());
}

/** Whether a sentence names only what the question names itself, as far as words with capitals inside of it tell. */
function namesOnlyAsked(sentence: string, question: string): boolean {
  const names = namesIn(sentence);
  if (names.length === 0) return false;
  const asked = new Set(words(question).map(({ form }) => form));
  return names.every(({ start, end }) => {
    const name = sentence.slice(start, end);
    return !isThing(name) && words(name).some(({ form }) => isAmong(form, asked));
  });
}

/** Whether a sentence says a verb of the question that the one before does not, in whatever form: "It is called". */
function saysMore(sentence: string, previous: string, question: string): boolean {
  const bases = (of: string) => new Set(words(of).map(({ form }) => baseOf(form) ?? form));
  const before = bases(previous);
  const here = bases(sentence);
  return words(question).some(({ form }) => {
    const base = baseOf(form) ?? form;
    return !before.has(base) && here.has(base) && (VERBS_ASKED.test(form) || isVerb(form));
  });
}

function isVerb(form: string): boolean {
  return !AUXILIARY.test(form) && (baseOf(form) !== undefined || isIrregular(form));
}
