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
import type { Choice } from '../sources.ts';

interface AnyCommand {
  /** Whether it asks a question: it is then run within `RequestQueue.admit`. */
  readonly asks?: true;
}

/** A command that is typed. Its name is that of `data`. */
export interface SlashCommand extends AnyCommand {
  readonly type: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Must acknowledge within three seconds; what it throws is told to whoever typed it. */
  run(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void>;
  /** The choices for the option that is being typed. Must be quick: it cannot be put off. */
  complete?(interaction: AutocompleteInteraction, bot: Bot): readonly Choice[];
}

/** A command in the menu of a message. */
export interface MessageCommand extends AnyCommand {
  readonly type: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & { type: ApplicationCommandType.Message };
  /** As that of a {@link SlashCommand}. */
  run(interaction: MessageContextMenuCommandInteraction, bot: Bot): Promise<void>;
}

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
