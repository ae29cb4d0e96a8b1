import type { BotState } from '../discord/bot-state.ts';
import type { LibraryInfo } from '../index/library.ts';

/** What the bot consists of at the moment: while it starts, not everything is there. */
export interface Vitals {
  /** Of the index in use; `undefined` until it is open. */
  readonly library: LibraryInfo | undefined;
  /** `undefined` until the bot is connected. */
  readonly bot: BotState | undefined;
}

/** Why no question can be answered now; `undefined` when it can. */
export function unready({ library, bot }: Vitals): string | undefined {
  if (library === undefined) return 'the index is not open yet';
  return bot === undefined ? 'not connected to Discord yet' : bot.unready;
}
