import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml, parseHtmlBytes } from '../../../src/corpus/formats/html.ts';
import { blocksOf, expectSound } from './sound.ts';
import { runs } from '../../support/property-runs.ts';

const paragraphsOf = async (html: string) => blocksOf(await parseHtml(html));

describe('parseHtml', () => {
  it('reads title, date, author and address', async () => {
    const { metadata } = await parseHtml(
      `<!doctype html><html><head><title>Lamps | The Almanac</title><meta name="author" content="Ada  Oak">
       <meta property="article:published_time" content="2021-03-04T10:00:00Z">
       <link rel="canonical" href="https://almanac.example/lamps"></head><body><h1>Of lamps &amp; oil</h1><p>One.</body>`,
    );
    expect(metadata).toEqual({
      title: 'Of lamps & oil',
      date: '2021-03-04',
      author: 'Ada Oak',
      url: 'https://almanac.example/lamps',
    });
    const time =
      '<title>Lamps</title><aside><time datetime="2001-01-01">x</time></aside><p><time datetime="2020-02-30">x</time><time datetime="2020-02-03">x</time> y';
    expect((await parseHtml(time)).metadata).toEqual({ title: 'Lamps', date: '2020-02-03' });
  });

  it('reads a date in words, and one below the heading, which is not quoted', async () => {
    const meta = '<meta name="date" content="March 15, 2023"><h1>Fire</h1><p>The mill burned.';
    expect((await parseHtml(meta)).metadata.date).toBe('2023-03-15');
    const below = await parseHtml('<h1>Fire</h1><p>Published: <b>March 15, 2023</b><p>The mill burned.');
    expect(below.metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
    expect(blocksOf(below)).toEqual(['The mill burned.']);
    expectSound(below);
    const dateline = await parseHtml('<p>HARROW, March 15, 2023 (Quill) - The mill burned.');
    expect(dateline.metadata.date).toBe('2023-03-15');
  });

  it('leaves out what is not content', async () => {
    expect(
      await paragraphsOf(`<nav><a href="/">Home</a></nav><p>One <b>wo</b>rd&nbsp;more<script>let a = '<p>x</p>'</script>.</p>
        <style>p { color: red }</style><div hidden>Hidden</div><p style="display: none">Gone<p>Two.<aside>Ad</aside>
        <footer>Imprint</footer><button>Buy</button><div role="navigation">Menu</div><!-- no -->`),
    ).toEqual(['One word\u00a0more.', 'Two.']);
  });

  it('reads the main part alone where a page marks it, and everything where nothing else is left', async () => {
    expect(await paragraphsOf('<div>Cookies?</div><main><p>Text.</main><div>More like this</div>')).toEqual([
      'Text.',
    ]);
    expect(await paragraphsOf('<main></main><nav>The whole page.')).toEqual(['The whole page.']);
  });

  it('reads everything where what is marked as the main part is but a small part', async () => {
    const text = 'A permit costs 40 euros a year and is valid for one car in one zone. '.repeat(5).trim();
    const teasers = '<article>The pool opens in May.</article><article>New buses.</article>';
    expect(await paragraphsOf(`<div><p>${text}</div>${teasers}`)).toEqual([
      text,
      'The pool opens in May.',
      'New buses.',
    ]);
    expect(await paragraphsOf(`<main><h1>Permits</h1></main><aside>They cost 40 euros.</aside>`)).toEqual([
      'They cost 40 euros.',
    ]);
    const menu = `<ul>${'<li><a href="/a">Parking and traffic</a>'.repeat(40)}</ul>`;
    expect(await paragraphsOf(`${menu}<main>${text}</main>`)).toEqual([text]);
  });

  it('honours the role of the main part', async () => {
    expect(
      await paragraphsOf(
        '<div>Cookies?</div><div role="main"><div>Text.</div><p>More.</div><div>Read on</div>',
      ),
    ).toEqual(['Text.', 'More.']);
  });

  it('names sections without the links that are put beside their headings', async () => {
    const { text, blocks } = await parseHtml(
      `<title>T</title><h2>Fees<span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p>a
       <h2><a href="#b" class="anchor">§</a>Hours</h2><p>b<h2>In C# <a class="mark" href="#c">#</a></h2><p>c
       <h2><a class="header" href="#d">Dates</a></h2><p>d<h2>fn keep()<div class="where">where T: Keep</div></h2><p>e`,
    );
    const headings = ['Fees', 'Hours', 'In C#', 'Dates', 'fn keep() where T: Keep'];
    expect(blocksOf({ text, blocks, metadata: {} }, 'heading')).toEqual(headings);
    expect(blocks.flatMap(({ section }) => section ?? [])).toEqual(headings);
  });

  it('keeps a paragraph whole around what is hidden within it', async () => {
    expect(await paragraphsOf('<p>It costs <span style="display:none">x</span>40 euros.')).toEqual([
      'It costs 40 euros.',
    ]);
  });

  it('names sections by headings', async () => {
    const { text, blocks } = await parseHtml(
      '<h1>T</h1><p>a<h2>First</h2><p>b<h3>Of  <i>it</i></h3><div>c</div>',
    );
    expect(blocks.map((block) => [block.kind, text.slice(block.start, block.end), block.section])).toEqual([
      ['heading', 'T', undefined],
      ['paragraph', 'a', undefined],
      ['heading', 'First', undefined],
      ['paragraph', 'b', 'First'],
      ['heading', 'Of it', undefined],
      ['paragraph', 'c', 'First › Of it'],
    ]);
  });

  it('tells sections of the same name apart by those around them', async () => {
    const { blocks } = await parseHtml(
      '<title>T</title><h2>Windows</h2><h3>Installation</h3><p>a<h2>Linux</h2><h4>Installation</h4><p>b<h3>Use</h3><p>c',
    );
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map(({ section }) => section)).toEqual([
      'Windows › Installation',
      'Linux › Installation',
      'Linux › Use',
    ]);
  });

  it('keeps short lists and tables whole', async () => {
    expect(
      await paragraphsOf('<ul><li>one<li>two<ol start=3><li>three</ol><li><p>four</p><p>more</p></ul>'),
    ).toEqual(['- one\n- two\n  3. three\n- four\n  more']);
    expect(await paragraphsOf('<dl><dt>Lamp<dd>It burns.<dt>Oil<dd>Is burnt.</dl>')).toEqual([
      'Lamp\n  It burns.\nOil\n  Is burnt.',
    ]);
    expect(
      await paragraphsOf('<table><tr><th>Name<th>Age<tr><td>Ada <b>Oak</b><td>36<tr><td><td>7</table>'),
    ).toEqual(['Name | Age\nAda Oak | 36\n | 7']);
  });

  it('repeats a cell in each row that it reaches down into', async () => {
    expect(
      await paragraphsOf(
        `<table><tr><th>Lamp<th>Oil<th>Hours
        <tr><td rowspan=2>Tall<td>whale<td>7<tr><td>rape<td rowspan="2">8
        <tr><td>Low<td>tar<tr><td rowspan=9 colspan=2>None<td>0<tr><td>1</table>`,
      ),
    ).toEqual(['Lamp | Oil | Hours\nTall | whale | 7\nTall | rape | 8\nLow | tar | 8\nNone | 0\nNone | 1']);
    const words = 'of the lamp and of the one who keeps it '.repeat(4).trim();
    const rows = await paragraphsOf(
      `<table><tr><th>Who<th>What<tr><td rowspan=30>Ada<td>${words}${`<tr><td>${words}`.repeat(29)}</table>`,
    );
    expect(rows).toEqual(Array.from({ length: 30 }, () => `Who: Ada\nWhat: ${words}`));
  });

  it('repeats no more than a page can bear', async () => {
    const cells = '<td rowspan=1000>a'.repeat(2000);
    const [text] = await paragraphsOf(`<pre>x</pre><table><tr>${cells}${'<tr><td>b'.repeat(1000)}</table>`);
    const document = await parseHtml(`<table><tr>${cells}${'<tr><td>b'.repeat(1000)}</table>`);
    expect(text).toBe('x');
    expect(document.text.length).toBeLessThan(50_000);
    const long = 'The lamp burns. '.repeat(20).trim();
    expect(await paragraphsOf(`<table><tr><td rowspan=2>${long}<td>1<tr><td>2</table>`)).toEqual([
      `${long} | 1\n2`,
    ]);
  });

  it('makes a passage of every item or row of long ones', async () => {
    const words = 'of the lamp and of the one who keeps it '.repeat(3).trim();
    const items = await paragraphsOf(`<ul>${`<li>${words}`.repeat(30)}</ul>`);
    expect(items).toEqual(Array.from({ length: 30 }, () => `- ${words}`));
    const rows = await paragraphsOf(
      `<table><tr><th>Who<th>What${`<tr><td>Ada<td>${words}`.repeat(30)}</table>`,
    );
    expect(rows).toEqual(Array.from({ length: 30 }, () => `Who: Ada\nWhat: ${words}`));
  });

  it('reads tables that are there for layout as text', async () => {
    const long = 'The lamp burns all night and nobody minds. '.repeat(10).trim();
    expect(await paragraphsOf(`<table><tr><td>Menu<td><p>${long}<p>${long}</table>`)).toEqual([
      'Menu',
      long,
      long,
    ]);
    expect(await paragraphsOf('<table><tr><td>One.<tr><td>Two.</table>')).toEqual(['One.', 'Two.']);
  });

  it('keeps the lines of code, of addresses, and digits that are raised or lowered', async () => {
    expect(await paragraphsOf('<pre>\na\n  b &lt;c&gt;\n\nd\n</pre>')).toEqual(['a\n  b <c>\n\nd']);
    expect(await paragraphsOf('1 Quay<br>\n  Harrow<br><br>Second')).toEqual(['1 Quay\nHarrow', 'Second']);
    expect(await paragraphsOf('<p>10<sup>6</sup> l of H<sub>2</sub>O<sup>[1]</sup>')).toEqual([
      '10⁶ l of H₂O[1]',
    ]);
  });

  it('leaves out signs that a page draws itself', async () => {
    expect(
      await paragraphsOf('<ul><li>- one<li>• two</ul><p>a <a class="headerlink" href="#a">¶</a>b'),
    ).toEqual(['- one\n• two', 'a b']);
  });

  it('finds no text in a page of scripts', async () => {
    expect(
      await paragraphsOf('<div id=root></div><script>render()</script><noscript>Turn it on.</noscript>'),
    ).toEqual([]);
  });

  it('decodes what the page states', async () => {
    const page = Buffer.from([
      ...Buffer.from('<meta charset="windows-1251"><p>'),
      0xcb,
      0xe0,
      0xec,
      0xef,
      0xe0,
    ]);
    expect(blocksOf(await parseHtmlBytes(page))).toEqual(['Лампа']);
    const wrong = Buffer.from('<meta charset="windows-1251"><p>Лампа – é');
    expect(blocksOf(await parseHtmlBytes(wrong))).toEqual(['Лампа – é']);
    const unknown = Buffer.from([...Buffer.from('<meta charset="klingon"><p>caf'), 0xe9]);
    expect(blocksOf(await parseHtmlBytes(unknown))).toEqual(['café']);
  });

  it.each(['windows-1252', 'iso-8859-1'])(
    'reads the quotes, dashes and euros of a page in %s',
    async (charset) => {
      const page = Buffer.from(
        `<meta charset="${charset}"><p>The \x93old\x94 mill costs \x80 5 \x96 a day.`,
        'latin1',
      );
      expect(blocksOf(await parseHtmlBytes(page))).toEqual(['The “old” mill costs € 5 – a day.']);
    },
  );

  it('believes no page that it is in UTF-16 when its declaration can be read, and an XML declaration', async () => {
    const utf16 = Buffer.from('<meta charset="utf-16"><p>The caf\xe9.', 'latin1');
    expect(blocksOf(await parseHtmlBytes(utf16))).toEqual(['The café.']);
    const xml = Buffer.from('<?xml version="1.0" encoding="koi8-r"?><html><p>\xec\xc1\xcd\xd0\xc1', 'latin1');
    expect(blocksOf(await parseHtmlBytes(xml))).toEqual(['Лампа']);
  });

  it('leaves out what a style hides', async () => {
    const page = '<p>Seen.</p><p style="visibility: hidden">Unseen.</p><p style="display:none">Gone.</p>';
    expect(await paragraphsOf(page)).toEqual(['Seen.']);
  });

  it('takes any text, and keeps the words that are not in a tag', async () => {
    const tags = 'p div ul ol li dl dt table tr td th caption pre br b sup h1 h2 article span main'.split(
      ' ',
    );
    const part = fc.oneof(
      fc.constantFrom(...tags.map((tag) => `<${tag}>`), ...tags.map((tag) => `</${tag}>`)),
      fc.constantFrom(' ', '\n', 'lamp ', 'oil', '&amp;', '&#128161;', '<!--', '-->'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 80 }), async (parts) => {
        const document = await parseHtml(parts.join(''));
        expectSound(document);
        const isPartial = parts.some((at) => at === '<!--' || at === '<main>' || at === '<article>');
        if (!isPartial)
          expect(document.text.match(/lamp/g)?.length).toBe(parts.join('').match(/lamp/g)?.length);
      }),
      { numRuns: runs(500) },
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (html) => {
        expectSound(await parseHtml(html));
      }),
    );
  });
});
