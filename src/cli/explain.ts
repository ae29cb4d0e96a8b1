import Table from 'cli-table3';
import type { ExplainedAnswer } from '../answer/ask.ts';
import { weightsFor } from '../answer/rank.ts';
import { SIGNALS } from '../answer/signals.ts';

/** The signals behind each quote: value × weight = what it brought to the score. */
export function explanationTable({ answer, ranked, question }: ExplainedAnswer): string {
  const table = new Table({
    head: ['signal', 'weight', ...ranked.map((_, i) => `quote ${i + 1}`)],
    colAligns: ['left', 'right', ...ranked.map(() => 'right' as const)],
    style: { head: [], border: [] },
  });
  for (const [i, name] of SIGNALS.entries()) {
    const weight = weightsFor(question)[name];
    table.push([
      name,
      weight.toFixed(2),
      ...ranked.map(({ signals }) => `${signals[i]!.toFixed(3)} → ${(weight * signals[i]!).toFixed(2)}`),
    ]);
  }
  const beside = ranked.map(({ signals, score }) =>
    SIGNALS.reduce((rest, name, i) => rest - weightsFor(question)[name] * signals[i]!, score),
  );
  if (beside.some((rest) => Math.abs(rest) >= 0.005))
    table.push([
      answer.followUp ? 'the conversation' : 'stands in many documents',
      '',
      ...beside.map((rest) => rest.toFixed(2)),
    ]);
  table.push(['score', '', ...ranked.map(({ score }) => score.toFixed(2))]);
  const words = question.terms.map(
    ({ term, id, weight }) => `${term}${id === undefined ? ' (nowhere)' : ''} ${weight.toFixed(1)}`,
  );
  return [
    table.toString(),
    `asks for: ${question.kind}; words and their weights: ${words.join(', ') || 'none'}`,
    `verdict ${answer.verdict}, confidence ${answer.confidence.toFixed(2)}${answer.followUp ? ', earlier questions brought in' : ''}`,
  ].join('\n');
}
