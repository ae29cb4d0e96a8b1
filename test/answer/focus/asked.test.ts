import { expect, it } from 'vitest';
import type { Alike } from '../../../src/answer/focus/asked.ts';
import { focusOf } from '../../../src/answer/focus/focus.ts';

const ALIKE: Alike = new Map([
  ['injur', ['wound', 'hurt']],
  ['die', ['kill', 'dead']],
  ['open', ['close']],
]);

const SHIP = 'Twelve sailors were killed, two of them officers, and 35 wounded.';
const SHOP = 'The shop closes at 6 p.m. and opens at 9 a.m.';

it.each([
  ['How many were injured?', SHIP, '35'],
  ['How many died?', SHIP, 'Twelve'],
  // Only where the word itself is not there.
  ['When does the shop open?', SHOP, '9 a.m.'],
  ['When does the shop close?', SHOP, '6 p.m.'],
])('%s: what stands beside a word like the one of the question in %s', (question, sentence, wanted) => {
  const kind = question.startsWith('When') ? 'time' : 'count';
  const span = focusOf(sentence, kind, question, sentence, ALIKE);
  expect(span && sentence.slice(span.start, span.end)).toBe(wanted);
});
