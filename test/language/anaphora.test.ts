import { describe, expect, it } from 'vitest';
import { takesUp } from '../../src/language/anaphora.ts';

describe('takesUp', () => {
  const BEFORE = 'The Tarn pump was put in by the water board in 1961.';

  it.each([
    'It moves 40 tonnes an hour.',
    'Its motor came from a trawler.',
    'A fitter, Ravn Oster, repaired it twice.',
    'That was the last one in the valley.',
    'Both pumps ran day and night.',
    'The old pump stands in the yard.',
  ])('%s', (sentence) => {
    expect(takesUp(sentence, BEFORE, 'en')).toBe(true);
  });

  it.each([
    'The mill closed later.',
    'Ravn Oster said that mills are noisy.',
    'Office staff repaired a printer.',
    'The in of the out.',
  ])('not: %s', (sentence) => {
    expect(takesUp(sentence, BEFORE, 'en')).toBe(false);
  });

  it('knows German, and tells nothing in other languages', () => {
    const before = 'Die Pumpe steht seit 1961 im Hof.';
    expect(takesUp('Sie fördert 40 Tonnen.', before, 'de')).toBe(true);
    expect(takesUp('Die Pumpe läuft Tag und Nacht.', before, 'de')).toBe(true);
    expect(takesUp('Der Müller schläft.', before, 'de')).toBe(false);
    expect(takesUp('Her gece çalışır.', before, 'tr')).toBe(false);
  });
});
