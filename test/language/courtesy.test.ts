import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../src/language/courtesy.ts';

const SHORT = ['thanks', 'Thanks!', 'THX', 'ok?', 'cool', 'danke', 'спасибо!', '谢谢', '🙏 thanks 🙏'];
const LONGER = [
  'ok thank you!',
  'ok great, thanks a lot',
  'nice, good to know',
  'thank you so much for the help :)',
];
const OTHERS = ['', '?', 'when', 'tyre', 'Thanksgiving', 'great hall', 'good morning', 'thank you letter'];
const QUESTIONS = ['thanks, and when was it?', 'what did he thank them for', 'is it all right?'];

describe('a courtesy', () => {
  it.each([...SHORT, ...LONGER])('is %j', (message) => expect(isCourtesy(message)).toBe(true));
  it.each([...OTHERS, ...QUESTIONS])('is not %j', (message) => expect(isCourtesy(message)).toBe(false));
});
