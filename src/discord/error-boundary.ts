import { randomBytes } from 'node:crypto';
import { MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import { show, WITHIN_THREE_SECONDS, type Repliable } from './acknowledge.ts';
import { expectedReason } from './expected-errors.ts';
import { retryPassing } from './retry-passing.ts';
import { messageOf, type View } from './view.ts';
import { errorNotice, notice } from './views/notice.ts';

/**
 * Runs a handler to its end. The one place where what a handler throws is caught: it is logged, and told to
 * whoever asked if `tell` can. Never rejects, since one rejecting listener would end the process.
 */
export async function catchErrors(
  log: Logger,
  doing: string,
  handler: () => Promise<void>,
  tell?: (view: View) => Promise<unknown>,
): Promise<void> {
  try {
    await handler();
  } catch (error) {
    const view = report(log, doing, error);
    if (!view || !tell) return;
    try {
      await tell(view);
    } catch (failure) {
      report(log, `telling of an error while ${doing}`, failure);
    }
  }
}

/** @returns what to tell whoever asked, if there is a point in telling */
function report(log: Logger, doing: string, error: unknown): View | undefined {
  if (error instanceof UserError) {
    log.info({ code: error.code }, `${doing}: ${error.code}`);
    return errorNotice(error);
  }
  const reason = expectedReason(error);
  if (reason !== undefined) {
    log.warn({ reason }, `${doing}: ${reason}`);
    return undefined;
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, `${doing} failed`);
  return notice(
    'Something went wrong on my side.',
    `If it happens again, tell whoever runs me: ${reference}`,
  );
}

/** Shows a view to whoever caused an interaction, and to nobody else if that is still open. */
export async function tell(interaction: Repliable, view: View): Promise<void> {
  const message = messageOf(view);
  const privately = { ...message, flags: message.flags | MessageFlags.Ephemeral } as const;
  // After a deferred update the "reply" is the message with the button, which must stay as it is.
  const isOwnReply = !interaction.isButton() || interaction.ephemeral === true;
  if (interaction.deferred && isOwnReply) await show(interaction, view);
  else if (interaction.deferred || interaction.replied) await interaction.followUp(privately);
  else await retryPassing(() => interaction.reply(privately), WITHIN_THREE_SECONDS);
}
