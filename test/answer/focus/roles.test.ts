import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('who did something', () => {
  it.each([
    // Not to whom it was done ...
    [
      'Who won the cup?',
      'The home side won the cup on Saturday, ending five years of Odile Brandt.',
      undefined,
    ],
    ['Who won the vote?', 'The left won the vote after a long rule by Chancellor Brandt.', undefined],
    ['Who won the final?', 'Aldra beat Brandt in the final.', 'Aldra'],
    ['Who won the final?', 'Anna Weiss defeated the former champion Odile Brandt.', 'Anna Weiss'],
    ['Who won the final?', 'Anna Weiss, who beat Odile Brandt, is 19.', 'Anna Weiss'],
    ['Who won the final?', 'In 1990 Odile Brandt won the final and in 1991 Anna Weiss won.', 'Odile Brandt'],
    // ... nor what stands before a passive.
    ['Who shot the duke?', 'The Duke Odile Brandt was shot at noon.', undefined],
    ['Who shot the duke?', 'The Duke Odile Brandt was shot by Anna Weiss.', 'Anna Weiss'],
    [
      'Who designed the mill?',
      'The mill was designed in 1921 by the town architect, Odile Brandt.',
      'Odile Brandt',
    ],
    ['Who won the race?', 'The race was won by a lorry driver; Anna Weiss was second.', undefined],
    ['Who won the race?', 'The race, won by Anna Weiss, ended at noon.', 'Anna Weiss'],
    ['Who won the race?', 'The race was won by heronfly with a wooden boat; Reed_ was second.', 'heronfly'],
    ['Who built the tower?', 'The tower was built by heronfly and Old_Mill in May.', 'heronfly and Old_Mill'],
    ['Who built the tower?', 'The tower was built by volunteers.', 'volunteers'],
    ['Who won the race?', 'The race was won by three boats.', undefined],
    ['Who won the race?', 'The race was won by cheating.', undefined],
    // Somebody says so, after which stands who it is; a clause that only says who is meant.
    ['Who designed the mill?', '"I designed the mill," said Odile Brandt.', 'Odile Brandt'],
    ['Who said that it burned?', 'It burned, said Odile Brandt.', 'Odile Brandt'],
    ['Who designed the mill?', 'The one who designed the mill is Odile Brandt.', 'Odile Brandt'],
    ['Who met Anna Weiss?', 'Anna Weiss met Odile Brandt.', 'Odile Brandt'],
    ['Who talked with Anna Weiss?', 'Anna Weiss talked with Odile Brandt.', 'Odile Brandt'],
    // Another word is meant.
    ['Who designed the mill?', 'The designs for the mill are from Odile Brandt.', 'Odile Brandt'],
    ['Who designed the mill?', 'After designing the mill, Odile Brandt left.', 'Odile Brandt'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

it('is told of those who did it only', () => {
  expect(focus('Whom did Weiss beat?', 'Weiss beat Odile Brandt.')).toBe('Odile Brandt');
  expect(focus('Who was shot?', 'Anna Weiss shot Odile Brandt.')).toBe('Odile Brandt');
});
