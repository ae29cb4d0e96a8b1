import type { Message } from '../support/fake-discord-data.ts';
import { componentsOf, textOf } from '../support/fake-discord-people.ts';
import type { FakeInteraction } from '../support/fake-discord-state.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';

export interface Asked {
  readonly by: string;
  readonly at: number;
  /** The message or the command. */
  readonly what: Message | FakeInteraction;
}

/** Nobody waits longer for an answer, in milliseconds. */
const PATIENCE = 60_000;
/** Whoever was just told to wait is not answered at all; by then that is plain, in milliseconds. */
const SILENCE = 15_000;
/** Whoever floods the bot with messages is told so once in this time, in milliseconds. */
const TOLD_FOR = 90_000;

const REFUSAL = /You have asked|still answering|Too many people|being restarted/;

/** Keeps account of every question: each is answered once, or refused with a reason. */
export class Ledger {
  answered = 0;
  refused = 0;
  /** Messages of somebody who had just been told to slow down. */
  silenced = 0;
  readonly problems: string[] = [];
  /** Milliseconds until the answer was shown. */
  readonly times: number[] = [];
  readonly #open = new Set<Asked>();
  readonly #replies = new Map<string, Message[]>();
  readonly #refusedAt = new Map<string, number>();
  readonly #isQuoted: (words: string) => boolean;

  /** @param isQuoted whether words stand in a document, as it is or as it was */
  constructor(isQuoted: (words: string) => boolean) {
    this.#isQuoted = isQuoted;
  }

  get open(): number {
    return this.#open.size;
  }

  add(asked: Asked): void {
    this.#open.add(asked);
  }

  /** To be told of every message of the bot. */
  put(message: Message): void {
    const replyTo = (message.message_reference as { message_id?: string } | undefined)?.message_id;
    if (replyTo === undefined) return;
    const known = this.#replies.get(replyTo) ?? [];
    if (!known.some(({ id }) => id === message.id)) known.push(message);
    this.#replies.set(replyTo, known);
    if (known.length > 1) this.problems.push(`answered twice: ${textOf(known[0]!)} | ${textOf(message)}`);
  }

  /** Looks which questions are answered by now. */
  settle(messages: ReadonlyMap<string, Message>, isOver = false): void {
    for (const asked of this.#open) {
      const shown = this.#shown(asked, messages);
      if (shown) this.#close(asked, shown);
      else if (isOver || Date.now() - asked.at > (this.#isSilenced(asked) ? SILENCE : PATIENCE))
        this.#giveUp(asked);
    }
  }

  #shown({ what }: Asked, messages: ReadonlyMap<string, Message>): Message | undefined {
    if (!('token' in what)) return this.#replies.get(what.id)?.[0];
    if (what.followUps.length > 0) this.problems.push('a command was answered twice');
    return what.shownAt > 0 ? messages.get(what.original!) : undefined;
  }

  #close(asked: Asked, shown: Message): void {
    this.#open.delete(asked);
    const text = textOf(shown);
    if (REFUSAL.test(text)) {
      this.refused += 1;
      this.#refusedAt.set(asked.by, asked.at);
      return;
    }
    this.answered += 1;
    this.times.push(Date.now() - asked.at);
    this.#checkQuotes(shown, text);
  }

  #checkQuotes(shown: Message, text: string): void {
    const quotes = componentsOf(shown).filter(({ content }) => content?.startsWith('> ') === true);
    if (quotes.length === 0 && !text.includes('Not found'))
      this.problems.push(`neither answer nor refusal: ${text}`);
    for (const { content } of quotes) {
      const words = renderMarkdown(content!).quoted.replace(/^… | …$/g, '');
      if (!this.#isQuoted(words)) this.problems.push(`not word for word: ${words}`);
    }
  }

  #isSilenced({ by, at, what }: Asked): boolean {
    const toldAt = this.#refusedAt.get(by) ?? -Infinity;
    return !('token' in what) && Math.abs(at - toldAt) < TOLD_FOR;
  }

  #giveUp(asked: Asked): void {
    this.#open.delete(asked);
    if (this.#isSilenced(asked)) this.silenced += 1;
    else
      this.problems.push(
        `unanswered: ${'token' in asked.what ? 'a command' : asked.what.content} of ${asked.by}`,
      );
  }
}
