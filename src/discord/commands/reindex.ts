import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type ChatInputCommandInteraction,
  type Message,
} from 'discord.js';
import type { BuildProgress } from '../../index/build-report.ts';
import { UserError } from '../../errors.ts';
import { promiseReply, show } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { expectedReason } from '../expected-errors.ts';
import { INTERACTION_LIFETIME } from '../limits.ts';
import { retryPassing } from '../retry-passing.ts';
import { messageOf, type View } from '../view.ts';
import { renderProgress, renderReport } from '../views/reindex.ts';
import type { SlashCommand } from './command.ts';

/** Between two edits, in milliseconds: Discord allows five in five seconds. */
const PROGRESS_EVERY = 2500;

/** Bots whose index is being built. */
const building = new WeakSet<Bot>();

/** Builds the index anew. For those who may manage the server; the old index answers until the new one is whole. */
export const reindex: SlashCommand = {
  type: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'reindex',
    description: 'Read the documents anew and build a new index',
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  async run(interaction, bot) {
    // The permission set with the command is a default that a server can change.
    if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) !== true) {
      throw new UserError(
        'NOT_ALLOWED',
        'Only those who may manage this server can do that.',
        'Ask someone with the permission Manage Server.',
      );
    }
    if (building.has(bot)) {
      throw new UserError('REINDEX_RUNNING', 'The index is being built already.', 'Wait until that is done.');
    }
    building.add(bot);
    try {
      await promiseReply(interaction, false);
      await build(interaction, bot);
    } finally {
      building.delete(bot);
    }
  },
};

async function build(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const over = performance.now() + INTERACTION_LIFETIME;
  let latest: BuildProgress | undefined;
  let edit = showProgress(interaction, bot, renderProgress(undefined));
  const timer = setInterval(() => {
    if (performance.now() < over)
      edit = edit.then(() => showProgress(interaction, bot, renderProgress(latest)));
  }, PROGRESS_EVERY);
  let result: View;
  try {
    result = renderReport(await bot.reindex((progress) => (latest = progress)));
  } finally {
    clearInterval(timer);
    // An edit that is under way must not overwrite the result.
    await edit;
  }
  // A long build outlives its interaction; then the result is a message of its own.
  const { channel } = interaction;
  if (performance.now() < over) await show(interaction, result);
  else if (channel?.isSendable() === true) await retryPassing<Message>(() => channel.send(messageOf(result)));
}

/** Progress is a courtesy: that it cannot be shown must not end the build. */
async function showProgress(interaction: ChatInputCommandInteraction, bot: Bot, view: View): Promise<void> {
  try {
    await interaction.editReply(messageOf(view));
  } catch (error) {
    bot.log.debug({ reason: expectedReason(error) ?? String(error) }, 'progress could not be shown');
  }
}
