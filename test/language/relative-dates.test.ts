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
    'A further meeting, in Geneva on Thursday, was still on the calendar.',
    'It would take effect on Monday.',
    'Moments ago.',
    '',
  ])('has nothing to say of %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['2024-03-06', '"We will appeal the ruling," Mayor Ann Lee said on Monday.', 'Monday = 2024-03-04'],
    ['2024-03-06', 'The shooting was due to a quarrel on Saturday, police said.', 'Saturday = 2024-03-02'],
    ['2024-03-06', 'The talks are due to begin on Saturday, police said.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The man said he will appeal on Saturday.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The bridge will be reopened on Saturday.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'The march is scheduled for Saturday, police said.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'On Saturday, they will vote.', 'Saturday = 2024-03-09'],
    ['2024-03-06', 'They will appeal the ruling the court announced on Monday.', 'Monday = 2024-03-04'],
    ['2024-03-06', 'A house next to the school burned on Monday.', 'Monday = 2024-03-04'],
    [
      '2021-10-14',
      'He said that troops will not withdraw and that fighting stopped on Tuesday.',
      'Tuesday = 2021-10-12',
    ],
    ['2020-10-14', 'President Will Smith said Friday', 'Friday = 2020-10-09'],
  ])('written on %s, tells by the verb nearest to the day: %j', (reference, text, note) =>
    expect(notes(text, reference)).toEqual([note]),
  );

  it.each([
    'A planned march on Sunday was banned.',
    'The march, planned for Sunday, was banned.',
    'The truce, due to begin on Saturday, failed.',
    'He scheduled a vote on Sunday.',
    'Monday’s strike will be remembered.',
    'The vote was scheduled for Monday.',
    'Will they meet on Friday?',
    'They will meet officials involved in the talks on Friday.',
    'They will, officials say, meet again on Friday.',
    'He will stand trial over the killing on Saturday.',
    'Talks on Friday will decide it.',
    'He said Monday would be decisive.',
    'The museum opens on Friday.',
    'They could meet on Friday.',
    'The vote is on Friday.',
    'They plan a strike on Friday.',
    'They are meeting on Friday.',
    'They must leave by Friday.',
  ])('tells no day where it may be past or to come: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    'Raids start every Friday.',
    'Each Sunday he rested.',
    'He left the following Monday.',
    'He had left the previous Monday.',
    'It was open from Monday.',
    'It opens a week from Friday.',
    'Open Monday to Friday.',
    'Open Monday through Friday, closed Saturday and Sunday.',
    'Hours: Monday–Friday, 9 to 5.',
    'Open Monday—Friday.',
    'Open Monday, Wednesday and Friday.',
    'Between Monday and Friday they fled.',
    'They fled on Monday and Tuesday.',
    'It was in The Sunday Times.',
    'The Sunday Times reported it.',
    'He spent much on Black Friday.',
    'Black Friday was quiet.',
    'After Bloody Sunday, they fled.',
    'Good Friday is a holiday.',
    'He saw the band Wednesday.',
    'It happened this Sunday.',
    'They were told of a march this Sunday.',
  ])('takes no weekday for a date in %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['The march is this Sunday.', 'this Sunday = 2020-10-18'],
    ['A court is set to rule on Friday.', 'Friday = 2020-10-16'],
    ['They will march in Baku this Sunday.', 'this Sunday = 2020-10-18'],
    ['It is due by Friday.', 'Friday = 2020-10-16'],
    ['They will march this Sunday.', 'this Sunday = 2020-10-18'],
    ['On Sunday Armenia said so.', 'Sunday = 2020-10-11'],
    ['Police said Sunday they fled.', 'Sunday = 2020-10-11'],
    ['It began at 10:00 GMT Monday.', 'Monday = 2020-10-12'],
  ])('written on a Wednesday, reads %j', (text, note) => expect(notes(text, '2020-10-14')).toEqual([note]));

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

describe('an announcement', () => {
  const written = '2020-10-14';

  it.each([
    "He said he'd resign on Friday.",
    'Police said they’d reopen the road Friday.',
    'The festival returns on June 5.',
    'We reopen May 1.',
    'He arrives on Nov. 2 and leaves on June 5.',
    "Sunday's final was moved to Madrid.",
    "Tickets for Sunday's final were sold out.",
    'The rally on Saturday was banned by the city.',
    "Sunday's election was called off.",
    'On Monday, if elected, he takes office.',
    'A report to be released Friday said 10 died.',
  ])('is not told to be over: %s', (text) =>
    expect(relativeDates(text, written).filter(({ date }) => date < written)).toEqual([]),
  );

  it.each([
    ['On Monday the mayor resigned.', '2020-10-12'],
    ['On Aug. 3 the mayor was killed.', '2020-08-03'],
    ['The canal was closed on Monday.', '2020-10-12'],
    ['the attack of 10 May in Baku', '2020-05-10'],
  ])('is not what tells of the past: %s', (text, date) =>
    expect(relativeDates(text, written)).toMatchObject([{ date }]),
  );

  it.each([
    ['The next quiz night is on Nov. 20.', '2020-11-20'],
    ['Our second season ends on 30 November.', '2020-11-30'],
    ['Season 5 starts December 1.', '2020-12-01'],
    ['Sign-ups close January 9.', '2021-01-09'],
    ['The deadline for entries is 12 January.', '2021-01-12'],
    ['Film night is on Dec. 4.', '2020-12-04'],
    ['The raid starts at 8 p.m. on Dec. 4.', '2020-12-04'],
    ['The beta goes live on Nov. 30.', '2020-11-30'],
    ['Entries are accepted until December 1.', '2020-12-01'],
    ['Apply before Dec. 10.', '2020-12-10'],
    ['Please pay by Dec. 10 at the latest.', '2020-12-10'],
    ['The fair, which opens on Nov. 20, is free.', '2020-11-20'],
    ['The rules say that the season ends on the 30th of November.', '2020-11-30'],
    ['Season 4 starts Oct. 2.', '2020-10-02'],
  ])('of a day fixed beforehand has its day: %s', (text, date) =>
    expect(relativeDates(text, written).at(-1)).toMatchObject({ date }),
  );

  it.each([
    ['that may be as near in the past', 'The next quiz night is on June 8.'],
    ['that comes again', 'The season ends on Nov. 30 every year.'],
    ['that was', 'The quiz night was on Dec. 4.'],
    ['that was', 'The bridge was closed until Dec. 4.'],
    ['of a story', 'The novel begins on Dec. 4 in a storm.'],
    ['of a story', 'Her diary ends on Dec. 4.'],
    ['of a story', 'The siege begins on Dec. 4 and ends in defeat.'],
    ['of a story', 'On Dec. 4 the duke marches north.'],
    ['of a story', 'The duke crosses the river on Dec. 4.'],
    ['of another year', 'In 1805 the siege begins on Dec. 4.'],
    ['of another year', 'It is 1805. The hunt begins on Dec. 4.'],
  ])('has no day %s: %s', (_, text) => expect(relativeDates(text, written)).toEqual([]));
});
