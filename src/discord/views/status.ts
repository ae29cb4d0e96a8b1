import type { LibraryInfo } from '../../index/library.ts';
import { container, text } from '../components.ts';
import { inline } from '../escape.ts';
import type { View } from '../view.ts';
import { relativeTime } from '../wording.ts';
import { count } from '../../language/counted.ts';

const MAX_DATE = 40;
const MAX_GENERATION = 80;
const MAX_MODEL = 120;

/** What `/status` shows. */
export interface Status {
  readonly library: LibraryInfo;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds between a heartbeat and its answer; negative while none was answered. */
  readonly gatewayDelay: number;
  /** Questions that wait for their turn. */
  readonly waiting: number;
}

/** Moments are shown as time from now; a `builtAt` that is no date is shown as it stands. */
export function renderStatus({ library, startedAt, gatewayDelay, waiting }: Status): View {
  const built = Date.parse(library.builtAt);
  const lines = [
    '**Status**',
    `Index: ${count(library.documents, 'document')}, ${count(library.passages, 'passage')}`,
    `Built: ${Number.isNaN(built) ? inline(library.builtAt, MAX_DATE) : relativeTime(built)}`,
    `Generation: ${inline(library.generation, MAX_GENERATION)}`,
    `Model: ${inline(library.model, MAX_MODEL)}`,
    `Started: ${relativeTime(startedAt)}`,
    `Gateway delay: ${gatewayDelay < 0 ? 'not measured yet' : `${Math.round(gatewayDelay)} ms`}`,
    `Questions waiting: ${waiting}`,
  ];
  return { components: [container([text(lines.join('\n'))])] };
}
