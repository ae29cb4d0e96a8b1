import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDay } from '../../src/language/calendar.ts';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { dateNotes } from '../support/date-notes.ts';

/** 14 October 2020 was a Wednesday. */
const WEDNESDAY = '2020-10-14';
const notes = (text: string, reference = WEDNESDAY) => dateNotes(text, reference);

describe('a day that another is counted from', () => {
  it.each([
    'The miller died the day after Sunday.',
    'They fled two days after Sunday.',
    'The first wall fell a day before last Sunday.',
    'He was lost a week before last Sunday.',
    'They marched the night before last Sunday.',
    'In the week before last Tuesday he slept little.',
    'The mill burned 24 hours after Sunday.',
    'They fled several days after late Tuesday.',
    'The bridge fell the morning after Sunday.',
    'He fell ill on the Monday before last Sunday.',
    'Sunday after Sunday the bells rang.',
    'The mill burned two weeks before yesterday.',
    'The mill burned two days before yesterday.',
    'They met the evening before yesterday.',
    'They will meet two days after tomorrow.',
    'They will meet three days from tomorrow.',
    'They will meet a week from today.',
    'They will meet about two weeks from tomorrow.',
    'The week before last week was dry.',
    'He left a month before last week.',
    'He left a year prior to last month.',
    'The fair closed on the eve of last Sunday.',
    'The fair closed a day earlier than last Sunday.',
  ])('has no note, which would be taken for the other: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['The strike began two days after Sunday’s explosion.', 'Sunday = 2020-10-11'],
    ['The strike began a week after last Sunday’s explosion.', 'last Sunday = 2020-10-11'],
    ['He fell ill a day after last week’s fair.', 'last week = 2020-10-05 to 2020-10-11'],
    ['The strike began two days after the Sunday explosion.', 'Sunday = 2020-10-11'],
    ['The strike began two days after the fire on Sunday.', 'Sunday = 2020-10-11'],
    ['It has rained for two days since Sunday.', 'Sunday = 2020-10-11'],
    ['The hall will be shut for two weeks from tomorrow.', 'tomorrow = 2020-10-15'],
    ['Buses will run every day from tomorrow.', 'tomorrow = 2020-10-15'],
    ['The price fell for the third day on Friday.', 'Friday = 2020-10-09'],
    ['The fair closed before last Sunday.', 'last Sunday = 2020-10-11'],
  ])('has its own where it says when something else was: %j', (text, note) =>
    expect(notes(text)).toEqual([note]),
  );

  it('has none beside any count to or from it', () => {
    const count = fc.constantFrom('a', 'one', 'two', '3', '10', 'several', 'twenty');
    const unit = fc.constantFrom('day', 'days', 'nights', 'week', 'weeks', 'months', 'fortnight', 'hours');
    const side = fc.constantFrom('before', 'after', 'from', 'following', 'prior to', 'earlier than');
    const day = fc.constantFrom(
      'Sunday',
      'last Friday',
      'late Monday',
      'tomorrow',
      'yesterday',
      'last month',
    );
    const verb = fc.constantFrom('They fled', 'They will meet', 'He said it began');
    fc.assert(
      fc.property(verb, count, unit, side, day, (said, number, of, towards, from) => {
        expect(notes(`${said} ${number} ${of} ${towards} ${from}.`)).toEqual([]);
      }),
    );
  });
});

