import { findCandidates, type Candidate } from '../answer/candidates.ts';
import { distinctTexts } from '../answer/duplicates.ts';
import { lossOfHeadline } from '../answer/headlines.ts';
import { analyseQuestion, type Question } from '../answer/question.ts';
import { lossByRepetition } from '../answer/repeated.ts';
import { rankCandidates } from '../answer/search.ts';
import { signalsOf, type SignalSource } from '../answer/signals.ts';
import type { Weights } from '../answer/weights.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { plainQuestion } from '../language/plain-question.ts';
import { GoldPassages } from './gold-passages.ts';
import type { RankingExample } from './listwise.ts';
import type { EvaluationQuestion } from './question-set.ts';

/** What a question counts for with its document's title hidden, as a share of what it does with it. */
const UNTITLED = 0.4;

/** A question of a set, asked of the set's corpus: as a person rewrote it, where it leans on others. */
export interface LearningQuestion {
  readonly gold: EvaluationQuestion;
  readonly vector: Float32Array;
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  /** Whether each candidate answers the question. */
  readonly relevant: readonly boolean[];
}

/** What the weights of the ranking and of the confidence are learned from. */
export interface LearningSet {
  readonly name: string;
  /** What each of its questions counts for in learning to rank. */
  readonly weight: number;
  readonly index: OpenIndex;
  readonly questions: readonly LearningQuestion[];
  /** Whether most of its questions are in a language that the model knows. */
  readonly understood: boolean;
}

/** Embeds each question and finds its candidates in the set's index. @throws what the embedder throws */
export async function readLearningSet(
  set: Pick<LearningSet, 'name' | 'weight' | 'index'>,
  questions: readonly EvaluationQuestion[],
  embedder: Embedder,
): Promise<LearningSet> {
  const { index } = set;
  const read: LearningQuestion[] = [];
  for (const gold of questions) {
    const question = analyseQuestion(plainQuestion(gold.rewrite ?? gold.question), index);
    const vector = await embedder.embed(question.meant, 'query');
    const candidates = findCandidates(index, question, vector);
    const relevant = candidates.map((candidate) => isRelevant(index, candidate, gold));
    read.push({ gold, vector, question, candidates, relevant });
  }
  const understood = read.filter(({ question }) => question.understood).length;
  return { ...set, questions: read, understood: understood * 2 > read.length };
}

/** The sets that ask of other documents: of the same, another set's questions are no strangers. */
export function othersOf(set: LearningSet, sets: readonly LearningSet[]): LearningSet[] {
  return sets.filter(({ index }) => index.generation !== set.index.generation);
}

/** Whether a passage overlaps one of a question's gold spans, or its text stands again where one is. */
export function isRelevant(
  index: OpenIndex,
  { passage }: Pick<Candidate, 'passage'>,
  { relevant }: EvaluationQuestion,
): boolean {
  return index.copies(passage).some((copy) => {
    const { source, start, end } = index.passage(copy);
    return relevant.some((gold) => gold.source === source && gold.start < end && start < gold.end);
  });
}

/** What is found for a question. */
export interface Hits {
  /** Whether the texts answer, in the order that an answer would have them. */
  readonly relevant: readonly boolean[];
  /** How many passages answer, found or not. */
  readonly goldPassages: number;
}

/** What is found with these weights for each question that the corpus answers. */
export function hitsOf({ index, questions }: LearningSet, weights: Weights): Hits[] {
  const passages = new GoldPassages(() => index);
  return questions
    .filter(({ gold }) => !gold.impossible)
    .map(({ gold, question, vector, candidates }) => {
      const ranked = rankCandidates(index, question, vector, candidates, weights);
      return {
        relevant: distinctTexts(index, ranked).map((candidate) => isRelevant(index, candidate, gold)),
        goldPassages: passages.count(gold),
      };
    });
}

/** An example for each question that the corpus answers. */
export function rankingExamples(set: LearningSet): RankingExample[] {
  return examplesOf(set, set.index, set.weight);
}

/** The same with the documents' titles hidden: not every corpus has any. */
export function untitledExamples(set: LearningSet): RankingExample[] {
  const { index, weight } = set;
  const nothing = new Float32Array(index.manifest.dimension);
  const source: SignalSource = {
    terms: index.terms,
    titles: { read: () => nothing },
    titleTerms: () => [],
    documentIdOf: (passage) => index.documentIdOf(passage),
    passageRange: (document) => index.passageRange(document),
    isHeadline: (passage) => index.isHeadline(passage),
    passage: (passage) => index.passage(passage),
    documentOf: (passage) => ({ ...index.documentOf(passage), title: '' }),
  };
  return examplesOf(set, source, UNTITLED * weight);
}

function examplesOf(
  { index, questions }: LearningSet,
  source: SignalSource,
  weight: number,
): RankingExample[] {
  return questions
    .filter(({ gold }) => !gold.impossible)
    .map(({ question, vector, candidates, relevant }) => {
      const rows = signalsOf(source, question, vector, candidates);
      const losses = candidates.map(
        ({ passage }, i) =>
          lossByRepetition(index, question, passage) +
          lossOfHeadline(index, question, { passage, signals: rows[i]! }),
      );
      return { rows, losses, relevant, weight };
    });
}
