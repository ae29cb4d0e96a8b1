import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('nobody', () => {
  it.each([
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
