import {
  ApplicationIntegrationType,
  InteractionContextType,
  type ApplicationCommandType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Ticket } from '../request-queue.ts';
import type { Choice } from '../sources.ts';

/** What a command does. Must acknowledge within three seconds; what it throws is told to whoever used it. */
export type Run<I> =
  | { readonly asks?: false; run(interaction: I, bot: Bot): Promise<void> }
  /** Asks a question, which is counted and waits for its turn. */
  | { readonly asks: true; run(interaction: I, bot: Bot, ticket: Ticket): Promise<void> };

/** A command that is typed. Its name is that of `data`. */
export type SlashCommand = Run<ChatInputCommandInteraction> & {
  readonly type: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** The choices for the option that is being typed. Must be quick: it cannot be put off. */
  complete?(interaction: AutocompleteInteraction, bot: Bot): readonly Choice[];
};

/** A command in the menu of a message. */
export type MessageCommand = Run<MessageContextMenuCommandInteraction> & {
  readonly type: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & { type: ApplicationCommandType.Message };
};

/** What can be registered with Discord, and what runs when it is used. */
export type Command = SlashCommand | MessageCommand;

/** Installable to servers and to users, usable in servers, in direct messages and in group chats. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
