import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePdf } from '../../../src/corpus/formats/pdf.ts';
import { ChildParser } from '../../../src/corpus/parse-in-child.ts';
import { RefusedFileError } from '../../../src/corpus/refused-file.ts';
import { makePdf, setLines, type PdfLine } from '../../support/make-files.ts';
import { blocksOf, expectSound } from './sound.ts';
import { runs } from '../../support/property-runs.ts';

const page = (paragraphs: readonly (readonly string[])[], options = {}) => setLines(paragraphs, options);
const read = (...pages: (readonly PdfLine[])[]) => parsePdf(makePdf(pages));

const FIRST = [
  'The keeper of the lamp rose at four every morning and climbed the',
  'one hundred and twelve steps with a can of oil.',
];
const SECOND = ['On some nights the wind put it out, and he sat in the dark until', 'the boats had passed.'];

describe('parsePdf', () => {
  it('rebuilds paragraphs from gaps', async () => {
    const document = await read(page([FIRST, SECOND]));
    expectSound(document);
    expect(blocksOf(document)).toEqual([FIRST.join(' '), SECOND.join(' ')]);
    expect(document.blocks.every((block) => block.page === 1)).toBe(true);
  });

  it('rebuilds paragraphs from indents and from short last lines', async () => {
    const indented = [...FIRST, ...SECOND].map((text, i) => ({
      text,
      x: i % 2 === 0 ? 90 : 72,
      y: 700 - i * 14,
    }));
    expect(blocksOf(await read(indented))).toEqual([FIRST.join(' '), SECOND.join(' ')]);
    const flush = [...FIRST, ...SECOND].map((text, i) => ({ text, x: 72, y: 700 - i * 14 }));
    expect(blocksOf(await read(flush))).toEqual([FIRST.join(' '), SECOND.join(' ')]);
  });

  it('joins a paragraph over pages and columns, and gives its first page', async () => {
    const columns = [
      ...page([FIRST.slice(0, 1)], { y: 100, size: 8 }),
      ...page([FIRST.slice(1), SECOND], { x: 320, y: 700, size: 8 }),
    ];
    expect(blocksOf(await read(columns))).toEqual([FIRST.join(' '), SECOND.join(' ')]);
    const document = await read(page([SECOND, FIRST.slice(0, 1)]), page([FIRST.slice(1), SECOND]));
    expect(blocksOf(document)).toEqual([SECOND.join(' '), FIRST.join(' '), SECOND.join(' ')]);
    expect(document.blocks.map((block) => block.page)).toEqual([1, 1, 2]);
  });

  it('names sections by larger lines, the largest of the first page being the title', async () => {
    const heading = (text: string, y: number, size: number) => ({ text, x: 72, y, size });
    const first = [heading('An Almanac of Lamps', 800, 24), ...page([FIRST]), heading('Of wind', 600, 15)];
    const document = await read([...first, ...page([SECOND], { y: 570 })]);
    expect(document.metadata).toEqual({ title: 'An Almanac of Lamps' });
    expect(blocksOf(document, 'heading')).toEqual(['An Almanac of Lamps', 'Of wind']);
    expect(document.blocks.map(({ section }) => section)).toEqual([
      undefined,
      undefined,
      undefined,
      'Of wind',
    ]);
  });

  it('tells sections of the same name apart by those around them', async () => {
    const heading = (text: string, y: number, size: number) => ({ text, x: 72, y, size });
    const part = (name: string, y: number) => [
      heading(name, y, 18),
      heading('Installation', y - 30, 14),
      ...page([SECOND], { y: y - 60 }),
    ];
    const bytes = makePdf([[heading('Manual', 820, 24), ...part('Windows', 780), ...part('Linux', 640)]], {
      title: 'Manual',
    });
    expect((await parsePdf(bytes)).blocks.map(({ section }) => section)).toEqual([
      ...Array<undefined>(3).fill(undefined),
      'Windows › Installation',
      undefined,
      undefined,
      'Linux › Installation',
    ]);
  });

  it('reads the title and author that are stated, unless a program made them up', async () => {
    const stated = makePdf([page([FIRST])], { title: 'Lamps', author: 'Ada Oak' });
    expect((await parsePdf(stated)).metadata).toEqual({ title: 'Lamps', author: 'Ada Oak' });
    expect(
      (await parsePdf(makePdf([page([FIRST])], { title: 'Microsoft Word - lamps.doc' }))).metadata,
    ).toEqual({});
  });

  it('neither quotes nor counts running lines and page numbers', async () => {
    const document = await read(
      ...[1, 2, 3, 4].map((n) => [
        { text: `The Almanac, part ${n}`, x: 200, y: 815, size: 9 },
        ...page([FIRST, [`Page ${n} of the book tells of the wind and of the boats that`]], { y: 780 }),
        { text: `- ${n} -`, x: 290, y: 30, size: 9 },
      ]),
    );
    expect(blocksOf(document, 'metadata')).toHaveLength(8);
    expect(blocksOf(document).filter((text) => text.includes('Almanac'))).toEqual([]);
    expect(blocksOf(document)).toHaveLength(8);
  });

  it('takes a line with the page number at its end for a running line', async () => {
    const chapter = { text: 'Of wind', x: 72, y: 815 };
    const document = await read([chapter, { text: '7', x: 500, y: 815 }, ...page([FIRST])], page([SECOND]));
    expect(blocksOf(document, 'metadata')).toEqual(['Of wind | 7']);
  });

  it('restores a divided word that stands whole elsewhere, and keeps the hyphen of others', async () => {
    const lines = [
      [
        'Of every fault the keeper wrote an exam-',
        'ple into a well-',
        'known ledger that he kept below the stairs.',
      ],
      ['This is an example.'],
    ];
    expect(blocksOf(await read(page(lines)))[0]).toBe(
      'Of every fault the keeper wrote an example into a well-known ledger that he kept below the stairs.',
    );
  });

  it('does not quote a table of contents, but a price list', async () => {
    const led = (...numbers: number[]) =>
      numbers.map((number, i) => ({ text: `Part ${i} ........ ${number}`, x: 72, y: 600 - i * 14 }));
    const contents = await read([...page([FIRST]), ...led(1, 2, 2, 7)]);
    expect(blocksOf(contents)).toEqual([FIRST.join(' ')]);
    expectSound(contents);
    expect(blocksOf(await read(led(4, 2, 3)))).toHaveLength(1);
  });

  it('keeps the lines of lists and the cells of tables', async () => {
    const list = page([['- oil for the lamp', '- a can', '- matches that do not get wet']]);
    expect(blocksOf(await read(list))).toEqual([
      '- oil for the lamp\n- a can\n- matches that do not get wet',
    ]);
    const cells = [
      { text: 'Name', x: 72, y: 700 },
      { text: 'Steps', x: 300, y: 700 },
      { text: 'Harrow Light', x: 72, y: 686 },
      { text: '112', x: 300, y: 686 },
    ];
    expect(blocksOf(await read(cells))[0]).toContain('Name | Steps');
  });

  it('ends a list at a line farther out, unless its last item goes on there', async () => {
    const after = (last: string, below: string) =>
      read([
        { text: FIRST[0]!, x: 72, y: 700 },
        ...['· oil for the lamp', last].map((text, i) => ({ text, x: 90, y: 686 - 14 * i })),
        { text: below, x: 72, y: 658 },
      ]);
    const long = '· matches that do not get wet when he climbs the steps in rain, from';
    expect(blocksOf(await after('· a can', 'Berth Depth'))[1]).toBe('Berth Depth');
    expect(blocksOf(await after('· a can', 'of tin'))).toHaveLength(1);
    expect(blocksOf(await after(long, 'Berth'))).toHaveLength(1);
  });

  it.each([
    ['encrypted', makePdf([page([FIRST])], { encrypted: true }), 'encrypted'],
    ['scanned', makePdf([[], []]), 'no-text-layer'],
    ['not a PDF', Buffer.from('Some words.'), 'damaged', 'Invalid PDF structure.'],
    ['cut off', makePdf([page([FIRST])]).subarray(0, 500), 'damaged', 'Invalid PDF structure.'],
    ['empty', new Uint8Array(), 'damaged', 'The PDF file is empty, i.e. its size is zero bytes.'],
  ] as const)('refuses a file that is %s', async (_, bytes, code, detail?: string) => {
    await expect(parsePdf(bytes)).rejects.toThrow(new RefusedFileError(code, detail));
  });

  it('reads what is left of a file that lost its table of contents', async () => {
    const bytes = makePdf([page([FIRST])]);
    const cut = Buffer.from(bytes).toString('latin1').split('xref\n')[0]!;
    expect(blocksOf(await parsePdf(Buffer.from(`${cut}trailer\n<< /Root 1 0 R >>`, 'latin1')))).toEqual([
      FIRST.join(' '),
    ]);
  });

  it('reads 2,000 pages', async () => {
    const pages = Array.from({ length: 2000 }, (_, i) =>
      page([[`This is what page ${i + 1} says.`], FIRST, SECOND]),
    );
    const document = await parsePdf(makePdf(pages));
    expectSound(document);
    const wanted = document.blocks.find(({ start }) =>
      document.text.startsWith('This is what page 1234 says.', start),
    );
    expect(wanted?.page).toBe(1234);
  });

  it('reads compressed streams, which the bytes themselves do not show', async () => {
    const stream = deflateSync(Buffer.from('BT /F1 11 Tf 72 700 Td (The lamp is lit.) Tj ET'));
    const head = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\nendobj\n4 0 obj\n<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`;
    const file = Buffer.concat([
      Buffer.from(head),
      stream,
      Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n'),
    ]);
    expect(blocksOf(await parsePdf(file))).toEqual(['The lamp is lit.']);
  });

  it('reads or refuses a file with any bytes changed', async () => {
    const bytes = makePdf([page([FIRST, SECOND]), page([SECOND])]);
    const change = fc.tuple(
      fc.nat(bytes.length - 1),
      fc.oneof(fc.nat(255), fc.constantFrom(32, 40, 47, 60, 91)),
    );
    // In the process that is meant for it: the reader leaves failing promises behind, which would end this one.
    const parser = new ChildParser();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const changed = new Uint8Array(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        try {
          expectSound(await parser.parse('.pdf', changed));
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
        }
      }),
      { numRuns: runs(200) },
    );
    parser.close();
  });
});
