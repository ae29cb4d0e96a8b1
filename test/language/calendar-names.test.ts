import { describe, expect, it } from 'vitest';
import * as names from '../../src/language/calendar-names.ts';

const whole = (source: string, flags = 'u') => new RegExp(`^${source}$`, flags);

describe('names of months and weekdays', () => {
  it('stand where Date counts them', () => {
    const name = (options: Intl.DateTimeFormatOptions, date: Date) =>
      date.toLocaleDateString('en', { ...options, timeZone: 'UTC' });
    for (const [month, full] of names.MONTHS.entries()) {
      expect(name({ month: 'long' }, new Date(Date.UTC(2020, month, 1)))).toBe(full);
      expect(names.MONTH_STARTS[month]).toBe(full.slice(0, 3));
    }
    // 1 November 2020 was a Sunday.
    for (const [day, full] of names.WEEKDAYS.entries())
      expect(name({ weekday: 'long' }, new Date(Date.UTC(2020, 10, 1 + day)))).toBe(full);
    expect([names.MONTHS.length, names.WEEKDAYS.length]).toEqual([12, 7]);
  });

  it('have short ones, of which September has two and May none', () => {
    const short = (full: string) =>
      [...names.MONTHS_BY_SHORT_NAME].filter(([, month]) => month === full).map(([name]) => name);
    expect(short('October')).toEqual(['Oct']);
    expect(short('September')).toEqual(['Sep', 'Sept']);
    expect(short('May')).toEqual([]);
    expect(names.SHORT_NAMES).toEqual(expect.arrayContaining(['oct', 'okt', 'tues', 'thur', 'thurs']));
    expect(names.SHORT_NAMES).not.toContain('may');
  });

  it('have their numbers, in English and German, in full and short', () => {
    const months = [
      'january',
      'feb',
      'märz',
      'mrz',
      'mai',
      'may',
      'juni',
      'sept',
      'okt',
      'oct',
      'dez',
      'dezember',
    ];
    expect(months.map((name) => names.MONTH_NUMBERS.get(name))).toEqual([
      1, 2, 3, 3, 5, 5, 6, 9, 10, 10, 12, 12,
    ]);
    const days = [
      'Sunday',
      'sonntag',
      'So',
      'Mo',
      'Mon',
      'Dienstag',
      'Mi',
      'Thurs',
      'Fr',
      'Sa',
      'Samstag',
      'Sonnabend',
    ];
    expect(days.map(names.weekdayNumber)).toEqual([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 6, 6]);
    for (const name of days) expect(name).toMatch(whole(names.ANY_WEEKDAY_NAME, 'iu'));
  });

  it('are told apart where German and English share them', () => {
    expect(names.SHARED_MONTHS).toEqual(['April', 'August', 'September', 'November']);
    expect(names.GERMAN_ONLY_MONTHS).toContain('Mai');
  });
});

describe("a pattern of a month's name", () => {
  it.each(['January', 'Jan', 'May', 'June', 'Sept', 'Sep', 'September'])('knows %s', (name) => {
    expect(name).toMatch(whole(names.MONTH));
    expect(name.toUpperCase()).toMatch(whole(names.MONTH, 'iu'));
  });

  it.each(['january', 'Jan.', 'Janu', 'Mayor', 'Mai', 'Sunday'])('does not take %s for one', (name) => {
    expect(name).not.toMatch(whole(names.MONTH));
  });

  it('takes as much of the name as there is', () => {
    for (const month of ['September', 'Sept', 'June'])
      expect(new RegExp(names.MONTH, 'u').exec(`on ${month}5`)?.[0]).toBe(month);
  });

  it.each(['March', 'März', 'Jänner', 'Okt.', 'Oct.', 'Sept', 'Mai'])(
    'of either language knows %s',
    (name) => {
      expect(name).toMatch(whole(names.ANY_MONTH));
    },
  );

  it.each(['May.', 'Mai.', 'March.'])('of either language leaves the full stop of %s', (name) => {
    expect(name).not.toMatch(whole(names.ANY_MONTH));
  });
});

describe("a pattern of a weekday's name", () => {
  it.each(['Wednesday', 'Wednesdays', 'Mittwoch', 'Sonntag'])('of either language knows %s', (name) => {
    expect(name).toMatch(whole(names.ANY_WEEKDAY));
  });

  it('of English has no plural, and no short name', () => {
    for (const name of ['Wednesdays', 'Wed', 'wednesday']) expect(name).not.toMatch(whole(names.WEEKDAY));
  });
});

describe('patterns of dates in digits', () => {
  it('know the days of a month, and no others', () => {
    for (const day of ['1', '01', '9', '10', '29', '31']) expect(day).toMatch(whole(names.DAY_OF_MONTH));
    for (const day of ['0', '00', '32', '40', '001']) expect(day).not.toMatch(whole(names.DAY_OF_MONTH));
  });

  it('know the months of a year, and no others', () => {
    for (const month of ['1', '01', '9', '10', '12']) expect(month).toMatch(whole(names.MONTH_OF_YEAR));
    for (const month of ['0', '00', '13', '20']) expect(month).not.toMatch(whole(names.MONTH_OF_YEAR));
  });
});
