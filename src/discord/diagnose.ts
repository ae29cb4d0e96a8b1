import { ApplicationFlagsBitField, DiscordAPIError, REST, Routes, type APIApplication } from 'discord.js';
import type { Config } from '../config.ts';
import { restOptions } from './client.ts';

/** What one of `npm run doctor`'s checks found. */
export interface Finding {
  /** `note`: works, but something should be known. */
  readonly state: 'good' | 'note' | 'bad';
  /** Half a sentence, for the line of the check. */
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

const TIMEOUT_MS = 5000;

/** Asks Discord, with the configured token, who the bot is and whether it may do what is configured. */
export async function diagnoseDiscord({ discord }: Config): Promise<Finding> {
  const { token, apiUrl, answerChannels } = discord;
  if (token === undefined) {
    return {
      state: 'note',
      found: 'no DISCORD_TOKEN; asking in the terminal works without',
      advice: 'For the bot, see "A bot in your server" in README.md.',
    };
  }
  const rest = new REST({
    ...restOptions(apiUrl),
    timeout: TIMEOUT_MS,
    retries: 0,
  }).setToken(token);
  let application: APIApplication;
  try {
    application = (await rest.get(Routes.currentApplication())) as APIApplication;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) {
      return {
        state: 'bad',
        found: 'Discord does not know this DISCORD_TOKEN',
        advice: 'Reset it in the developer portal (Bot > Reset Token) and copy it whole into .env.',
      };
    }
    const why = error instanceof Error ? error.message : String(error);
    return {
      state: 'bad',
      found: `Discord cannot be reached (${why})`,
      advice: 'Check the network and DISCORD_API_URL.',
    };
  }
  const flags = new ApplicationFlagsBitField(application.flags);
  const seesContent = flags.any(['GatewayMessageContent', 'GatewayMessageContentLimited']);
  if (answerChannels.length > 0 && !seesContent) {
    return {
      state: 'bad',
      found: `${application.name} may not read messages, which ANSWER_CHANNELS needs`,
      advice:
        'Turn on the Message Content intent in the developer portal (Bot), or leave ANSWER_CHANNELS empty.',
    };
  }
  return { state: 'good', found: `logged in as ${application.name} (${application.id})` };
}
