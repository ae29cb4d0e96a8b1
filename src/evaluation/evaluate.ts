import type { Answer, Quote } from '../answer/answer.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { Outcome } from './measures.ts';
import { ConversationCache } from './conversation-cache.ts';
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
  const gold = new GoldPassages(answerer);
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

/** Where a passage stands, quoted or not. */
type Place = Pick<Quote, 'source' | 'paragraph' | 'start' | 'end'>;

/** The passages that overlap a question's gold spans. */
class GoldPassages {
  readonly #answerer: Answerer;
  readonly #passages = new Map<string, readonly Place[]>();

  constructor(answerer: Answerer) {
    this.#answerer = answerer;
  }

  /** How many there are. */
  count({ relevant }: EvaluationQuestion): number {
    const found = new Set<string>();
    for (const { source, start, end } of relevant) {
      for (const p of this.#of(source)) if (p.start < end && start < p.end) found.add(`${source} ${p.start}`);
    }
    return Math.max(found.size, relevant.length > 0 ? 1 : 0);
  }

  /** Whether a quote is one of them, or stands again where one is. */
  isIn(quote: Quote, { relevant }: EvaluationQuestion): boolean {
    const places = [quote, ...quote.alsoIn.flatMap((place) => this.#at(place))];
    return relevant.some((gold) =>
      places.some(({ source, start, end }) => gold.source === source && gold.start < end && start < gold.end),
    );
  }

  #at({ source, paragraph }: Quote['alsoIn'][number]): Place[] {
    return this.#of(source).filter((passage) => passage.paragraph === paragraph);
  }

  #of(source: string): readonly Place[] {
    let passages = this.#passages.get(source);
    if (!passages) {
      passages = this.#answerer.library().passages(source);
      this.#passages.set(source, passages);
    }
    return passages;
  }
}

function highlightsAnswer(quote: Quote | undefined, answers: readonly string[]): boolean {
  if (!quote) return false;
  const highlighted = quote.highlights.map(({ start, end }) =>
    quote.text.slice(start - quote.start, end - quote.start).toLowerCase(),
  );
  return answers.some((answer) => highlighted.some((text) => text.includes(answer.toLowerCase())));
}
