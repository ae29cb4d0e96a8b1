import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, isNearCopy, wordingOf, type CopySource } from '../../src/answer/near-copies.ts';
import { BUNDLED_MODEL } from '../../src/embedding/bundled-model.ts';
import { SIMILAR_WORDS, SimilarWords } from '../../src/embedding/similar-words.ts';
import { MODELS_DIR } from '../support/models.ts';
import { runs } from '../support/property-runs.ts';

const similarWords = SimilarWords.open(join(MODELS_DIR, BUNDLED_MODEL, SIMILAR_WORDS));

/** Documents of one passage each. */
function source(texts: readonly string[]): CopySource {
  return {
    terms: { sequence: () => new Uint32Array() },
    similarWords,
    passage: (id) => ({
      id,
      source: `${id}.txt`,
      paragraph: 1,
      start: 0,
      end: texts[id]!.length,
      text: texts[id]!,
    }),
    documentOf: (id) => ({ id, source: `${id}.txt`, language: 'en', passages: 1 }),
    documentIdOf: (id) => id,
    passageRange: (id) => ({ first: id, end: id + 1 }),
  };
}

function areNearCopies(one: string, other: string): boolean {
  const index = source([one, other]);
  const [first, second] = [wordingOf(index, 0), wordingOf(index, 1)];
  const found = isNearCopy(index, first, second);
  expect(isNearCopy(index, second, first)).toBe(found);
  return found;
}

const REPORT =
  'The old mill above the town of Harrow burned down in the night, and at least 10 workers were hurt, the mayor said.';

describe('near copies are', () => {
  it.each([
    ['one with a dateline', `HARROW, 3 May 2020 (Quill) - ${REPORT}`],
    ['one with an agency', `(Quill) — ${REPORT}`],
    ['one with a place and a day', `HARROW, May 3 - ${REPORT}`],
    ['another preposition', REPORT.replace('in the night', 'during the night')],
    ['an article less', REPORT.replace('the mayor', 'mayor')],
    ['a connective more', REPORT.replace('Harrow', 'Harrow, however,')],
    ['a slip mended', REPORT.replace('workers', 'wrokers')],
  ])('%s', (_, other) => expect(areNearCopies(REPORT, other)).toBe(true));

  it('those of two agencies, of one day', () => {
    expect(areNearCopies(`HARROW, 3 May (Quill) - ${REPORT}`, `HARROW, May 3 (Feather) - ${REPORT}`)).toBe(
      true,
    );
  });
});

describe('no near copies are', () => {
  it.each([
    ['another number', REPORT.replace('10', '12')],
    ['another name', REPORT.replace('Harrow', 'Barrow')],
    ['a name almost spelled the same', REPORT.replace('Harrow', 'Harorw')],
    ['a negation', REPORT.replace('were hurt', 'were not hurt')],
    ['another quantity', REPORT.replace('at least', 'at most')],
    ['another tense', REPORT.replace('were hurt', 'are hurt')],
    ['another word', REPORT.replace('hurt', 'killed')],
    ['another doer', REPORT.replace('the mayor said', 'he said')],
    ['a word more', REPORT.replace('burned', 'nearly burned')],
    ['a sentence more', `${REPORT} Nobody knows why.`],
    ['a word that exists', REPORT.replace('workers', 'walkers')],
    ['another order', REPORT.replace('mill above the town', 'town above the mill')],
  ])('%s', (_, other) => expect(areNearCopies(REPORT, other)).toBe(false));

  it('reports of two days, or places', () => {
    expect(areNearCopies(`HARROW, 3 May (Quill) - ${REPORT}`, `HARROW, 10 May (Quill) - ${REPORT}`)).toBe(
      false,
    );
    expect(areNearCopies(`HARROW, 3 May (Quill) - ${REPORT}`, `YARROW, 3 May (Quill) - ${REPORT}`)).toBe(
      false,
    );
  });

  it('labels that are no agencies', () => {
    expect(areNearCopies('(Optional) - Bring a coat.', 'Bring a coat.')).toBe(false);
    expect(areNearCopies(`(Required) - ${REPORT}`, `(Optional) - ${REPORT}`)).toBe(false);
  });

  it('a slip in a short text, which may be all it says', () => {
    expect(areNearCopies('The workers left.', 'The wrokers left.')).toBe(false);
  });
});

describe('for any text', () => {
  const harmless = ['the', 'mill', 'grey', 'in', 'harbour', 'fell', 'of', 'organised', 'said', 'a', 'night'];
  const telling = [
    ...[
      '10',
      '12',
      'ten',
      'Harrow',
      'Barrow',
      'not',
      'no',
      'never',
      'all',
      'some',
      'may',
      'must',
      'he',
      'she',
    ],
    ...[
      'or',
      'and',
      'to',
      'from',
      'was',
      'is',
      'by',
      'with',
      'without',
      'if',
      'before',
      'after',
      '$5',
      '€5',
      '-5',
    ],
  ];
  const text = fc.array(fc.constantFrom(...harmless, ...telling), { minLength: 3, maxLength: 30 });

  it('holds of itself, and of others whichever is first', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(areNearCopies(one.join(' '), one.join(' '))).toBe(true);
        areNearCopies(one.join(' '), other.join(' '));
      }),
      { numRuns: runs(200) },
    );
  });

  it('never holds where a number, a name, a negation or the like is another, is missing or is added', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.constantFrom(...telling),
        fc.constantFrom(...telling),
        fc.constantFrom('change', 'add'),
        (around, at, one, other, edit) => {
          fc.pre(one !== other);
          const place = at % (around.length + 1);
          const before = [...around.slice(0, place), one, ...around.slice(place)];
          const after = edit === 'add' ? around : [...around.slice(0, place), other, ...around.slice(place)];
          expect(areNearCopies(before.join(' '), after.join(' '))).toBe(false);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('is the same for datelines whichever is first', () => {
    const dateline = fc.record(
      {
        place: fc.constantFrom('harrow', 'yarrow'),
        day: fc.constantFrom('5-3', '5-4'),
        year: fc.constantFrom('2020', '2021'),
        agency: fc.constantFrom('quill', 'feather'),
        length: fc.constant(5),
      },
      { requiredKeys: ['length'] },
    );
    fc.assert(
      fc.property(dateline, dateline, (one, other) => {
        expect(agree(one, other)).toBe(agree(other, one));
        if (one.day && other.day && one.day !== other.day) expect(agree(one, other)).toBe(false);
      }),
    );
  });
});
