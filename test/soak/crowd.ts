import { CHANNEL_ID, QUESTIONS_CHANNEL_ID, type Message } from '../support/fake-discord-data.ts';
import { buttonOf, componentsOf, People } from '../support/fake-discord-people.ts';
import type { FakeDiscord } from '../support/fake-discord.ts';
import type { Ledger } from './ledger.ts';

const QUESTIONS = [
  'When did the Ganja strike happen?', 'How many people were killed in the attack on Barda?', 'and how many were wounded?',
  'Which countries lead the Minsk Group of mediators?', 'what did Erdogan and Putin talk about?', 'who was he', 'when was that?',
  'When did the cease-fire agreed in Washington begin?', 'What did Aliyev say in his address?', 'How do I bake bread?',
  'When was the lamp at Harrow Quay lit?', 'where were the talks held', 'tell me about the casualties', 'кто виноват?', 'why', '???',
  'What did Pompeo tell both sides on the phone, and what did they answer him when he asked for restraint in October 2020?',
]; // prettier-ignore

/** Asks more than they may: one in ten people. */
const EAGER = 10;

/** People who ask in every way that there is. */
export class Crowd {
  readonly users: readonly string[];
  asked = 0;
  pressed = 0;
  readonly #people: People;
  readonly #fake: FakeDiscord;
  readonly #ledger: Ledger;
  readonly #last = new Map<string, Message>();
  readonly #random: () => number;

  constructor(fake: FakeDiscord, ledger: Ledger, users: number, random: () => number) {
    this.#fake = fake;
    this.#ledger = ledger;
    this.#people = new People(fake);
    this.#random = random;
    this.users = Array.from({ length: users }, (_, i) => String(910_000_000_000_000_000n + BigInt(i)));
  }

  /** Somebody asks something somehow. */
  ask(by = this.#somebody(), onlyCommands = false): void {
    this.asked += 1;
    const question = this.#pick(QUESTIONS);
    const at = Date.now();
    const how = onlyCommands ? 0.5 : this.#random();
    const last = this.#last.get(by);
    const channel = this.#random() < 0.7 ? CHANNEL_ID : QUESTIONS_CHANNEL_ID;
    if (how < 0.4)
      this.#ledger.add({ by, at, what: this.#people.say(question, { by, channel, mention: true }) });
    else if (how < 0.75) {
      const isPrivate = this.#random() < 0.2;
      const options = { question, ...(isPrivate ? { private: true } : {}) };
      this.#ledger.add({ by, at, what: this.#people.slash('ask', options, { by, channel }) });
    } else if (how < 0.9 || !last) {
      // One channel for each person, as in Discord.
      this.#ledger.add({ by, at, what: this.#people.dm(question, `92${by.slice(2)}`, by) });
    } else {
      const what = this.#people.say(question, { by, channel: last.channel_id, replyTo: last });
      this.#ledger.add({ by, at, what });
    }
  }

  /** Somebody presses a button under the latest answer that they saw. */
  press(): void {
    const entry = [...this.#last].at(Math.floor(this.#random() * this.#last.size));
    if (!entry) return;
    const [by, on] = entry;
    const labels = ['Context', 'More', '👍'].filter((label) =>
      componentsOf(on).some((item) => (item.label ?? item.emoji?.name) === label),
    );
    if (labels.length === 0) return;
    this.pressed += 1;
    this.#people.press(on, buttonOf(on, this.#pick(labels)), { by });
  }

  /** To be told of every message of the bot. */
  put(message: Message): void {
    const id = (message.message_reference as { message_id?: string } | undefined)?.message_id;
    const asker = id === undefined ? undefined : this.#fake.state.messages.get(id)?.author.id;
    if (asker !== undefined) this.#last.set(asker, message);
  }

  #somebody(): string {
    const eager = Math.max(1, Math.floor(this.users.length / EAGER));
    return this.#random() < 0.35
      ? this.#pick(this.users.slice(0, eager))
      : this.#pick(this.users.slice(eager));
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)]!;
  }
}
