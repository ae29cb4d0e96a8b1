import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../../src/corpus/formats/plain-text.ts';
import { blocksOf, expectSound } from './sound.ts';

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

  it('takes the first heading for the title, and names sections by the others', () => {
    const text =
      'Parking\n=======\n\nOf cars.\n\nFees\n----\nOne euro.\n\nIn zone A\n~~~~~~~~~\n\nTwo.\n\nHours\n-----\n\nAll day.\n';
    const document = parsePlainText(text);
    expectSound(document);
    expect(document.metadata).toEqual({ title: 'Parking' });
    expect(blocksOf(document, 'heading')).toEqual([
      'Parking\n=======',
      'Fees\n----',
      'In zone A\n~~~~~~~~~',
      'Hours\n-----',
    ]);
    expect(
      document.blocks
        .filter(({ kind }) => kind === 'paragraph')
        .map(({ start, end, section }) => [text.slice(start, end), section]),
    ).toEqual([
      ['Of cars.', undefined],
      ['One euro.', 'Fees'],
      ['Two.', 'Fees › In zone A'],
      ['All day.', 'Hours'],
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
  });

  it('does not quote a copyright line', () => {
    expect(kinds('It happened.\n\n© 2020 The Paper')[1]).toEqual(['boilerplate', '© 2020 The Paper']);
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
    'Log\nDate: 2023-03-15\nIt rained.\nDate: 2023-03-16\nIt snowed.',
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
