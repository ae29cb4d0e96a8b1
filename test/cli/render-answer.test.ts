import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { renderAnswer } from '../../src/cli/render-answer.ts';
import { visibleOnOneLine } from '../../src/language/visible.ts';

it('keeps the name of a file on its line, whatever it holds', () => {
  expect(visibleOnOneLine('a\r\nb \u202ec\x1b[1m')).toBe('a␊␊b ␡c␛[1m');
});

it.each([
  [13, 'and 3 more'],
  [20, 'and many more'],
])('cuts a list of %i places where a passage stands again', (places, rest) => {
  const text = 'The treaty was signed.';
  const answer: Answer = {
    question: 'when',
    verdict: 'answered',
    confidence: 1,
    quotes: [
      {
        source: 'a.txt',
        paragraph: 1,
        start: 0,
        end: text.length,
        text,
        highlights: [],
        focus: [],
        score: 1,
        alsoIn: Array.from({ length: places }, (_, i) => ({ source: 'a.txt', paragraph: i + 2 })),
        alsoInPart: [{ source: 'b.txt', paragraph: 1 }],
        dateNotes: [],
      },
    ],
    followUp: false,
    goesOn: 0,
    timings: { embed: 0, search: 0, quote: 0, total: 0 },
  };
  // Colour is the environment's to decide: most CI services have it, a pipe has not.
  const rendered = stripVTControlCharacters(renderAnswer(answer));
  expect(rendered).toContain('\n   in part also in b.txt ¶1\n');
  expect(rendered).toMatch(new RegExp(`also in a\\.txt ¶2, .*a\\.txt ¶11 ${rest}\\n`));
});
