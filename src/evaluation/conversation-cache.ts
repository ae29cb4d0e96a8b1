import type { Answer } from '../answer/answer.ts';
import { MAX_TURNS, type Turn } from '../answer/conversation.ts';

/** The turns after each run of questions; questions of one conversation share their beginnings. */
export class ConversationCache {
  readonly #ask: (question: string, turns: readonly Turn[]) => Promise<Answer>;
  readonly #turns = new Map<string, readonly Turn[]>();

  /** @param ask asks a question after the turns before it */
  constructor(ask: (question: string, turns: readonly Turn[]) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** The turns of the questions asked one after the other, oldest first; the last {@link MAX_TURNS} of them. */
  async after(questions: readonly string[]): Promise<readonly Turn[]> {
    if (questions.length === 0) return [];
    const key = JSON.stringify(questions);
    let turns = this.#turns.get(key);
    if (!turns) {
      const before = await this.after(questions.slice(0, -1));
      const question = questions.at(-1)!;
      const answer = await this.#ask(question, before);
      turns = [...before, { question, answer }].slice(-MAX_TURNS);
      this.#turns.set(key, turns);
    }
    return turns;
  }
}
