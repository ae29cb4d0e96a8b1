import { describe, expect, it } from 'vitest';
import { isNationality, isRegion } from '../../src/language/region-names.ts';

describe('isRegion', () => {
  it.each(['Syria', 'Northern Europe', 'the United States', 'U.S.', 'UK', 'Africa', 'Costa Rica'])(
    '%s',
    (name) => expect(isRegion(name)).toBe(true),
  );
  it.each(['Brandt', 'Harrow', 'Syrian', 'Odile Brandt', ''])('not %s', (name) =>
    expect(isRegion(name)).toBe(false),
  );
});

describe('isNationality', () => {
  it.each([
    'French',
    'Chilean',
    'African',
    'Canadian',
    'Mexican',
    'Vietnamese',
    'Iraqi',
    'British',
    'Catholic',
  ])('%s', (name) => expect(isNationality(name)).toBe(true));
  it.each(['Brandt', 'France', 'Susan', 'Adrian', 'Nolan', 'Ivan', 'Naomi', ''])('not %s', (name) =>
    expect(isNationality(name)).toBe(false),
  );
});
