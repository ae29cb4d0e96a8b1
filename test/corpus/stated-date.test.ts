import { describe, expect, it } from 'vitest';
import { dateInFront, isoDate, statedDate, wholeDate } from '../../src/corpus/stated-date.ts';

describe('wholeDate', () => {
  it.each([
    '2023-03-15',
    '2023-03-15T08:30',
    '2023-03-15T08:30:00.123Z',
    '2023-03-15 08:30:00 -0500',
    '2023/03/15',
    'March 15, 2023',
    'march 15 2023',
    'MARCH 15, 2023',
    'Mar 15, 2023',
    'Mar. 15, 2023',
    'March 15th, 2023',
    'Wednesday, March 15, 2023',
    'Wed. 15 Mar 2023',
    '15 March 2023',
    '15th of March, 2023',
    'the 15th of March 2023',
    '15. März 2023',
    'Mi., 15. März 2023',
    'Mittwoch, 15. März 2023, 8.30 Uhr',
    'March 15, 2023, 8:30 AM EST',
    'March 15, 2023 at 8:30 a.m.',
    '15 March 2023 08:30 (UTC)',
  ])('is %j', (text) => expect(wholeDate(text)).toBe('2023-03-15'));

  it('knows English and German months by all of their names', () => {
    const days = [
      '1 Sept 2023',
      '1. Jänner 2023',
      '1. Dez. 2023',
      '1. Mai 2023',
      '1 May 2023',
      '1. Okt. 2023',
    ];
    expect(days.map(wholeDate)).toEqual([
      ...['2023-09-01', '2023-01-01', '2023-12-01', '2023-05-01', '2023-05-01', '2023-10-01'],
    ]);
  });

  it.each([
    '03/04/2023',
    '15.03.2023',
    'March 2023',
    'March 15',
    'March 15, 23',
    'March 32, 2023',
    'Feb. 29, 2023',
    'Thursday, March 15, 2023',
    'Marching 15, 2023',
    'March 15, 20230',
    'March 15, 2023 the mill burned',
    'March 15, 2023 – March 20, 2023',
    'March 15, 2023 to Friday',
    '15 March 2023 and 20 March 2023',
    '2023-03-15/2023-03-20',
    '2023-03-15 - 20',
    '2023-13-15',
    '',
  ])('is none in %j', (text) => expect(wholeDate(text)).toBeUndefined());
});

describe('statedDate', () => {
  it('lets anything but another date stand behind one in digits', () => {
    expect(statedDate('2023-03-15, by me')).toBe('2023-03-15');
    expect(statedDate('2023-03-15 - 2023-03-20')).toBeUndefined();
    expect(statedDate('March 15, 2023, by me')).toBeUndefined();
  });
});

describe('dateInFront', () => {
  it('says how much of the text it is', () => {
    expect(dateInFront('2023-03-15T08:30:00Z The mill')).toEqual({ date: '2023-03-15', length: 20 });
    expect(dateInFront('March 15, 2023 The mill')).toEqual({ date: '2023-03-15', length: 14 });
  });
});

describe('isoDate', () => {
  it.each(['2020-10-13', '2020-02-29', '2020-10-13T08:00Z'])('reads %s', (stated) => {
    expect(isoDate(stated)).toBe(stated.slice(0, 10));
  });

  it.each(['2021-02-29', '2020-13-01', '2020-1-1', '20-10-2020', '2020-10-131', 'today', ''])(
    'finds no date in %j',
    (stated) => expect(isoDate(stated)).toBeUndefined(),
  );
});
