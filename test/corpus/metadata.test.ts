import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataFrom } from '../../src/corpus/metadata.ts';

describe('what fields state of a document', () => {
  it('is title, date, url and author, by names in any case', () => {
    expect(
      metadataFrom([
        ['Title', 'Fire'],
        ['DATE', '2023-03-15'],
        ['url', 'https://a.example/'],
        ['Author', 'Me'],
        ['place', 'Harrow'],
      ]),
    ).toEqual({ title: 'Fire', date: '2023-03-15', url: 'https://a.example/', author: 'Me' });
  });

  it.each(['published', 'published_at', 'datePublished', 'pubDate', 'Posted on', 'Veröffentlicht am'])(
    'has the day of %j for its date',
    (name) => expect(metadataFrom([[name, 'March 15, 2023']])).toEqual({ date: '2023-03-15' }),
  );

  it('is no day on which it was changed', () => {
    expect(metadataFrom([['updated', '2023-03-15']])).toEqual({});
  });

  it('has the date of the field that says most plainly when it was written, wherever that stands', () => {
    const stated: [string, string][] = [
      ['posted', '2023-04-03'],
      ['published', '2023-04-02'],
      ['date', '2023-03-15'],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(stated, { minLength: 3 }), (fields) => {
        expect(metadataFrom(fields)).toEqual({ date: '2023-03-15' });
      }),
    );
    expect(metadataFrom([['date', 'soon'], ...stated.slice(0, 2)])).toEqual({ date: '2023-04-02' });
  });

  it('has nothing of empty values and of values of other types', () => {
    const values = ['', ' \t', true, null, ['a'], { a: 'b' }];
    expect(metadataFrom(values.map((value) => ['title', value]))).toEqual({});
    expect(metadataFrom([['title', 1984]])).toEqual({ title: '1984' });
  });

  it('has no control characters', () => {
    expect(metadataFrom([['title', 'a\0b\x1b[31m\ud800c']])).toEqual({ title: 'a b [31m c' });
  });
});
