import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { Conversations, Turn } from '../answer/conversation.ts';
import { UserError } from '../errors.ts';
import { newAnswerId, type AnswerStore } from './answer-store.ts';
import type { InFlight } from './in-flight.ts';
import type { Observer } from './observer.ts';
import type { Ticket } from './request-queue.ts';
import { QUOTES_PER_VIEW } from './views/answer.ts';
import { stopping } from './views/notice.ts';

/** Quotes fetched at once: those shown first, and two pages of More. */
const TOP = 3 * QUOTES_PER_VIEW;

/** A question from Discord. */
export interface QuestionRequest {
  readonly question: string;
  /** Earlier turns under the same id are taken into account. */
  readonly conversation: string;
  /** Only quote from this document. */
  readonly source?: string;
}

/** An answer that is kept for its buttons. */
export interface IdentifiedAnswer {
  /** Of the kept answer. */
  readonly id: string;
  readonly answer: Answer;
}

/** Where every question from Discord passes: in turn, in its conversation, kept for its buttons, and logged. */
export class QuestionService {
  readonly #answerer: Answerer;
  readonly #conversations: Conversations;
  readonly #answers: AnswerStore;
  readonly #inFlight: InFlight;
  readonly #observer: Observer;
  readonly #log: Logger;
  readonly #logQuestions: boolean;

  constructor(parts: {
    answerer: Answerer;
    conversations: Conversations;
    answers: AnswerStore;
    inFlight: InFlight;
    observer: Observer;
    log: Logger;
    logQuestions: boolean;
  }) {
    this.#answerer = parts.answerer;
    this.#conversations = parts.conversations;
    this.#answers = parts.answers;
    this.#inFlight = parts.inFlight;
    this.#observer = parts.observer;
    this.#log = parts.log;
    this.#logQuestions = parts.logQuestions;
  }

  /** @throws UserError what the answerer throws */
  async ask(ticket: Ticket, { question, conversation, source }: QuestionRequest): Promise<IdentifiedAnswer> {
    const asked = performance.now();
    return ticket.run(async () => {
      // Searching holds the thread: whatever has arrived meanwhile is acknowledged first.
      await setImmediate();
      if (this.#inFlight.hurrying) throw stopping();
      const history = this.#conversations.history(conversation);
      const answer = await this.#answer(question, history, source);
      this.#conversations.add(conversation, { question, answer });
      const { generation } = this.#answerer.library().info;
      const id = this.#keep(answer, generation, ticket.userId, conversation);
      const milliseconds = performance.now() - asked;
      this.#observer.answered(answer.verdict, milliseconds / 1000);
      this.#log.info(
        {
          answer: id,
          verdict: answer.verdict,
          confidence: Number(answer.confidence.toFixed(3)),
          quotes: answer.quotes.length,
          turns: history.length,
          ms: Math.round(milliseconds),
          ...(this.#logQuestions ? { question } : {}),
        },
        'answered a question',
      );
      return { id, answer };
    });
  }

  async #answer(question: string, history: readonly Turn[], source: string | undefined): Promise<Answer> {
    try {
      return await this.#answerer.ask(question, {
        top: TOP,
        history,
        ...(source === undefined ? {} : { source }),
      });
    } catch (error) {
      if (!(error instanceof UserError)) this.#observer.failed();
      throw error;
    }
  }

  /** A full disk costs an answer its buttons, not its reader the answer. */
  #keep(answer: Answer, generation: string, userId: string, conversation: string): string {
    try {
      return this.#answers.add(answer, generation, userId, conversation);
    } catch (error) {
      this.#log.error({ err: error }, 'an answer could not be kept: its buttons will say "ask again"');
      return newAnswerId();
    }
  }

  /** Lets a new conversation begin with what was said in another. */
  continueAs(from: string, to: string): void {
    for (const turn of this.#conversations.history(from)) this.#conversations.add(to, turn);
  }
}
