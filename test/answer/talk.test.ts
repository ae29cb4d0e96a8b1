import { describe, expect, it } from 'vitest';
import { isTalk, messagesIn, repliesTo, repliesToFirst, type TalkPart } from '../../src/answer/talk.ts';
import { holds } from '../../src/language/holds.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

function partsOf(lines: readonly string[]): { text: string; parts: TalkPart[] } {
  const text = lines.join('\n');
  let at = 0;
  const spans = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
  const messages = messagesIn(text, spans, spans);
  const parts = spans.map((span, i) => {
    const message = messages[i];
    return message
      ? { ...span, message, holds: holds(text.slice(message.said, span.end)) }
      : { ...span, holds: 0 };
  });
  return { text, parts };
}

describe('what is said in a message', () => {
  it.each([
    ['[2031-05-02 10:14] reed: the raft is gone', 'reed', 'the raft is gone'],
    ['10:14 <reed> the raft is gone', 'reed', 'the raft is gone'],
    ['<reed> the raft is gone', 'reed', 'the raft is gone'],
    ['reed: the raft is gone', 'reed', 'the raft is gone'],
    ['02/05/2031, 10:14 - Aunt Mira: the raft is gone', 'aunt mira', 'the raft is gone'],
  ])('stands behind the stamp and the speaker: %s', (line, speaker, said) => {
    const { text, parts } = partsOf([line, line]);
    const { message, end } = parts[0]!;
    expect(message?.speaker).toBe(speaker);
    expect(text.slice(message!.said, end)).toBe(said);
  });

  it('is nothing in a programme, whose times are told of', () => {
    const lines = ['10:00 Opening', '12:00 Lunch', '13:00 Race: the final'];
    expect(partsOf(lines).parts.every(({ message }) => message === undefined)).toBe(true);
  });
});

it('is a talk where one asks and another answers', () => {
  expect(isTalk('Q: Who built the raft?\nA: My aunt.')).toBe(true);
  expect(isTalk('Height: 12 m\nCrew: four')).toBe(false);
});

describe('replies', () => {
  it('are the messages up to the next that asks, without those of who asked', () => {
    const { text, parts } = partsOf([
      'reed: where is the ladder',
      'odile: in the loft',
      'reed: hm',
      'odile: behind the oars',
      'mira: who has the key',
    ]);
    expect(repliesTo(text, parts, 0)).toEqual([1, 3]);
  });

  it('end where somebody gives thanks for them', () => {
    const { text, parts } = partsOf([
      'reed: where is the ladder',
      'odile: in the loft',
      'reed: thx',
      'mira: the gate is painted',
    ]);
    expect(repliesTo(text, parts, 0)).toEqual([1]);
  });

  it('begin with the one that says that the others are wrong', () => {
    const { text, parts } = partsOf([
      'reed: who painted the gate',
      'odile: that was Tomas I think',
      'tomas: nope, Mira did',
    ]);
    expect(repliesTo(text, parts, 0)).toEqual([2]);
  });

  it('follow what is asked back', () => {
    const { text, parts } = partsOf(['reed: who painted it', 'odile: the gate?', 'mira: Tomas did']);
    expect(repliesTo(text, parts, 0)).toEqual([2]);
  });

  it('are those that hold what is asked for', () => {
    const { text, parts } = partsOf([
      'reed: is there a regatta',
      'odile: yes',
      'odile: on 14 June 2031',
      'reed: what is a ticket',
      'odile: ask mira',
    ]);
    expect(repliesToFirst(text, parts, [3, 0], 'time')).toEqual([2]);
    expect(repliesToFirst(text, parts, [3, 0], 'other')).toEqual([4]);
  });
});

const LOG = [
  '[2031-05-02 14:02] tomas: does anyone know where the new boathouse is',
  '[2031-05-02 14:03] odile: next to the lower lock',
  '[2031-05-02 14:10] Reed: who won the regatta btw',
  '[2031-05-02 14:11] odile: Brandt did, by two lengths',
  '[2031-05-02 14:20] Reed: when is the next one',
  '[2031-05-02 14:21] odile: saturday 8 pm',
];

it.each([
  ['where is the new boathouse', LOG[1], []],
  ['who won the regatta', LOG[3], ['Brandt']],
  ['when is the next regatta', LOG[5], ['saturday 8 pm']],
])('%s marks what is replied, and no stamp nor who asked', async (asked, line, focus) => {
  const text = LOG.join('\n');
  using corpus = new TemporaryCorpus({ 'log.txt': `${text}\n` });
  await buildIndex(corpus.options);
  const answerer = await openAnswererFor(corpus.options);
  const { quotes } = await answerer.ask(asked);
  answerer.close();
  const [quote] = quotes;
  const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  expect(quote!.highlights.map(at)).toEqual([line]);
  expect(quote!.focus.map(at).every((marked) => focus.some((part) => part.includes(marked)))).toBe(true);
});
