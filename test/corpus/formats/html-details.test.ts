import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/corpus/formats/html.ts';
import { blocksOf, expectSound } from './sound.ts';

/** Paragraphs with the sections that they stand in. */
async function sectionsOf(html: string): Promise<[string, string | undefined][]> {
  const { text, blocks } = await parseHtml(html);
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end, section }) => [text.slice(start, end), section]);
}

describe('the summary of details', () => {
  it('is a heading of what is in them, and of nothing behind', async () => {
    const html = `<h1>Pool</h1><h2>Visit</h2><p>Welcome.</p>
      <details><summary>Lost <b>keys</b></summary><p>Ask at the gate.</p><p>Bring a pass.</p></details>
      <details open><summary>Parking</summary>Behind the hall.</details><p>See you.</p><h2>Prices</h2><p>4 euros.`;
    expect(await sectionsOf(html)).toEqual([
      ['Welcome.', 'Visit'],
      ['Ask at the gate.', 'Visit › Lost keys'],
      ['Bring a pass.', 'Visit › Lost keys'],
      ['Behind the hall.', 'Visit › Parking'],
      ['See you.', 'Visit'],
      ['4 euros.', 'Prices'],
    ]);
    expectSound(await parseHtml(html));
    expect(blocksOf(await parseHtml(html), 'heading')).toContain('Lost keys');
  });

  it('stands above the headings in them, and above other details', async () => {
    const html = `<details><summary>Setup</summary><h2>Linux</h2><p>One.</p>
      <details><summary>Old ones</summary><p>Two.</p></details><p>Three.</p></details><p>Four.`;
    expect(await sectionsOf(html)).toEqual([
      ['One.', 'Setup › Linux'],
      ['Two.', 'Setup › Linux › Old ones'],
      ['Three.', 'Setup › Linux'],
      ['Four.', undefined],
    ]);
  });

  it('may be laid out as a heading or a paragraph', async () => {
    const html =
      '<h2>Help</h2><details><summary><h3>Lost keys</h3></summary><p>Ask.</p></details>' +
      '<details><summary><p>Parking</p></summary><p>Behind.</p></details>';
    expect(await sectionsOf(html)).toEqual([
      ['Ask.', 'Help › Lost keys'],
      ['Behind.', 'Help › Parking'],
    ]);
  });

  it('names nothing where it only says that there is more', async () => {
    const html = '<h2>Help</h2><p>Why?</p><details><summary>Show answer</summary><p>So.</p></details>';
    expect(await sectionsOf(html)).toEqual([
      ['Why?', 'Help'],
      ['So.', 'Help'],
    ]);
  });

  it('is a paragraph where it is a sentence or long', async () => {
    const sentences =
      'The pool is closed on Mondays. Children swim free, and a season ticket costs 95 euros.';
    const long = 'who swims and dives '.repeat(8).trim();
    for (const summary of [sentences, long, 'Closed for ever!', 'Closed? Really??']) {
      const html = `<h2>Visit</h2><details><summary>${summary}</summary><p>See the calendar.</p></details><p>End.`;
      const parsed = await parseHtml(html);
      expectSound(parsed);
      expect(await sectionsOf(html)).toEqual([
        [summary, 'Visit'],
        ['See the calendar.', 'Visit'],
        ['End.', 'Visit'],
      ]);
    }
  });

  it.each(['How do I reset my password?', '2024', 'Old<br>keys', 'Lost <button>Copy</button> keys'])(
    'is a heading where it is short: %s',
    async (summary) => {
      const words = summary.replace('<br>', ' ').replace('<button>Copy</button> ', '');
      expect(await sectionsOf(`<details><summary>${summary}</summary><p>Ask.</p></details><p>End.`)).toEqual([
        ['Ask.', words],
        ['End.', undefined],
      ]);
    },
  );

  it('is no paragraph where it only says that there is more', async () => {
    const html = '<h2>Help</h2><details><summary>Read more…</summary><p>So.</p></details>';
    expect(await sectionsOf(html)).toEqual([['So.', 'Help']]);
  });

  it('is text where a table, a list or a break between paragraphs is in it', async () => {
    const within = async (summary: string) => {
      const html = `<h2>Help</h2><details><summary>${summary}</summary><p>Ask.</p></details><p>End.`;
      expectSound(await parseHtml(html));
      const found = await sectionsOf(html);
      expect(found.every(([, section]) => section === 'Help')).toBe(true);
      return found.map(([words]) => words);
    };
    const below = ['Ask.', 'End.'];
    expect(await within('S with <table><tr><td>t</table> tail')).toEqual(['S with', 't', 'tail', ...below]);
    expect(await within('S <table><tr><td>t<td>u</table> tail')).toEqual(['S', 't | u', 'tail', ...below]);
    expect(await within('<div><h3>S</h3> <ul><li>t</ul></div>')).toEqual(['S', '- t', ...below]);
    expect(await within('S<pre>t</pre>')).toEqual(['S', 't', ...below]);
    expect(await within('S<br><br>tail')).toEqual(['S', 'tail', ...below]);
    expect(await within('<section><p>S.</p><p>T.</p></section>')).toEqual(['S. T.', ...below]);
  });

  it('counts among the words of the page’s main part where it is a paragraph', async () => {
    const html = `<main><details><summary>${'The pool is closed on Mondays. '.repeat(5)}</summary></details></main>
      <p>${'An advertisement for cups. '.repeat(6)}</p>`;
    expect(await sectionsOf(html)).toHaveLength(1);
  });

  it('is text where nothing is in them, or where they stand in a list or a table', async () => {
    expect(await sectionsOf('<details><summary>All is well.</summary></details>')).toEqual([
      ['All is well.', undefined],
    ]);
    const list = '<ul><li><details><summary>Keys</summary>Ask.</details></li><li>Parking</li></ul><p>End.';
    expect(await sectionsOf(list)).toEqual([
      ['- Keys\n  Ask.\n- Parking', undefined],
      ['End.', undefined],
    ]);
  });

  it('is found wherever its tags are', async () => {
    for (const html of [
      '<summary>Keys</summary><p>Ask.',
      '<details><summary>Keys<p>Ask.',
      '<details><p>Ask.</p></details>',
      '<details><ul><li>One</details><p>Two',
      '<details>'.repeat(500) + '<summary>Keys</summary>Ask.',
    ])
      expectSound(await parseHtml(html));
    expect(await sectionsOf('<summary>Keys</summary><p>Ask.')).toEqual([
      ['Keys', undefined],
      ['Ask.', undefined],
    ]);
  });
});
