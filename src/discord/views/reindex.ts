import { reasonText } from '../../corpus/reason-text.ts';
import type { SkippedFile } from '../../corpus/skip-reason.ts';
import type { BuildProgress, BuildReport } from '../../index/build-report.ts';
import { container, text } from '../components.ts';
import { inline } from '../escape.ts';
import type { View } from '../view.ts';
import { count } from '../../language/counted.ts';

/** Names listed under each heading. */
const MAX_NAMES = 6;
const MAX_NAME = 70;
const MAX_REASON = 60;
/** In characters. */
const BAR_LENGTH = 20;

const PHASES: Readonly<Record<BuildProgress['phase'], string>> = {
  waiting: 'Waiting for another build to end',
  embedding: 'Embedding their passages',
  writing: 'Writing the index',
};

/** @param progress `undefined` before there is any */
export function renderProgress(progress: BuildProgress | undefined): View {
  const lines = ['**Reindexing…** Questions are answered from the old index until the new one is whole.'];
  if (progress) {
    lines.push(`-# ${PHASES[progress.phase]}${barOf(progress)}`);
  }
  return { components: [container([text(lines.join('\n'))])] };
}

function barOf({ done, total }: BuildProgress): string {
  if (total <= 0) return '';
  const share = Math.min(1, Math.max(0, done / total));
  const filled = Math.round(share * BAR_LENGTH);
  return `: ${'█'.repeat(filled)}${'░'.repeat(BAR_LENGTH - filled)} ${Math.round(share * 100)} %`;
}

/** What a build did; under each heading six names at most, and how many more there are. */
export function renderReport(report: BuildReport): View {
  const { added, changedSources, removed, kept, skipped } = report;
  const lines = [
    headingOf(report),
    `-# ${count(report.documents, 'document')}, ${count(report.passages, 'passage')}, ${report.seconds.toFixed(1)} s`,
    ...group('Added', added.map(name)),
    ...group('Changed', changedSources.map(name)),
    ...group('Removed', removed.map(name)),
    ...group('Unreadable, quoted as they were', kept.map(nameAndReason)),
    ...group('Skipped', skipped.map(nameAndReason)),
  ];
  return { components: [container([text(lines.join('\n'))])] };
}

function headingOf({ changed, added, changedSources, removed }: BuildReport): string {
  if (changed) return '**The new index is in use.**';
  return added.length + changedSources.length + removed.length > 0
    ? '**These changes are in use already.** I took them over when they were made.'
    : '**Nothing has changed.** The index stays as it is.';
}

function name(source: string): string {
  return inline(source, MAX_NAME);
}

function nameAndReason({ source, reason }: SkippedFile): string {
  return `${name(source)}: ${inline(reasonText(reason), MAX_REASON)}`;
}

function group(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const listed = items.slice(0, MAX_NAMES).map((item) => `-# ‣ ${item}`);
  if (items.length > MAX_NAMES) listed.push(`-# and ${items.length - MAX_NAMES} more`);
  return [`**${heading}: ${items.length}**`, ...listed];
}
