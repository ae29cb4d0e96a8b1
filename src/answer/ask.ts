import type { Embedder } from '../embedding/embedder.ts';
import { UserError } from '../errors.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { asksForMeasure } from '../language/measure-words.ts';
import { nearestNames } from '../language/nearest-names.ts';
import { plainQuestion } from '../language/plain-question.ts';
import { spellOutDates } from '../language/spelled-dates.ts';
import type { Answer } from './answer.ts';
import { DEFAULT_TOP, MAX_TOP, type AskOptions } from './answerer.ts';
import { BROAD, findCandidates, type Where } from './candidates.ts';
import { checkQuestion } from './check-question.ts';
import { unsureAtMost, verdictFor } from './confidence.ts';
import { contextOf, embedJoined } from './context.ts';
import { distinctTexts, foldDuplicates } from './duplicates.ts';
import { fillIn } from './ellipsis.ts';
import { followUp, type InContext } from './follow-up.ts';
import type { Searches } from './joined-search.ts';
import { analyseQuestion, termWeight, type Question } from './question.ts';
import { Quoter } from './quote.ts';
import type { Ranked } from './rank.ts';
import { searchIndex } from './search.ts';

/** An answer with what led to it, for `ask --explain` and for learning. */
export interface ExplainedAnswer {
  readonly answer: Answer;
  /** Of each quote, in the same order. */
  readonly ranked: readonly Ranked[];
  readonly question: Question;
  /** Where there was a conversation that it may lean on. */
  readonly inContext?: InContext;
}

/**
 * Answers a question from an index.
 *
 * @param currentIndex called for the spelling of words, and again once the question is embedded; what it returns then
 * is used without a pause: an answer never mixes two generations
 * @throws UserError `QUESTION_EMPTY`, `QUESTION_TOO_LONG`, `SOURCE_UNKNOWN`
 */
export async function ask(
  text: string,
  options: AskOptions,
  embedder: Embedder,
  currentIndex: () => OpenIndex,
): Promise<ExplainedAnswer> {
  const started = performance.now();
  const asked = checkQuestion(text);
  const top = Math.min(MAX_TOP, Math.max(1, options.top ?? DEFAULT_TOP));
  const indexBefore = currentIndex();
  const plainly = (question: string) =>
    spellOutDates(
      plainQuestion(question),
      indexBefore.language,
      (form) => indexBefore.terms.idOf(form) !== undefined,
    );
  const said = (options.history ?? []).map((turn) => ({ ...turn, question: plainly(turn.question) }));
  const asPlain = plainly(asked);
  const { question: plain, turns: history } = await fillIn(
    { question: asPlain, turns: said },
    embedder,
    indexBefore.language,
  );
  const isFilledIn = plain !== asPlain;
  const context = contextOf(plain, history, {
    language: indexBefore.language,
    rarity: (term) => termWeight(indexBefore, term, indexBefore.language),
  });
  const questionBefore = analyseQuestion(plain, indexBefore);
  const { meant } = questionBefore;
  const vector = await embedder.embed(meant, 'query');
  const joined = context && (await embedJoined(context, meant, embedder));
  const embedded = performance.now();

  const index = currentIndex();
  const document = options.source === undefined ? undefined : documentId(index, options.source);
  const where = { only: document, breadth: context ? BROAD : undefined };
  const question = index === indexBefore ? questionBefore : analyseQuestion(plain, index);
  const alone = searchIndex(index, question, vector, where);
  const inContext =
    context && joined ? followUp(index, context, alone, joined, searchesOf(index, where)) : undefined;
  const found = inContext?.found ?? alone;
  const searched = performance.now();

  const folded = foldDuplicates(index, found.ranked, top);
  const shares = sharesByText(index, found.ranked);
  const quoter = new Quoter(index, found);
  const quotes = folded.map((fold) => quoter.quote(fold, shares.get(index.firstCopy(fold.first.passage))!));
  // "How tall is Putin?" is not answered by what else is told of him.
  const lacksMeasure = asksForMeasure(found.question.text) && quotes[0]?.focus.length === 0;
  const confidence = lacksMeasure ? unsureAtMost(found.confidence) : found.confidence;
  const finished = performance.now();
  return {
    answer: {
      question: asked,
      verdict: verdictFor(confidence),
      confidence,
      quotes,
      followUp: isFilledIn || (inContext?.leans ?? false),
      goesOn: isFilledIn ? 1 : (inContext?.goesOn ?? 0),
      timings: {
        embed: embedded - started,
        search: searched - embedded,
        quote: finished - searched,
        total: finished - started,
      },
    },
    ranked: folded.map(({ best }) => best),
    question: found.question,
    ...(inContext ? { inContext } : {}),
  };
}

function searchesOf(index: OpenIndex, where: Where): Searches {
  return {
    candidates: (question, vector) => findCandidates(index, question, vector, where),
    search: (question, vector, also) => searchIndex(index, question, vector, { ...where, also }),
  };
}

function documentId(index: OpenIndex, source: string): number {
  const document = index.document(source);
  if (document) return document.id;
  const near = nearestNames(
    source,
    index.documents().map((known) => known.source),
  );
  throw new UserError(
    'SOURCE_UNKNOWN',
    `There is no document ${source} in the index.`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Leave the source out to search all documents.',
  );
}

/** The softmax of the scores: of the first of each text, for a text is no less likely for its copies. */
function sharesByText(index: OpenIndex, ranked: readonly Ranked[]): ReadonlyMap<number, number> {
  const texts = distinctTexts(index, ranked);
  const powers = texts.map(({ score }) => Math.exp(score - ranked[0]!.score));
  const sum = powers.reduce((a, b) => a + b, 0);
  return new Map(texts.map(({ passage }, i) => [index.firstCopy(passage), powers[i]! / sum]));
}
