import { expect, it } from 'vitest';
import { count } from '../../src/language/counted.ts';

it.each([
  [0, '0 documents'],
  [1, '1 document'],
  [2, '2 documents'],
  [12_345, '12,345 documents'],
])('counts %i', (number, text) => {
  expect(count(number, 'document')).toBe(text);
});
