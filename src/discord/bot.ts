import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Answerer } from '../answer/answerer.ts';
import type { FeedbackStore } from '../feedback/store.ts';
import type { ActionLimits } from './action-limits.ts';
import type { AnswerStore } from './answer-store.ts';
import type { ConversationIds } from './conversation-ids.ts';
import type { Deduplicator } from './deduplicator.ts';
import type { InFlight } from './in-flight.ts';
import type { QuestionService } from './question-service.ts';
import type { Reindex } from './reindexer.ts';
import type { RequestQueue } from './request-queue.ts';
import type { Throttle } from './throttle.ts';

/** What commands, buttons and listeners work with. */
export interface Bot {
  readonly client: Client<true>;
  readonly answerer: Answerer;
  readonly reindex: Reindex;
  readonly questions: QuestionService;
  readonly queue: RequestQueue;
  readonly actionLimits: ActionLimits;
  readonly answers: AnswerStore;
  readonly feedback: FeedbackStore;
  readonly conversationIds: ConversationIds;
  /** Interactions and messages that were taken up. */
  readonly seen: Deduplicator;
  /** Channels that whoever runs the bot was told of: they cannot be written in. */
  readonly warned: Throttle;
  readonly inFlight: InFlight;
  readonly log: Logger;
  /** Channels in which every message is taken for a question; not empty only with the MessageContent intent. */
  readonly answerChannels: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}
