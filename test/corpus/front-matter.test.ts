import { describe, expect, it } from 'vitest';
import { certainFrontMatter, frontMatter } from '../../src/corpus/front-matter.ts';

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

  it.each([
    'date: March 15, 2023',
    'Date: 15 March 2023',
    'datum: 15. März 2023',
    'published: 2023-03-15',
    'published_at: 2023-03-15T08:30:00+02:00',
    'datePublished: "Wed, 15 Mar 2023 08:30:00 +0000"',
    'pubDate: 2023/03/15',
  ])('reads the day that %j states', (yaml) => {
    expect(frontMatter(`---\n${yaml}\n---\n`)?.metadata).toEqual({ date: '2023-03-15' });
  });

  it.each([
    'date: 03/04/2023',
    'date: March 2023',
    'date: March 15 to March 20, 2023',
    'date: 2023-03-15 - 2023-03-20',
    'published: true',
    'date: Monday, March 15, 2023',
  ])('has no day for %j', (yaml) => {
    expect(frontMatter(`---\n${yaml}\n---\n`)?.metadata).toEqual({});
  });

  it.each(['date', 'published', 'published_at', 'pubdate', 'posted'])(
    'takes %s beside a title that is no YAML',
    (name) =>
      expect(frontMatter(`---\ntitle: Talks: a report\n${name}: 2020-10-28\n---\n`)?.metadata).toEqual({
        title: 'Talks: a report',
        date: '2020-10-28',
      }),
  );

  it('takes a title that holds a colon though YAML does not', () => {
    expect(
      frontMatter('---\ntitle: Strike on Ganja: what is known\ndate: 2020-10-12\n---\n')?.metadata,
    ).toEqual({
      title: 'Strike on Ganja: what is known',
      date: '2020-10-12',
    });
  });

  it.each([
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

  it.each([
    ['quoted names', '"title": Talk: six\n"author": "Max"'],
    ['a list that goes on', 'title: Talk: six\ntags: [a,\nb]'],
    ['what is no YAML', 'title: Talk: six\nfoo: @bar\nbar2_x: {{ x }}\n$schema: x'],
  ])('is read line by line with %s', (_, yaml) => {
    expect(frontMatter(`---\n${yaml}\n---\nBody`)?.metadata.title).toBe('Talk: six');
  });

  it.each([
    ['a sentence', 'The ferry to Harrow sails at six.'],
    ['a heading and a paragraph', '\n# Slide one\n\nThe treasurer is Mrs Halloran.\n'],
    ['a list', '- a\n- b'],
    ['words that break YAML', 'Mind: the [gap\nand the step.'],
  ])('is none where %s stands between two rules', (_, words) => {
    expect(frontMatter(`---\n${words}\n---\nBody`)).toBeUndefined();
  });

  it('keeps control characters that YAML writes in escapes out of what is stated', () => {
    expect(frontMatter('---\ntitle: "a\\0b"\n---\n')?.metadata.title).toBe('a b');
  });

  it('is none without an opening or a closing line, or past any sensible length', () => {
    expect(frontMatter('Body\n---\ntitle: a\n---\n')).toBeUndefined();
    expect(frontMatter('---\ntitle: a\n')).toBeUndefined();
    expect(frontMatter(`---\n${'a: b\n'.repeat(10_000)}---\n`)).toBeUndefined();
    expect(frontMatter('')).toBeUndefined();
  });
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
