import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('nobody', () => {
  it.each([
    ['How many people drowned in Kaldo?', 'In Kaldo nobody drowned, but 14 people were hurt.', 'nobody'],
    ['How many people were hurt?', 'The fire burned 14 sheds but no one was hurt.', 'no one'],
    ['Wie viele Menschen starben in Kaldo?', 'In Kaldo starb niemand, sieben wurden verletzt.', 'niemand'],
    ['How many people were rescued?', 'Nobody was rescued, but 1,200 crates were saved.', 'Nobody'],
    ['How many crates were saved?', 'Nobody was rescued, but 1,200 crates were saved.', '1,200'],
    ['How many people voted against it?', 'Against it no one voted.', 'no one'],
    ['How many people voted against it?', 'No one voted against it.', 'No one'],
    ['How many people drowned?', 'Nobody knows it, but 12 people drowned.', '12'],
    ['How many tickets were sold?', 'Of the tickets none were sold.', 'none'],
  ])('counts as a number of people: %s: %s', (question, sentence, wanted) =>
    expect(focus(question, sentence)).toBe(wanted),
  );
});
