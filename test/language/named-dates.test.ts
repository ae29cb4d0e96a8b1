import { describe, expect, it } from 'vitest';
import { dateNotes } from '../support/date-notes.ts';

describe('a day and month', () => {
  it.each([
    'He spoke of the Sept. 11 attacks.',
    'He took part in the Jan. 6 riot at the gates.',
    'It recalled the 22 July attack in Harrow.',
    '22 July attack is taught at school.',
    'The Dec. 8 Movement was banned.',
    'Harrow’s 14 February fire is remembered.',
    'A Feb. 20 ruling was upheld.',
  ])('that names something is of no year: %j', (text) => expect(dateNotes(text, '2024-03-01')).toEqual([]));

  it.each([
    ['On Feb. 20 riot police came.', 'Feb. 20 = 2024-02-20'],
    ['The fire of 20 February burned for days.', '20 February = 2024-02-20'],
    ['They met on Feb. 20 in Harrow.', 'Feb. 20 = 2024-02-20'],
    ['The attack on Feb. 20 failed.', 'Feb. 20 = 2024-02-20'],
  ])('that is told of has its year: %j', (text, note) =>
    expect(dateNotes(text, '2024-03-01')).toEqual([note]),
  );

  it.each([
    ['On Sunday, June 12, the road was shut.', []],
    ['The road was shut on June 12 (Sunday).', []],
    ['The road was shut on Sunday the 12th of June.', []],
    ['On Monday, June 12, the road was shut.', ['June 12 = 2023-06-12']],
    ['The road was shut on June 12, a Monday.', ['June 12 = 2023-06-12']],
  ])('is of no year that its weekday contradicts: %j', (text, notes) =>
    expect(dateNotes(text, '2023-06-14')).toEqual(notes),
  );

  it.each([
    ['2024-11-10', 'The armistice was signed on Nov. 11.'],
    ['2019-07-20', 'The crew splashed down on July 24.'],
  ])('written on %s, is not ahead where it is told of as past: %j', (written, text) =>
    expect(dateNotes(text, written)).toEqual([]),
  );

  it.each([
    ['They stayed for Oct. 24 and 25.', 'Oct. 24 and 25 = 2020-10-24 to 2020-10-25'],
    ['They stayed Oct. 24-27 there.', 'Oct. 24-27 = 2020-10-24 to 2020-10-27'],
    ['The storm of Oct. 24-27 killed two.', 'Oct. 24-27 = 2020-10-24 to 2020-10-27'],
    ['They stayed from Oct. 3 to 12.', 'Oct. 3 to 12 = 2020-10-03 to 2020-10-12'],
    ['They stayed on 24 and 25 October.', '24 and 25 October = 2020-10-24 to 2020-10-25'],
    ['They stayed 24–27 October.', '24–27 October = 2020-10-24 to 2020-10-27'],
    ['They met on Oct. 12 and 25.', 'Oct. 12 = 2020-10-12'],
    ['They met on 12 and 25 October.', '25 October = 2020-10-25'],
    ['On Oct. 24 and 25 people fled.', 'Oct. 24 = 2020-10-24'],
  ])('may be the first of several: %j', (text, note) => {
    const [found] = dateNotes(text, '2020-10-28');
    expect(found).toBe(note);
  });

  it('has its year behind the last of several', () =>
    expect(dateNotes('They stayed for Oct. 24 and 25, 2018.', '2020-10-28')).toEqual([]));
});

describe('a weekday', () => {
  it.each([
    ['Parliament votes on the budget on Monday.', 'Monday = 2023-06-19'],
    ['The council meets on Monday.', 'Monday = 2023-06-19'],
    ['A meeting of the ministers, in Harrow on Thursday, is still on the agenda.', 'Thursday = 2023-06-15'],
    ['Rovers beat Albion 3-1 on Saturday.', 'Saturday = 2023-06-10'],
    ['Rovers won 3-1 on Saturday.', 'Saturday = 2023-06-10'],
    ['Ann Lee beat Mia Torp on Saturday.', 'Saturday = 2023-06-10'],
    ['The storm will hit on Saturday.', 'Saturday = 2023-06-17'],
    ['They will beat Albion on Saturday.', 'Saturday = 2023-06-17'],
  ])('is past or to come by its verb: %j', (text, note) =>
    expect(dateNotes(text, '2023-06-14')).toEqual([note]),
  );

  it.each(['They could beat Albion 3-1 on Saturday.', 'A woman votes in Harrow on Sunday.'])(
    'is neither in %j',
    (text) => expect(dateNotes(text, '2023-06-14')).toEqual([]),
  );
});
