import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a place', () => {
  it.each([
    ['Where did they meet?', 'They met Brandt in Harrow.', 'Harrow'],
    ['Where did they meet?', 'They met with Brandt.', undefined],
    ['Where was it built?', 'It was built by Brandt near Harrow.', 'Harrow'],
    ['Where did they meet?', 'They met in March.', undefined],
    ['Where does the cheese come from?', 'The cheese of the Brill family comes from the hills.', undefined],
    ['Where do the twins come from?', 'The twins of the Brill family come from Harrow.', 'Harrow'],
    ['Where is the rope sold?', 'The rope is sold by the yard, from Tamsin in Harrow.', 'Harrow'],
    ['Where is the rope from?', 'The rope is from Harrow.', 'Harrow'],
    // Named in the singular.
    ['Where do otters live?', '- Otter: rivers of Harrow.', 'Harrow'],
    // The sentence's subject is rather who did it.
    ['Where did they meet?', 'Odile Brandt met them.', undefined],
    ['Where did they meet?', 'They met at the Russian embassy.', undefined],
    ['Where was she going?', '"I was asleep, then I was up," said Brandt, going to Harrow.', 'Harrow'],
    ['Where was she going?', '"I was going, then I’m not."', undefined],
    ['Where was she going?', '"I was going home," said Odile Brandt, who was going alone.', undefined],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a place in German, in which every noun has a capital', () => {
  it.each([
    ['Wo ist der Eintritt frei?', 'Am Ruhetag ist der Eintritt in Höhe von 5 Euro frei.', undefined],
    ['Wo steht die Mühle?', 'Nach Angaben der Verwaltung hat die Mühle einen Garten.', undefined],
    ['Wo steht die Mühle?', 'Die Mühle steht in Hamburg.', 'Hamburg'],
    ['Wo steht die Mühle?', 'Die Mühle steht im Tal.', 'Tal'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

describe('a place of the kind that is asked for', () => {
  it.each([
    ['Which country did the fleet leave?', 'The fleet left Harrow in Portugal.', 'Portugal'],
    ['Which city did the fleet leave?', 'From Portugal the fleet left and from Harrow too.', 'Harrow'],
    ['Where did the monks flee to?', 'The monks fled from Aldra to Harrow.', 'Harrow'],
    ['Where was the hall built?', "Odile Brandt's hall was built in Karden.", 'Karden'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});

it.each([
  ['Where is the old bell?', 'The clockmaker Franz Brandt rang the old bell for nine years.', undefined],
  ['where do pictures go', 'Pictures go to the board and may be at most 8 MB.', undefined],
  ['Where does the clockmaker live?', 'The clockmaker lives in Karden.', 'Karden'],
])('marks neither somebody with a trade nor a unit: %s', (question, sentence, expected) => {
  expect(focus(question, sentence)).toBe(expected);
});
