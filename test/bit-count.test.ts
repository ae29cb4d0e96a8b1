import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitCount } from '../src/bit-count.ts';

test('bits are counted, the sign among them', () => {
  expect([0, 1, 0x8000_0000, -1, 0xffff_ffff].map(bitCount)).toEqual([0, 1, 1, 32, 32]);
  fc.assert(
    fc.property(fc.integer(), (bits) => {
      expect(bitCount(bits)).toBe(Array.from((bits >>> 0).toString(2)).filter((bit) => bit === '1').length);
    }),
  );
});
