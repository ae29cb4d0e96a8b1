import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/corpus/formats/markdown.ts';
import { expectSound, shownBlocks } from './sound.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;

const blocks = (text: string) => shownBlocks(parseMarkdown(text));

describe('HTML in Markdown', () => {
  it('quotes the text between the tags of HTML, below the section it stands in', () => {
    const text = [
      '## Keys',
      '',
      '<div><div>Of the <b>spare</b> key.</div>',
      'It hangs behind the copper kettle, <i>not</i> under the mat.',
      '<p align="center">Ask Ada.<br>Or Ben.</p></div>',
      '<!-- no word of this --><script>nor("this")</script><img alt="nor this">',
    ].join('\n');
    expect(blocks(text).filter(({ kind }) => kind !== 'boilerplate')).toEqual([
      { kind: 'heading', text: '## Keys' },
      ...[
        'Of the <b>spare</b> key.',
        'It hangs behind the copper kettle, <i>not</i> under the mat.',
        'Ask Ada.',
        'Or Ben.',
      ].map((part) => ({ kind: 'paragraph', text: part, section: 'Keys' })),
    ]);
  });

  it('has the summary of details as a heading of what is in them, and of nothing behind', () => {
    const text = [
      '# Kiln\n\n## Fees\n\n**Members**\n\nNine crowns.',
      '<details><summary>Hours &amp; <b>days</b></summary>\n\nOpen at nine.\n\n### In May\n\nOpen at ten.',
      '<details>\n<summary>\nWhere is the key?\n</summary>\nBehind the kettle.\n</details>',
      '</details>\n\nCash only.',
      '<details><summary>Show more</summary>\n\nNo cards.\n\n</details>\n\n## End\n\nThat is all.',
    ].join('\n\n');
    expectSound(parseMarkdown(text));
    const quoted = blocks(text).filter(({ kind }) => kind === 'paragraph');
    expect(quoted.map(({ text: words, section }) => [words, section])).toEqual([
      ['Nine crowns.', 'Fees › Members'],
      ['Open at nine.', 'Fees › Members › Hours & days'],
      ['Open at ten.', 'Fees › Members › Hours & days › In May'],
      ['Behind the kettle.', 'Fees › Members › Hours & days › In May › Where is the key?'],
      ['Cash only.', 'Fees › Members'],
      ['No cards.', 'Fees › Members'],
      ['That is all.', 'End'],
    ]);
  });

  it.each([
    '<summary>Closed on Mondays.</summary>\nSee the calendar.',
    '<summary><p>Keys</p><p>Pets</p></summary>\nAsk.',
    '<summary>All is well</summary>',
    '<summary>All is well</summary>\n\n',
    '<summary>Hours\n\n',
  ])('has it as text where it is a sentence, or has nothing below: %j', (inside) => {
    const text = `## Help\n\n<details>${inside}</details>\n\nEnd.`;
    expectSound(parseMarkdown(text));
    const quoted = blocks(text).filter(({ kind }) => kind === 'paragraph');
    expect(quoted.every(({ section }) => section === 'Help')).toBe(true);
    expect(quoted.map((block) => block.text).join(' ')).toBe(
      text
        .slice('## Help'.length)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  });

  it(
    'covers any HTML, and is soon done with what is none',
    () => {
      const piece = fc.constantFrom(
      '<', '>', '<!--', '-->', '<div>', '</div>', '<details>', '</details>', '<summary>', '</summary>', '\n\n', '<b', '</p >', '<h1>', '<script>', '</script>', ' word ', '&amp;', '\n', '"',
    ); // prettier-ignore
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
          expectSound(parseMarkdown(`<div>${pieces.join('')}`));
        }),
      );
      for (const hostile of ['<a ', '<!-- ', '<script ', '</', '<p<'])
        expectSound(parseMarkdown(`<div>${hostile.repeat(8000)}`));
    },
    SOON,
  );
});
