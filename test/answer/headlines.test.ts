import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const HOURS = 'The ice rink opens daily at 10 and closes at 21, except on Tuesdays';
const SCORE = 'Velmar Rovers beat Ostby 4-2 on Friday';
const KEYS = 'Nora keeps the boathouse keys';
const FIRE_BODY = 'Seven people died when a fire broke out at the old paper mill in Brenna, the police said.';
const NOTE = 'The kiln is free on Wednesday afternoons';
const THAI = ['ลานสเก็ตน้ำแข็งเปิดทุกวันตั้งแต่สิบโมงเช้า', 'เช่ารองเท้าสเก็ตได้ที่เคาน์เตอร์', 'เด็กต้องสวมหมวก'];
const FIRE = 'Fire at the Brenna mill kills seven';

describe('headlines', () => {
  let corpus: TemporaryCorpus;
  let answerer: LiveAnswerer;
  beforeAll(async () => {
    corpus = new TemporaryCorpus({
      'rink.txt': `${HOURS}\n\nSkates can be hired.\n\nChildren wear a helmet.`,
      'match.txt': `${SCORE}\n\nThe guests were better at first.\n\nThe next game is away.`,
      'keys.md': `# ${KEYS}\n\nPlease lock up after nine.\n\nOars stay inside.`,
      'fire.txt': `${FIRE}\n\n${FIRE_BODY}\n\nThe roof fell in within an hour.`,
      'note.txt': NOTE,
      'thai.txt': THAI.join('\n\n'),
      'stew.md': '# Brindle stew\n\nChop the roots and let them simmer.\n\nServe it with bread.',
    });
    await buildIndex(corpus.options);
    answerer = await openAnswererFor(corpus.options);
  });
  afterAll(() => {
    answerer.close();
    corpus[Symbol.dispose]();
  });

  it.each([
    ['when does the ice rink open', HOURS],
    ['which day is the ice rink closed', HOURS],
    ['what was the score of Velmar Rovers', SCORE],
    ['who keeps the boathouse keys', KEYS],
    ['when is the kiln free', NOTE],
    ['ลานสเก็ตน้ำแข็งเปิดกี่โมง', THAI[0]],
  ])('answer where no paragraph does: %s', async (question, expected) => {
    const { verdict, quotes } = await answerer.ask(question);
    expect(quotes[0]!.text).toBe(expected);
    expect(verdict).not.toBe('not-found');
  });

  it.each([
    ['how many people died in the fire at the mill', FIRE_BODY],
    ['what happened at the mill in Brenna', FIRE_BODY],
  ])('stand behind a paragraph that answers: %s', async (question, expected) => {
    const { quotes } = await answerer.ask(question);
    expect(quotes[0]!.text).toContain(expected);
    expect(quotes[0]!.title).toBe(FIRE);
  });

  it('answer nothing where they only name what is asked about', async () => {
    const { quotes } = await answerer.ask('how is brindle stew made');
    expect(quotes[0]).toMatchObject({ source: 'stew.md', title: 'Brindle stew' });
    expect(quotes.slice(0, 3).map(({ text }) => text)).not.toContain('Brindle stew');
  });
});
