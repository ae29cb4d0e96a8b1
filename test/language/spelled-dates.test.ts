import { expect, it } from 'vitest';
import { spellOutDates } from '../../src/language/spelled-dates.ts';

const nothing = () => false;

it.each([
  ['What happened on 2031-10-11?', 'What happened on October 11, 2031?'],
  ['2031-10-11', 'October 11, 2031'],
  ['What happened on 11.10.2031?', 'What happened on October 11, 2031?'],
  ['from 1.2.2031 to 28.2.2031', 'from February 1, 2031 to February 28, 2031'],
  ['27/10/2031 or 10/27/2031', 'October 27, 2031 or October 27, 2031'],
])('spells %j', (question, spelled) => {
  expect(spellOutDates(question, 'en', nothing)).toBe(spelled);
});

it.each([
  '3/4/2031',
  '2031-13-01',
  '45.10.2031',
  '10.0.2031',
  'v1.2.2031-3',
  'build 2031-10-11-2',
  '12.11.2031.4',
])('leaves %j', (question) => expect(spellOutDates(question, 'en', nothing)).toBe(question));

it('spells as the documents’ language does, and no other than it knows', () => {
  expect(spellOutDates('am 11.10.2031', 'de', nothing)).toBe('am 11. Oktober 2031');
  expect(spellOutDates('le 11.10.2031', 'fr', nothing)).toBe('le 11.10.2031');
});

it('leaves what the documents have in that form', () => {
  expect(spellOutDates('2031-10-11', 'en', (form) => form === '20311011')).toBe('2031-10-11');
  expect(spellOutDates('11.10.2031', 'en', (form) => form === '11.10.2031')).toBe('11.10.2031');
});
