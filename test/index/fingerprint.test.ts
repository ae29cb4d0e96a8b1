import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/index/fingerprint.ts';

describe('a fingerprint', () => {
  it.each([
    ['The ferry — so they say — left.', 'the ferry, so they say, left'],
    ['Café “Kalın”', "cafe 'kalin'"],
    ['A\n  wrapped line', 'a wrapped line'],
    ['> Be kind to the crew.', 'Be kind to the crew.'],
    ['| dead | 4 |', 'dead 4'],
    ['~~Old~~ **rules**', 'Old rules'],
    ['- item one', 'item one'],
    ['An X-Ray', 'an x-ray'],
    ['- A list', 'a list'],
  ])('is the same for %j and %j', (a, b) => expect(fingerprint(a)).toBe(fingerprint(b)));

  it.each([
    ['✅ Memes about politics', '❌ Memes about politics'],
    ['+5 strength', '-5 strength'],
    ['It was -10 degrees.', 'It was 10 degrees.'],
    ['It costs $15.', 'It costs €15.'],
    ['Write the plugin in C++', 'Write the plugin in C#'],
    ['Levels > 30', 'Levels < 30'],
    ['5 % of them', '5 of them'],
    ['at least 10 dead', 'at least 12 dead'],
    ['Run `helio -d` first', 'Run `helio -D` first'],
  ])('tells %j from %j', (a, b) => expect(fingerprint(a)).not.toBe(fingerprint(b)));

  it('is the same for either minus', () => expect(fingerprint('−5')).toBe(fingerprint('-5')));
});
