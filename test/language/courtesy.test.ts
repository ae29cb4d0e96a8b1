import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../src/language/courtesy.ts';

const SHORT = [
  'thanks',
  'Thanks!',
  'THX',
  'ok?',
  'cool',
  'danke',
  'спасибо!',
  '谢谢',
  'danke schön',
  'большое спасибо',
  '🙏 thanks 🙏',
];
const LONGER = [
  'ok thank you!',
  'ok great, thanks a lot',
  'nice, good to know',
  'thank you so much for the help :)',
];
const OTHERS = ['', '?', 'when', 'tyre', 'Thanksgiving', 'great hall', 'good morning', 'thank you letter'];
const QUESTIONS = [
  'thanks, and when was it?',
  'what did he thank them for',
  'is it all right?',
  'а где это, ok',
  '谁干的?谢谢',
  'どこですか thanks',
];

describe('a courtesy', () => {
  it.each([...SHORT, ...LONGER])('is %j', (message) => expect(isCourtesy(message)).toBe(true));
  it.each([...OTHERS, ...QUESTIONS])('is not %j', (message) => expect(isCourtesy(message)).toBe(false));

  it.each(['thanks all ', 'спасибо большое ', '谢谢 '])('is told at once of a long message of %j', (part) => {
    expect(isCourtesy(part.repeat(150))).toBe(true);
    expect(isCourtesy(`${part.repeat(150)}when`)).toBe(false);
  });
});
