import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../../src/corpus/formats/plain-text.ts';

const kinds = (text: string) =>
  parsePlainText(text).blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('plain text', () => {
  it('takes a headline on top for the title and does not quote its repetitions', () => {
    const text =
      'Four killed in attack  \n\nFour killed in attack\n\nFour killed in attack\n\nIt happened.\n';
    expect(parsePlainText(text).metadata).toEqual({ title: 'Four killed in attack' });
    expect(kinds(text)).toEqual([
      ['heading', 'Four killed in attack'],
      ['boilerplate', 'Four killed in attack'],
      ['boilerplate', 'Four killed in attack'],
      ['paragraph', 'It happened.'],
    ]);
  });

  it('prefers the title that the text states', () => {
    expect(parsePlainText('Title: Stated\n\nHeadline\n\nText.').metadata.title).toBe('Stated');
  });

  it('takes no sentence and no only line for a headline', () => {
    expect(kinds('It happened.\n\nThen more.')).toEqual([
      ['paragraph', 'It happened.'],
      ['paragraph', 'Then more.'],
    ]);
    expect(kinds('Only a line')).toEqual([['paragraph', 'Only a line']]);
    expect(kinds('12 – 34\n\nText.')[0]).toEqual(['paragraph', '12 – 34']);
  });

  it.each([
    'Copyright 2020 The Paper',
    '© 2020 The Paper',
    '(c) 2020 X',
    'Text © A. All rights reserved.',
    '© X',
  ])('does not quote the copyright line %j', (line) => {
    expect(kinds(`It happened.\n\n${line}`)[1]).toEqual(['boilerplate', line]);
  });

  it('quotes a sentence about copyright', () => {
    const line = 'Copyright law protects the letter, the court said.';
    expect(kinds(`It happened.\n\n${line}`)[1]).toEqual(['paragraph', line]);
  });

  it('keeps the date in front of a text out of the first quote', () => {
    expect(kinds(' date 2020-10-13 It happened.\n\nMore.')).toEqual([
      ['metadata', 'date 2020-10-13'],
      ['paragraph', 'It happened.'],
      ['paragraph', 'More.'],
    ]);
  });

  it('does not quote front matter, and reads what it states', () => {
    const text = '---\ntitle: Fire\ndate: 2023-03-15\n---\n\nThe mill burned.\n\nMore.';
    expect(parsePlainText(text).metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
    expect(kinds(text)).toEqual([
      ['metadata', '---\ntitle: Fire\ndate: 2023-03-15\n---'],
      ['paragraph', 'The mill burned.'],
      ['paragraph', 'More.'],
    ]);
  });

  it('quotes what stands between rules', () => {
    expect(kinds('---\nThe mill burned.\n---\nIt was rebuilt.')).toEqual([
      ['paragraph', '---\nThe mill burned.\n---\nIt was rebuilt.'],
    ]);
  });
});
