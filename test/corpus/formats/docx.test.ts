import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDocx } from '../../../src/corpus/formats/docx.ts';
import { RefusedFileError } from '../../../src/corpus/refused-file.ts';
import { docxParagraph, makeDocx } from '../../support/make-files.ts';
import { blocksOf, expectSound } from './sound.ts';
import { runs } from '../../support/property-runs.ts';

const cell = (text: string) => `<w:tc>${docxParagraph(text)}</w:tc>`;

/** Says of every file in an archive that it unpacks to so many bytes. */
function lieAboutSizes(archive: Uint8Array, size: number): Uint8Array {
  const zip = Buffer.from(archive);
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 4)) zip.writeUInt32LE(size, at + 24);
  return zip;
}

describe('parseDocx', () => {
  it('reads the letters of an equation, and nothing that is hidden', async () => {
    const run = (text: string, properties = '') =>
      `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const equation =
      '<m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e></m:sSup></m:oMath>';
    const document = await parseDocx(
      makeDocx(
        `<w:p>${run('Write ')}${equation}${run(' on the board.')}</w:p>` +
          `<w:p><m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>${equation}</m:oMathPara></w:p>` +
          `<w:p>${run('Seen, ', '<w:b/>')}${run('hidden, ', '<w:b/><w:vanish/><w:i/>')}${run('seen.')}</w:p>`,
      ),
    );
    expect(blocksOf(document)).toEqual(['Write E=mc on the board.', 'E=mc', 'Seen, seen.']);
  });

  it('reads paragraphs, headings, tables and properties', async () => {
    const document = await parseDocx(
      makeDocx(
        [
          docxParagraph('Of Lamps', 'Title'),
          docxParagraph('It &amp; the wind.'),
          docxParagraph('First part', 'Heading1'),
          docxParagraph('He rose at four.'),
          `<w:tbl><w:tr>${cell('Name')}${cell('Steps')}</w:tr><w:tr>${cell('Harrow')}${cell('112')}</w:tr></w:tbl>`,
        ].join(''),
        {
          'docProps/core.xml': strToU8(
            '<cp:coreProperties><dc:title>An Almanac &amp; more</dc:title><dc:creator>Ada Oak</dc:creator></cp:coreProperties>',
          ),
        },
      ),
    );
    expectSound(document);
    expect(document.metadata).toEqual({ title: 'An Almanac & more', author: 'Ada Oak' });
    expect(blocksOf(document, 'heading')).toEqual(['Of Lamps', 'First part']);
    expect(blocksOf(document)).toEqual(['It & the wind.', 'He rose at four.', 'Name | Steps\nHarrow | 112']);
    expect(document.blocks.at(-1)?.section).toBe('First part');
  });

  it('tells sections of the same name apart by those around them', async () => {
    const part = (name: string) => [
      docxParagraph(name, 'Heading1'),
      docxParagraph('Installation', 'Heading2'),
      docxParagraph('Run it.'),
    ];
    const { blocks } = await parseDocx(
      makeDocx([docxParagraph('Manual', 'Title'), ...part('Windows'), ...part('Linux')].join('')),
    );
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map(({ section }) => section)).toEqual([
      'Windows › Installation',
      'Linux › Installation',
    ]);
  });

  it('leaves the table of contents out', async () => {
    const document = await parseDocx(
      makeDocx(
        [
          docxParagraph('Contents', 'TOCHeading'),
          docxParagraph('Permits\t7', 'TOC1'),
          docxParagraph('Permits', 'Heading1'),
          docxParagraph('They cost 40 euros.'),
        ].join(''),
      ),
    );
    expect(document.text).toBe('Permits\n\nThey cost 40 euros.');
  });

  it('takes a heading on top for the title where none is stated', async () => {
    const document = await parseDocx(makeDocx(docxParagraph('Of Lamps', 'Title') + docxParagraph('One.')));
    expect(document.metadata).toEqual({ title: 'Of Lamps' });
  });

  it('refuses what is no Word document, and says what it is', async () => {
    await expect(parseDocx(Buffer.from('Some words.'))).rejects.toThrow(/^damaged/);
    await expect(parseDocx(makeDocx('').subarray(0, 900))).rejects.toThrow(/^damaged/);
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Buffer.alloc(2000)]);
    await expect(parseDocx(old)).rejects.toThrow(new RefusedFileError('encrypted-or-doc'));
    await expect(parseDocx(makeDocx('<w:p><w:r>'))).rejects.toThrow(RefusedFileError);
  });

  it('does not say where in the XML when nobody knows where', async () => {
    const broken = makeDocx('<w:pPr><w:pStyle w:val="Heading1');
    await expect(parseDocx(broken)).rejects.not.toThrow(/undefined/);
    await expect(parseDocx(broken)).rejects.toThrow(/^damaged: /);
  });

  it('does not unpack a bomb, whether it states its size or not', async () => {
    const bomb = makeDocx('', { 'word/document.xml': new Uint8Array(150 * 1024 * 1024) });
    const before = process.memoryUsage.rss();
    await expect(parseDocx(bomb)).rejects.toThrow('unpacked-too-large: 100 MB');
    await expect(parseDocx(lieAboutSizes(bomb, 2000))).rejects.toThrow(/^damaged/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses an archive of thousands of files', async () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}`, new Uint8Array()]));
    await expect(parseDocx(makeDocx('', files))).rejects.toThrow('too-many-entries: 5000 files');
  });

  it('reads or refuses a file with any bytes changed', async () => {
    const bytes = makeDocx(docxParagraph('Of Lamps', 'Title') + docxParagraph('One.'));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const changed = new Uint8Array(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        try {
          expectSound(await parseDocx(changed));
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
