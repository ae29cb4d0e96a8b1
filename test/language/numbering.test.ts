import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/language/numbered-kinds.ts';
import { names, numberedThings, numbersInTitle, numbersNamed } from '../../src/language/numbering.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

/** As `kind number`, with `th` behind an ordinal. */
function asked(question: string): string[] {
  return numberedThings(question).map(
    ({ kind, number, isOrdinal }) => `${kind} ${number}${isOrdinal ? 'th' : ''}`,
  );
}

/** As `kind from` or `kind from..to`. */
function named(text: string, find = numbersNamed): string[] {
  return find(text).map(({ kind, from, to }) => `${kind ?? '?'} ${from}${to === undefined ? '' : `..${to}`}`);
}

describe('what a question numbers', () => {
  test.each([
    ['what happens in episode 40', 'episode 40'],
    ['who was on ep. 40', 'episode 40'],
    ['who was on ep07', 'episode 7'],
    ['rule no. 7', 'rule 7'],
    ['what does rule #7 say', 'rule 7'],
    ['new in version 2.3', 'version 2.3'],
    ['new in v2.3', 'version 2.3'],
    ['where was season two recorded', 'season 2'],
    ['episode twenty-one', 'episode 21'],
    ['what burns in Chapter IV', 'chapter 4'],
    ['worum geht es in Folge 40', 'episode 40'],
    ['§ 5', 'section 5'],
    ['the second volume', 'volume 2th'],
    ['the 2nd season', 'season 2th'],
    ['der zweite Band', 'volume 2th'],
  ])('%s', (question, thing) => expect(asked(question)).toEqual([thing]));

  test('several', () => {
    expect(asked('what happens in s2e03')).toEqual(['season 2', 'episode 3']);
    expect(asked('what do rules 3, 4 and 7 say')).toEqual(['rule 3', 'rule 4', 'rule 7']);
  });

  test.each([
    'who won in season 2019',
    'who books 3 rooms',
    'how long are 40 episodes',
    'which part I liked',
    'what changed in 2.1',
    'a level of 5%',
    'partone',
    'the twenty-first floor',
    'is the book 310 pages long',
    'is the room 30 square metres',
    'is the match 90 minutes long',
    'can I book 3 seats at the desk',
    'how do I track 2 parcels',
    'who won the game 2 days ago',
  ])('nothing: %s', (question) => expect(asked(question)).toEqual([]));

  test('the place is that of the number', () => {
    const question = 'what is in episode twenty-one about';
    const places = numberedThings(question).map(({ start, end }) => question.slice(start, end));
    expect(places).toEqual(['twenty-one']);
  });
});

test('verbs behind a number count nothing', () => {
  expect(asked('what does rule 7 says about pets')).toEqual(['rule 7']);
  expect(asked('who in episode 40 has a bell')).toEqual(['episode 40']);
});

describe('the numbers that a text names', () => {
  test.each([
    ['Episode Forty tells of a bell.', ['episode 40']],
    ['Episode Number: 7\nGuest: Odile', ['episode 7']],
    ['Room No.: 102', ['room 102']],
    ['room_no: 102', ['room 102']],
    ['Level Required: 20', ['level 20']],
    ['Level (min): 20', ['level 20']],
    ['`level` 20', ['level 20']],
    ['Level range: 5-10', ['level 5..10']],
    ['Levels between 5 and 10 are free.', ['level 5..10']],
    ['The first ten levels are free.', ['level 1..10']],
    ['Art. 6', ['article 6']],
    ['Q2: Where?', ['question 2']],
    ['In the 40th episode a bell rings.', ['episode 40']],
    ['the first and second volumes', ['volume 1', 'volume 2']],
    ['Rules 5-7 and 9', ['rule 5..7', 'rule 9']],
    ['Level: 12\nName: Baron', ['level 12']],
    ['Season 1, 12 episodes', ['season 1']],
    ['level 10 or higher', ['level 10..Infinity']],
    ['from level 5 on', ['level 5..Infinity']],
    ['up to level 5', ['level 0..5']],
    ['3. Printers', ['? 3']],
    ['**3.** Printers', ['? 3']],
    ['(3) Printers', ['? 3']],
    ['| 10 | Knight |', ['? 10']],
    ['see #40', ['? 40']],
    ['since 2.3 portals need keys', ['? 2.3']],
    ['An episode runs about 40 minutes.', []],
    ['40 minutes', []],
    ['I like the part I wrote.', []],
  ])('%s', (text, numbers) => expect(named(text)).toEqual(numbers));

  test('a heading or a file may begin with its number', () => {
    expect(named('040 gull rock', numbersInTitle)).toEqual(['? 40']);
    expect(named('Part I', numbersInTitle)).toEqual(['part 1']);
    expect(named('2023 05 04', numbersInTitle)).toEqual([]);
  });
});

test('a number is among those of its range, and 2.3 of version 2', () => {
  expect(names({ kind: 'rule', from: '5', to: 7 }, { kind: 'rule', number: '6' })).toBe(true);
  expect(names({ kind: 'rule', from: '5', to: 7 }, { kind: 'rule', number: '8' })).toBe(false);
  expect(names({ kind: 'version', from: '2.3' }, { kind: 'version', number: '2' })).toBe(true);
  expect(names({ kind: 'version', from: '23' }, { kind: 'version', number: '2' })).toBe(false);
  expect(names({ kind: undefined, from: '2.3' }, { kind: 'rule', number: '2' })).toBe(false);
  expect(names({ kind: undefined, from: '2.5.0' }, { kind: 'version', number: '2.5' })).toBe(true);
  expect(names({ kind: 'version', from: '3.1.4', to: Infinity }, { kind: 'version', number: '4.0.1' })).toBe(
    true,
  );
  expect(names({ kind: 'version', from: '3.10', to: Infinity }, { kind: 'version', number: '3.9' })).toBe(
    false,
  );
});

test('a heading says what its column numbers', () => {
  expect(kindOf('Episode no.')).toBe('episode');
  expect(kindOf('Guest')).toBeUndefined();
});

test.each(['episode ', 'episode 1, ', 'first ', '1.', 's2 ', '| ', 'rule no no ', 'twenty '])(
  'takes time that grows with the length: %j',
  (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const read = () => {
      numbersNamed(text);
      numberedThings(text);
    };
    expect(cpuTimeOf(read)).toBeLessThan(2000);
  },
);
