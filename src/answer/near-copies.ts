import { datelineOf, type Dateline } from '../corpus/dateline.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { stem, type Language } from '../language/languages.ts';
import { isSlip } from '../language/spelling-variants.ts';
import type { PassageTerms } from './passage-terms.ts';
import { uniformWords, type UniformWord } from './uniform-words.ts';

/** The part of an index that tells which passages are near copies of one another. */
export interface CopySource extends Pick<
  OpenIndex,
  'passage' | 'documentOf' | 'documentIdOf' | 'passageRange' | 'similarWords'
> {
  readonly terms: Pick<OpenIndex['terms'], 'sequence'>;
}

/** What a passage says, for comparison with others. */
export interface Wording {
  readonly dateline: Dateline | undefined;
  readonly language: Language;
  /** All but the dateline. */
  readonly text: string;
  /** Those of `text`, and where they stand in it. */
  readonly words: readonly UniformWord[];
}

/** A shorter text with a dateline may be something else: "Kestrel (Quill) - closed". */
const MIN_REPORT = 8;
/** One word in so many may be mistyped in one of two copies: of a shorter text, that word may be all it says. */
const WORDS_PER_SLIP = 12;
/** Share of the terms of the shorter of two passages that the other must hold for their words to be compared at all. */
const MIN_SHARED = 0.6;
/** Jaccard coefficient of the terms of two passages from which they say the same, as a search takes it. */
const MIN_RESEMBLANCE = 0.75;
/** As much of an article may be above its dateline: a headline, who wrote it, a summary. */
const MOST_ABOVE = 3;
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/u;

/** Whether two passages share so many terms that they may be near copies, or one a part of the other. */
export function mayBeCopies(one: PassageTerms, other: PassageTerms): boolean {
  const most = 1 - MIN_SHARED;
  if (one.surelyLacks(other, most) && other.surelyLacks(one, most)) return false;
  const fewer = Math.min(one.distinct.size, other.distinct.size);
  return share(one.distinct, other.distinct, MIN_SHARED * fewer);
}

/** Whether two passages probably are near copies: Broder's resemblance, of terms. */
export function resemble(one: PassageTerms, other: PassageTerms): boolean {
  const most = 1 - MIN_RESEMBLANCE;
  if (one.surelyLacks(other, most) || other.surelyLacks(one, most)) return false;
  // Of r shared terms in a union of a + b - r, at least the share m: r >= m (a + b) / (1 + m).
  const needed = (MIN_RESEMBLANCE * (one.distinct.size + other.distinct.size)) / (1 + MIN_RESEMBLANCE);
  return needed > 0 && share(one.distinct, other.distinct, needed);
}

/** Whether two sets have at least so many terms in common; given up as soon as they cannot. */
function share(one: ReadonlySet<number>, other: ReadonlySet<number>, needed: number): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let possible = few.size;
  if (possible < needed) return false;
  for (const term of few) if (!many.has(term) && --possible < needed) return false;
  return true;
}

/** What a passage says. */
export function wordingOf(index: CopySource, passage: number): Wording {
  const { text } = index.passage(passage);
  const { language } = index.documentOf(passage);
  const dateline = datelineOf(text);
  if (dateline && (dateline.day !== undefined || beginsArticle(index, passage))) {
    const report = text.slice(dateline.length);
    const words = uniformWords(report, language);
    if (words.length >= MIN_REPORT) return { dateline, language, text: report, words };
  }
  return { dateline: undefined, language, text, words: uniformWords(text, language) };
}

/** Whether nothing of a passage's document, or of its section, stands above it but what stands above articles. */
function beginsArticle(index: CopySource, passage: number): boolean {
  const { first } = index.passageRange(index.documentIdOf(passage));
  const { section } = index.passage(passage);
  for (let above = passage - 1; above >= first; above--) {
    if (passage - above > MOST_ABOVE) return false;
    const other = index.passage(above);
    if (other.section !== section) return true;
    if (ENDS_SENTENCE.test(other.text)) return false;
  }
  return true;
}

/**
 * Whether two passages say the same word for word, but for an agency's dateline before one, "the", connectives,
 * spelling, and words that one has mistyped. The order of the two does not matter.
 */
export function isNearCopy(index: CopySource, one: Wording, other: Wording): boolean {
  if (one.words.length !== other.words.length || !agree(one.dateline, other.dateline)) return false;
  let slips = Math.floor(one.words.length / WORDS_PER_SLIP);
  return one.words.every((word, i) => {
    const its = other.words[i]!;
    return word.form === its.form || (slips-- > 0 && isMistyped(index, word, its));
  });
}

/**
 * Whether two datelines contradict each other in nothing. Of agencies either may pass a report on; where no dateline has a
 * day, what looks like one may be something else: `(Required) - `.
 */
export function agree(one: Dateline | undefined, other: Dateline | undefined): boolean {
  if (!one || !other) return true;
  const isDated = one.day !== undefined || other.day !== undefined;
  const compared = isDated ? (['place', 'day', 'year'] as const) : (['place', 'agency'] as const);
  return compared.every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );
}

/** Whether one of two words is known, and the other, which is not, the same with a slip. No name is taken for either. */
function isMistyped({ similarWords }: CopySource, one: UniformWord, other: UniformWord): boolean {
  if (!similarWords || !one.small || !other.small || !isSlip(one.form, other.form)) return false;
  return isKnown(one) !== isKnown(other);

  function isKnown({ form }: UniformWord): boolean {
    return similarWords!.rank(stem({ form, start: 0, end: 0, unspaced: false }, 'en')) !== undefined;
  }
}
