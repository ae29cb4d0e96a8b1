import { describe, expect, it } from 'vitest';
import { addDays, isoDay, mondayOf, noon, oneDay, periodAt } from '../../src/language/calendar.ts';

const day = (iso: string) => new Date(`${iso}T12:00:00Z`);
/** 14 October 2020 was a Wednesday. */
const WEDNESDAY = day('2020-10-14');

describe('a day', () => {
  it('is its noon in UTC, so that neither a time zone nor summer time moves it', () => {
    expect(noon(2020, 9, 14)).toEqual(WEDNESDAY);
    expect(noon(2020, 9, 14).toISOString()).toBe('2020-10-14T12:00:00.000Z');
  });

  it('counts its months from January, 0', () => {
    expect(isoDay(noon(2020, 0, 1))).toBe('2020-01-01');
    expect(isoDay(noon(2020, 11, 31))).toBe('2020-12-31');
  });

  it('of a year before 100 is not one of the twentieth century', () => {
    expect(isoDay(noon(20, 0, 1))).toBe('0020-01-01');
  });

  it.each([
    [2021, 1, 29, '2021-03-01'],
    [2020, 1, 29, '2020-02-29'],
    [2020, 12, 1, '2021-01-01'],
    [2020, -1, 1, '2019-12-01'],
    [2020, 2, 0, '2020-02-29'],
  ])('beyond the end of its month or year counts on: %j, %j, %j', (year, month, date, iso) => {
    expect(isoDay(noon(year, month, date))).toBe(iso);
  });

  it('as a range begins and ends with itself', () => {
    expect(oneDay(WEDNESDAY)).toEqual([WEDNESDAY, WEDNESDAY]);
  });
});

describe('days after a day', () => {
  it.each([
    ['2020-10-14', 0, '2020-10-14'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2021-01-01', -1, '2020-12-31'],
    // Clocks in Europe go back between these two.
    ['2020-10-24', 2, '2020-10-26'],
  ])('%s and %j days are %s', (from, days, to) => {
    expect(addDays(day(from), days)).toEqual(day(to));
  });
});

describe('the Monday of a week', () => {
  it.each([
    ['a Wednesday', '2020-10-14', '2020-10-12'],
    ['a Monday', '2020-10-12', '2020-10-12'],
    ['a Sunday, which ends the week', '2020-10-18', '2020-10-12'],
    ['a day of the next month', '2020-10-01', '2020-09-28'],
  ])('is that on or before %s', (_, of, monday) => {
    expect(isoDay(mondayOf(day(of)))).toBe(monday);
  });
});

describe('a week, month or year', () => {
  const period = (...asked: Parameters<typeof periodAt>) => periodAt(...asked).map(isoDay);

  it.each([
    [-1, '2020-10-05', '2020-10-11'],
    [0, '2020-10-12', '2020-10-18'],
    [1, '2020-10-19', '2020-10-25'],
  ])('week %j is from Monday to Sunday', (step, first, last) => {
    expect(period('week', step, WEDNESDAY)).toEqual([first, last]);
    expect(period('week', step, day('2020-10-18'))).toEqual([first, last]);
  });

  it.each([
    [-1, '2020-09-01', '2020-09-30'],
    [0, '2020-10-01', '2020-10-31'],
    [3, '2021-01-01', '2021-01-31'],
    [-8, '2020-02-01', '2020-02-29'],
  ])('month %j is from its first to its last day', (step, first, last) => {
    expect(period('month', step, WEDNESDAY)).toEqual([first, last]);
  });

  it('is the month after, though that has no such day', () => {
    expect(period('month', 1, day('2021-01-31'))).toEqual(['2021-02-01', '2021-02-28']);
  });

  it.each([
    [-1, '2019-01-01', '2019-12-31'],
    [0, '2020-01-01', '2020-12-31'],
    [1, '2021-01-01', '2021-12-31'],
  ])('year %j is a calendar year', (step, first, last) => {
    expect(period('year', step, WEDNESDAY)).toEqual([first, last]);
  });
});
