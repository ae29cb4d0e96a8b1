import { describe, expect, it } from 'vitest';
import { headerLines } from '../../src/corpus/header-lines.ts';

describe('headerLines', () => {
  const read = (text: string) => {
    const { metadata, span } = headerLines(text);
    return { metadata, rest: text.slice(span.end).trim() };
  };

  it('reads a date in front of the text, and one alone on its line', () => {
    const metadata = { date: '2020-10-13' };
    expect(read(' date 2020-10-13 The talks began.\n\nMore.')).toEqual({
      metadata,
      rest: 'The talks began.\n\nMore.',
    });
    expect(read('date 2020-10-13\n\nThe talks began.')).toEqual({ metadata, rest: 'The talks began.' });
    expect(read('Date: 2020-10-13 The talks began.')).toEqual({ metadata, rest: 'The talks began.' });
  });

  it('reads lines such as Title: and Date: above the text', () => {
    expect(read('\nTitle: Talks\r\nDATE: 2020-10-13 08:00\r\nAuthor: A. B.\r\n\r\nThe talks.')).toEqual({
      metadata: { title: 'Talks', date: '2020-10-13', author: 'A. B.' },
      rest: 'The talks.',
    });
  });

  it.each(['date 2020-02-30 was never.', 'date 2020-10-134 is none.', 'Titles: none', ''])(
    'states nothing in %j',
    (text) => {
      expect(read(text)).toEqual({ metadata: {}, rest: text.trim() });
    },
  );

  it('takes no long text for a header', () => {
    const text = `Title: ${'and so on '.repeat(1000)}`;
    expect(read(text)).toEqual({ metadata: {}, rest: text.trim() });
  });

  it.each([
    'Date: March 15, 2023\n\nThe mill burned.',
    'Date: 15 March 2023\n\nThe mill burned.',
    'date: Mar. 15th, 2023\nThe mill burned.',
    'Date: Wed, 15 Mar 2023 08:30:00 +0000\n\nThe mill burned.',
    'Datum: 15. März 2023\n\nThe mill burned.',
    'Published: 2023-03-15\n\nThe mill burned.',
    'Published March 15, 2023\nUpdated March 17, 2023\n\nThe mill burned.',
    'date March 15, 2023\n\nThe mill burned.',
    'DATE 15 March 2023\nThe mill burned.',
    'date 2023-03-15T08:30:00Z The mill burned.',
    'date 2023-03-15T08:30:00.000+02:00\n\nThe mill burned.',
    'Date: March 15, 2023 The mill burned.',
    '2023-03-15\n\nThe mill burned.',
    '2023-03-15\nThe mill burned.',
    '2023-03-15 08:30\n\nThe mill burned.',
    'March 15, 2023\n\nThe mill burned.',
  ])('reads the day of %j', (text) =>
    expect(read(text)).toEqual({ metadata: { date: '2023-03-15' }, rest: 'The mill burned.' }),
  );

  it('reads a date alone below a title', () => {
    expect(read('Title: Fire\n2023-03-15\nAuthor: Me\n\nThe mill burned.')).toEqual({
      metadata: { title: 'Fire', date: '2023-03-15', author: 'Me' },
      rest: 'The mill burned.',
    });
  });

  it('passes over who published a text, where it states more', () => {
    expect(
      read('Date: 2023-03-15\nSource: Quill\nTags: fire, mills\nTitle: Fire\n\nThe mill burned.'),
    ).toEqual({
      metadata: { title: 'Fire', date: '2023-03-15' },
      rest: 'The mill burned.',
    });
    expect(read('date 2023-03-15\nAgency: Quill\nMill burns\n\nIt burned.').rest).toBe(
      'Mill burns\n\nIt burned.',
    );
    expect(read('Source: Quill\nDate: 2023-03-15\n\nThe mill burned.')).toEqual({
      metadata: { date: '2023-03-15' },
      rest: 'The mill burned.',
    });
    expect(read('Date: last spring\n\nThe mill burned.').rest).toBe('The mill burned.');
    expect(read('Source: Quill\n\nThe mill burned.')).toEqual({
      metadata: {},
      rest: 'Source: Quill\n\nThe mill burned.',
    });
    expect(read('Date: 2023-03-15\nPlace: Karden\n\nThe mill burned.').rest).toBe(
      'Place: Karden\n\nThe mill burned.',
    );
  });

  it('reads what stands below a date with a line of its own', () => {
    expect(read('date March 15, 2023\nTitle: Fire\n\nThe mill burned.')).toEqual({
      metadata: { title: 'Fire', date: '2023-03-15' },
      rest: 'The mill burned.',
    });
  });

  it.each([
    'Date 15 March 2023 was a Wednesday.',
    'Date: March 15, 2023 was set for the feast.',
    'Date palms grow here.',
    'Source: the river rises in the Halm hills, where three springs meet.\nDate: 2024-05-07',
    'Agency: the tourism office sells tickets for the castle, daily from 9.\nDate: 2024-05-07\n\nCome.',
    'Language: German spoken\nSource: own garden honey\nDate: 2024-05-07\n\nCome.',
    'Editor: vim\nLanguage: Rust\nDate: 2024-05-07\n\nIt compiles.',
    '2023-03-15 the mill burned.',
    '2023-03-15: The mill burned.',
    '2023-03-15',
    'March 15, 2023 was a Wednesday.',
    '2023-03-15\n\nThe mill burned.\n\n2023-03-16\n\nIt rained.',
    '2023-03-15\n\nThe mill burned.\n\n2023-03-16 It rained.',
  ])('states no day in %j, and leaves it to be quoted', (text) => {
    expect(read(text)).toEqual({ metadata: {}, rest: text });
  });
});
