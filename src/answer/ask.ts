import type { Span } from '../corpus/document.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { UserError } from '../errors.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { nearestNames } from '../language/nearest-names.ts';
import { relativeDates } from '../language/relative-dates.ts';
import type { Answer, Quote } from './answer.ts';
import { DEFAULT_TOP, MAX_QUESTION_LENGTH, MAX_TOP, type AskOptions } from './answerer.ts';
import { BROAD, findCandidates } from './candidates.ts';
import { confidenceOf, unsureAtMost, verdictFor } from './confidence.ts';
import { focusOf } from './focus.ts';
import { distinctTexts, foldDuplicates, type Folded } from './duplicates.ts';
import { contextOf, joinedQuestion, joinedText, rankInContext } from './follow-up.ts';
import { highlight } from './highlight.ts';
import { analyseQuestion, type Question } from './question.ts';
import { rank, type Ranked } from './rank.ts';
import { rankRepeatedDown } from './repeated.ts';
import { SIGNALS } from './signals.ts';

/** An answer with what led to it, for `ask --explain`. */
export interface ExplainedAnswer {
  readonly answer: Answer;
  /** Of each quote, in the same order. */
  readonly ranked: readonly Ranked[];
  readonly question: Question;
}

/** What one search over the index found. */
interface Found {
  readonly question: Question;
  readonly vector: Float32Array;
  readonly ranked: readonly Ranked[];
  readonly confidence: number;
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
  const context = contextOf(asked, options.history ?? []);
  const indexBefore = currentIndex();
  const questionBefore = analyseQuestion(asked, indexBefore);
  const meant = questionBefore.meant ?? asked;
  const vector = await embedder.embed(meant, 'query');
  const after = async (earlier: readonly string[]) => ({
    earlier,
    vector: await embedder.embed(joinedText(meant, earlier), 'query'),
  });
  const afterAll = context && (await after(context.questions));
  const afterLast =
    context && context.questions.length > 1 ? await after(context.questions.slice(-1)) : afterAll;
  const embedded = performance.now();

  const index = currentIndex();
  const document = options.source === undefined ? undefined : documentId(index, options.source);
  const search = (question: Question, vector: Float32Array): Found => {
    const breadth = context ? BROAD : undefined;
    const candidates = findCandidates(index, question, vector, { only: document, breadth });
    const ranked = rankRepeatedDown(index, question, rank(index, question, vector, candidates));
    // Copies say nothing of how far the best is ahead of others.
    return { question, vector, ranked, confidence: confidenceOf(question, distinctTexts(index, ranked)) };
  };
  const question = index === indexBefore ? questionBefore : analyseQuestion(asked, index);
  const alone = search(question, vector);
  const searchAfter = ({ earlier, vector }: { earlier: readonly string[]; vector: Float32Array }): Found => {
    const analysed = earlier.map((text) => analyseQuestion(text, index));
    return search(joinedQuestion(question, analysed), vector);
  };
  let found = alone;
  if (context && afterAll && afterLast) {
    const joined = searchAfter(afterAll);
    const followed = { alone, joined, afterLast: afterLast === afterAll ? joined : searchAfter(afterLast) };
    const isNew = context.brief === true && question.terms.every(({ id }) => id === undefined);
    found = follow(index, followed, context.sure && !isNew);
  }
  const searched = performance.now();

  const folded = foldDuplicates(index, found.ranked, top);
  const shares = softmax(found.ranked.map(({ score }) => score));
  const quotes = folded.map((fold) => quote(index, found, fold, shares[found.ranked.indexOf(fold.best)]!));
  const finished = performance.now();
  return {
    answer: {
      question: asked,
      verdict: verdictFor(found.confidence),
      confidence: found.confidence,
      quotes,
      followUp: found !== alone,
      timings: {
        embed: embedded - started,
        search: searched - embedded,
        rank: finished - searched,
        total: finished - started,
      },
    },
    ranked: folded.map(({ best }) => best),
    question: found.question,
  };
}

/**
 * What was found for a follow-up, in its context. Where it is not sure that the question leans on anything, it
 * does only if it has no answer by itself and its own words are at home where the conversation was: a new topic's
 * are not. What answers within a passage is for the question alone to tell.
 */
function follow(
  index: OpenIndex,
  { alone, joined, afterLast }: Readonly<Record<'alone' | 'joined' | 'afterLast', Found>>,
  sure: boolean,
): Found {
  const ranked = rankInContext(index, {
    joined: joined.ranked,
    afterLast: afterLast.ranked,
    alone: alone.ranked,
  });
  const ownCoverage = (found: Pick<Found, 'ranked'>) =>
    alone.ranked.find(({ passage }) => passage === found.ranked[0]?.passage)?.signals[COVERAGE] ?? 0;
  const confidence = Math.max(alone.confidence, joined.confidence);
  // What was asked before may be answered though nothing is there of what is asked now.
  const isBeside = alone.question.terms.length > 0 && ownCoverage({ ranked }) < BESIDE;
  const followed = { ...alone, ranked, confidence: isBeside ? unsureAtMost(confidence) : confidence };
  if (sure) return followed;
  const newTopic = ownCoverage(followed) < Math.max(0.3, ownCoverage(alone));
  return newTopic ? alone : followed;
}

const COVERAGE = SIGNALS.indexOf('coverage');
/** Share of a follow-up's own words below which a passage is beside the point. */
const BESIDE = 0.2;

function checkQuestion(text: string): string {
  // Control characters are no part of any question and would reach terminals and logs.
  const question = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (question === '') {
    throw new UserError(
      'QUESTION_EMPTY',
      'There is no question.',
      'Ask something, for example: npm run ask -- "when did the Ganja strike happen"',
    );
  }
  if (question.length > MAX_QUESTION_LENGTH) {
    throw new UserError(
      'QUESTION_TOO_LONG',
      `The question has ${question.length} characters; ${MAX_QUESTION_LENGTH} is the most.`,
      'Ask for one thing at a time, in a sentence or two.',
    );
  }
  return question;
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

function quote(
  index: OpenIndex,
  { question, vector }: Found,
  { best, alsoIn }: Folded,
  score: number,
): Quote {
  const passage = index.passage(best.passage);
  const { title, date, language } = index.documentOf(best.passage);
  const { source, paragraph, start, end, text, section, page } = passage;
  const highlights = highlight(index, question, vector, passage);
  const notes = date !== undefined && language === 'en' ? relativeDates(text, date) : [];
  return {
    source,
    paragraph,
    start,
    end,
    text,
    highlights,
    focus: focusIn(text, start, highlights, question),
    score,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
    alsoIn,
    dateNotes: notes.map((note) => ({
      ...note,
      start: start + note.start,
      end: start + note.end,
      reference: date!,
    })),
  };
}

function focusIn(text: string, offset: number, highlights: readonly Span[], question: Question): Span[] {
  const found: Span[] = [];
  for (const { start, end } of highlights) {
    const span = focusOf(text.slice(start - offset, end - offset), question.kind, question.text);
    if (span) found.push({ start: start + span.start, end: start + span.end });
  }
  return found;
}

function softmax(scores: readonly number[]): number[] {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
