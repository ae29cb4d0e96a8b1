import { Events, OAuth2Scopes, type Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Answerer } from '../answer/answerer.ts';
import { Conversations } from '../answer/conversation.ts';
import type { Config } from '../config.ts';
import type { BotDatabase } from '../feedback/database.ts';
import { FeedbackStore } from '../feedback/store.ts';
import { ActionLimits } from './action-limits.ts';
import { AnswerStore } from './answer-store.ts';
import { botState, type BotState } from './bot-state.ts';
import type { Bot } from './bot.ts';
import { createClient } from './client.ts';
import { closedWith, connect } from './connect.ts';
import { ConversationIds } from './conversation-ids.ts';
import { Deduplicator } from './deduplicator.ts';
import { catchErrors } from './error-boundary.ts';
import { expectedReason } from './expected-errors.ts';
import { InFlight } from './in-flight.ts';
import { onInteraction } from './listeners/interactions.ts';
import { onMessage } from './listeners/messages.ts';
import { NOBODY, type Observer } from './observer.ts';
import { readPacketsSafely } from './packets.ts';
import { INVITE_PERMISSIONS } from './permissions.ts';
import { QuestionService } from './question-service.ts';
import { registerCommands } from './registration.ts';
import type { Reindex } from './reindexer.ts';
import { RequestQueue, LIMITS, type QueueLimits } from './request-queue.ts';
import { Throttle } from './throttle.ts';
import { watchGateway } from './watchdog.ts';

/** What answers in flight get to finish in, in milliseconds. */
const FINISH_WITHIN = 8000;

/** How often old answers are forgotten, in milliseconds. */
const FORGET_EVERY = 24 * 60 * 60 * 1000;

/** How often to log that a channel cannot be written in, in milliseconds. */
const WARN_EVERY = 60 * 60 * 1000;

/** What a bot is made of. */
export interface BotParts {
  readonly config: Config['discord'] & Pick<Config, 'logQuestions'>;
  readonly token: string;
  readonly answerer: Answerer;
  readonly reindex: Reindex;
  readonly database: BotDatabase;
  readonly log: Logger;
  readonly limits?: QueueLimits;
  readonly observer?: Observer;
  /** Gives up connecting. */
  readonly signal: AbortSignal;
  /** Called once the connection cannot be mended. */
  readonly onDead: (error: Error) => void;
}

/** A bot that is connected. */
export interface RunningBot {
  readonly state: BotState;
  /** Takes no more questions, lets answers in flight finish, and disconnects. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers.
 *
 * @throws UserError what {@link connect} throws
 */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { config, log, observer = NOBODY } = parts;
  const client = createClient(config.apiUrl, config.answerChannels.length > 0, observer);
  const queue = new RequestQueue(parts.limits ?? LIMITS, observer);
  // An error event that nobody listens to ends the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the gateway connection failed'));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to the gateway'));
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, 'resumed the gateway session'));
  client.on(Events.Debug, (message) => log.trace(message));
  readPacketsSafely(client, log);
  // Attached before any event can arrive: whatever comes right after READY is not lost.
  let forgetting: NodeJS.Timeout | undefined;
  client.once(Events.ClientReady, (ready) => {
    const bot = botOf(ready, parts, inFlight, queue);
    forgetting = forgetDaily(bot);
    listen(bot);
  });
  const inFlight = new InFlight();
  const disconnect = async (): Promise<void> => {
    // discord.js says so of a connection that it closes itself, too.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
  };
  let ready: Client<true>;
  try {
    ready = await connect(client, parts.token, parts.signal);
  } catch (error) {
    await disconnect();
    throw error;
  }
  client.on(Events.ShardDisconnect, ({ code }) => parts.onDead(closedWith(code)));
  client.on(Events.Invalidated, () => parts.onDead(new Error('Discord made the session invalid')));
  const endWatch = watchGateway(client, (why) => parts.onDead(new Error(why)));
  announce(ready, parts);
  const registering = new AbortController();
  void register(ready, parts, registering.signal);
  return {
    get state() {
      return botState(client, queue, inFlight);
    },
    stop: async () => {
      registering.abort();
      endWatch();
      clearInterval(forgetting);
      await inFlight.finish(FINISH_WITHIN);
      await disconnect();
    },
  };
}

function botOf(client: Client<true>, parts: BotParts, inFlight: InFlight, queue: RequestQueue): Bot {
  const { answerer, reindex, database, log, config, observer = NOBODY } = parts;
  const answers = new AnswerStore(database);
  const conversations = new Conversations();
  const { logQuestions } = config;
  return {
    client,
    answerer,
    reindex,
    questions: new QuestionService({
      answerer,
      conversations,
      answers,
      inFlight,
      observer,
      log,
      logQuestions,
    }),
    queue,
    actionLimits: new ActionLimits(observer),
    answers,
    feedback: new FeedbackStore(database),
    conversationIds: new ConversationIds(),
    seen: new Deduplicator(),
    warned: new Throttle(WARN_EVERY),
    inFlight,
    log,
    answerChannels: new Set(config.answerChannels),
    startedAt: Date.now(),
  };
}

/** What is kept for a time goes after that time, though nobody asks anything any more. */
function forgetDaily({ answers, log }: Bot): NodeJS.Timeout {
  const forget = (): void => {
    try {
      answers.prune();
    } catch (error) {
      log.warn({ err: error }, 'old answers could not be forgotten');
    }
  };
  forget();
  return setInterval(forget, FORGET_EVERY).unref();
}

function listen(bot: Bot): void {
  const { client, inFlight, log } = bot;
  client.on(Events.InteractionCreate, (interaction) => inFlight.track(onInteraction(interaction, bot)));
  client.on(Events.MessageCreate, (message) =>
    inFlight.track(catchErrors(log, 'reading a message', () => onMessage(message, bot))),
  );
}

function announce(client: Client<true>, parts: BotParts): void {
  const { log, config } = parts;
  const { info } = parts.answerer.library();
  const invite = client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: [...INVITE_PERMISSIONS],
  });
  log.info({ user: client.user.tag, id: client.user.id, servers: client.guilds.cache.size }, 'logged in');
  log.info(`invite it with ${invite}`);
  log.info(
    { answerChannels: config.answerChannels.length },
    config.answerChannels.length > 0
      ? 'answers mentions, replies, direct messages, its own threads and everything in the answer channels'
      : 'answers mentions, replies, direct messages and, when mentioned, in its own threads',
  );
  log.info(
    { generation: info.generation, documents: info.documents, passages: info.passages },
    'index in use',
  );
}

/** Beside everything else, since Discord may put it off for hours. Never rejects. */
async function register(client: Client<true>, parts: BotParts, signal: AbortSignal): Promise<void> {
  const { log, config } = parts;
  try {
    const registered = await registerCommands(client, config.guildId, signal);
    log.info(registered ? 'registered the commands' : 'the commands are registered already');
  } catch (error) {
    if (signal.aborted) return;
    // Mentions and direct messages work all the same.
    const reason = expectedReason(error);
    log.error(
      reason === undefined ? { err: error } : { reason },
      'the commands could not be registered; was the bot invited with the link above?',
    );
  }
}
