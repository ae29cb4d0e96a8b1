import { UserError } from '../../errors.ts';
import { container, text } from '../components.ts';
import { inline } from '../escape.ts';
import { Refusal } from '../refusal.ts';
import { relativeTime } from '../wording.ts';
import type { View } from '../view.ts';

const WARNING_COLOR = 0xc9a227;
/** Of an error's message, and as much of its hint. */
const MAX_MESSAGE = 800;

/** What somebody is told who comes when the bot is about to end. */
export function stopping(): UserError {
  return new UserError('STOPPING', 'I am being restarted.', 'Try again in a minute.');
}

/** One or two lines of the bot's own. `markdown` must not hold anything that others wrote. */
export function notice(markdown: string, small?: string): View {
  return { components: [text(small === undefined ? markdown : `${markdown}\n-# ${small}`)] };
}

/** An error as its user sees it. */
export function errorNotice(error: UserError): View {
  const message = inline(error.message, MAX_MESSAGE);
  const hint = inline(error.hint, MAX_MESSAGE);
  const when = error instanceof Refusal ? ` ${relativeTime(error.retryAt)}` : '';
  return { components: [container([text(`${message}\n-# ${hint}${when}`)], WARNING_COLOR)] };
}
