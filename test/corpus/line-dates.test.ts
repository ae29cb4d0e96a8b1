import { describe, expect, it } from 'vitest';
import { datedParts } from '../../src/corpus/line-dates.ts';

const WRITTEN = '2024-05-06';
const dates = (text: string, written: string | undefined = WRITTEN) =>
  datedParts(text, written).map(({ date, holds }) => [date, holds]);

describe('the date of a line', () => {
  it.each([
    ['[2024-05-02 10:14] mira: it fell', '2024-05-02'],
    ['2024-05-02 10:14 <mira> it fell', '2024-05-02'],
    ['2024-05-02T10:14:03Z mira: it fell', '2024-05-02'],
    ['2024-05-02 10:14:03 ERROR disk full', '2024-05-02'],
    ['(2 May 2024, 10:14) mira: it fell', '2024-05-02'],
    ['[25/04/2024, 10:14:05] Mira: it fell', '2024-04-25'],
    ['[4/25/24, 10:14 AM] Mira Lee: it fell', '2024-04-25'],
    ['26.04.24, 10:14 - Mira: it fell', '2024-04-26'],
    ['mira — 2 May 2024 10:14', '2024-05-02'],
    ['**mira** — 2024-05-02 10:14', '2024-05-02'],
    ['[May 2, 10:14] mira: it fell', '2024-05-02'],
    ['[2024-06-12 10:14] mira: it fell', '2024-06-12'],
    ['--- 2 May 2024 ---', '2024-05-02'],
    ['Thursday, 2 May 2024', '2024-05-02'],
    ['STAFF MEETING, THURSDAY 2 MAY 2024, 20:00 TO 21:35', '2024-05-02'],
    ['Minutes of the board meeting of 2 May 2024', '2024-05-02'],
  ])('of %j holds for what is below', (line, date) => expect(dates(line)).toEqual([[date, 'below']]));

  it.each([
    ['2024-05-02: it fell', '2024-05-02'],
    ['- 2024-05-02: it fell', '2024-05-02'],
    ['| 2 May 2024 | it fell |', '2024-05-02'],
  ])('of %j is its own', (line, date) => expect(dates(line)).toEqual([[date, 'line']]));

  it.each([
    '[02/05/2024, 10:14:05] Mira: it fell',
    'mira — Yesterday at 10:14',
    '12 June 2024',
    '[Nov 30, 10:14] mira: it fell',
    'Garden party, 12 June 2024 19:00',
    '12 June 2024, 19:00 - Garden party: bring a cake',
  ])('of %j is doubtful', (line) => expect(dates(line)).toEqual([[undefined, 'below']]));

  it.each(['2 May 2024', '2 May 2024: it fell', 'Garden party — 2 May 2024 19:00'])(
    'of %j may be planned where no other is known',
    (line) => expect(datedParts(line, undefined)).toMatchObject([{ date: undefined }]),
  );

  it.each([
    'On 2 May 2024 at 10:14 it fell.',
    '2 May 2024 was a good day.',
    'It fell on 2024-05-02 10:14.',
    '10:14 mira: it fell',
    'They met [2024-05-02] again.',
    'Date: 2 May 2024',
    '',
  ])('is none in %j', (line) => expect(dates(line)).toEqual([]));
});

it('parts a text at its dated lines', () => {
  const text = 'a log\n[2024-05-02 10:14] mira: one\ntwo\n[2024-05-03 10:14] kit: three';
  expect(datedParts(text, WRITTEN).map(({ start, end }) => text.slice(start, end))).toEqual([
    '[2024-05-02 10:14] mira: one\ntwo',
    '[2024-05-03 10:14] kit: three',
  ]);
});

it('ends an entry of a list where the next begins', () => {
  const text = '- 2024-05-02: one\n  two\n- three';
  expect(datedParts(text, WRITTEN).map(({ start, end }) => text.slice(start, end))).toEqual([
    '- 2024-05-02: one\n  two',
  ]);
});

it('tells of what a mail quotes no day, and of a mail its own', () => {
  const quoting = 'On 1 October 2018 Ann wrote:\n> one\n> two\nthree';
  expect(datedParts(quoting, WRITTEN)).toEqual([
    { start: 0, end: quoting.indexOf('\nthree'), date: undefined, holds: 'quotation' },
  ]);
  expect(dates('From: Ann\nSent: Monday, 1 October 2018 10:14\nSubject: Mill')).toEqual([
    ['2018-10-01', 'below'],
  ]);
});
