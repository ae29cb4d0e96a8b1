// @module-tag slow
import { describe, expect, it } from 'vitest';
import { anotherOf, slotsIn } from '../../src/language/another.ts';
import { focusOf } from '../../src/answer/focus/focus.ts';
import { holds } from '../../src/language/holds.ts';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { leaning } from '../../src/language/leaning.ts';
import { sentences } from '../../src/language/sentences.ts';
import { spellOutDates } from '../../src/language/spelled-dates.ts';
import { visible } from '../../src/language/visible.ts';
import { words } from '../../src/language/words.ts';

/** What regular expressions stumble over, when it stands there again and again. */
const PIECES = [
  ' ', '\t', '\r\n', '\n\n', '\u00a0', '.', '. ', 'A. ', 'A B ', 'Ab of ', 'Mr. ', 'U.S. ', '1', '1 ', '1,', '1.1.',
  'Oct. ', 'Oct. 1 ', '1 of ', 'last ', 'last week ', 'on Sunday ', 'two days after Sunday ', 'the week before last ', 'January 1, ', '2020-10-', '1st ', 'two-', 'one ',
  '"', '“a” ', '(', '[a](', '|1', '-', "a'", '北', '。', '三', 'é', '👩‍👩‍👧', 'http://a.b/', 'a', 'aA',
  ' 111', ' -1', '10-', '1 hour ', '1 to ', 'two to ', 'hundred and ', 'mayor 1, ', 'in Ab ', '"today ', 'announced a ', 'starting Friday ', 'ends on May 1 ', '| 1 ', '周', '1千', '2020.01.',
  'at nine ', 'won by a ', 'beat Ab ', 'A & ', 'A_', '1 of 1 ', 'Friday and ', 'one that ', 'first of each ', '| Ab ',
]; // prettier-ignore

const LENGTH = 20_000;
/** Of the processor, in milliseconds: many times what any of them takes, and a small part of what squared time does. */
const LIMIT = 700;
/** Of a text four times as long: squared time grows sixteenfold. On a busy machine all takes longer, the short text too. */
const MOST_GROWTH = 9;

/** A passage may have a million characters, and a question is answered on the thread that serves everybody. */
describe.each([
  ['sentences', sentences],
  ['words', words],
  ['holds', holds],
  ['relativeDates', (text: string) => relativeDates(text, '2020-10-12')],
  ['focusOf a time', (text: string) => focusOf(text, 'time', 'when was it')],
  ['focusOf a number', (text: string) => focusOf(text, 'number', 'how many were there')],
  ['focusOf a duration', (text: string) => focusOf(text, 'duration', 'how long was it')],
  ['focusOf a share', (text: string) => focusOf(text, 'percentage', 'what share was it')],
  ['focusOf a place', (text: string) => focusOf(text, 'place', 'where was the mayor')],
  ['focusOf a person', (text: string) => focusOf(text, 'person', 'who was the mayor')],
  ['focusOf who won', (text: string) => focusOf(text, 'person', 'who won')],
  ['focusOf a length', (text: string) => focusOf(text, 'number', 'how long is the mayor')],
  ['leaning', leaning],
  ['anotherOf', (text: string) => anotherOf(`and ${text}`)],
  ['slotsIn', slotsIn],
  ['spellOutDates', (text: string) => spellOutDates(text, 'en', () => false)],
  ['visible', visible],
] as const)('%s', (_, read) => {
  it('takes time that grows with the text and no faster, whatever stands in it', () => {
    const slow: string[] = [];
    for (const piece of PIECES) {
      const milliseconds = (length: number): number => {
        const text = `The mayor was ${piece.repeat(length / piece.length)} Odile Farrow!`;
        const before = process.cpuUsage();
        read(text);
        return process.cpuUsage(before).user / 1000;
      };
      const took = milliseconds(LENGTH);
      if (took <= LIMIT) continue;
      const [short, long] = [LENGTH / 4, LENGTH].map((length) =>
        Math.min(milliseconds(length), milliseconds(length), milliseconds(length)),
      );
      if (long! > MOST_GROWTH * short!) slow.push(`${JSON.stringify(piece)}: ${Math.round(took)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
