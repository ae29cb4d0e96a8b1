import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('where somebody comes from or goes', () => {
  it.each([
    ['Who is the cook?', 'The cook, who comes from Portugal, has been here for a year.', undefined],
    ['Who is the cook?', 'She comes from Harrow, and has been the cook for a year.', undefined],
    ['Who is the judge?', 'Karl had moved to Harrow, where his sister worked as a judge.', undefined],
    ['Who worked as a judge?', 'Karl Ross had moved to Harrow, where he worked as a judge.', 'Karl Ross'],
    ['Who found the cat?', 'It was found by a sailor from Harrow in May.', undefined],
    ['Who found the cat?', 'It was found by a sailor called Tomas from Harrow.', 'Tomas'],
    [
      'Who lives there?',
      'The Flats, also called Low Harrow, are a wet region, and millers live there.',
      undefined,
    ],
    ['Who sent the order?', 'The order came from Brandt.', 'Brandt'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
