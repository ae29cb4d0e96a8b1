import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { WITHIN_THREE_SECONDS } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { press } from '../buttons/press.ts';
import { COMMANDS } from '../commands/all.ts';
import { parseCustomId } from '../custom-id.ts';
import { guard, tell } from '../guard.ts';
import { persist } from '../persist.ts';
import { stopping } from '../views/notice.ts';

/** Commands, autocomplete and buttons. */
export async function onInteraction(interaction: Interaction, bot: Bot): Promise<void> {
  if (!bot.seen.first(interaction.id)) return;
  if (interaction.isAutocomplete()) {
    await guard(bot.log, `completing /${interaction.commandName}`, () => complete(interaction, bot));
  } else if (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton()
  ) {
    const doing = interaction.isButton()
      ? `button ${parseCustomId(interaction.customId)?.kind ?? 'unknown'}`
      : `/${interaction.commandName}`;
    await guard(
      bot.log,
      doing,
      async () => {
        if (bot.work.stopping) throw stopping();
        if (interaction.isButton()) return press(interaction, bot);
        const command = COMMANDS.find(({ data }) => data.name === interaction.commandName);
        if (command?.type === 'slash' && interaction.isChatInputCommand())
          return command.run(interaction, bot);
        if (command?.type === 'message' && interaction.isMessageContextMenuCommand()) {
          return command.run(interaction, bot);
        }
        throw new UserError('COMMAND_UNKNOWN', 'I do not know this command.', 'Try /help.');
      },
      (view) => tell(interaction, view),
    );
  }
}

async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const command = COMMANDS.find(({ data }) => data.name === interaction.commandName);
  const choices = command?.type === 'slash' ? (command.complete?.(interaction, bot) ?? []) : [];
  await persist(() => interaction.respond(choices), WITHIN_THREE_SECONDS);
}
