import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainQuestion } from '../../src/language/plain-question.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

describe('plainQuestion', () => {
  it.each([
    ['hey when does the ferry leave pls', 'when does the ferry leave?'],
    ['yo when does the ferry leave lol', 'when does the ferry leave?'],
    ['Hi guys, quick question: when does the ferry leave? thanks in advance!', 'when does the ferry leave?'],
    ['hi! quick question for you all, when does the ferry leave?', 'when does the ferry leave?'],
    ['does anyone know if the library opens on sunday', 'if the library opens on sunday?'],
    ['can someone tell me how many people came :)', 'how many people came?'],
    ['i was wondering what time the gates close', 'what time the gates close?'],
    ['ok so do you know how long is the cooldown rn', 'how long is the cooldown?'],
    ['weiß jemand wann die Brücke gesperrt ist bitte', 'wann die Brücke gesperrt ist?'],
  ])('takes %j out of what stands around it', (text, plain) => expect(plainQuestion(text)).toBe(plain));

  it.each([
    ['whats the limit', "what's the limit?"],
    ['hwo mnay survivors were rescued in teh end', 'how many survivors were rescued in the end?'],
    ['how do u reset it', 'how do you reset it?'],
  ])('spells %j as it is meant', (text, plain) => expect(plainQuestion(text)).toBe(plain));

  it.each([
    'when does the ferry leave',
    'when does the ferry leave???',
    'when does the ferry leave ?!',
    'when does the ferry leave...',
  ])('ends %j in one question mark', (text) =>
    expect(plainQuestion(text)).toBe('when does the ferry leave?'),
  );

  it.each([
    'what is lol?',
    'thanks?',
    'Hello Kitty birthday?',
    'yo gabba gabba release date?',
    'and in Barda?',
    'what about Pompeo?',
    'what does :) mean?',
    'who sank the U-boat?',
    'how big is U?',
    '图书馆什么时候开放？',
    '???',
  ])('leaves %j as it is', (text) => expect(plainQuestion(text)).toBe(text));

  it('never leaves nothing of a text, and finds nothing more to take away', () => {
    const word = fc.constantFrom(
      'hey',
      'guys,',
      'pls',
      'when',
      'is',
      'it',
      '?',
      'lol',
      'thanks',
      ':)',
      'the',
      'ferry',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (found) => {
        const plain = plainQuestion(found.join(' '));
        expect(plain).not.toBe('');
        expect(plain.endsWith('?')).toBe(true);
      }),
    );
  });

  it.each(['? ', 'thanks ', 'hi ', 'a', '!', ':x'])(
    'takes no squared time for %j again and again',
    (piece) => {
      const question = `how ${piece.repeat(100_000)}y`;
      expect(cpuTimeOf(() => plainQuestion(question))).toBeLessThan(2000);
    },
  );
});
