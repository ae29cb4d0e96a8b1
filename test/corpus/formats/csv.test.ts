import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/corpus/formats/csv.ts';
import { blocksOf, expectSound } from './sound.ts';
import { runs } from '../../support/property-runs.ts';

const rowsOf = async (csv: string, delimiter?: string) => blocksOf(await parseCsv(csv, delimiter));

describe('parseCsv', () => {
  it('makes a passage of a row, with its columns named', async () => {
    const document = await parseCsv('id,name,city\r\n1,Ada,"Ghent, Belgium"\r\n2,"Bo ""the"" Oak",\r\n');
    expect(blocksOf(document, 'heading')).toEqual(['id | name | city']);
    expect(blocksOf(document)).toEqual([
      'id: 1\nname: Ada\ncity: Ghent, Belgium',
      'id: 2\nname: Bo "the" Oak',
    ]);
  });

  it.each([
    ['semicolons', 'a;b\n1,5;2\n', undefined],
    ['tabs', 'a\tb\n1,5\t2\n', undefined],
    ['bars', 'a|b\n1,5|2\n', undefined],
    ['what it is told', 'a\tb\n1,5\t2\n', '\t'],
    ['what it states', 'sep=;\na;b\n1,5;2\n', undefined],
  ])('parts values at %s', async (_, csv, delimiter) => {
    expect(await rowsOf(csv, delimiter)).toEqual(['a: 1,5\nb: 2']);
  });

  it('loses no row of a file without a header', async () => {
    expect(await rowsOf('1,Ada\n2,Bo\n')).toEqual(['1 | Ada', '2 | Bo']);
    expect(await rowsOf('Ada,Ghent\nBo,Ghent\nCy,Ghent\n')).toEqual([
      'Ada | Ghent',
      'Bo | Ghent',
      'Cy | Ghent',
    ]);
    expect(await rowsOf('Ada,Ghent\n')).toEqual(['Ada | Ghent']);
  });

  it('quotes a first row that may be a header as well', async () => {
    expect(await rowsOf('name,city\nAda,Ghent\n')).toEqual(['name | city', 'name: Ada\ncity: Ghent']);
  });

  it('takes rows of any length', async () => {
    expect(await rowsOf('id,name\n1\n2,Bo,more\n\n3,Cy\n')).toEqual([
      'id: 1',
      'id: 2\nname: Bo\ncolumn 3: more',
      'id: 3\nname: Cy',
    ]);
  });

  it('reads a file with unbalanced quotes line by line', async () => {
    expect(await rowsOf('id,said\n1,"It rains\n2,a 5" pipe\n3,fine\n')).toEqual([
      'id: 1\nsaid: "It rains',
      'id: 2\nsaid: a 5" pipe',
      'id: 3\nsaid: fine',
    ]);
  });

  it('takes a lone quote within a value for a character, and keeps the columns of the other rows', async () => {
    const csv = 'id,name,colour,price\n1,"Hose, long",red,4.50\n2,Pipe 6" long,black,9.00\n';
    const rows = [
      'id: 1\nname: Hose, long\ncolour: red\nprice: 4.50',
      'id: 2\nname: Pipe 6" long\ncolour: black\nprice: 9.00',
    ];
    expect(await rowsOf(csv)).toEqual(rows);
    expect(await rowsOf(`${csv}3,"Big" pipe,blue,2.00\n4, "Rope, thin" ,grey,1.00\n`)).toEqual([
      ...rows,
      'id: 3\nname: "Big" pipe\ncolour: blue\nprice: 2.00',
      'id: 4\nname: "Rope, thin"\ncolour: grey\nprice: 1.00',
    ]);
  });

  it('tells the delimiter past lone quotes', async () => {
    expect(await rowsOf('a;b;c\n1;6" pipe;x, y\n2;3" pipe;"z, y"\n')).toEqual([
      'a: 1\nb: 6" pipe\nc: x, y',
      'a: 2\nb: 3" pipe\nc: z, y',
    ]);
  });

  it('keeps lines within a value, and values alone where there is one column', async () => {
    expect(await rowsOf('id,text\n1,"One.\nTwo."\n')).toEqual(['id: 1\ntext: One.\nTwo.']);
    expect(await rowsOf('2001\n2002\n')).toEqual(['2001', '2002']);
  });

  it('keeps every value of any table', async () => {
    const value = fc.string({ unit: fc.constantFrom(...Array.from('ab1 ,;"\n\t|\u2028é')), maxLength: 8 });
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const csv = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const document = await parseCsv(csv, ',');
        expectSound(document);
        for (const cell of rows.flat())
          expect(document.text.replace(/\s/g, '')).toContain(cell.replace(/\s/g, ''));
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps every letter of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...Array.from('xyz09,;"\n\r\t|= ')), maxLength: 200 }),
        async (csv) => {
          const document = await parseCsv(csv);
          expectSound(document);
          // Names of columns come on top.
          const letters = (text: string) => text.match(/[xyz09]/g)?.length ?? 0;
          expect(letters(document.text)).toBeGreaterThanOrEqual(letters(csv));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});
