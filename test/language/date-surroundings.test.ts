import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { dateNotes } from '../support/date-notes.ts';

/** 14 October 2020 was a Wednesday. */
const WEDNESDAY = '2020-10-14';
const notes = (text: string, reference = WEDNESDAY) => dateNotes(text, reference);

describe('a date beside an expression', () => {
  it.each([
    'The war began on Sunday, 27 September 2020, when they attacked.',
    'The war began on Sunday (Sept. 27, 2020).',
    'The war began on Sunday, 2020-09-27.',
    'The war began on Sunday, 27.09.2020.',
    'The war began on Sunday, 27/09.',
    'On Sunday morning, September 27, 2020, the war began.',
    'The war began on Sunday the 27th.',
    'The war began at dawn on 2020-09-27 (a Sunday).',
    'On 27 September 2020, late on Sunday, the war began.',
    'The war began on Sunday at 7 a.m. on September 27, 2020.',
    'The war began on Sunday – September 27 (2020).',
    'It was announced today, 27 September 2020.',
    'It was agreed last week (5.10.2020).',
  ])('leaves nothing to say: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['The war began on Sunday, 27 September.', '27 September'],
    ['The war began on Sunday, the 27th of September.', '27th of September'],
    ['Late on Sunday evening, Sept. 27, the war began.', 'Sept. 27'],
    ['The war began on Sept. 27, Sunday.', 'Sept. 27'],
    ['The war began on Sept. 27, a Sunday.', 'Sept. 27'],
    ['It fell on 27 Sept.', '27 Sept'],
  ])('has the one note where it has no year: %j', (text, expression) =>
    expect(notes(text)).toEqual([`${expression} = 2020-09-27`]),
  );

  it('has none for a weekday that stands next to it, however they are joined', () => {
    const weekday = fc.constantFrom('Sunday', 'late Monday', 'last Friday', 'next Tuesday', 'this Saturday');
    const part = fc.constantFrom('', ' morning', ' evening', ' at 7 p.m.', ' night');
    const join = fc.constantFrom(', ', ' (', ', the ', ' on ', ', on ', ' – ', ' ');
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.constantFrom('September', 'Sept.', 'Oct.', 'October', 'May');
    const date = fc
      .tuple(day, month, fc.constantFrom('', ' 2020', ', 2020', ' 2019'), fc.integer({ min: 0, max: 3 }))
      .map(
        ([d, m, y, form]) => [`${d} ${m}${y}`, `${m} ${d}${y}`, `2020-09-${d + 10}`, `${d}.09.2020`][form]!,
      );
    const verb = fc.constantFrom('They fled on ', 'They will speak on ', '');
    fc.assert(
      fc.property(verb, weekday, part, join, date, fc.boolean(), (said, name, of, joined, stated, first) => {
        const text =
          said + (first ? `${stated}${joined}${name}${of}` : `${name}${of}${joined}${stated}`) + ').';
        const weekdays = relativeDates(text, WEDNESDAY).filter(({ expression }) => /day/.test(expression));
        expect(weekdays).toEqual([]);
      }),
    );
  });
});

