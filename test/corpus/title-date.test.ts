import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/corpus/formats/html.ts';
import { parseMarkdown } from '../../src/corpus/formats/markdown.ts';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import { titleDate } from '../../src/corpus/title-date.ts';

describe('the date in a title', () => {
  it.each([
    'Minutes of the board meeting of 6 February 2024',
    'Board meeting, 6 February 2024',
    'Board meeting, Tuesday, 6 February 2024, 18:30',
    'MINUTES OF FEBRUARY 6, 2024',
    'Meeting minutes – 2024-02-06',
    'Minutes (6 February 2024)',
    'Newsletter 6 Feb 2024',
    'Release notes 3.1, 2024-02-06',
    'Protokoll der Sitzung vom 6. Februar 2024',
  ])('is that of %j', (title) => expect(titleDate(title)).toBe('2024-02-06'));

  it.each([
    'The mill fire of 6 February 2024',
    'Board meeting',
    'Board meeting 2024',
    'Board meeting, February 2024',
    'Board meeting, 6 February 2024: the lift',
    'Board meeting, 30 February 2024',
    'Board meeting, Sunday, 6 February 2024',
    'Meetings of 5 February 2024 and 6 February 2024',
    'Board meeting, 5-6 February 2024',
    'Meetings of 5 and 6 February 2024',
    'Minutes of 5 February 2024, approved 6 February 2024',
    'Agenda of the meeting of 6 February 2024',
    'Invitation to the board meeting of 6 February 2024',
    'Einladung zur Sitzung am 6. Februar 2024',
    'What changed since the meeting of 6 February 2024',
    'Release 2.0, planned for 6 February 2024',
    'Meeting cancelled: 6 February 2024',
    'Draft questions for the meeting of 6 February 2024',
    'Vorlage für die Sitzung am 6. Februar 2024',
    'The Montreal Protocol of 16 September 1987',
    'The meeting of Stanley and Livingstone on 10 November 1871',
    'Minuteman, 6 February 2024',
    'Release 12024-02-06',
  ])('is none in %j', (title) => expect(titleDate(title)).toBeUndefined());

  it('is the document’s, where it states no other', async () => {
    const title = 'Minutes of 6 February 2024';
    const text = 'The pump leaks.\n\nIt was mended yesterday.';
    expect(parsePlainText(`${title}\n\n${text}`).metadata).toEqual({ title, date: '2024-02-06' });
    expect(parseMarkdown(`# ${title}\n\n${text}`).metadata.date).toBe('2024-02-06');
    expect((await parseHtml(`<h1>${title}</h1><p>${text}</p>`)).metadata.date).toBe('2024-02-06');
    expect(parseMarkdown(`---\ndate: 2024-02-08\n---\n# ${title}\n\n${text}`).metadata.date).toBe(
      '2024-02-08',
    );
  });

  it('is not that of a list of dated entries', () => {
    const text = '# Changelog, 6 February 2024\n\nIt is new.\n\n2024-01-05\n\nIt was old.';
    expect(parseMarkdown(text).metadata.date).toBeUndefined();
  });

  it('takes a time that grows with the title', () => {
    expect(titleDate(`Minutes ${'1 May '.repeat(100_000)}`)).toBeUndefined();
  });
});
