import { reasonText } from '../corpus/reason-text.ts';
import type { SkippedFile } from '../corpus/skip-reason.ts';
import { count } from '../language/counted.ts';
import type { BuildReport } from '../index/build-report.ts';
import { visibleOnOneLine } from '../language/visible.ts';

/** Longer lists are cut; a first build of a large corpus adds thousands. */
const MAX_LISTED = 20;

/** What a build did, for a terminal. */
export function renderReport(report: BuildReport): string {
  const { documents, passages, seconds, embeddedWindows, reusedWindows } = report;
  const lines = report.changed
    ? [
        ...named('added', report.added),
        ...named('changed', report.changedSources),
        ...named('removed', report.removed),
      ]
    : ['Nothing has changed.'];
  lines.push(
    ...named('kept as it was, unreadable now', report.kept.map(withReason)),
    ...named('skipped', tellingFirst(report.skipped).map(withReason)),
    `${count(documents, 'document')}, ${count(passages, 'passage')}; ${count(embeddedWindows, 'window')} embedded, ${reusedWindows} reused, in ${seconds.toFixed(1)} s.`,
  );
  return `${lines.join('\n')}\n`;
}

/** Empty files, of which there may be thousands, last. */
function tellingFirst(skipped: readonly SkippedFile[]): SkippedFile[] {
  const isEmpty = ({ reason }: SkippedFile) => reason.code === 'no-text';
  return [...skipped.filter((file) => !isEmpty(file)), ...skipped.filter(isEmpty)];
}

function named(what: string, items: readonly string[]): string[] {
  return listed(items).map((item) => `${what}: ${visibleOnOneLine(item)}`);
}

/** The first of them, and how many more there are. */
export function listed(items: readonly string[], most = MAX_LISTED): string[] {
  return items.length > most ? [...items.slice(0, most), `… and ${items.length - most} more`] : [...items];
}

/** `source: reason` as they stand: not yet safe to print to a terminal. */
export function withReason({ source, reason }: SkippedFile): string {
  return `${source}: ${reasonText(reason)}`;
}
