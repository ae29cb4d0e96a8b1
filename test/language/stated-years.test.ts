import { expect, it } from 'vitest';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { dateNotes } from '../support/date-notes.ts';

/** A Thursday. */
const WRITTEN = '2022-09-08';

it.each([
  'She saw the town burn on Friday, Feb. 13, 1945, and walked out on Saturday.',
  'On 4 May 1998 the bridge fell and on Sunday it was cleared.',
  'On 2 June 2022 the bridge fell and on Sunday it was cleared.',
  'The town burned on Friday, Feb. 13, 1945. She walked out on Saturday.',
  'The war ended in May 1945. Prisoners came home. Her father returned on Saturday.',
  'In 1945 the town burned. Nobody came. She walked out on Sept. 3.',
  'In 1945 the town burned. Nobody came. She walked out on Saturday.',
  'In 2020 the town burned. She walked out on Sept. 3.',
])('has no day in a story of another time: %j', (text) => expect(dateNotes(text, WRITTEN)).toEqual([]));

it.each([
  'Karl Brandt, born on 4 May 1950, died on Friday.',
  'A bridge that opened on 4 May 1998 collapsed on Friday.',
  'He was jailed on Friday for a murder on 4 May 1998.',
  'On 4 May 1998 the bridge fell, officials said on Friday.',
  'In 2020 the mill lost money. Its head resigned on Friday.',
  'In May 1998 the bridge fell. Its owner said on Friday that he was sorry.',
  'In 1998 the bridge fell. It is now rebuilt. It was opened on Friday.',
  'Since 4 May 1998 the mill has stood. It burned on Friday.',
])('has it where that is told beside: %j', (text) =>
  expect(dateNotes(text, WRITTEN)).toEqual(['Friday = 2022-09-02']),
);

it('is told by what stands before the text', () => {
  const text = 'The crew came home on Saturday. A feast was held on Sept. 3.';
  const before = (preceding: string) => relativeDates(text, WRITTEN, preceding).map(({ date }) => date);
  expect(before('On Aug. 20, 1969, the ship left Harrow.')).toEqual([]);
  expect(before('On Aug. 20, 2022, the ship left Harrow.')).toEqual(['2022-09-03', '2022-09-03']);
});
