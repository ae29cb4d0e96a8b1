import { describe, expect, it } from 'vitest';
import { focus } from '../../support/focus.ts';

describe('a telephone number', () => {
  it.each([
    ['What number do I call?', 'Call 0700 123 4567 for help.', '0700 123 4567'],
    ['How many people called?', 'Some 40 people called 0700 123 4567.', '40'],
  ])('%s: %s', (question, sentence, wanted) => expect(focus(question, sentence)).toBe(wanted));
});
