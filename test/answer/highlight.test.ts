import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowFor } from '../../src/answer/highlight.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

/** Ranges in order that do not overlap, of the given lengths and gaps. */
const inOrder = fc
  .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 })), { maxLength: 12 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });

describe('windowFor', () => {
  it('finds the window around a range, else one inside it', () => {
    fc.assert(
      fc.property(inOrder, inOrder, inOrder, (ranges, small, large) => {
        for (const range of ranges) {
          const around = [...small, ...large].find(
            ({ start, end }) => start <= range.start && range.end <= end,
          );
          const inside = [...small, ...large].find(
            ({ start, end }) => range.start <= start && end <= range.end,
          );
          const found = windowFor(range, [small, large]);
          if (around) expect(found).toBe(around);
          else expect(found).toBe(inside);
        }
      }),
    );
  });

  it('looks at few of a hundred thousand windows', () => {
    let looks = 0;
    const windows = new Proxy(
      Array.from({ length: 100_000 }, (_, i) => ({ start: i * 10, end: i * 10 + 9 })),
      {
        get(target, name): unknown {
          if (/^\d+$/.test(String(name))) looks += 1;
          return Reflect.get(target, name);
        },
      },
    );
    expect(windowFor({ start: 700_000, end: 700_009 }, [windows, []])).toEqual({
      start: 700_000,
      end: 700_009,
    });
    expect(looks).toBeLessThan(30);
  });
});

