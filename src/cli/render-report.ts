import type { BuildReport } from '../index/build-report.ts';
import { visibleLine } from './render-answer.ts';

/** Longer lists are cut; a first build of a large corpus adds thousands. */
const MAX_LISTED = 20;

/** What a build did, for a terminal. */
export function renderReport(report: BuildReport): string {
  const { documents, passages, seconds, embeddedWindows, reusedWindows } = report;
  const lines = report.changed
    ? [
        ...listed('added', report.added),
        ...listed('changed', report.changedSources),
        ...listed('removed', report.removed),
        ...listed(
          'kept as it was, unreadable now',
          report.kept.map(({ source, reason }) => `${source}: ${reason}`),
        ),
      ]
    : ['Nothing has changed.'];
  lines.push(
    ...listed(
      'skipped',
      report.skipped.map(({ source, reason }) => `${source}: ${reason}`),
    ),
    `${documents} documents, ${passages} passages; ${embeddedWindows} windows embedded, ${reusedWindows} reused, in ${seconds.toFixed(1)} s.`,
  );
  return `${lines.join('\n')}\n`;
}

function listed(what: string, items: readonly string[]): string[] {
  const shown = items.slice(0, MAX_LISTED).map((item) => `${what}: ${visibleLine(item)}`);
  return items.length > MAX_LISTED ? [...shown, `${what}: … and ${items.length - MAX_LISTED} more`] : shown;
}