describe('the day two from now', () => {
  it.each([
    ['The crew will return the day after tomorrow.', 'the day after tomorrow = 2020-10-16'],
    ['The day after tomorrow the crew returns.', 'The day after tomorrow = 2020-10-16'],
    ['The miller died the day before yesterday.', 'the day before yesterday = 2020-10-12'],
    ['The day before yesterday, the miller died.', 'The day before yesterday = 2020-10-12'],
    ['"We leave the day after tomorrow," she said.', 'the day after tomorrow = 2020-10-16'],
  ])('is noted whole: %j', (text, note) => expect(notes(text)).toEqual([note]));

  it.each([
    // The day behind the vote of tomorrow, or the vote of the day after.
    'They will meet the day after tomorrow’s vote.',
    'He left the day before yesterday’s vote.',
    'He watched The Day After Tomorrow.',
    'He sang “The day before yesterday” there.',
    '"We leave the day after tomorrow," she said last night.',
    'They will meet a week after the day after tomorrow.',
    'The miller said last Friday that he was robbed the day before yesterday.',
  ])('is not noted where it may be another: %j', (text) =>
    expect(notes(text).filter((note) => /the day|tom|yest/i.test(note))).toEqual([]),
  );

  it('is as far from any day of writing', () => {
    const day = fc.date({
      min: new Date('0002-01-01'),
      max: new Date('9998-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const found = (text: string) => relativeDates(text, isoDay(date))[0]?.date;
        expect(found('The fair opens the day after tomorrow.')).toBe(isoDay(addDays(date, 2)));
        expect(found('The fair closed the day before yesterday.')).toBe(isoDay(addDays(date, -2)));
      }),
    );
  });
});

describe('the period before last', () => {
  it.each([
    ['They met the week before last.', 'the week before last = 2020-09-28 to 2020-10-04'],
    ['The week before last they met.', 'The week before last = 2020-09-28 to 2020-10-04'],
    ['They meet in the week after next.', 'the week after next = 2020-10-26 to 2020-11-01'],
    ['Not until the week after next will they meet.', 'the week after next = 2020-10-26 to 2020-11-01'],
    ['The mill burned the weekend before last.', 'the weekend before last = 2020-10-03 to 2020-10-04'],
    ['The mill burned the month before last.', 'the month before last = 2020-08-01 to 2020-08-31'],
    ['The mill opens the month after next.', 'the month after next = 2020-12-01 to 2020-12-31'],
    ['It was built the year before last.', 'the year before last = 2018-01-01 to 2018-12-31'],
    ['They met a fortnight ago.', 'a fortnight ago = 2020-09-28 to 2020-10-04'],
    ['A fortnight ago they met.', 'A fortnight ago = 2020-09-28 to 2020-10-04'],
    ['They met two fortnights ago.', 'two fortnights ago = 2020-09-14 to 2020-09-20'],
  ])('is noted whole: %j', (text, note) => expect(notes(text)).toEqual([note]));

  it.each([
    'They met the week before last Christmas.',
    'They met the week before last orders were taken.',
    'They met in a week before last.',
    'They met two years before last.',
    'They meet the week after next Easter.',
    'They met about a fortnight ago.',
    'They met a fortnight ago on Sunday.',
  ])('is not noted where it is another: %j', (text) =>
    expect(notes(text).filter((note) => /before last|after next|fortnight|Friday|Sunday/.test(note))).toEqual(
      [],
    ),
  );
});

