import type { AutocompleteInteraction, CommandInteraction, Interaction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { WITHIN_THREE_SECONDS, type Repliable } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { press } from '../buttons/press.ts';
import { COMMANDS } from '../commands/all.ts';
import type { Command, Run } from '../commands/command.ts';
import { parseCustomId } from '../custom-id.ts';
import { catchErrors, tell } from '../error-boundary.ts';
import { retryPassing } from '../retry-passing.ts';
import { stopping } from '../views/notice.ts';

/** A whole text is read, encoded and sent; the rest costs one point. */
const WHOLE_TEXT = 5;

/** Commands, autocomplete and buttons. */
export async function onInteraction(interaction: Interaction, bot: Bot): Promise<void> {
  if (!bot.seen.first(interaction.id)) return;
  if (interaction.isAutocomplete()) {
    await catchErrors(bot.log, `completing /${interaction.commandName}`, () => complete(interaction, bot));
  } else if (interaction.isButton()) {
    const kind = parseCustomId(interaction.customId)?.kind;
    await answer(interaction, bot, `button ${kind ?? 'unknown'}`, async () => {
      await bot.actionLimits.act(interaction.user.id, kind === 'text' ? WHOLE_TEXT : 1);
      await press(interaction, bot);
    });
  } else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const command = commandOf(interaction);
    await answer(interaction, bot, `/${interaction.commandName}`, async () => {
      if (command?.type === 'slash' && interaction.isChatInputCommand())
        return runLimited(command, interaction, bot);
      if (command?.type === 'message' && interaction.isMessageContextMenuCommand())
        return runLimited(command, interaction, bot);
      await bot.actionLimits.act(interaction.user.id, 1);
      throw new UserError('COMMAND_UNKNOWN', 'I do not know this command.', 'Try /help.');
    });
  }
}

/** Each counts against the limits of whoever uses it: a question in the queue, the rest as an action. */
async function runLimited<I extends CommandInteraction>(
  command: Run<I>,
  interaction: I,
  bot: Bot,
): Promise<void> {
  const { id } = interaction.user;
  if (command.asks === true) return bot.queue.admit(id, (ticket) => command.run(interaction, bot, ticket));
  await bot.actionLimits.act(id, 1);
  return command.run(interaction, bot);
}

/** Whatever goes wrong is told to whoever caused the interaction. */
async function answer(
  interaction: Repliable,
  bot: Bot,
  doing: string,
  handler: () => Promise<void>,
): Promise<void> {
  await catchErrors(
    bot.log,
    doing,
    async () => {
      if (bot.inFlight.stopping) throw stopping();
      await handler();
    },
    (view) => tell(interaction, view),
  );
}

function commandOf({ commandName }: { readonly commandName: string }): Command | undefined {
  return COMMANDS.find(({ data }) => data.name === commandName);
}

async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const command = commandOf(interaction);
  const mayComplete = await bot.actionLimits.complete(interaction.user.id);
  const choices =
    mayComplete && command?.type === 'slash' ? (command.complete?.(interaction, bot) ?? []) : [];
  await retryPassing(() => interaction.respond(choices), WITHIN_THREE_SECONDS);
}