describe('highlight', () => {
  const NOTICE = [
    'The guild moved to its new hall in spring.',
    'Weekly dues are forty copper coins.',
    'Visitors may look around freely at any hour.',
    'The kitchen opens at noon.',
  ].join(' ');

  it.each([
    ['with a heading above', `# Handbook\n\n## The hall of the guild\n\n${NOTICE}\n`],
    ['with no heading above', `${NOTICE}\n`],
  ])('marks the sentence that answers in a passage %s', async (_, text) => {
    using corpus = new TemporaryCorpus({ 'handbook.md': text });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('How many coins are the dues of the guild?');
    answerer.close();
    const { highlights } = quotes[0]!;
    expect(text.slice(highlights[0]!.start, highlights[0]!.end)).toBe('Weekly dues are forty copper coins.');
    expect(highlights).toHaveLength(1);
  });

  it('counts less what the heading says already', async () => {
    const text =
      '# The wardens of the isle\n\n## Warden Odile\n\nRank 12, 4,000 health. Her swing takes a third of your health. Warden Odile cannot be frozen, has no fear and keeps her lamp lit. She walks the shore by night.\n';
    using corpus = new TemporaryCorpus({ 'wardens.md': text });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('how much health does warden odile have');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked).toContain('Rank 12, 4,000 health.');
  });

  it.each([
    'what did NAME lead?',
    'who is NAME?',
    'when did NAME lead it?',
    'where does NAME work?',
    'what is NAME known for?',
  ])('marks the same for a name that is misspelled: %s', async (question) => {
    const text = [
      'Tomas Kellanry led the rowing club of Aldra for eleven years.',
      'In spring the boats are painted and the landing stage is mended.',
      'He now keeps a shop in Harrow.',
      'Odile Brandt looks after the oars, and the members bring their own cushions.',
    ].join(' ');
    using corpus = new TemporaryCorpus({ 'club.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const right = await answerer.ask(question.replace('NAME', 'Kellanry'));
    const misspelled = await answerer.ask(question.replace('NAME', 'Kelanry'));
    answerer.close();
    expect(right.quotes[0]!.highlights).toEqual([{ start: 0, end: 61 }]);
    expect(misspelled.quotes[0]!.highlights).toEqual(right.quotes[0]!.highlights);
    expect(misspelled.quotes[0]!.focus).toEqual(right.quotes[0]!.focus);
  });

  it.each([
    [
      'who is the mayor of Karden?',
      'Karden has a mayor, chosen in spring. The present one is Reed_, who used to keep the mill.',
    ],
    [
      'why was the mill closed in June?',
      'In June the mill was closed for nine days. A beam broke in the loft above the second stone.',
    ],
    [
      'what did the poet Odile Brandt write?',
      'The poet Odile Brandt lived in Karden from 1911 to 1943. She wrote the play Low Water there.',
    ],
    [
      'What is the smallest barge called?',
      'The smallest barge carries nine tonnes and was built in 1911. It is called Little Wren.',
    ],
    [
      'Who led the harbour office before Brandt?',
      '"We are ready," said Dr. Odile Brandt, who leads the harbour office. She came in 2031 after Dr. Tomas Reed left.',
    ],
    [
      'How many people were hurt in the fire at Karden?',
      'A fire in a mill with 31 looms kept Karden awake on Monday. Nobody was hurt.',
    ],
  ])('%s marks the next sentence too, where the best only names what is asked about', async (asked, text) => {
    using corpus = new TemporaryCorpus({ 'notice.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask(asked);
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked.join(' ')).toBe(text);
  });

  it('marks what stands behind a label that the question says', async () => {
    const text = [
      '1. Three warnings within a month mean that you may not moor for a week.',
      '2. No fires on the quay.',
      '3. Boats of more than nine tonnes pay twice.',
      '4. Complaints: write to Reed, who answers within two days.',
      '5. A second complaint is possible after a year.',
    ].join(' ');
    using corpus = new TemporaryCorpus({ 'rules.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('how do i make a complaint about a warning');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked.join(' ')).toContain('write to Reed');
  });

  it('marks a sentence that gives the cause alone', async () => {
    const text = 'In June the mill was closed because a beam broke. The baker bought his flour in Aldra.';
    using corpus = new TemporaryCorpus({ 'notice.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('why was the mill closed in June?');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['In June the mill was closed because a beam broke.']);
  });

  it.each([
    ['How many looms does Velden have?', 'It now has 48 looms and two sheds.', '48'],
    ['Who drew the plans of the Velden mill?', 'Surveyor Imke Toll drew its plans.', 'Surveyor Imke Toll'],
    ['Since when has Rolf Deen run the Velden mill?', 'He has run it since 1997.', '1997'],
    ["Who is Deen's partner?", 'His partner, Nilo Harst, keeps the books.', 'Nilo Harst'],
  ])('%s marks the sentence that takes up the name with a pronoun', async (asked, sentence, focus) => {
    const text = [
      'The Velden mill wove its first cloth in Aldra in 1903.',
      'It now has 48 looms and two sheds.',
      'Surveyor Imke Toll drew its plans.',
      'The mill has belonged to Rolf Deen from Harrow for two years.',
      'He has run it since 1997.',
      'His partner, Nilo Harst, keeps the books.',
    ].join(' ');
    using corpus = new TemporaryCorpus({ 'mill.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask(asked);
    answerer.close();
    const [quote] = quotes;
    expect(quote!.highlights.map(({ start, end }) => text.slice(start, end))).toContain(sentence);
    expect(quote!.focus.map(({ start, end }) => text.slice(start, end))).toEqual([focus]);
  });

  it('marks the row of a table that answers, and not the line of its headings', async () => {
    const row = '| 12 April | 14:00 | Knots for beginners | Odile | 6 | 35 euros |';
    const table = `| Date | Time | Course | Teacher | Seats | Fee |\n|---|---|---|---|---|---|\n| 5 April | 10:00 | Saws | Anna | 4 | free |\n${row}`;
    const text = `# Courses\n\n${table}\n`;
    using corpus = new TemporaryCorpus({ 'courses.md': text });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('who is the teacher of the knots course');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual([row]);
  });

  it('marks a row where the headings have more of the words', async () => {
    const text =
      '# Lamps\n\n| Lamp of the boiler | What the lamp means |\n|---|---|\n| amber | the filter is full |\n| violet | somebody left the door open |\n';
    using corpus = new TemporaryCorpus({ 'lamps.md': text });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('What does the amber lamp of the boiler mean?');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked).toContain('| amber | the filter is full |');
    expect(marked.join()).not.toContain('What the lamp means');
  });

  it('marks the row of a table of a page, and not its headings', async () => {
    const html =
      '<h1>Boats</h1><table><tr><th>Boat</th><th>Price</th><th>Rowers</th></tr><tr><td>Cutter</td><td>1,200 shells</td><td>4</td></tr><tr><td>Barge</td><td>900 shells</td><td>6</td></tr></table>';
    using corpus = new TemporaryCorpus({ 'boats.html': html });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('how much is the price of a barge');
    answerer.close();
    const { text, start, highlights, focus } = quotes[0]!;
    const marked = [...highlights, ...focus].map((span) => text.slice(span.start - start, span.end - start));
    expect(marked).toEqual(['Barge | 900 shells | 6', '900']);
  });

  it('marks what stands behind a question too', async () => {
    const text =
      'Reed: How many candles does one lamp need in a winter? Odile: For a small one it is three or four. Reed: And my aunt sold hers.';
    using corpus = new TemporaryCorpus({ 'talk.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('how many candles does a lamp need');
    answerer.close();
    const [quote] = quotes;
    const marked = (ranges: readonly { start: number; end: number }[]) =>
      ranges.map(({ start, end }) => text.slice(start, end));
    expect(marked(quote!.highlights)).toEqual([
      'Reed: How many candles does one lamp need in a winter?',
      'Odile: For a small one it is three or four.',
    ]);
    expect(marked(quote!.focus)).toEqual(['three or four']);
  });

  it('does not mark what says no more than the question does', async () => {
    const text =
      '3. Knot printers. Ximena presented three of them. The meeting agreed on the Kelvin X2 for 640 euros.';
    using corpus = new TemporaryCorpus({ 'minutes.txt': `${text}\n` });
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes } = await answerer.ask('which knot printer did the club choose');
    answerer.close();
    const marked = quotes[0]!.highlights.map(({ start, end }) => text.slice(start, end));
    expect(marked).not.toContain('3. Knot printers.');
    expect(marked.length).toBeGreaterThan(0);
  });
});
