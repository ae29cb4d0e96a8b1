import Table from 'cli-table3';
import type { ExplainedAnswer } from '../answer/ask.ts';
import { CHANGES, weightsFor, type Change } from '../answer/rank.ts';
import { SIGNALS } from '../answer/signals.ts';

const CHANGED: Readonly<Record<Change, string>> = {
  repeated: 'stands in many documents',
  headline: 'is a headline',
  lacksWord: 'lacks the word',
};

/** The signals behind each quote: value × weight = what it brought to the score. */
export function explanationTable({ answer, ranked, question }: ExplainedAnswer): string {
  const table = new Table({
    head: ['signal', 'weight', ...ranked.map((_, i) => `quote ${i + 1}`)],
    colAligns: ['left', 'right', ...ranked.map(() => 'right' as const)],
    style: { head: [], border: [] },
    // No rules between the rows: there are too many of them.
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const [i, name] of SIGNALS.entries()) {
    const weight = weightsFor(question)[name];
    table.push([
      name,
      rounded(weight, 2),
      ...ranked.map(({ signals }) => `${rounded(signals[i]!, 3)} → ${rounded(weight * signals[i]!, 2)}`),
    ]);
  }
  for (const change of CHANGES) {
    if (!ranked.some(({ changes }) => changes?.[change])) continue;
    table.push([CHANGED[change], '', ...ranked.map(({ changes }) => rounded(changes?.[change] ?? 0, 2))]);
  }
  table.push(['score', '', ...ranked.map(({ score }) => rounded(score, 2))]);
  const words = question.terms.map(
    ({ term, id, meant, weight }) =>
      `${term}${id === undefined ? ` (nowhere${meant === undefined ? '' : `; taken for ${meant}`})` : ''} ${weight.toFixed(1)}`,
  );
  return [
    table.toString(),
    `asks for: ${question.kind}; words and their weights: ${words.join(', ') || 'none'}`,
    `verdict ${answer.verdict}, confidence ${answer.confidence.toFixed(2)}`,
  ].join('\n');
}

/** Not "-0.00". */
function rounded(value: number, digits: number): string {
  return value.toFixed(digits).replace(/^-(?=[0.]+$)/, '');
}
