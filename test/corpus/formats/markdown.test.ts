import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/corpus/formats/markdown.ts';
import { runs } from '../../support/property-runs.ts';
import { expectSound, shownBlocks } from './sound.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;

const blocks = (text: string) => shownBlocks(parseMarkdown(text));

describe('Markdown', () => {
  it('names the sections that paragraphs stand in, and takes the first heading for the title', () => {
    const text = '# The *talks*\n\nOne.\n\n## In `Moscow`\n\nTwo\nlines.\n\nSetext\n------\n\nThree.\n';
    expect(parseMarkdown(text).metadata).toEqual({ title: 'The talks' });
    expect(blocks(text)).toEqual([
      { kind: 'heading', text: '# The *talks*' },
      { kind: 'paragraph', text: 'One.' },
      { kind: 'heading', text: '## In `Moscow`' },
      { kind: 'paragraph', text: 'Two\nlines.', section: 'In Moscow' },
      { kind: 'heading', text: 'Setext\n------' },
      { kind: 'paragraph', text: 'Three.', section: 'Setext' },
    ]);
  });

  it.each([
    ['list', '- one\n\n  still one\n- two\n  1. inner'],
    ['table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['fenced code', '```\na\n\nb\n```'],
    ['quotation', '> one\n>\n> two'],
  ])('keeps a %s whole', (_, piece) => {
    expect(blocks(`Before.\n\n${piece}\n\nAfter.`)).toEqual([
      { kind: 'paragraph', text: 'Before.' },
      { kind: 'paragraph', text: piece },
      { kind: 'paragraph', text: 'After.' },
    ]);
  });

  it('quotes neither rules, link targets, comments nor copyright lines', () => {
    const text = 'Text.\n\n---\n\n[a]: https://a.example\n\n<!-- note -->\n\n© 2020 A\n';
    expect(blocks(text).map(({ kind }) => kind)).toEqual([
      'paragraph',
      ...Array<string>(4).fill('boilerplate'),
    ]);
  });

  it('does not quote badges, but other pictures', () => {
    const text = [
      '[![build](https://a.example/b.svg)](https://a.example)\n[![npm][n]][n] ![cov](https://img.shields.io/c)',
      '![The way to the lamp](way.png)',
      '[![build](https://a.example/b.svg)](https://a.example) tells how it is.',
      '[n]: https://a.example',
    ];
    expect(blocks(text.join('\n\n')).map(({ kind }) => kind)).toEqual([
      'boilerplate',
      'paragraph',
      'paragraph',
      'boilerplate',
    ]);
  });

  it('reads front matter, whose title goes before a heading', () => {
    const text = '---\r\ntitle: Stated\r\ndate: 2020-10-12\r\n---\r\n\r\n# Heading\r\n\r\nText.\r\n';
    expect(parseMarkdown(text).metadata).toEqual({ title: 'Stated', date: '2020-10-12' });
    expect(blocks(text).slice(1)).toEqual([
      { kind: 'heading', text: '# Heading' },
      { kind: 'paragraph', text: 'Text.', section: 'Heading' },
    ]);
  });

  it('takes a long rule for a rule and a long underline for an underline', () => {
    const text = `Heading\n${'-'.repeat(80)}\n\nText.\n\n${'-'.repeat(80)}\n`;
    expect(blocks(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'boilerplate']);
  });

  it.each([
    ['quotations in quotations', '>'.repeat(100_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['footnote marks', '[^a]'.repeat(50_000)],
    ['underscores', '_a_ '.repeat(50_000)],
    ['one long line', 'The quick brown fox. '.repeat(50_000)],
  ])(
    'is done with %s without an end in a moment, and loses nothing',
    (_, tangle) => {
      const text = `---\ntitle: Tangle\n---\nBefore.\n\n${tangle}\n\nAfter.`;
      const { metadata } = parseMarkdown(text);
      expect(metadata).toEqual({ title: 'Tangle' });
      expect(blocks(text).map(({ text }) => text)).toEqual([
        '---\ntitle: Tangle\n---',
        'Before.',
        tangle.trim(),
        'After.',
      ]);
    },
    SOON,
  );

  it('keeps the headings, lists and code around a block that it cannot give the parser', () => {
    const rows = Array.from({ length: 800 }, (_, i) => `| item ${i} | shelf ${i} | ${'words '.repeat(10)}|`);
    const table = ['| a | b | c |', '|---|---|---|', ...rows].join('\n').trim();
    const fence = '```\none\n\ntwo\n```';
    const links = Array.from({ length: 2100 }, (_, i) => `- [link ${i}](https://example.org/${i})`).join(
      '\n',
    );
    const inFence = `\`\`\`\n${'['.repeat(60_000)}\n\nlast\n\`\`\``;
    const text = ['# Store', '## Reset', fence, '## Table', table, '## Links', links, inFence].join('\n\n');
    expect(blocks(text).filter(({ kind }) => kind !== 'heading')).toEqual([
      { kind: 'paragraph', text: fence, section: 'Reset' },
      { kind: 'paragraph', text: table, section: 'Table' },
      { kind: 'paragraph', text: links, section: 'Links' },
      { kind: 'paragraph', text: inFence, section: 'Links' },
    ]);
    expect(parseMarkdown(text).metadata).toEqual({ title: 'Store' });
  });

  it('keeps a link target out of the underlined heading below it', () => {
    expect(blocks('[a]: b\nA heading\n---\n\nText.').map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'boilerplate [a]: b',
      'heading A heading\n---',
      'paragraph Text.',
    ]);
  });

  it('covers every character that is not white space with blocks in order', () => {
    const pieces = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '  ',
        '\t',
        '    ',
        '# ',
        '- ',
        '1. ',
        '> ',
        '|',
        '---',
        '\n---\n',
        '```',
        '~~~',
      ],
      ...[
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '<p>',
        '<!--',
        '-->',
        '&amp;',
        '\\',
        '[^1]',
        '[^1]: ',
        '[a]: b',
      ],
      ...['word', 'title: a\n', '\u2028', '\u00a0', '\ufeff', '🎉', 'é', '==='],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const block of parseMarkdown(text).blocks) {
          expect(block.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, block.start).trim()).toBe('');
          expect(text.slice(block.start, block.end)).not.toBe('');
          at = block.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: runs(1000) },
    );
  });

  it('gives titles and sections in one line, without what cannot be seen', () => {
    expect(parseMarkdown('Of\nlamps\n=====\n\nOne.').metadata).toEqual({ title: 'Of lamps' });
    expect(parseMarkdown('# \u00a0Of lamps\u00a0\n\nOne.').metadata).toEqual({ title: 'Of lamps' });
    expect(parseMarkdown('# \ufeff\n\n# Of lamps\n\nOne.').metadata).toEqual({ title: 'Of lamps' });
    expect(parseMarkdown('## A\nb\n\nA  \tb\n---\n\nOne.').blocks.at(-1)?.section).toBe('A b');
  });

  it.each([']---\n', '![a](b)# ', '[a]: b '])('takes no minutes for thousands of %j', (piece) => {
    const document = parseMarkdown(`# Lamps\n\n${piece.repeat(5000)}`);
    expectSound(document);
    expect(document.metadata).toEqual({ title: 'Lamps' });
  });

  it.each([
    'Date: 2023-03-15',
    'Published: March 15, 2023',
    '**Date:** March 15, 2023',
    '**Date**: 15. März 2023',
    '*March 15, 2023*',
    '2023-03-15',
    '_Published on March 15, 2023_\\\nUpdated: March 17, 2023',
  ])('reads the date that %j states below the title, and does not quote it', (lines) => {
    for (const between of ['\n\n', '\n']) {
      const text = `# Fire\n\n${lines}${between}The mill burned.\n\n## Later\n\nIt was rebuilt.`;
      expect(parseMarkdown(text).metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
      expect(blocks(text)).toEqual([
        { kind: 'heading', text: '# Fire' },
        { kind: 'metadata', text: lines },
        { kind: 'paragraph', text: 'The mill burned.' },
        { kind: 'heading', text: '## Later' },
        { kind: 'paragraph', text: 'It was rebuilt.', section: 'Later' },
      ]);
      expectSound(parseMarkdown(text));
    }
  });

  it.each([
    ['an appointment', '# Feast\n\n**Date:** June 20, 2023\n**Time:** 18:00\n\nBring a cup.'],
    ['an appointment in a list', '# Feast\n\n* Date: June 20, 2023\n* Place: the mill\n\nBring a cup.'],
    ['a list of changes', '# Changes\n\n## 1.1.0\n\nDate: 2023-03-15\n\nFaster.'],
    ['entries below headings', '# Log\n\nDate: 2023-03-15\n\nRain.\n\n## 2023-03-16\n\nSnow.'],
    ['code', '# Fire\n\n```\nDate: 2023-03-15\n```\n\nThe mill burned.'],
  ])('takes no date for the document’s in %s', (_, text) => {
    expect(parseMarkdown(text).metadata.date).toBeUndefined();
    expect(blocks(text).filter(({ kind }) => kind === 'metadata')).toEqual([]);
  });

  it('keeps to the date of the front matter', () => {
    const text = '---\ndate: 2023-03-15\n---\n# Fire\n\nDate: March 17, 2023\n\nThe mill burned.';
    expect(parseMarkdown(text).metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
    expect(blocks(text)[2]).toEqual({ kind: 'paragraph', text: 'Date: March 17, 2023' });
  });

  it('keeps an address whole that stands with a date', () => {
    const text = '# Fire\n\nDate: 2023-03-15\nURL: https://a.example/b_c_d\n\nThe mill burned.';
    expect(parseMarkdown(text).metadata.url).toBe('https://a.example/b_c_d');
  });
});
