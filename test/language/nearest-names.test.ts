import { describe, expect, it } from 'vitest';
import { nearestNames } from '../../src/language/nearest-names.ts';

const KNOWN = ['minsk-group.md', 'news/moscow-ceasefire.md', 'barda-attack.md', 'Kalın.txt'];

describe('nearestNames', () => {
  it.each([
    ['minsk.md', 'minsk-group.md'],
    ['MINSK-GRUOP.md', 'minsk-group.md'],
    ['moscow-ceasefire.md', 'news/moscow-ceasefire.md'],
    ['moscow', 'news/moscow-ceasefire.md'],
    ['barda_attack', 'barda-attack.md'],
    ['kalin.txt', 'Kalın.txt'],
  ])('takes %s for %s', (name, meant) => expect(nearestNames(name, KNOWN)[0]).toBe(meant));

  it('offers nothing where nothing is near, and no more than asked for', () => {
    expect(nearestNames('tax-report.pdf', KNOWN)).toEqual([]);
    expect(nearestNames('', KNOWN)).toEqual([]);
    expect(nearestNames('a1.txt', ['a2.txt', 'a3.txt', 'a4.txt', 'a5.txt'], 2)).toHaveLength(2);
    expect(nearestNames('a', [])).toEqual([]);
  });
});
