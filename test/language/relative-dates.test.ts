import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { dateNotes } from '../support/date-notes.ts';

/** 13 October 2020 was a Tuesday. */
const TUESDAY = '2020-10-13';
const notes = (text: string, reference = TUESDAY) => dateNotes(text, reference);

describe('relativeDates', () => {
  it.each([
    ['It fell on Sunday.', 'Sunday = 2020-10-11'],
    ['They spoke late Tuesday.', 'late Tuesday = 2020-10-13'],
    ['They will speak on Wednesday.', 'Wednesday = 2020-10-14'],
    ['Next Tuesday they meet.', 'Next Tuesday = 2020-10-20'],
    ['Last Tuesday they met.', 'Last Tuesday = 2020-10-06'],
    ['It began Sept. 27.', 'Sept. 27 = 2020-09-27'],
    ['It began on 27 September and', '27 September = 2020-09-27'],
    ['on October 13th', 'October 13th = 2020-10-13'],
    ['yesterday', 'yesterday = 2020-10-12'],
    ['A further meeting, in Geneva on Thursday, was still on the calendar.', 'Thursday = 2020-10-15'],
    ['last night', 'last night = 2020-10-12'],
    ['last week', 'last week = 2020-10-05 to 2020-10-11'],
    ['next month', 'next month = 2020-11-01 to 2020-11-30'],
    ['this year', 'this year = 2020-01-01 to 2020-12-31'],
    ['They met over the weekend.', 'over the weekend = 2020-10-10 to 2020-10-11'],
    ['three days ago', 'three days ago = 2020-10-10'],
    ['two weeks ago', 'two weeks ago = 2020-09-28 to 2020-10-04'],
    ['a month ago', 'a month ago = 2020-09-01 to 2020-09-30'],
    ['10 years ago', '10 years ago = 2010-01-01 to 2010-12-31'],
    ['Three days ago the mill burned.', 'Three days ago = 2020-10-10'],
    ['A week ago the mill burned.', 'A week ago = 2020-10-05 to 2020-10-11'],
    ['"Two days ago we had bread," she said.', 'Two days ago = 2020-10-11'],
    ['And two days ago it burned.', 'two days ago = 2020-10-11'],
  ])('reads %j', (text, note) => expect(notes(text)).toEqual([note]));

  it('takes a day without a year from the year nearest to the article', () => {
    expect(notes('on Dec. 30', '2021-01-02')).toEqual(['Dec. 30 = 2020-12-30']);
    expect(notes('on Jan. 3', '2020-12-30')).toEqual(['Jan. 3 = 2021-01-03']);
    expect(notes('on Feb. 29', '2021-01-10')).toEqual(['Feb. 29 = 2020-02-29']);
  });

  it('keeps to the calendar where a month has fewer days', () => {
    expect(notes('one month ago', '2020-03-31')).toEqual(['one month ago = 2020-02-01 to 2020-02-29']);
  });

  it.each([
    'It was Oct. 11, 2020.',
    'It was 11 October 2020.',
    'It was Sunday, Oct. 11, 2020.',
    'March 45 people to the square.',
    'On Feb. 30 nothing happened.',
    'He sat there, as he may 5 times a day.',
    'On Sundays they rest.',
    'It would take effect on Monday.',
    'Moments ago.',
    '',
  ])('has nothing to say of %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    'In 1999, a quake that struck Izmit on Aug. 17 killed thousands.',
    'On Aug. 17 it was as in 1999.',
    'In 1999, a quake struck on Tuesday.',
    'It was so in 1999. A quake struck on Aug. 17.',
  ])('reads no day into another year: %j', (text) => expect(notes(text)).toEqual([]));

  it('takes a year that is the article’s own for no other', () => {
    expect(notes('In 2020, a quake struck on Aug. 17.')).toEqual(['Aug. 17 = 2020-08-17']);
    expect(notes('It was so in 2020. A quake struck on Aug. 17.')).toEqual(['Aug. 17 = 2020-08-17']);
  });

  it('reads a day well after the article only where its sentence tells of what is to come', () => {
    expect(notes('A monument was unveiled on Nov. 20.', '2021-10-14')).toEqual([]);
    expect(notes('A monument will be unveiled on Nov. 20.', '2021-10-14')).toEqual(['Nov. 20 = 2021-11-20']);
  });

  it.each([
    'An inquiry is to look into the shooting on Sept. 27.',
    'An inquiry will look into the raid of Sept. 27, in which five died.',
    'The court will examine the events of Aug. 20.',
  ])('reads no day a year ahead that what is planned may be about, as it is just over: %j', (text) =>
    expect(notes(text)).toEqual([]),
  );

  it('reads one ahead that was over for long', () =>
    expect(notes('The fair will be held on June 8.')).toEqual(['June 8 = 2021-06-08']));

  it.each([
    ['Six died in a fire last November.', '2019-04-08', 'last November = 2018-11-01 to 2018-11-30'],
    ['The mill burned last Dec.', '2020-10-13', 'last Dec = 2019-12-01 to 2019-12-31'],
    ['The mill will open next March.', '2020-10-13', 'next March = 2021-03-01 to 2021-03-31'],
  ])('reads a month by name: %j', (text, reference, note) => expect(notes(text, reference)).toEqual([note]));

  it.each([
    'The mill burned last September.',
    'The mill opens next December.',
    'The mill burned last October.',
    'The mill burned last November 5.',
    'The mill burned last November, 2018.',
    'It fell in the last November of the war.',
    'In 1999 the mill burned last December.',
    'The mill burned last decade.',
  ])('reads no month that may be this year’s, or is another: %j', (text) => expect(notes(text)).toEqual([]));

  it('takes a day that was for this year’s or last year’s, as long as none is nearer', () => {
    expect(notes('He was shot on the night of Oct. 23.', '1999-05-05')).toEqual(['Oct. 23 = 1998-10-23']);
    expect(notes('He was shot last Oct. 23 at home.', '1999-04-19')).toEqual(['Oct. 23 = 1998-10-23']);
    expect(notes('He was shot last Oct. 3 at home.', '2020-10-13')).toEqual([]);
    expect(notes('The shop opens next Oct. 23.', '2020-10-13')).toEqual([]);
  });

  it.each([
    'Theresa May scored twice. May 10 times a champion?',
    'May 12,000 people march?',
    'There soldiers March 5 abreast.',
    'At 10 May arrived.',
    'In October 12 people died.',
    'By Oct. 12,000 had fled.',
    'more than 10 years ago',
    'over two months ago',
    'nearly ten years ago',
    'About a year ago it began.',
    'almost 3 months ago',
    'two or three days ago',
    'Twenty-two days ago it began.',
    'It began twenty two days ago.',
    'It began a year and two days ago.',
    'It began half a year ago.',
    'Half a year ago it began.',
    'It began 1.5 years ago.',
    'It began 2,000 years ago.',
    'It began 2-3 weeks ago.',
    'Not two days ago he swore it.',
  ])('takes no count for a day in %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['It has been so since May 10 in Baku.', 'May 10 = 2020-05-10'],
    ['the attack of 10 May in Baku', '10 May = 2020-05-10'],
    ['It began May 10.', 'May 10 = 2020-05-10'],
    ['It began Sunday, May 10 in Baku.', 'May 10 = 2020-05-10'],
  ])('knows the month from the name in %j', (text, note) => expect(notes(text)).toEqual([note]));

  it('says where the expression stands', () => {
    const text = 'They met on Sunday and, last week, spoke.';
    for (const { expression, start, end } of relativeDates(text, TUESDAY)) {
      expect(text.slice(start, end)).toBe(expression);
    }
    expect(notes(text)).toHaveLength(2);
  });

  it('gives calendar days for any text and any date of an article', () => {
    const pieces = fc.constantFrom(
      ...[
        'last ',
        'next ',
        'this ',
        'Sunday ',
        'May ',
        'Feb. 29 ',
        '31 ',
        '0 ',
        'week ',
        'year ',
        'month ',
        'weekend',
      ],
      ...[
        ' ago',
        '999 years ago',
        'a ',
        'tomorrow',
        'yesterday',
        'tonight',
        'will ',
        ', ',
        '. ',
        'Dec. 31',
        'Jan. 1',
      ],
    );
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), day, (parts, reference) => {
        for (const { date, until } of relativeDates(parts.join(''), reference)) {
          expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (until !== undefined) expect(until > date).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the machine’s time zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = other;
        expect(notes('yesterday and on Oct. 1')).toEqual(['yesterday = 2020-10-12', 'Oct. 1 = 2020-10-01']);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
