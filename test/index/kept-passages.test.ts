import { expect, it } from 'vitest';
import { KeptPassages } from '../../src/index/kept-passages.ts';

/** Of so many letters each. */
function keeping(most: number, length: number) {
  const read: number[] = [];
  const kept = new KeptPassages((id) => {
    read.push(id);
    return { id, source: 'a.txt', paragraph: id + 1, start: 0, end: length, text: 'x'.repeat(length) };
  }, most);
  return { kept, read };
}

it('reads a passage once', () => {
  const { kept, read } = keeping(1000, 10);
  expect([kept.get(3), kept.get(4), kept.get(3)].map(({ paragraph }) => paragraph)).toEqual([4, 5, 4]);
  expect(read).toEqual([3, 4]);
});

it('keeps no more than it may', () => {
  const { kept, read } = keeping(250, 10);
  for (const id of [0, 1, 0, 1, 2, 2, 0]) expect(kept.get(id).id).toBe(id);
  expect(read).toEqual([0, 1, 2, 0]);
});

it('hands out what is longer than all that it may keep', () => {
  const { kept } = keeping(5, 10);
  expect(kept.get(7).text).toHaveLength(10);
});
