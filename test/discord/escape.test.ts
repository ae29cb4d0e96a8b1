import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockQuote } from '../../src/discord/block-quote.ts';
import { bidiClosers } from '../../src/discord/bidi.ts';
import { cutPlain, inline } from '../../src/discord/escape.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { hostile } from '../support/hostile.ts';
import { runs } from '../support/property-runs.ts';

/** What a reader can tell apart: line ends are line ends; a NUL is shown as its picture. */
function asShown(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '␀');
}

function withoutClosers(shown: string, original: string): string {
  const lines = asShown(original).split('\n');
  return shown
    .split('\n')
    .map((line, i) => {
      const closers = bidiClosers(lines[i] ?? '');
      return line.endsWith(closers) ? line.slice(0, line.length - closers.length) : line;
    })
    .join('\n');
}

describe('the model of Discord that these tests read with', () => {
  it('sees markup where nothing escapes it', () => {
    const source = '# a\n- b\n> # c <@1> https://a.b [d](https://e.f) ||g|| `h` :i: @here <t:1:R> **j**';
    const { alive, bold } = renderMarkdown(source);
    const rules = ['heading', 'list', 'mention', 'url', 'link', 'spoiler', 'code', 'emoji-name', 'everyone'];
    expect([...alive]).toEqual(expect.arrayContaining([...rules, 'timestamp']));
    expect(bold).toEqual(['j']);
  });
});

describe('blockQuote', () => {
  it('shows any text word for word, with nothing alive but bold and lines below', () => {
    const span = fc.tuple(fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(hostile, span, fc.array(span, { maxLength: 3 }), (text, bold, lines) => {
        const of = ([a, b]: [number, number]) => ({ start: Math.min(a, b), end: Math.max(a, b) });
        const quote = blockQuote(text, [of(bold)], 100_000, 0, lines.map(of));
        const rendered = renderMarkdown(quote.markdown);
        expect(withoutClosers(rendered.quoted, text)).toBe(asShown(text));
        expect(rendered.text).toBe(rendered.quoted);
        expect([...rendered.alive]).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('shows what it was asked to in bold', () => {
    const text = 'One *two*. Three **four** five.\nSix 1. seven.';
    const start = text.indexOf('Three');
    const quote = blockQuote(text, [{ start, end: text.length }], 1000);
    expect(renderMarkdown(quote.markdown).bold).toEqual(['Three **four** five.', 'Six 1. seven.']);
  });

  it('draws a line below what is asked for, in bold only and anew on each line', () => {
    const text = 'On 14\nMay_ it _rained_. On 15 May it did not.';
    const bold = [{ start: 0, end: text.indexOf(' On 15') }];
    const lines = [
      { start: 3, end: 9 },
      { start: 3, end: 9 },
      { start: text.indexOf('15'), end: text.indexOf(' it did') },
    ];
    const quote = blockQuote(text, bold, 1000, 0, lines);
    expect(quote.markdown).toBe('> **On __14__**\n> **__May__\\_ it \\_rained\\_.** On 15 May it did not.');
    expect(renderMarkdown(quote.markdown).underlined).toEqual(['14', 'May']);
  });

  it('joins bold runs that touch', () => {
    const quote = blockQuote(
      'One. Two.',
      [
        { start: 0, end: 4 },
        { start: 5, end: 9 },
      ],
      1000,
    );
    expect(quote.markdown).toBe('> **One. Two.**');
  });

  it('never exceeds its budget and cuts outside the quoted words', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.nat(600),
        fc.nat(600),
        fc.integer({ min: 40, max: 400 }),
        fc.nat(600),
        (text, a, b, budget, c) => {
          const bold = { start: Math.min(a, b), end: Math.max(a, b) };
          const quote = blockQuote(text, [bold], budget, 0, [{ start: c, end: c + 20 }]);
          expect(quote.markdown.length).toBeLessThanOrEqual(budget);
          const rendered = renderMarkdown(quote.markdown);
          expect([...rendered.alive]).toEqual([]);
          if (!quote.cut) return;
          const stripped = rendered.quoted.replace(/^… /, '').replace(/ …$/, '');
          const bare = (value: string): string => asShown(value).replace(/[\u202c\u2069]/g, '');
          expect(bare(text)).toContain(bare(stripped));
          expect(quote.markdown).not.toMatch(/\p{Cs}/u);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('cuts 23,000 characters around the sentence that answers', () => {
    const filler = 'Some words that say nothing much at all. '.repeat(280);
    const sentence = 'The answer is forty-two.';
    const text = `${filler}${sentence} ${filler}`;
    const start = filler.length;
    const quote = blockQuote(text, [{ start, end: start + sentence.length }], 700);
    expect(quote.markdown).toContain(`**${sentence}**`);
    expect(quote.markdown).toMatch(/^> … \w/);
    expect(quote.markdown).toMatch(/\w\.? …$/);
    expect(quote.markdown.length).toBeGreaterThan(600);
  });

  it('keeps direction controls inside their line', () => {
    const quote = blockQuote('a \u202eb\nc', [], 100);
    expect(quote.markdown).toBe('> a \u202eb\u202c\n> c');
  });
});

describe('inline', () => {
  it('is one line, with nothing alive, within its length', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 120 }), (text, max) => {
        const shown = inline(text, max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(shown).not.toMatch(/[\n\r\u202e\u2066\u200b]/);
        expect([...renderMarkdown(shown).alive]).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('cutPlain', () => {
  it('does not cut inside a surrogate pair', () => {
    expect(cutPlain('ab😀cd', 4)).toBe('ab…');
    expect(cutPlain('abcd', 4)).toBe('abcd');
  });
});
