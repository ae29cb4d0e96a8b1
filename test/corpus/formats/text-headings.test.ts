import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../../src/corpus/formats/plain-text.ts';
import { runs } from '../../support/property-runs.ts';
import { blocksOf, expectSound } from './sound.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;

const sectionsOf = (text: string) => {
  const { blocks } = parsePlainText(text);
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end, section }) => [text.slice(start, end), section]);
};

describe('headings in plain text', () => {
  it('are underlined, the first being the title', () => {
    const text =
      'Parking\n=======\n\nOf cars.\n\nFees\n----\nOne euro.\n\nIn zone A\n~~~~~~~~~\n\nTwo.\n\nHours\n-----\n\nAll day.\n';
    const document = parsePlainText(text);
    expectSound(document);
    expect(document.metadata).toEqual({ title: 'Parking' });
    expect(blocksOf(document, 'heading')).toEqual([
      'Parking\n=======',
      'Fees\n----',
      'In zone A\n~~~~~~~~~',
      'Hours\n-----',
    ]);
    expect(sectionsOf(text)).toEqual([
      ['Of cars.', undefined],
      ['One euro.', 'Fees'],
      ['Two.', 'Fees › In zone A'],
      ['All day.', 'Hours'],
    ]);
  });

  it('may be lined above too, which is a level of its own', () => {
    const text =
      '=======\n Zones\n=======\n\nA\n===\n\nOne.\n\nB, the\nsecond.\n\n=======\n Hours\n=======\n\nTwo.';
    expect(sectionsOf(text)).toEqual([
      ['One.', 'A'],
      ['B, the\nsecond.', 'A'],
      ['Two.', 'Hours'],
    ]);
  });

  it('have levels by the order in which they appear, but = is above -', () => {
    const rst = 'Guide\n-----\n\nUse\n^^^\n\nDaily\n"""""\n\nOne.\n\nCare\n^^^^\n\nTwo.';
    expect(sectionsOf(rst.replaceAll('^^^', '^^^^'))).toEqual([
      ['One.', 'Use › Daily'],
      ['Two.', 'Care'],
    ]);
    const notes = 'About.\n\nNew\n---\n\nOne.\n\n2.1.0\n=====\n\nFixed\n-----\n\nTwo.';
    expect(sectionsOf(notes)).toEqual([
      ['About.', undefined],
      ['One.', 'New'],
      ['Two.', '2.1.0 › Fixed'],
    ]);
  });

  it.each([
    ['AsciiDoc', '== Zones\n\nOne.\n\n=== Fees\n\nTwo.\n\n== Hours\n\nThree.'],
    ['Markdown', '## Zones\n\nOne.\n\n### Fees\nTwo.\n\n## Hours ##\n\nThree.'],
  ])('are marked as in %s', (_, text) => {
    expect(sectionsOf(`Parking\n\n${text}`)).toEqual([
      ['One.', 'Zones'],
      ['Two.', 'Zones › Fees'],
      ['Three.', 'Hours'],
    ]);
  });

  it.each([
    ['a table', 'Item      Price\n---------------\nOil       3'],
    ['a table with bars', 'Item | Price\n------------\nOil | 3'],
    ['a signature', 'See you there, all of you.\n\n-- \nAda Oak\nHarrow'],
    ['a form', 'Your name\n_________\n\nYour age\n________'],
    [
      'a rule below lines',
      'The lamp is lit by the keeper who\nlives there.\n---------------------------------',
    ],
    ['the end of a wrapped paragraph', 'The lamp is lit by the keeper\nOf the tower\n------------'],
    ['items', '- oil\n-----\n- rope\n------'],
    ['a fence', 'Run\n```\nlamp --on\n```'],
    ['lines of a shell', '# one comment\n# and another\nlamp --on'],
    ['a sum', '= 42'],
  ])('are not seen in %s', (_, text) => {
    expect(blocksOf(parsePlainText(`Before this.\n\n${text}`), 'heading')).toEqual([]);
  });

  it('are not the entries that rules part', () => {
    const text =
      'Of lamps.\n\nHe rose at four\n---------------\nShe slept\n---------------\nIt rained\n---------------\n';
    expect(blocksOf(parsePlainText(text)).join('\n\n')).toBe(text.trim());
  });

  it('hold every character with the rest, whatever the text', () => {
    const line = fc.constantFrom(
      ...['Fees', 'Opening hours', ' Zones', 'It costs one euro.', '', '', '# Fees', '== Fees ==', '安装'],
      ...['----', '=====', '=============', '~~~~', '****', '====', '- oil', '\t', '```', '# ='],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\u2028'), (all, end) => {
        expectSound(parsePlainText(all.join(end)));
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(['Fees\n----\n', 'Fees\n----\n\nOne.\n\n', '====\n', '# ', '#  a', '=\t=', 'A\n===\nB\n---\n'])(
    'take a time that grows with the text of thousands of %j',
    { timeout: SOON },
    (piece) => {
      expectSound(parsePlainText(piece.repeat(20_000)));
    },
  );
});