describe('a weekday of a week', () => {
  it.each([
    ['They met on Tuesday last week.', 'Tuesday last week = 2020-10-06'],
    ['They met on Tuesday of last week.', 'Tuesday of last week = 2020-10-06'],
    ['They met last week on Tuesday.', 'last week on Tuesday = 2020-10-06'],
    ['They met late on Tuesday last week.', 'late on Tuesday last week = 2020-10-06'],
    ['They meet on Sunday next week.', 'Sunday next week = 2020-10-25'],
    ['They met on Tuesday this week.', 'Tuesday this week = 2020-10-13'],
    ['They met last week, on Tuesday.', 'last week = 2020-10-05 to 2020-10-11'],
  ])('is one expression: %j', (text, note) => expect(notes(text, '2020-10-16')).toEqual([note]));

  it.each([
    'They met two weeks ago on Sunday.',
    'They met two weeks ago Sunday.',
    'They met on Sunday two weeks ago.',
    'They met a week ago Sunday.',
    'Two years ago last month they met.',
    'They met a year ago on Sept. 27.',
    'They met a year ago today.',
    'It began on Sept. 27 a year ago.',
    'They met on Sunday last week.',
    'They met on the Sunday before last.',
    'They met on Tuesday of Holy Week.',
    'They met on Tuesday that week.',
    'They meet a week on Tuesday.',
  ])('has no note where it is reckoned otherwise: %j', (text) => expect(notes(text)).toEqual([]));

  it('takes the year that is named beside a day', () =>
    expect(notes('It began on Sept. 27 last year.')).toEqual(['last year = 2019-01-01 to 2019-12-31']));
});

describe('what only looks like a day', () => {
  it.each([
    'It fell on the first Sunday of October.',
    'It fell on the last Sunday of October.',
    'It fell in the last week of September.',
    'It was the last year of the war.',
    'It was his last year in Baku.',
    'It fell on the second Friday of the month.',
    'They met every Sunday.',
    'They met on Sundays.',
    'He slept on the last night of the war.',
    'Napoleon was born on August 15.',
    'The author was born on May 5.',
    'They met every May 5.',
    'It was 1994. On May 12 the truce was signed.',
    'It was 1994. On Tuesday the truce was signed.',
    'In May 2019, a truce was signed on Friday.',
    'Sunday school was closed.',
    'Today’s Zaman reported it.',
    'USA Today reported it.',
    'Yesterday is a song.',
    'Tomorrow is a film by him.',
    'He sang “Yesterday” there.',
    'The Today show told of it.',
    'He watched Last Week Tonight.',
    '"I would go back tomorrow if there was a road," she said.',
    'He could leave tomorrow, if he wished.',
    'It is for today’s youth what the war was.',
    'Today’s world is loud.',
    'They are the leaders of tomorrow.',
  ])('has no note: %j', (text) => expect(notes(text)).toEqual([]));

  it.each([
    ['Relations have been bad since 1991. On Sept. 27 war began.', 'Sept. 27 = 2020-09-27'],
    ['Today they met.', 'Today = 2020-10-14'],
    ['He said: “Yesterday we fled.”', 'Yesterday = 2020-10-13'],
    ['Today is a sad day.', 'Today = 2020-10-14'],
    ['Today’s vote failed.', 'Today = 2020-10-14'],
    ['We will march on the morning of tomorrow.', 'tomorrow = 2020-10-15'],
    ['We will march tomorrow if it is dry.', 'tomorrow = 2020-10-15'],
    ['Yesterday’s raid failed.', 'Yesterday = 2020-10-13'],
    ['They fled at last week’s end.', 'last week = 2020-10-05 to 2020-10-11'],
  ])('is told from %j', (text, note) => expect(notes(text)).toEqual([note]));
});

