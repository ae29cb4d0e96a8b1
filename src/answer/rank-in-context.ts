import type { OpenIndex } from '../index/open-index.ts';
import type { Ranked } from './rank.ts';

/**
 * How far a passage is behind its document's best counts so much in {@link rankInContext}, by the question it is
 * ranked for. With 0.4 after the last question and 0.2 after all of them canard loses 2 of its 790 first hits and moons 2
 * of its 87.
 */
const PASSAGE_ALONE = 0.7;
const PASSAGE_AFTER_LAST = 0.2;
const PASSAGE_JOINED = 0.4;

/** One follow-up, searched for in three ways. */
export interface ContextRankings {
  /** For all the questions that it leans on, and it at their end. */
  readonly joined: readonly Ranked[];
  /** For the question before and it. */
  readonly afterLast: readonly Ranked[];
  /** For itself. */
  readonly alone: readonly Ranked[];
}

/**
 * Ranks the candidates of a follow-up. The conversation tells which document is talked about: the best score
 * that one of its passages has for the joined questions. Which of its passages answers is more for the question
 * alone to tell: joined with all that was asked, it would find the passage quoted before.
 */
export function rankInContext(index: OpenIndex, { joined, afterLast, alone }: ContextRankings): Ranked[] {
  const candidates = new Map(
    [...alone, ...afterLast, ...joined].map((candidate) => [candidate.passage, candidate]),
  );
  const inJoined = scoresOf(index, joined);
  const inAfterLast = scoresOf(index, afterLast);
  const inAlone = scoresOf(index, alone);
  return [...candidates.values()]
    .map((candidate) => {
      const { passage } = candidate;
      const document = index.documentIdOf(passage);
      const score =
        inJoined.document(document) +
        PASSAGE_JOINED * (inJoined.passage(passage) - inJoined.document(document)) +
        PASSAGE_AFTER_LAST * (inAfterLast.passage(passage) - inAfterLast.document(document)) +
        PASSAGE_ALONE * (inAlone.passage(passage) - inAlone.document(document));
      return { ...candidate, score };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** Scores by passage, and the best by document; what was not found scores as the last that was. */
function scoresOf(index: OpenIndex, ranked: readonly Ranked[]) {
  const least = ranked.at(-1)?.score ?? 0;
  const passages = new Map(ranked.map(({ passage, score }) => [passage, score]));
  const documents = new Map<number, number>();
  for (const { passage, score } of ranked) {
    const document = index.documentIdOf(passage);
    if (!documents.has(document)) documents.set(document, score);
  }
  return {
    passage: (id: number) => passages.get(id) ?? least,
    document: (id: number) => documents.get(id) ?? least,
  };
}
