import { describe, expect, it } from 'vitest';
import { TIME_OR_WORDS } from '../../src/language/times-in-words.ts';

const timesIn = (text: string) => Array.from(text.matchAll(TIME_OR_WORDS), ([time]) => time);

describe('times in words', () => {
  it.each([
    ['an hour', 'It opens at nine, and closes at six.', ['nine', 'six']],
    ['an hour in figures', 'It opens at 9.', ['9']],
    ['an hour until which something is', 'It is open until six.', ['six']],
    ['a part of an hour', 'It opens at half past nine.', ['half past nine']],
    ['an hour of every day', 'It opens at nine every day.', ['nine', 'every day']],
    ['noon and midnight', 'From noon till midnight.', ['noon', 'midnight']],
    ['a day of a month', 'On the first of each month.', ['first of each month']],
    ['a weekday of a month', 'On the last Friday of the month.', ['last Friday of the month']],
    ['days of a month in figures', 'On the 31st of every month.', ['31st of every month']],
    ['how long ago', 'She came three days ago.', ['three days ago']],
    [
      'how long after',
      'She left two years later and came a day earlier.',
      ['two years later', 'a day earlier'],
    ],
    ['the night', 'Troops came overnight when it rained, and left overnight.', ['overnight', 'overnight']],
    ['how often', 'It is made every night and each spring.', ['every night', 'each spring']],
    ['a time over a line’s end', 'It is made every\nnight.', ['every\nnight']],
    ['a time in any case', 'NOON', ['NOON']],
  ])('are %s', (_, text, times) => expect(timesIn(text)).toEqual(times));

  it.each([
    ['a count', 'The train stops at nine stations.'],
    ['a height', 'The river stands at 9.'],
    ['a price', 'It is valued at nine.'],
    ['a number without "at"', 'Nine came.'],
    ['a place in a row', 'She was the first of the runners.'],
    ['a comparison', 'She came two days earlier than planned.'],
    ['a train', 'She took the overnight train.'],
    ['a part of a word', 'The afternooner went.'],
  ])('are not %s', (_, text) => expect(timesIn(text)).toEqual([]));

  it('stand beside those in figures, in order', () => {
    expect(timesIn('On 3 May 2021 at noon, not in 1999.')).toEqual(['3 May 2021', 'noon', '1999']);
  });
});
