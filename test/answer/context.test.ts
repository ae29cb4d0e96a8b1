import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { contextOf, joinedText } from '../../src/answer/context.ts';
import type { Turn } from '../../src/answer/conversation.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';

const turn = (question: string, goesOn = 0) => ({
  question,
  answer: { ...EMPTY_ANSWER, question, goesOn },
});

describe('contextOf', () => {
  it('is none for a first question and for one that stands by itself', () => {
    expect(contextOf('and when?', [])).toBeUndefined();
    expect(
      contextOf('Which countries lead the Minsk Group of mediators?', [turn('What happened in Ganja?')]),
    ).toBeUndefined();
  });

  it('goes back to where the topic began', () => {
    const history = [turn('Who won the Nobel Prize?'), turn('What happened in Ganja?'), turn('and when?', 1)];
    expect(contextOf('how many died there?', history)?.questions).toEqual([
      'What happened in Ganja?',
      'and when?',
    ]);
  });
});

describe('contextOf, after thanks', () => {
  const found = turn('What happened in Ganja?');

  it.each(['thanks?', 'great, thank you very much for the information'])(
    'is of what was asked before them, whatever they found: %j',
    (thanks) => {
      const history = [found, turn(thanks)];
      expect(contextOf('how many died?', history)).toMatchObject({
        questions: ['What happened in Ganja?'],
        interrupted: false,
      });
      expect(contextOf('how many died?', [turn(thanks)])).toBeUndefined();
      expect(contextOf(thanks, history)).toBeUndefined();
    },
  );
});

describe('contextOf, where a question may have begun a topic', () => {
  const history = [
    turn('What happened in Ganja?'),
    turn('how many injured in barda', 0.3),
    turn('and when?', 0.9),
  ];

  it('tells the last one apart from what was asked before it', () => {
    expect(contextOf('who fired?', history)).toMatchObject({
      questions: history.map(({ question }) => question),
      lastTopic: { questions: ['how many injured in barda', 'and when?'], chance: 0.7 },
    });
  });

  it('does not where it surely did, or rather did not', () => {
    const after = (goesOn: number) => {
      const [first, second, third] = history;
      return contextOf('who fired?', [first!, { ...second!, answer: { ...second!.answer, goesOn } }, third!]);
    };
    expect(after(0.8)?.lastTopic).toBeUndefined();
    expect(after(0)).toMatchObject({ questions: ['how many injured in barda', 'and when?'] });
    expect(after(0)?.lastTopic).toBeUndefined();
  });
});

describe('contextOf, where a question speaks of what was asked before', () => {
  const history = [turn('What did Pompeo say?'), turn('What did Aliyev say?', 0.1)];
  const lastTopic = (rarity?: (term: string) => number) =>
    contextOf('when was that?', history, rarity && { rarity })?.lastTopic;

  it('weighs its words by how rare they are', () => {
    expect(lastTopic(() => 1)).toBeUndefined();
    expect(lastTopic((term) => (term === 'aliyev' ? 3 : 1))).toMatchObject({
      questions: ['What did Aliyev say?'],
      chance: 0.9,
    });
    expect(lastTopic((term) => (term === 'aliyev' ? 1 : 3))).toBeUndefined();
  });

  it('goes over to what it only names, where that is of another document', () => {
    const from = (source: string, { question, answer }: Turn) => ({
      question,
      answer: { ...answer, quotes: [{ source }] },
    });
    const asked = (source: string) =>
      contextOf('how many died?', [
        from('ganja.md', turn('What happened in Ganja?')),
        from(source, turn('what about Barda?', 0.9)),
      ]);
    expect(asked('barda.md')?.lastTopic).toEqual({ questions: ['what about Barda?'], chance: 0.7 });
    expect(asked('ganja.md')?.lastTopic).toBeUndefined();
  });
});

describe('contextOf, where earlier questions found nothing or stayed with a document', () => {
  const found = (question: string, source: string, verdict: Answer['verdict'] = 'answered') => {
    const { answer } = turn(question);
    const quote = { source } as Answer['quotes'][number];
    return { question, answer: { ...answer, verdict, quotes: [quote] } satisfies Answer };
  };

  it('passes over a question of another world', () => {
    const history = [found('What happened in Ganja?', 'ganja.md'), found('bake bread?', 'x.md', 'not-found')];
    expect(contextOf('and how many died?', history)).toMatchObject({
      questions: ['What happened in Ganja?'],
      interrupted: true,
    });
    expect(contextOf('and how many died?', history.slice(1))).toMatchObject({
      questions: ['bake bread?'],
      interrupted: false,
    });
  });

  it('goes back over questions that stood by themselves as long as the document is the same', () => {
    const history = [
      found('Who spoke in Baku?', 'other.md'),
      found('What happened in Ganja?', 'ganja.md'),
      found('Who fired the missile?', 'ganja.md'),
    ];
    expect(contextOf('and when?', history)?.questions).toEqual([
      'What happened in Ganja?',
      'Who fired the missile?',
    ]);
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
