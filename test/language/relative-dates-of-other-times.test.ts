import { describe, expect, it } from 'vitest';
import { dateNotes } from '../support/date-notes.ts';

/** 14 October 2020 was a Wednesday. */
const notes = (text: string) => dateNotes(text, '2020-10-14');

describe('a day of another time', () => {
  it.each([
    'The First World War ended on Nov. 11, when guns fell silent.',
    'In World War II, the mill burned on Sept. 2.',
    'The Cold War began on Sept. 5, some say.',
    'In her diary she wrote of a quiet day: "On Friday we rowed home."',
    'He says in his memoirs: “Yesterday was the worst.”',
    'She came on a Tuesday, and on Friday she left.',
  ])('has no note: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['A bomb of the Second World War was found on Sept. 2.', 'Sept. 2 = 2020-09-02'],
    ['The 2012 champion lost on Sunday.', 'Sunday = 2020-10-11'],
    ['The striker signed until 2026 on Friday.', 'Friday = 2020-10-09'],
    ['The ferry is to be launched on Friday.', 'Friday = 2020-10-16'],
    ['She was born on a Monday and was buried on Friday.', 'Friday = 2020-10-09'],
    ['The judge found a week ago that it was void.', 'a week ago = 2020-10-05 to 2020-10-11'],
  ])('is not in %j', (text, note) => expect(notes(text)).toEqual([note]));

  it('is the one that somebody spoke on, as long as the speech goes on', () => {
    const speech = (day: string) => `"We slept," the miller said on ${day}. "Last night it began again."`;
    expect(notes(speech('Monday'))).toEqual(['Monday = 2020-10-12']);
    expect(notes(speech('Wednesday'))).toEqual(['Wednesday = 2020-10-14', 'Last night = 2020-10-13']);
    expect(notes('The miller left on Monday. "Last night it began again," she said.')).toContain(
      'Last night = 2020-10-13',
    );
  });
});

describe('days between two', () => {
  it.each([
    ['Between 24 and 26 September it rained.', 'Between 24 and 26 September = 2020-09-24 to 2020-09-26'],
    ['It rained between Sept. 24 and 26.', 'between Sept. 24 and 26 = 2020-09-24 to 2020-09-26'],
  ])('are told from the first to the last: %j', (text, note) => expect(notes(text)).toEqual([note]));

  it('are not told where the first is of another month', () =>
    expect(notes('It rained between 28 and 5 September.')).toEqual([]));
});
