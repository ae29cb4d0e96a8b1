import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineWithDate, withDatedLines } from '../../src/corpus/dated-lines.ts';
import type { DocumentMetadata, ParsedDocument } from '../../src/corpus/document.ts';
import { paragraphs } from '../../src/corpus/paragraphs.ts';
import { expectSound } from './formats/sound.ts';

describe('a headline with a date', () => {
  const read = (text: string) => {
    const found = headlineWithDate(text);
    const quoted = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    return found && { headline: quoted(found.headline), lines: quoted(found.span), ...found.metadata };
  };

  it('has what states its date below, with an author or an address', () => {
    expect(read('\n Fire in Harrow \n\nPublished: March 15, 2023\nAuthor: Me\n\nThe mill burned.\n')).toEqual(
      {
        headline: 'Fire in Harrow',
        lines: 'Published: March 15, 2023\nAuthor: Me',
        date: '2023-03-15',
        author: 'Me',
      },
    );
  });

  it.each([
    'Mill burns\nBy Ann Weiss\nMarch 15, 2023\n\nIt burned.',
    'Mill burns\n\nBy Ann Weiss\n\nMarch 15, 2023\n\nIt burned.',
    'Mill burns\nMarch 15, 2023\nBy Ann Weiss\nIt burned.',
    'Mill burns\nBY ANN WEISS\nPublished March 15, 2023\n\nIt burned.',
    'Mill burns\nBy Ann Weiss and José de la Cruz, Quill Press\n15 March 2023\n\nIt burned.',
  ])('may have a byline beside it: %j', (text) => {
    const found = read(text)!;
    expect(found).toMatchObject({ headline: 'Mill burns', date: '2023-03-15' });
    expect(found.author).toMatch(/^(?:Ann Weiss|ANN WEISS)/);
    expect(text.slice(text.indexOf(found.lines) + found.lines.length).trim()).toBe('It burned.');
  });

  it.each([
    ['a byline alone', 'Mill burns\nBy Ann Weiss\n\nIt burned.'],
    ['a sentence like a byline', 'Mill burns\nBy Monday Ann had left.\nMarch 15, 2023\n\nIt burned.'],
    ['a way like a byline', 'Ways up\nBy Mountain Railway, from Halm station\n7 May 2024\n\nIt is steep.'],
    ['a record', 'Editor: vim\nLanguage: Rust\nDate: 2024-05-07\n\nIt compiles.'],
    ['a line of a record on top', 'Source: own garden honey\nDate: 2024-05-07\n\nIt is sweet.'],
    ['text behind a name', 'Halm\nSource: the river rises here\nDate: 2024-05-07\n\nIt is cold.'],
    ['a sentence on top', 'It rained.\nDate: June 20, 2023\n\nIt snowed.'],
    ['text between', 'Fire in Harrow\n\nThe mill burned.\n\nDate: 2023-03-15\n\nIt was rebuilt.'],
    ['an appointment', 'Summer feast\nDate: June 20, 2023\nTime: 18:00\n\nBring a cup.'],
    ['an appointment elsewhere', 'Summer feast\n\nDate: June 20, 2023\nPlace: the old mill\n\nBring a cup.'],
    ['entries', 'Diary\n\n2023-03-15\n\nIt rained.\n\n2023-03-16\n\nIt snowed.'],
    ['nothing below', 'Summer feast\nDate: June 20, 2023'],
    ['an author alone', 'Fire in Harrow\nAuthor: Me\n\nThe mill burned.'],
    ['nothing at all', ' \n'],
  ])('is none with %s', (_, text) => expect(read(text)).toBeUndefined());
});

describe('a document with a date in its first paragraph', () => {
  /** Each paragraph a block; those that begin with `#` are headings. */
  const documentOf = (text: string, metadata: DocumentMetadata = {}): ParsedDocument => ({
    text,
    metadata,
    blocks: paragraphs(text).map((span) => ({
      ...span,
      kind: text[span.start] === '#' ? 'heading' : 'paragraph',
      section: 'Fire',
    })),
  });
  const kinds = ({ text, blocks }: ParsedDocument) =>
    blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

  it('has it in its metadata, and the rest of the paragraph in its section', () => {
    const dated = withDatedLines(
      documentOf('# Fire\n\nDate: 2023-03-15\nThe mill burned.', { title: 'Fire' }),
    );
    expect(dated.metadata).toEqual({ title: 'Fire', date: '2023-03-15' });
    expect(kinds(dated)).toEqual([
      ['heading', '# Fire'],
      ['metadata', 'Date: 2023-03-15'],
      ['paragraph', 'The mill burned.'],
    ]);
    expect(dated.blocks[2]!.section).toBe('Fire');
  });

  it('may have it in a paragraph of its own, and in markup', () => {
    const document = documentOf('*2023-03-15*\n\nThe mill burned.');
    expect(withDatedLines(document)).toBe(document);
    const dated = withDatedLines(document, (words) => words.replaceAll('*', ''));
    expect(dated.metadata).toEqual({ date: '2023-03-15' });
    expect(kinds(dated)).toEqual([
      ['metadata', '*2023-03-15*'],
      ['paragraph', 'The mill burned.'],
    ]);
  });

  it.each([
    ['that states another', documentOf('Date: 2023-03-15\nThe mill burned.', { date: '2023-03-14' })],
    ['below two headings', documentOf('# Fire\n\n## First day\n\nDate: 2023-03-15\nThe mill burned.')],
    ['in a later paragraph', documentOf('# Fire\n\nThe mill burned.\n\nDate: 2023-03-15\n\nIt was rebuilt.')],
    ['with nothing else', documentOf('# Fire\n\nDate: 2023-03-15')],
    ['of entries', documentOf('2023-03-15\n\nIt rained.\n\n2023-03-16\n\nIt snowed.')],
    ['without paragraphs', documentOf('# Fire')],
  ])('is as it was %s', (_, document) => expect(withDatedLines(document)).toBe(document));

  it('holds all that it held, in order', () => {
    const line = fc.constantFrom(
      '# Fire',
      'Date: 2023-03-15',
      'Author: Me',
      '15 March 2023',
      'It burned.',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (all) => {
        const text = all.join('\n');
        const dated = withDatedLines(documentOf(text));
        expect(dated.text).toBe(text);
        expectSound(dated);
      }),
    );
  });
});
