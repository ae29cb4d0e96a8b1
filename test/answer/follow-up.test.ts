import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { contextOf, joinedText } from '../../src/answer/follow-up.ts';

const turn = (question: string, followUp = false) => ({
  question,
  answer: {
    question,
    verdict: 'answered',
    confidence: 1,
    quotes: [],
    followUp,
    timings: { embed: 0, search: 0, rank: 0, total: 0 },
  } satisfies Answer,
});

describe('contextOf', () => {
  it('is none for a first question and for one that stands by itself', () => {
    expect(contextOf('and when?', [])).toBeUndefined();
    expect(
      contextOf('Which countries lead the Minsk Group of mediators?', [turn('What happened in Ganja?')]),
    ).toBeUndefined();
  });

  it('goes back to where the topic began', () => {
    const history = [
      turn('Who won the Nobel Prize?'),
      turn('What happened in Ganja?'),
      turn('and when?', true),
    ];
    expect(contextOf('how many died there?', history)).toEqual({
      questions: ['What happened in Ganja?', 'and when?'],
      sure: true,
    });
  });
});

describe('joinedText', () => {
  it('puts the question last and never lets what came before push it out of sight', () => {
    const earlier = ['long '.repeat(400), 'and when?'];
    const joined = joinedText('how many died there?', earlier);
    expect(joined.length).toBeLessThan(800);
    expect(joined).toMatch(/^long .* how many died there\?$/);
    expect(joinedText('why '.repeat(400), earlier).trim()).toBe('why '.repeat(400).trim());
  });
});
