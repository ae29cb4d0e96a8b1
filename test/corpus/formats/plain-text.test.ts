import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../../src/corpus/formats/plain-text.ts';
import { expectSound } from './sound.ts';

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

  it.each(['QUILL, 7 May 2024', 'KARDEN QUILL - May 7, 2024', 'QUILL | Tuesday, 7 May 2024'])(
    'reads agency and date in %j, and the headline below it',
    (line) => {
      const text = `${line}\n\nToll climbs to 31 after mill fire\n\nThe mill burned on Sunday.\n`;
      expect(parsePlainText(text).metadata).toEqual({
        date: '2024-05-07',
        title: 'Toll climbs to 31 after mill fire',
      });
      expect(kinds(text).map(([kind]) => kind)).toEqual(['metadata', 'heading', 'paragraph']);
    },
  );

  it.each([
    'Quill, 7 May 2024\n\nThe mill burned.\n\nIt was old.',
    'QUILL 7 May 2024\n\nThe mill burned.\n\nIt was old.',
    'QUILL, 7 May 2024\n\nThe mill burned.\n\nQUILL, 8 May 2024\n\nIt was old.',
    'QUILL, 7 May 2024 The mill burned.\n\nIt was old.',
    'UPDATED, 7 May 2024\n\nThe mill burned.\n\nIt was old.',
  ])('reads no date in the first line of %j', (text) => {
    expect(parsePlainText(text).metadata.date).toBeUndefined();
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
    const text = '---\ntitle: Fire\ndate: March 15, 2023\n---\n\nThe mill burned.\n\nMore.';
    expect(parsePlainText(text).metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
    expect(kinds(text)).toEqual([
      ['metadata', '---\ntitle: Fire\ndate: March 15, 2023\n---'],
      ['paragraph', 'The mill burned.'],
      ['paragraph', 'More.'],
    ]);
  });

  it('quotes what stands between rules', () => {
    expect(kinds('---\nThe mill burned.\n---\nIt was rebuilt.')).toEqual([
      ['paragraph', '---\nThe mill burned.\n---\nIt was rebuilt.'],
    ]);
  });

  it.each(['\n', '\n\n'])('reads a date below a headline, with %j between', (between) => {
    const text = `\nFire in Harrow${between}Published: March 15, 2023\n\nThe mill burned.\n`;
    expect(parsePlainText(text).metadata).toEqual({ title: 'Fire in Harrow', date: '2023-03-15' });
    expect(kinds(text)).toEqual([
      ['heading', 'Fire in Harrow'],
      ['metadata', 'Published: March 15, 2023'],
      ['paragraph', 'The mill burned.'],
    ]);
    expectSound(parsePlainText(text));
  });

  it.each([
    'Summer feast\nDate: June 20, 2023\nTime: 18:00\n\nBring a cup.',
    'Summer feast\n\nDate: June 20, 2023\nPlace: the old mill\n\nBring a cup.',
    'Diary\n\n2023-03-15\n\nIt rained.\n\n2023-03-16\n\nIt snowed.',
    'Log\nDate: 2023-03-15\nIt rained.\nDate: 2023-03-16\nIt snowed.',
    'Summer feast\nDate: June 20, 2023',
    'It rained.\nDate: June 20, 2023\n\nIt snowed.',
  ])('takes the date of an appointment or an entry for no document’s: %j', (text) => {
    const parsed = parsePlainText(text);
    expect(parsed.metadata.date).toBeUndefined();
    expect(kinds(text).filter(([kind]) => kind === 'metadata')).toEqual([]);
    expectSound(parsed);
  });

  it('reads the date of a dateline, which stays in the quote', () => {
    const text = 'HARROW, March 15, 2023 (Quill) - The mill burned.\n\nMore.';
    expect(parsePlainText(text).metadata).toEqual({ date: '2023-03-15' });
    expect(kinds(text)[0]).toEqual(['paragraph', 'HARROW, March 15, 2023 (Quill) - The mill burned.']);
  });
});
