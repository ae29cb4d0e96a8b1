import { expect, it } from 'vitest';
import { isAmong } from '../../src/language/plural.ts';

it.each([
  ['eel', 'eels', true],
  ['eels', 'eel', true],
  ['eel', 'eel', true],
  ['eel', 'ell', false],
  ['20s', '20', false],
])('%s and %s', (form, other, same) => expect(isAmong(form, new Set([other]))).toBe(same));
