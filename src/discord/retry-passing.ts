import { setTimeout } from 'node:timers/promises';
import { HTTPError } from 'discord.js';

/** Pauses between tries, in milliseconds; discord.js itself tries again at once. */
const PAUSES = [50, 100, 150, 200, 300, 500, 1000, 2000, 4000, 6000];

/**
 * Sends something that must not get lost to a passing fault of Discord or of the network. It must be harmless
 * to send twice.
 */
export async function retryPassing<T>(
  send: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await send();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await setTimeout(pause);
    }
  }
  return send();
}

function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  return error instanceof Error && 'code' in error && /^(?:E[A-Z_]+|UND_ERR_\w+)$/.test(String(error.code));
}
