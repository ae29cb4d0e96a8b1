import { expect, it } from 'vitest';
import { headingDate, sectionDate } from '../../src/corpus/heading-date.ts';

const WRITTEN = '2020-10-28';

it.each([
  ['Minutes of 4 November 2020', '2020-11-04'],
  ['12 May 2018', '2018-05-12'],
  ['2019-06-13', '2019-06-13'],
  ['**Tuesday, 27 October 2020**', '2020-10-27'],
  ['26 October', '2020-10-26'],
  ['Monday, Oct. 26', '2020-10-26'],
  ['[1.2.0] - 2019-06-13', '2019-06-13'],
  ['Version 2.4 (9 March 2020)', '2020-03-09'],
])('%j tells when what is below was written', (heading, date) =>
  expect(headingDate(heading, WRITTEN)).toEqual({ date }),
);

it.each([
  'The attack of 4 October 2020',
  'Background: 1994',
  'May 2018',
  'May',
  '12 March',
  // May be planned.
  '4 November 2020',
])('%j tells that it may be of another day', (heading) =>
  expect(headingDate(heading, WRITTEN)).toEqual({ date: undefined }),
);

it.each(['Background', 'Budget for 2020', 'October', 'October 2020', 'Rule 1945.3', '12 rules', ''])(
  '%j tells nothing',
  (heading) => expect(headingDate(heading, WRITTEN)).toBeUndefined(),
);

it('is that of the innermost section that tells any', () => {
  const path = 'Log › Minutes of 4 November 2020 › Repairs';
  expect(sectionDate(path, WRITTEN)).toEqual({
    date: '2020-11-04',
    path: 'Log › Minutes of 4 November 2020',
  });
  expect(sectionDate('Log › Repairs', WRITTEN)).toBeUndefined();
});
