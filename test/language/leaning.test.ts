import { describe, expect, it } from 'vitest';
import { leaning } from '../../src/language/leaning.ts';

describe('leaning', () => {
  it.each([
    'who said that?',
    'and when?',
    'why?',
    'what did he say',
    'how many of them were killed',
    'what about Baku',
    'wann war das?',
    '他说了什么？',
    '',
  ])('takes %j for a follow-up, or is not sure', (question) => expect(leaning(question)).not.toBe('stands'));

  it.each(['who said that?', 'and when?', 'what did he say', 'how many of them were killed'])(
    'is sure that %j leans',
    (question) => expect(leaning(question)).toBe('leans'),
  );

  it.each(['How do I bake bread?', 'who was killed in Barda'])('sees that %j says little', (question) =>
    expect(leaning(question)).not.toBe('stands'),
  );

  it.each([
    'When did the missile strike on Ganja happen?',
    'What did Mike Pompeo tell Ilham Aliyev on the phone?',
    'Which countries lead the Minsk Group of mediators?',
  ])('is sure that %j stands alone', (question) => expect(leaning(question)).toBe('stands'));

  it('does not take an expletive for a pronoun', () => {
    expect(leaning('How long does it take to drive from Baku to Ganja city?')).not.toBe('leans');
    expect(leaning('Are there any casualties reported around Barda hospital?')).not.toBe('leans');
  });
});
