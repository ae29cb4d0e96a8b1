import { expect, it } from 'vitest';
import { caption } from '../../src/discord/views/caption.ts';

it('says where a text stands again, and of what passages it holds all', () => {
  const places = [1, 2, 3, 4].map((paragraph) => ({ source: 'a_b.md', paragraph }));
  const quote = {
    ...{ source: 'c.md', paragraph: 5, start: 0, end: 4, text: 'text', highlights: [], focus: [], score: 1 },
    ...{ alsoIn: places, alsoInPart: places, dateNotes: [] },
  };
  expect(caption(quote).split('\n')).toEqual([
    '-# c.md, paragraph 5',
    '-# also in a\\_b.md, paragraph 1; a\\_b.md, paragraph 2; a\\_b.md, paragraph 3 and 1 more',
    '-# in part also in a\\_b.md, paragraph 1 and 3 more',
  ]);
});
