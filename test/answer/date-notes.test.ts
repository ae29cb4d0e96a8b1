import { describe, expect, it } from 'vitest';
import { dateNotes } from '../../src/answer/date-notes.ts';
import { parserFor } from '../../src/corpus/formats/formats.ts';
import { passagesOf } from '../../src/corpus/passages.ts';

/** The notes on a file's passages: expression, its day, what states the date that it is counted from. */
async function notes(source: string, ...parts: readonly string[]): Promise<string[]> {
  const document = await parserFor(source)!(Buffer.from(parts.join('\n\n')));
  const passages = passagesOf(source, document);
  return passages.flatMap((passage, i) => {
    const found = dateNotes(passage, document.metadata, (back) => passages[i - back]);
    for (const { start, end, expression } of found) expect(document.text.slice(start, end)).toBe(expression);
    return found.map(({ expression, date, statedBy }) =>
      [expression, date, ...(statedBy === undefined ? [] : [statedBy])].join(' '),
    );
  });
}

const FRONT = '---\ndate: 2020-10-28\n---';

describe('a note is counted from', () => {
  it('the line of a chat', async () =>
    expect(
      await notes(
        'chat.txt',
        'date 2024-05-06',
        '[2024-05-02 10:14] mira: the mill is down since yesterday\n[2024-05-03 09:00] kit: it fell on Tuesday',
        'it ran last night',
      ),
    ).toEqual(['yesterday 2024-05-01 line', 'Tuesday 2024-04-30 line', 'last night 2024-05-02 line']));

  it('the heading above', async () =>
    expect(
      await notes(
        'minutes.md',
        '# Minutes of 28 October 2020',
        'The pump broke on Tuesday.',
        '# Minutes of 4 November 2020',
        'The lift broke on Tuesday.',
        '## Repairs',
        'It was mended yesterday.',
        '# Notes',
        'It was sold yesterday.',
      ),
    ).toEqual(['Tuesday 2020-10-27', 'Tuesday 2020-11-03 section', 'yesterday 2020-11-03 section']));

  it('the dateline above', async () =>
    expect(
      await notes(
        'wire.md',
        FRONT,
        'HARROW, October 1, 2020 (Quill) - The mill burned on Tuesday.',
        'It was sold on Monday.',
        'KARDEN, Oct. 26 (Quill) - The ship left on Tuesday.',
        'KARDEN, May 26 (Quill) - The ship left on Tuesday.',
      ),
    ).toEqual(['Tuesday 2020-09-29 dateline', 'Monday 2020-09-28 dateline', 'Tuesday 2020-10-20 dateline']));

  it('the title of minutes that were filed later', async () =>
    expect(
      await notes(
        'minutes.md',
        '---\ndate: 2020-11-20\n---',
        '# Minutes of 4 November 2020',
        'It broke on Tuesday.',
      ),
    ).toEqual(['Tuesday 2020-11-03 title']));

  it('the document, beside a quotation and below its own sections', async () =>
    expect(
      await notes(
        'mail.md',
        FRONT,
        '> On 1 October 2018 Ann wrote:\n>\n> The mill burned on Tuesday.',
        'It was sold on Monday.',
        '## Repairs',
        'It was mended yesterday.',
      ),
    ).toEqual(['Monday 2020-10-26', 'yesterday 2020-10-27']));
});

it('is not made below a heading of another time, nor in a story of another year', async () => {
  expect(
    await notes(
      'story.md',
      FRONT,
      '## Background: 1994',
      'The mill burned on Tuesday.',
      '## 4 November 2020',
      'Come tomorrow.',
    ),
  ).toEqual([]);
  expect(
    await notes(
      'moon.md',
      '---\ndate: 2019-07-20\n---',
      'On July 16, 1969, a rocket left Harrow.',
      'Two men stepped onto the Moon on Sunday.',
      'A feast was held on July 19.',
    ),
  ).toEqual([]);
});

it('is made once of the same expression and day, however often it stands there', async () => {
  expect(await notes('list.md', FRONT, 'It fell on Sunday. '.repeat(500))).toEqual(['Sunday 2020-10-25']);
  expect(
    await notes(
      'list.txt',
      '[2020-10-21 10:14] ann: it fell on Sunday\n[2020-10-27 10:14] bo: it fell on Sunday',
    ),
  ).toEqual(['Sunday 2020-10-18 line', 'Sunday 2020-10-25 line']);
});

it('is not made in what was printed in another year, nor where the title is of one', async () => {
  expect(
    await notes(
      'archive.md',
      FRONT,
      'It was sold on Monday.',
      'ARCHIVE: the following was printed in 1911.',
      'The mill burned on Tuesday, and last week it rained.',
      'A feast was held yesterday.',
    ),
  ).toEqual(['Monday 2020-10-26']);
  expect(
    await notes(
      'fire.md',
      '---\ntitle: The fire of 1911\ndate: 2020-10-28\n---',
      'It burned on Tuesday, and last week it rained.',
    ),
  ).toEqual([]);
});