describe('a weekday that is said which by something else', () => {
  it.each([
    'She fell ill the Tuesday before the race.',
    'They met the Sunday before.',
    'They met the Sunday after.',
    'The choir met the Sunday following the vote.',
    'The crowd broke in on the night of the Sunday of the final.',
    'The shops were full the Friday after Thanksgiving.',
    'He fell ill the Sunday he was to sing.',
    'They fled the Sunday the dam broke.',
    'They fled the Sunday when it broke.',
    'They fled the Sunday night before the flood.',
    'They fled in the dark of the Sunday.',
    'The band played on Sunday before Christmas.',
    'They met on Friday before New Year’s Eve.',
    'They met on Monday after Whit Sunday.',
    'The hall was full on Sunday after All Saints’ Day.',
    'They met on Sunday, eight days earlier.',
    'On Sunday, eight days earlier, they met.',
    'They met on Sunday, two weeks before.',
    'They met on Sunday, only a week later.',
    'They met on Sunday a few days later.',
    'They met on Sunday (two days before).',
    'The next day, Sunday, he left.',
    'The next day, on Sunday, he left.',
    'He fell and died the following day, Sunday.',
    'He fell and died two days later, on Sunday.',
    'That week, on Sunday, they met.',
    'They met the day before, on Sunday.',
    'They will meet on Monday fortnight.',
    'They will meet a fortnight on Tuesday.',
    'They will meet a month next Tuesday.',
    'He left yesterday week.',
    'He leaves tomorrow week.',
    'He leaves a week tomorrow.',
    'The shop opens two weeks today.',
    'They marched for the seventh Sunday in a row.',
    'They marched for the 40th Sunday.',
    'They marched on another Sunday.',
    'They marched on a rainy Sunday.',
    'They marched on an October Sunday.',
    'They marched one fateful Sunday.',
    'That dreadful Sunday they fled.',
    'On Sunday, the last day of September, they fled.',
    'They fled over the weekend before the vote.',
  ])('has no note: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['He left Sunday after the vote failed.', 'Sunday = 2020-10-11'],
    ['He left on Sunday before the polls closed.', 'Sunday = 2020-10-11'],
    ['He left on Sunday, the day after the vote.', 'Sunday = 2020-10-11'],
    ['He left on Sunday, two days before the vote.', 'Sunday = 2020-10-11'],
    ['He came on Sunday, a day earlier than planned.', 'Sunday = 2020-10-11'],
    ['He left on Sunday, hours later.', 'Sunday = 2020-10-11'],
    ['On Sunday, the second day of the fair, it rained.', 'Sunday = 2020-10-11'],
    ['They prayed on a beach last Sunday.', 'last Sunday = 2020-10-11'],
    ['He told it in a statement Sunday.', 'Sunday = 2020-10-11'],
    ['He returned later Sunday.', 'Sunday = 2020-10-11'],
    ['The Sunday attack killed ten.', 'Sunday = 2020-10-11'],
    ['They fought all day Sunday.', 'Sunday = 2020-10-11'],
    ['It has been shut since Sunday.', 'Sunday = 2020-10-11'],
    ['Police said over the weekend that he fled.', 'over the weekend = 2020-10-10 to 2020-10-11'],
    ['They fled over the weekend after police fired.', 'over the weekend = 2020-10-10 to 2020-10-11'],
  ])('has its own where nothing is counted: %j', (text, note) => expect(notes(text)).toEqual([note]));
});

describe('"next" and "last" of the days around', () => {
  it.each([
    ['The quiz is next Friday.', WEDNESDAY],
    ['They will meet next Sunday.', WEDNESDAY],
    ['They will meet next Thursday.', WEDNESDAY],
    ['They will meet next Monday.', '2020-10-18'],
    ['They met last Tuesday.', WEDNESDAY],
    ['They met last Sunday.', '2020-10-12'],
    ['They will meet next weekend.', WEDNESDAY],
    ['They will meet on Friday next.', WEDNESDAY],
  ])('say nothing where the day nearest may be left out: %j, written %s', (text, reference) =>
    expect(notes(text, reference)).toEqual([]),
  );

  it.each([
    ['They will meet next Monday.', WEDNESDAY, 'next Monday = 2020-10-19'],
    ['They will meet next Wednesday.', WEDNESDAY, 'next Wednesday = 2020-10-21'],
    ['They will meet next Tuesday.', '2020-10-17', 'next Tuesday = 2020-10-20'],
    ['They will meet next weekend.', '2020-10-17', 'next weekend = 2020-10-24 to 2020-10-25'],
    ['They met last Monday.', WEDNESDAY, 'last Monday = 2020-10-12'],
    ['They met last Friday.', WEDNESDAY, 'last Friday = 2020-10-09'],
    ['They will meet this Friday.', WEDNESDAY, 'this Friday = 2020-10-16'],
    ['They met on Friday next to the mill.', WEDNESDAY, 'Friday = 2020-10-09'],
    ['They met on Friday last.', WEDNESDAY, 'Friday = 2020-10-09'],
    ['They will meet on Friday.', WEDNESDAY, 'Friday = 2020-10-16'],
  ])('have one meaning otherwise: %j, written %s', (text, reference, note) =>
    expect(notes(text, reference)).toEqual([note]),
  );
});
