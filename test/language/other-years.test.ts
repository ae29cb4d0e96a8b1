import { describe, expect, it } from 'vitest';
import { dateNotes } from '../support/date-notes.ts';

/** A Wednesday. */
const WRITTEN = '2020-10-14';
const notes = (text: string) => dateNotes(text, WRITTEN);

describe('no day is noted of', () => {
  it.each([
    'The dam broke on Tuesday in 1987.',
    'The dam broke late on Tuesday evening, back in 1987.',
    'The dam broke on Tuesday in the spring of 1987.',
    'The dam broke in 1987 on Tuesday.',
    'On Tuesday in 1987 the dam broke.',
    'On Tuesday the dam broke in 1987.',
    'In 1987 the dam broke on Tuesday.',
    'In the spring of 1987, the dam broke on Tuesday.',
    'In 1987 the mayor said on Tuesday that the dam held.',
    'Back in 1987 the dam broke on Tuesday.',
    'The 1987 storm rose at noon on a Sunday and died down on Tuesday.',
    'The storm of 1987 broke on Tuesday and felled the oaks.',
    'Fair of 1987, opened on Friday, sold out.',
    'Last year, the dam broke on Tuesday.',
    'Two years ago the dam broke on Tuesday.',
    'It was in 1987 that the dam broke on Tuesday.',
    'During the 1987 storm the dam broke on Tuesday.',
    'The fair last year opened on Friday.',
    'The storm began on Monday in May 1987 and died down on Friday.',
    'The 1987 storm began on a Sunday, and on Tuesday it died down.',
    'The dam broke yesterday in 1987.',
  ])('another year: %j', (text) => expect(notes(text)).not.toContainEqual(expect.stringContaining('2020')));

  it.each([
    'The dam broke this week last year.',
    'The dam broke this month last year.',
    'The dam broke this week in 1987.',
    'The dam broke last year this week.',
    'The dam broke on Tuesday last year.',
    'The dam broke on Sunday a year ago.',
  ])('last year or one told of: %j', (text) =>
    expect(notes(text)).not.toContainEqual(expect.stringContaining('2020')),
  );
});

describe('a day is noted', () => {
  it.each([
    // A background.
    ['Ann Weiss, born in 1961, said on Tuesday that the dam held.', 'Tuesday = 2020-10-13'],
    ['The worst storm since 1987 felled the oaks on Tuesday.', 'Tuesday = 2020-10-13'],
    ['The oaks fell on Tuesday in the worst storm since 1987.', 'Tuesday = 2020-10-13'],
    ['A bridge built in 1987 fell on Tuesday.', 'Tuesday = 2020-10-13'],
    ['The bridge fell on Tuesday, which was built in 1987.', 'Tuesday = 2020-10-13'],
    ['On Tuesday the mayor, elected in 2018, resigned.', 'Tuesday = 2020-10-13'],
    ['On Tuesday police caught a man wanted in 2015.', 'Tuesday = 2020-10-13'],
    ['He was jailed on Tuesday for a murder in 2015.', 'Tuesday = 2020-10-13'],
    ['He was charged on Tuesday in the 2015 murder.', 'Tuesday = 2020-10-13'],
    ['More oaks fell on Tuesday than in 1987.', 'Tuesday = 2020-10-13'],
    ['He resigned on Tuesday after winning in 2018.', 'Tuesday = 2020-10-13'],
    ['They signed up on Tuesday for the 2022 World Cup.', 'Tuesday = 2020-10-13'],
    ['The 1987 killer will be freed on Friday.', 'Friday = 2020-10-16'],
    ['In 1987 the dam broke, officials said on Tuesday.', 'Tuesday = 2020-10-13'],
    ['The 1987 storm was the worst, she told the paper late Tuesday.', 'late Tuesday = 2020-10-13'],
    ['Last year set a record for storms, officials said on Tuesday.', 'Tuesday = 2020-10-13'],
    ['Last year saw the dam break again and on Tuesday it was mended.', 'Tuesday = 2020-10-13'],
    ['The 1987 storm was worse, but on Tuesday the dam broke.', 'Tuesday = 2020-10-13'],
    ['A year ago the dam held; on Tuesday it broke.', 'Tuesday = 2020-10-13'],
    ['Rebels jailed last year were freed on Tuesday.', 'Tuesday = 2020-10-13'],
    // No year.
    ['Lamps went out on Tuesday in 2000 homes.', 'Tuesday = 2020-10-13'],
    ['Some 1800 soldiers left on Tuesday.', 'Tuesday = 2020-10-13'],
    ['The 1500 workers walked out on Tuesday.', 'Tuesday = 2020-10-13'],
    ['The dam broke at 1900 on Tuesday.', 'Tuesday = 2020-10-13'],
    // Its own year.
    ['The dam broke on Tuesday in 2020.', 'Tuesday = 2020-10-13'],
    ['In 2020 the dam broke on Tuesday.', 'Tuesday = 2020-10-13'],
    ['In 2015, unlike today, oaks stood here.', 'today = 2020-10-14'],
    ['The dam broke this week, as it did last year.', 'this week = 2020-10-12 to 2020-10-18'],
  ])('of what tells of it: %j', (text, note) => expect(notes(text)).toContain(note));
});

it('a day of the year before is of that year', () =>
  expect(dateNotes('The dam broke on Tuesday in 2019.', '2020-01-02')).toEqual(['Tuesday = 2019-12-31']));
