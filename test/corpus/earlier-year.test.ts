import { expect, it } from 'vitest';
import { isNoticeOfReprint, isTitleOfEarlierYear } from '../../src/corpus/earlier-year.ts';

const WRITTEN = '2020-10-14';

it.each(['The fire of 1911', 'The great fire of Harrow of 1911', 'Harrow in 1950', 'The 1911 mill fire'])(
  'takes %j for the name of something of its year',
  (title) => expect(isTitleOfEarlierYear(title, WRITTEN)).toBe(true),
);

it.each([
  'Budget of 2020',
  'Budget 2019',
  'Man jailed for murder in 2014',
  'Harrow remembers the fire of 1911',
  'Suspect in fire of 2018 found',
  'Harrow',
  `${'A '.repeat(50_000)}of 1911`,
])('takes %j for no such name', (title) => expect(isTitleOfEarlierYear(title, WRITTEN)).toBe(false));

it.each([
  'ARCHIVE: the following was printed in 1911.',
  'This article was first published on 3 May 1911.',
  'From our archive: the report appeared in the summer of 1911.',
])('takes %j for the notice of a reprint', (text) => expect(isNoticeOfReprint(text, WRITTEN)).toBe(true));

it.each([
  'This article was published in 2020.',
  'The article tells of the fire of 1911.',
  'The fire was in 1911.',
  `The following ${'was '.repeat(50_000)}`,
])('takes %j for none', (text) => expect(isNoticeOfReprint(text, WRITTEN)).toBe(false));