describe('a weekday behind a name', () => {
  it.each([
    'President Bill Weiss Monday vowed to find them.',
    'Aldra and the Karden Republic Monday formally joined the league.',
    'The World Court Monday rejected it.',
    'A bomb went off in Aldra, Karden Monday morning.',
    'They marched in Karden Monday, demanding that he leave.',
    'They talked to reporters in the Rose Garden Monday.',
    'A bomb went off near the White House Monday night.',
    'Two bombs went off in Aldra and Karden Monday, killing ten.',
    'They met in the new capital of Nay Karden Monday.',
    'They met in southern Karden Monday.',
    'Officials told AFP Monday that they fled.',
    'President Weiss Monday vowed to find them.',
    'Police Monday arrested ten.',
  ])('is a day where a place stands before it or a verb behind it: %j', (text) =>
    expect(notes(text)).toEqual(['Monday = 2020-10-12']),
  );

  it.each([
    'He watched Sheffield Wednesday lose.',
    'They played at Sheffield Wednesday.',
    'Sheffield Wednesday defeated them.',
    'They ate at Ruby Tuesday.',
    'They liked the songs of Ruby Tuesday.',
    'He told British Sunday newspapers of it.',
    'The chain Ruby Tuesday announced it.',
    'The shops were full on Black Friday.',
    'The Bloody Sunday inquiry ended.',
    'They fought through Bloody Sunday.',
    'In Happy Monday the band sang.',
    'He liked Robinson Crusoe’s Friday.',
    'He asked Joe Friday.',
    'The band New Monday played.',
    'Super Tuesday changed it.',
    'Freaky Friday made them laugh.',
    'They laughed at Freaky Friday.',
    'Man Friday found him.',
    'Whit Monday was wet.',
    'Plough Monday was kept in Karden.',
    'They ate at TGI Friday.',
    'Robin Friday died in Karden.',
    'Robin Friday, a miller, died in Karden.',
    'Miss Lena Monday opened the fair.',
    'They told Miss Lena Monday that it was shut.',
    'In the film Harold Friday met a miller.',
    'He saw the film Harold Friday made.',
  ])('is a part of it otherwise: %j', (text) => expect(notes(text)).toEqual([]));
});

describe('a part of the day of writing', () => {
  it.each([
    ['The mill burned this morning.', 'this morning'],
    ['The mill burned early this morning.', 'this morning'],
    ['This morning the mill burned.', 'This morning'],
    ['The duke will speak this afternoon.', 'this afternoon'],
    ['The quiz starts this evening at 8.', 'this evening'],
    ['This evening we have a quiz.', 'This evening'],
    ['This morning’s frost was hard.', 'This morning'],
    ['"I saw him this morning," the miller said.', 'this morning'],
    ['Good morning! This afternoon we open the mill.', 'This afternoon'],
    ['The miller died this morning in the village.', 'this morning'],
    ['Quiz tonight at 8.', 'tonight'],
    ['The mill burned earlier today.', 'today'],
    ['Earlier today the mill burned.', 'today'],
    ['He said on Monday that he was ill; the mill opened today.', 'today'],
  ])('is that day: %j', (text, expression) => expect(notes(text)).toContain(`${expression} = 2020-10-14`));

  it.each([
    'She was on This Morning with Ann.',
    'On this morning in 1912 the ship sank.',
    'The bell rang on this morning of all mornings.',
    'This morning of May was cold.',
    'This morning, three days ago, the mill burned.',
    'The mill burned this morning, 14 October 2020.',
    'He left this very morning.',
    'He woke in the morning.',
    '"I saw him this morning," the miller said on Monday.',
    '“We open this evening,” the miller said last week.',
    '"We open today," the miller said on Monday.',
    '"We fled," she said on Monday, "and today we are here."',
    'On Monday the miller said that he saw him this morning.',
    'He watched the Tonight Show.',
    '"I would go back today if there was a road," she said.',
  ])('is not where it may be another: %j', (text) =>
    expect(notes(text).filter((note) => /^(?:this (?:m|a|e)|to)/i.test(note))).toEqual([]),
  );
});

it('says where its notes stand, each apart from the others', () => {
  const piece = fc.constantFrom(
    ...[
      'last week ',
      'on Tuesday ',
      'Sunday ',
      'of ',
      'Sept. 27 ',
      '27 September ',
      ', ',
      '2020 ',
      'two weeks ago ',
    ],
    ...[
      'They met ',
      'Today ',
      'will ',
      'the ',
      'over the weekend ',
      '. ',
      '(',
      ') ',
      '\n',
      'next year ',
      'morning ',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let behind = 0;
      for (const { expression, start, end } of relativeDates(text, WEDNESDAY)) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(text.slice(start, end)).toBe(expression);
        behind = end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
    }),
  );
});
