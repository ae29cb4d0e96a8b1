import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a number that says of which dimension it is', () => {
  const dock = 'The dock is 40 metres long, 12 wide and 3.5 m deep.';

  it.each([
    ['How long is the dock?', dock, '40'],
    ['How wide is the dock?', dock, '12'],
    ['How deep is the dock?', dock, '3.5'],
    // A wrong mark is worse than none.
    ['How high is the dock?', dock, undefined],
    ['How deep is the dock?', 'The dock has a length of 40 m and a depth of 3.5 m.', '3.5'],
    ['What is the depth of the dock?', 'The dock is 40 m in length and 3.5 m in depth.', '3.5'],
    ['How deep is the dock?', 'The dock is 40 metres long.', undefined],
    ['How heavy is the bell?', 'The bell is 90 years old and weighs 2 tonnes.', '2'],
    ['How old is the bell?', 'The bell is 2 metres high and 90 years old.', '90'],
    ['How long is the walk?', 'The walk is 2 hours long and the tower 30 metres high.', '2 hours'],
    ['How high is the tower?', 'The tower, of 30 metres, is beside a dock 40 metres long.', '30'],
  ])('is not of another: %s: %s', (question, sentence, wanted) =>
    expect(focus(question, sentence)).toBe(wanted),
  );

  it('is the one of that which is asked for, wherever it stands', () => {
    const dimensions = [
      ['long', 41],
      ['wide', 12],
      ['deep', 7],
      ['high', 29],
    ] as const;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...dimensions], { minLength: 2 }),
        fc.constantFrom(...dimensions),
        (told, [asked, value]) => {
          const sentence = `The dock is ${told.map(([word, metres]) => `${metres} metres ${word}`).join(', ')}.`;
          const isTold = told.some(([word]) => word === asked);
          expect(focus(`How ${asked} is the dock?`, sentence)).toBe(isTold ? `${value}` : undefined);
        },
      ),
    );
  });
});
