import type { OpenIndex } from '../index/open-index.ts';
import type { StoredPassage } from '../index/store.ts';
import { takesUp } from '../language/anaphora.ts';
import { fit } from '../language/holds.ts';
import type { PassagePart } from './passage-parts.ts';
import type { Question, QuestionTerm } from './question.ts';

/** How a sentence's words match a question. */
export interface SentenceMatch {
  /** Share of the weight of the question's words that it says, or that the sentences before say for it; 0 to 1. */
  readonly coverage: number;
  /** See `fit` of language/holds.ts. */
  readonly fits: number;
  /** How many of its terms the question does not have. */
  readonly others: number;
  /** Whether it leaves out words of the question that the sentence before says. */
  readonly takesUp: boolean;
}

/**
 * What a word of the question counts for that the section's title says: every sentence below it is about that.
 * With 0.3 as many or more of the answers in right passages are marked in every set as with 1: a game's wiki has 2
 * more of its 66, moons 1 of its 75.
 */
const SAID_ABOVE = 0.3;

/**
 * What a word of the question counts for that the sentence before says, where a sentence tells something of it and where
 * it takes that up by a pronoun or an article. Without the two 1,058 of the answers in XQuAD's right passages are
 * marked, with them 1,084; 61 and 64 in sample.
 */
const SAID_BEFORE = 0.3;
const TAKEN_UP = 1;

/**
 * How the words of each sentence match. What the sentence before says of the question counts in part, where a sentence
 * adds a word of the question that the section's title does not say, or what may answer: "It now has 62 shops" is about
 * the firm as much as the sentence that names it.
 */
export function sentenceMatches(
  index: OpenIndex,
  question: Question,
  { id: passage, text }: StoredPassage,
  parts: readonly PassagePart[],
): SentenceMatch[] {
  const { language } = index.documentOf(passage);
  const weights = weightsIn(index, question, passage);
  const said = (i: number) => text.slice(parts[i]!.start, parts[i]!.end);
  let before: ReadonlySet<number> = new Set();
  let fitBefore = 0;
  return parts.map(({ terms, holds }, i) => {
    const distinct = new Set(terms);
    const own = new Set([...distinct].filter((id) => weights.of.has(id)));
    const fits = fit(question.kind, holds);
    const up = before.size > 0 && takesUp(said(i), said(i - 1), language);
    const left = [...before].filter((id) => !own.has(id));
    const adds = fits > fitBefore || [...own].some((id) => !before.has(id) && !weights.above.has(id));
    const share = up ? TAKEN_UP : SAID_BEFORE;
    let weight = 0;
    for (const id of own) weight += weights.of.get(id)!;
    if (adds) for (const id of left) weight += share * weights.of.get(id)!;
    fitBefore = up ? Math.max(fits, fitBefore) : fits;
    before = up ? new Set([...before, ...own]) : own;
    return {
      coverage: weight / (weights.total || 1),
      fits,
      others: distinct.size - own.size,
      takesUp: up && left.length > 0,
    };
  });
}

/**
 * What each term of the index counts for that the question has, and all of the question's together; and those that the
 * section's title says.
 */
function weightsIn(index: OpenIndex, { terms }: Question, passage: number) {
  const above = new Set(index.terms.section(passage));
  const saidAbove = ({ id }: QuestionTerm) => id !== undefined && above.has(id);
  const isAllAbove = terms.every(saidAbove);
  const of = new Map<number, number>();
  let total = 0;
  for (const term of terms) {
    const weight = term.weight * (saidAbove(term) && !isAllAbove ? SAID_ABOVE : 1);
    total += weight;
    const id = term.meant === undefined ? term.id : index.terms.idOf(term.meant);
    if (id !== undefined) of.set(id, weight);
  }
  return { of, total, above: isAllAbove ? new Set<number>() : above };
}
