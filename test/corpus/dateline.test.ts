import { expect, it } from 'vitest';
import { datelineDate, datelineOf, withDateline } from '../../src/corpus/dateline.ts';

it.each([
  'HARROW, March 15, 2023 (Quill Agency) - The mill burned.',
  'HARROW, March 15, 2023 (Quill) — The mill burned.',
  'HARROW, Fenland, March 15, 2023 (Quill) -- The mill burned.',
  'HARROW ON FEN, Wednesday, March 15, 2023 /QuillWire/ -- The mill burned.',
  'ST. IVES, 15 March 2023 (Quill) – The mill burned.',
  'KÖLN, 15. März 2023 (Quill) – Die Mühle brannte.',
])('reads the day of %j', (text) => expect(datelineDate(text)).toBe('2023-03-15'));

it.each([
  'HARROW (Quill) - The mill burned.',
  'HARROW, March 15 (Quill) - The mill burned.',
  'HARROW, March 15, 1823 - The mill burned.',
  'HARROW, March 15, 2023. The mill burned.',
  'Harrow, March 15, 2023 (Quill) - The mill burned.',
  'HARROW, Monday, March 15, 2023 (Quill) - The mill burned.',
  'The mill burned in HARROW, March 15, 2023 (Quill) - it was old.',
  'NATO, founded on April 4, 1949 (Washington), - an alliance.',
  `${'A'.repeat(100_000)}, March 15, 2023 (Quill) - The mill burned.`,
  '',
])('reads none in %j', (text) => expect(datelineDate(text)).toBeUndefined());

it('is read only in the first paragraph, where nothing else states a date', () => {
  const text = 'HARROW, March 15, 2023 (Quill) - The mill burned.';
  const document = {
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' as const }],
    metadata: {},
  };
  expect(withDateline(document)).toEqual({ ...document, metadata: { date: '2023-03-15' } });
  const dated = { ...document, metadata: { date: '2023-03-17' } };
  expect(withDateline(dated)).toEqual(dated);
  const second = {
    ...document,
    blocks: [
      { start: 0, end: 6, kind: 'paragraph' as const },
      { start: 8, end: text.length, kind: 'paragraph' as const },
    ],
  };
  expect(withDateline(second)).toEqual(second);
});

it.each([
  ['KESTREL, 3 May 2020 (Agency) - ', { place: 'kestrel', day: '5-3', year: '2020', agency: 'agency' }],
  ['(Quill) — ', { agency: 'quill' }],
  ['HARROW, Jan 5 - ', { place: 'harrow', day: '1-5' }],
  ['Harrow, Jan. 5 (Quill) -- ', { place: 'harrow', day: '1-5', agency: 'quill' }],
  ['Harrow, Fenland (Quill News) – ', { place: 'harrow fenland', agency: 'quill news' }],
  ['January 5 /QuillWire/ - ', { day: '1-5', agency: 'quillwire' }],
])('tells what %j says', (dateline, said) => {
  expect(datelineOf(`${dateline}The mill burned.`)).toEqual({ ...said, length: dateline.length });
});

it.each([
  'WARNING - The mill burned.',
  'HARROW — The mill burned.',
  'Jan 5 - The mill burned.',
  'In May 5 - The mill burned.',
  'The mill (old) - it burned.',
  'The mill (Old) burned.',
  '(Quill) The mill burned.',
  'A '.repeat(50_000),
  `HARROW, ${'A. '.repeat(50_000)}`,
])('sees none in %j', (text) => expect(datelineOf(text)).toBeUndefined());

it.each([
  ['Mill burns down\nHARROW, March 15, 2023 (Quill) - The mill burned.', '2023-03-15'],
  ['Mill burns down\r\nHARROW, March 15, 2023 (Quill) - The mill burned.', '2023-03-15'],
  ['The mill burned.\nHARROW, March 15, 2023 (Quill) - It was old.', undefined],
  ['Mill burns down\nBarn too\nHARROW, March 15, 2023 (Quill) - It was old.', undefined],
])('is read right below a headline: %j', (text, date) => {
  const document = {
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' as const }],
    metadata: {},
  };
  expect(withDateline(document).metadata.date).toBe(date);
});
