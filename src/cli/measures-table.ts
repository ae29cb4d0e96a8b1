import Table from 'cli-table3';
import type { Measures } from '../evaluation/measures.ts';

/** Measures of several question sets side by side, a row a set. */
export function measuresTable(
  results: readonly { readonly name: string; readonly measures: Measures }[],
): string {
  const table = new Table({
    head: [
      'set',
      'questions',
      'hit@1',
      'hit@3',
      'hit@5',
      'MRR@10',
      'nDCG@10',
      'highlight',
      '…given hit',
      'AUC',
      'false abstain',
      'false answer',
      'p50 ms',
      'p95 ms',
    ],
    style: { head: [], border: [] },
  });
  for (const { name, measures: m } of results) {
    table.push([
      name,
      `${m.questions} (${m.answerable})`,
      ...[m.hitAt1, m.hitAt3, m.hitAt5, m.mrrAt10, m.ndcgAt10].map(decimals),
      ...[m.answerInHighlight, m.answerInHighlightGivenHit, m.abstention.auc].map(decimals),
      decimals(m.abstention.falseAbstain),
      decimals(m.abstention.falseAnswer),
      m.latencyMs.p50.toFixed(1),
      m.latencyMs.p95.toFixed(1),
    ]);
  }
  return table.toString();
}

function decimals(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
