import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Answerer } from '../answer/answerer.ts';
import type { FeedbackStore } from '../feedback/store.ts';
import type { Allowance } from './allowance.ts';
import type { AnswerStore } from './answer-store.ts';
import type { Desk } from './desk.ts';
import type { Fairness } from './fairness.ts';
import type { Reindexer } from './reindexer.ts';
import type { OnceIn, ReplyChains, Seen } from './seen.ts';
import type { Work } from './work.ts';

/** What commands, buttons and listeners work with. */
export interface Bot {
  readonly client: Client<true>;
  readonly answerer: Answerer;
  readonly reindex: Reindexer;
  readonly desk: Desk;
  readonly fairness: Fairness;
  readonly allowance: Allowance;
  readonly answers: AnswerStore;
  readonly feedback: FeedbackStore;
  readonly chains: ReplyChains;
  /** Interactions and messages that were taken up. */
  readonly seen: Seen;
  /** Channels that whoever runs the bot was told of: they cannot be written in. */
  readonly warned: OnceIn;
  readonly work: Work;
  readonly log: Logger;
  /** Channels in which every message is taken for a question; not empty only with the MessageContent intent. */
  readonly answerChannels: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}
