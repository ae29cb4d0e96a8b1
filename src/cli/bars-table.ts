import Table from 'cli-table3';
import type { Standing } from '../bench/bars.ts';

/** Figures beside their bars, a row a figure. */
export function barsTable(rows: readonly Standing[]): string {
  const table = new Table({
    head: ['what', 'measured', 'bar', ''],
    style: { head: [], border: [] },
  });
  for (const { what, measured, bar, verdict } of rows) table.push([what, measured, bar, verdict]);
  return table.toString();
}
