import { expect, it } from 'vitest';
import { dayBefore } from '../../src/corpus/part-date.ts';

it.each([
  [26, 10, '2020-10-28', '2020-10-26'],
  [28, 10, '2020-10-28', '2020-10-28'],
  [29, 10, '2020-10-28', '2020-10-29'],
  [30, 12, '2021-01-02', '2020-12-30'],
  [1, 1, '2020-12-31', '2021-01-01'],
  [30, 10, '2020-10-28', undefined],
  [1, 6, '2020-10-28', undefined],
  [29, 2, '2021-03-02', undefined],
])('day %i of month %i, written up to %s, is %s', (day, month, written, date) =>
  expect(dayBefore(day, month, written)).toBe(date),
);
