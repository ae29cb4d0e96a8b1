import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermSlots } from '../../src/index/term-slots.ts';

test('finds the slot of each term that was given one, and none of any other number', () => {
  const id = fc.integer({ min: 0, max: 0xffff_ffff });
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 200 }), fc.array(id), (ids, others) => {
      const slots = new TermSlots();
      for (const [i, known] of ids.entries()) slots.set(known, i + 1);
      expect(ids.map((known) => slots.of(known))).toEqual(ids.map((_, i) => i + 1));
      for (const other of others) if (!ids.includes(other)) expect(slots.of(other)).toBe(0);
    }),
  );
});
