import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { formsBehindSlip } from '../../src/language/slips.ts';

const ownLetters = (form: string) =>
  formsBehindSlip(form)
    .filter(({ isOwnLetters }) => isOwnLetters)
    .map((slip) => slip.form);

describe('formsBehindSlip', () => {
  it('knows letters that changed places and those typed once too often or too seldom', () => {
    expect(ownLetters('lmap')).toEqual(expect.arrayContaining(['lamp']));
    expect(ownLetters('laamp')).toEqual(expect.arrayContaining(['lamp']));
    expect(ownLetters('leter')).toEqual(expect.arrayContaining(['letter']));
    expect(ownLetters('lanp')).not.toContain('lamp');
  });

  it('finds what any one slip made another word of, once, and nothing else', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(word, word, (typed, meant) => {
        const forms = formsBehindSlip(typed).map(({ form }) => form);
        expect(new Set(forms).size).toBe(forms.length);
        const isSwap = Array.from(
          { length: typed.length - 1 },
          (_, at) => typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2),
        ).includes(meant);
        expect(forms.includes(meant)).toBe(meant !== typed && (isSwap || distance(typed, meant) === 1));
      }),
    );
  });
});
