import { describe, expect, it } from 'vitest';
import { fieldOf, isDatedAgain, metadataOfHeader } from '../../src/corpus/header-fields.ts';

describe('the field that a line is', () => {
  it.each([
    ['Title: Fire in Harrow', ['Title', 'Fire in Harrow']],
    ['author:  A. B.', ['author', 'A. B.']],
    ['Date: March 15, 2023', ['Date', 'March 15, 2023']],
    ['Date: last spring', ['Date', 'last spring']],
    ['PUBLISHED: March 15, 2023 at 8:30 a.m.', ['PUBLISHED', 'March 15, 2023 at 8:30 a.m.']],
    ['Published on March 15, 2023', ['Published on', 'March 15, 2023']],
    ['Posted: 15 March 2023', ['Posted', '15 March 2023']],
    ['Pub date: 2023-03-15', ['Pub date', '2023-03-15']],
    ['Veröffentlicht am 15. März 2023', ['Veröffentlicht am', '15. März 2023']],
    ['2023-03-15 08:30', ['', '2023-03-15 08:30']],
    ['Mittwoch, 15. März 2023', ['', 'Mittwoch, 15. März 2023']],
  ])('has a name and a value: %s', (line, field) => expect(fieldOf(line, [])).toEqual(field));

  it.each([
    ['a sentence', 'The title: it is late.'],
    ['a name without a value', 'Title:'],
    ['a day of two readings', 'Published: 03/04/2023'],
    ['several days', 'Published: 2023-03-15 to 2023-03-20'],
    ['a date and the text behind it', 'Date: March 15, 2023 was set for the feast.'],
    ['a sentence that begins as a field', 'Published March 15, 2023, it tells of a mill.'],
    ['what was published', 'Published: three books on mills.'],
    ['a weekday that is not that day’s', 'Monday, March 15, 2023'],
    ['when something changed, as the first line', 'Updated: 2023-03-15'],
  ])('is none for %s', (_, line) => expect(fieldOf(line, [])).toBeUndefined());

  it('is when something changed, behind another', () => {
    expect(fieldOf('Last updated: 2023-03-17', [['date', '2023-03-15']])).toEqual([
      'Last updated',
      '2023-03-17',
    ]);
  });

  it.each([
    'Source: Quill',
    'Source: The Halm Courier and Sons, 2nd Edition',
    'source: https://quill.example/a/b',
    'Agency: AP (Harrow)',
    'Publisher: University of Halm',
    'Byline: Ann Weiss',
  ])('may say who published: %s', (line) => expect(fieldOf(line, [])).toHaveLength(2));

  it.each([
    'Source: the river rises in the Halm hills, where three springs meet.',
    'Source: own garden honey',
    'Source: Quill is read in Halm',
    'Source: Quill.',
    `Source: ${'Quill '.repeat(11).trim()}`,
    'Agency: the tourism office sells tickets for the castle, daily from 9.',
    'Tags: the mill that burned in Halm',
    'Keywords: fire, mills.',
  ])('is none for text behind a name: %s', (line) =>
    expect(fieldOf(line, [['date', '2023-03-15']])).toBeUndefined(),
  );

  it.each(['Language: Rust', 'Editor: vim', 'Editors: Ann Weiss and Ben Rot', 'Tags: fire, mills'])(
    'says how a text was filed only behind another: %s',
    (line) => {
      expect(fieldOf(line, [['date', '2023-03-15']])).toHaveLength(2);
      expect(fieldOf(line, [])).toBeUndefined();
    },
  );

  it('is a byline behind another', () => {
    expect(fieldOf('By Ann Weiss', [['date', '2023-03-15']])).toEqual(['author', 'Ann Weiss']);
    expect(fieldOf('Von Ann Weiß', [['date', '2023-03-15']])).toEqual(['author', 'Ann Weiß']);
    expect(fieldOf('By Ann Weiss', [])).toBeUndefined();
    expect(fieldOf('By Ann Weiss, Quill Press, Halm', [['date', '2023-03-15']])).toEqual([
      'author',
      'Ann Weiss',
    ]);
    for (const words of [
      'By now',
      'By Ann',
      'By Sea and by Land they came.',
      'by Ann Weiss it was sold',
      'By Mountain Railway, from Halm station',
      'By Mountain Railway, Halm Line, from the station',
      'By Mountain Railway 7',
    ])
      expect(fieldOf(words, [['date', '2023-03-15']])).toBeUndefined();
  });

  it('is one date alone and no second', () => {
    expect(fieldOf('2023-03-15', [['Title', 'Fire']])).toEqual(['', '2023-03-15']);
    expect(fieldOf('2023-03-16', [['', '2023-03-15']])).toBeUndefined();
  });
});

describe('what fields at the head state', () => {
  it('is a date alone only where no field names one', () => {
    expect(metadataOfHeader([['', '15 March 2023']])).toEqual({ date: '2023-03-15' });
    expect(
      metadataOfHeader([
        ['', '15 March 2023'],
        ['Published', '2023-03-14'],
      ]),
    ).toEqual({ date: '2023-03-14' });
  });
});

describe('a text with entries', () => {
  it.each([
    'It rained.\n2023-03-16\nIt snowed.',
    'It rained.\n\n## March 16, 2023\n\nIt snowed.',
    'It rained.\n- 16 March 2023: It snowed.',
    'It rained.\n[2023-03-16] It snowed.',
    'It rained.\nDate: 2023-03-16',
  ])('begins another line with a date: %j', (text) => expect(isDatedAgain(text, 0)).toBe(true));

  it.each(['It rained on 2023-03-16.', 'It rained.\nIt snowed.', ''])('is not %j', (text) =>
    expect(isDatedAgain(text, 0)).toBe(false),
  );

  it('is looked for from a place on, in the words without their markup', () => {
    const text = '2023-03-15\nIt rained.\n*2023-03-16*';
    expect(isDatedAgain(text, 10)).toBe(true);
    expect(isDatedAgain(text, text.length)).toBe(false);
    const crossed = '~2023-03-16~';
    expect(isDatedAgain(crossed, 0)).toBe(false);
    expect(isDatedAgain(crossed, 0, (words) => words.replaceAll('~', ''))).toBe(true);
  });
});
