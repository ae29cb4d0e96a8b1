import {
  LimitedCollection,
  type ChatInputCommandInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';

/** Latest messages of which it is known which conversation they belong to. */
const MAX_MESSAGES = 5000;

/**
 * Which conversation a question from Discord goes on with. A thread and a direct message are one conversation each;
 * elsewhere it is the chain of replies, and each command begins its own.
 */
export class ConversationIds {
  /** By a message's id; theirs and the bot's. */
  readonly #known = new LimitedCollection<string, string>({ maxSize: MAX_MESSAGES });

  /** Of a question in a message: that of its thread, of its direct messages, or of the message it replies to; else its own. */
  ofMessage(message: Message): string {
    if (message.channel.isDMBased() || message.channel.isThread()) return message.channelId;
    const repliedTo = message.reference?.messageId;
    if (repliedTo === undefined) return message.id;
    // Somebody quick can reply to an answer before Discord has told the bot which id it has; whose question it
    // answers is known.
    const before = message.channel.messages.cache.get(repliedTo)?.reference?.messageId;
    const known = this.#known.get(repliedTo);
    return known ?? (before === undefined ? undefined : this.#known.get(before)) ?? message.id;
  }

  /**
   * Of a question by a command: that of its thread or direct messages; else, and where it is private in a server, its own.
   *
   * @param isPrivate whether the answer is for its asker's eyes only
   */
  ofCommand(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
    isPrivate: boolean,
  ): string {
    // What was asked in private must not colour what others are answered.
    if (isPrivate && interaction.inGuild()) return interaction.id;
    const isOne = !interaction.inGuild() || interaction.channel?.isThread() === true;
    return isOne ? interaction.channelId : interaction.id;
  }

  /** Lets replies to a message, a question or an answer, go on with its conversation. */
  remember({ id }: Pick<Message, 'id'>, conversation: string): void {
    this.#known.set(id, conversation);
  }
}
