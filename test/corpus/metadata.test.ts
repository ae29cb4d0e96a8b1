import { describe, expect, it } from 'vitest';
import { certainFrontMatter, frontMatter, headerLines, isoDate } from '../../src/corpus/metadata.ts';

describe('frontMatter', () => {
  it('reads title, date, url and author, and says where it stands', () => {
    const text =
      '---\ntitle: "A: b"\ndate: 2020-10-13\nURL: https://a.example/\nauthor: Me\nplace: Ganja\n---\nBody';
    const stated = frontMatter(text);
    expect(stated?.metadata).toEqual({
      title: 'A: b',
      date: '2020-10-13',
      url: 'https://a.example/',
      author: 'Me',
    });
    expect(text.slice(stated!.span.end)).toBe('\nBody');
  });

  it('takes the day of a date with a time', () => {
    expect(frontMatter('---\ndate: 2020-10-13T08:00:00Z\n---\n')?.metadata).toEqual({ date: '2020-10-13' });
  });

  it('takes a title that holds a colon though YAML does not', () => {
    expect(
      frontMatter('---\ntitle: Strike on Ganja: what is known\ndate: 2020-10-12\n---\n')?.metadata,
    ).toEqual({
      title: 'Strike on Ganja: what is known',
      date: '2020-10-12',
    });
  });

  it.each([
    ['a list', '- a\n- b'],
    ['broken YAML', 'a: [b'],
    ['fields of other types', 'title: [a]\ndate: {a: b}\nurl:\nauthor: true'],
    ['no calendar date', 'date: 2020-02-30'],
    ['a reference to itself', 'a: &a [*a]'],
    [
      'a document of references',
      [
        'a0: &a0 [x, x]',
        ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
      ].join('\n'),
    ],
    ['deep nesting', `a: ${'['.repeat(4000)}`],
    ['nothing', ''],
  ])('states nothing but is still no paragraph when it holds %s', (_, yaml) => {
    const text = `---\n${yaml}\n---\nBody`;
    const stated = frontMatter(text);
    expect(stated?.metadata).toEqual({});
    expect(text.slice(stated!.span.end)).toBe('\nBody');
  });

  it('keeps control characters out of what is stated', () => {
    expect(frontMatter('---\ntitle: "a\\0b\\x1b[31m\\uD800c"\n---\n')?.metadata.title).toBe('a b [31m c');
  });

  it('is none without an opening or a closing line, or past any sensible length', () => {
    expect(frontMatter('Body\n---\ntitle: a\n---\n')).toBeUndefined();
    expect(frontMatter('---\ntitle: a\n')).toBeUndefined();
    expect(frontMatter(`---\n${'a: b\n'.repeat(10_000)}---\n`)).toBeUndefined();
    expect(frontMatter('')).toBeUndefined();
  });
});

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

  it.each([
    'date 2020-02-30 was never.',
    'date 2020-10-134 is none.',
    'The title: it is late.',
    'Titles: none',
    'Title:',
    '',
  ])('states nothing in %j', (text) => {
    expect(read(text)).toEqual({ metadata: {}, rest: text.trim() });
  });

  it('takes no long text for a header', () => {
    const text = `Title: ${'and so on '.repeat(1000)}`;
    expect(read(text)).toEqual({ metadata: {}, rest: text.trim() });
  });
});

describe('isoDate', () => {
  it.each(['2020-10-13', '2020-02-29', '2020-10-13T08:00Z'])('reads %s', (stated) => {
    expect(isoDate(stated)).toBe(stated.slice(0, 10));
  });

  it.each(['2021-02-29', '2020-13-01', '2020-1-1', '20-10-2020', '2020-10-131', 'today', ''])(
    'finds no date in %j',
    (stated) => expect(isoDate(stated)).toBeUndefined(),
  );
});

describe('certainFrontMatter', () => {
  it('is front matter of fields that state something', () => {
    const text =
      '---\ntitle: Flood\ndate: 2023-03-15\n# a note\ntags:\n  - mill\n- weir\nplace: Harrow\n---\nBody';
    expect(certainFrontMatter(text)).toEqual(frontMatter(text));
  });

  it.each([
    ['text between rules', '---\nThe mill burned.\n---\nIt was rebuilt.'],
    ['fields and text', '---\ntitle: Flood\nThe mill burned.\n---\nIt was rebuilt.'],
    ['fields that state nothing of it', '---\nQ: Who?\nA: The miller.\n---\nBody'],
    ['no second rule', '---\ntitle: Flood\n'],
    ['no rule', 'title: Flood\n'],
  ])('is none for %s', (_, text) => expect(certainFrontMatter(text)).toBeUndefined());
});
