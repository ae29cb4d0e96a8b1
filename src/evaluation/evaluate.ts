import type { Answer, Quote } from '../answer/answer.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { Outcome } from './measures.ts';
import { ConversationCache } from './conversation-cache.ts';
import { GoldPassages } from './gold-passages.ts';
import { checkSources, type EvaluationQuestion } from './question-set.ts';

/** How a question with `history` is asked: after it, alone, or as a person rewrote it. */
export type HistoryMode = 'given' | 'none' | 'rewrite';

/** Ranks that are looked at. */
const DEPTH = 10;

/** A question that was asked, and what came of it. */
export interface Detail {
  readonly question: EvaluationQuestion;
  /** Its text in the {@link HistoryMode} that was chosen. */
  readonly asked: string;
  readonly outcome: Outcome;
  readonly answer: Answer;
}

/**
 * Asks every question, in order, each in a conversation of its own.
 *
 * @throws UserError `QUESTIONS_INVALID`
 */
export async function* evaluate(
  answerer: Answerer,
  questions: readonly EvaluationQuestion[],
  mode: HistoryMode,
): AsyncGenerator<Detail> {
  checkSources(questions, answerer.library());
  const conversations = new ConversationCache((question, turns) =>
    answerer.ask(question, { history: turns }),
  );
  const gold = new GoldPassages(() => answerer.library());
  for (const question of questions) {
    const asked = mode === 'rewrite' ? (question.rewrite ?? question.question) : question.question;
    const history = mode === 'given' ? await conversations.after(question.history) : [];
    const started = performance.now();
    const answer = await answerer.ask(asked, { top: DEPTH, history });
    const latency = performance.now() - started;
    const outcome: Outcome = {
      impossible: question.impossible,
      relevant: answer.quotes.map((quote) => gold.isIn(quote, question)),
      goldPassages: gold.count(question),
      answerInHighlight:
        question.answers.length === 0 ? undefined : highlightsAnswer(answer.quotes[0], question.answers),
      verdict: answer.verdict,
      confidence: answer.confidence,
      latency,
    };
    yield { question, asked, outcome, answer };
  }
}

function highlightsAnswer(quote: Quote | undefined, answers: readonly string[]): boolean {
  if (!quote) return false;
  const highlighted = quote.highlights.map(({ start, end }) =>
    quote.text.slice(start - quote.start, end - quote.start).toLowerCase(),
  );
  return answers.some((answer) => highlighted.some((text) => text.includes(answer.toLowerCase())));
}
