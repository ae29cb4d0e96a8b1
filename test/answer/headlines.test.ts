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

const PARTY = 'Ines Valk chosen as head of the rowing society';
const MARKET = 'The autumn market moves to Larch in 2031';
const SKIING = 'Skiing lessons start at the age of six';
const HOURS_OF_OFFICE = 'Opening hours: Tuesday to Thursday 8-15, Sunday 11-13';
const SHOP = 'The tool shop on Birch Lane opens at six';
const BRIDGES = [1860, 1870, 1880, 1890].map((year) => `The stone bridge of Ostrava in the year ${year}`);

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
      'party.md': `# ${PARTY}\n\nThe head thanked all of the rowing society.`,
      'market.md': `# ${MARKET}\n\nStands can be booked from October.`,
      'skiing.md': `# ${SKIING}\n\n## ${SKIING}\n\nParents wait in the hut.`,
      'office.md': `# ${HOURS_OF_OFFICE}\n\nThe office is on the top floor.\n\nKnock twice.`,
      'shop.md': `# ${SHOP}\n\n${SHOP}\n\nIt sells nails, saws and lamps.`,
      ...Object.fromEntries(
        BRIDGES.map((title, i) => [
          `bridge${i}.md`,
          `# ${title}\n\nThe arch was widened by ${i + 2} feet and got new lamps.\n\nA toll paid for it.`,
        ]),
      ),
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

  it.each([
    ['who is the head of the rowing society', PARTY],
    ['where is the autumn market in 2031', MARKET],
    ['at what age do skiing lessons start', SKIING],
    ['when is the office open', HOURS_OF_OFFICE],
  ])('stand before their own paragraphs where they alone answer: %s', async (question, expected) => {
    const { quotes } = await answerer.ask(question);
    expect(quotes[0]!.text).toBe(expected);
  });

  it.each(['the stone bridge of Ostrava', 'tell me about the stone bridge of Ostrava'])(
    'crowd out no paragraphs where a number is all that they add: %s',
    async (question) => {
      const { quotes } = await answerer.ask(question);
      expect(quotes.filter(({ text }) => BRIDGES.includes(text))).toEqual([]);
    },
  );

  it('are few among the first quotes', async () => {
    const { quotes } = await answerer.ask('which year is the stone bridge of Ostrava from', { top: 5 });
    expect(quotes.filter(({ text }) => BRIDGES.includes(text))).toHaveLength(2);
  });

  it('are not paragraphs that repeat the title', async () => {
    const { quotes } = await answerer.ask('when does the tool shop open');
    expect(quotes[0]!.text).toBe(SHOP);
    expect(quotes[0]!.paragraph).toBe(2);
  });

  it('answer nothing where they only name what is asked about', async () => {
    const { quotes } = await answerer.ask('how is brindle stew made');
    expect(quotes[0]).toMatchObject({ source: 'stew.md', title: 'Brindle stew' });
    expect(quotes.slice(0, 3).map(({ text }) => text)).not.toContain('Brindle stew');
  });
});
