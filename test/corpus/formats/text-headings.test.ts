import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depths, isTextHeading, textParts } from '../../../src/corpus/formats/text-headings.ts';
import { paragraphs } from '../../../src/corpus/paragraphs.ts';
import { runs } from '../../support/property-runs.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;

const partsOf = (text: string) => textParts(text, paragraphs(text));

/** The headings of a text, each below as many dots as it is deep, and in one line what is between them. */
function outline(text: string): string[] {
  const parts = partsOf(text);
  const depthOf = depths(parts);
  return parts.map((part) =>
    isTextHeading(part)
      ? `${'.'.repeat(depthOf.get(part.style)!)}${part.words}`
      : text.slice(part.start, part.end).replace(/\n/g, ' '),
  );
}

/** Parts in order and apart, which leave nothing out but white space. */
function expectWhole(text: string): void {
  let at = 0;
  for (const { start, end } of partsOf(text)) {
    expect(text.slice(at, start).trim()).toBe('');
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
}

describe('headings in plain text', () => {
  it('are underlined', () => {
    const text = 'Parking\n=======\n\nOf cars.\n\nFees\n----\nOne euro.\n\nIn zone A\n~~~~~~~~~\n\nTwo.';
    expect(outline(text)).toEqual(['.Parking', 'Of cars.', '..Fees', 'One euro.', '...In zone A', 'Two.']);
    const [parking] = partsOf(text);
    expect(text.slice(parking!.start, parking!.end)).toBe('Parking\n=======');
  });

  it('may be lined above too, which is a level of its own', () => {
    expect(outline('=======\n Zones\n=======\n\nA\n===\n\nOne.\n\n=====\nHours\n=====\n\nTwo.')).toEqual([
      ...['.Zones', '..A', 'One.', '.Hours', 'Two.'],
    ]);
  });

  it('have levels by the order in which they appear, but = is above -', () => {
    expect(outline('Guide\n-----\n\nUse\n^^^^\n\nDaily\n"""""\n\nOne.\n\nCare\n^^^^\n\nTwo.')).toEqual([
      ...['.Guide', '..Use', '...Daily', 'One.', '..Care', 'Two.'],
    ]);
    expect(outline('New\n---\n\nOne.\n\n2.1.0\n=====\n\nFixed\n-----\n\nTwo.')).toEqual([
      ...['..New', 'One.', '.2.1.0', '..Fixed', 'Two.'],
    ]);
  });

  it.each([
    ['AsciiDoc', '== Zones\n\nOne.\n\n=== Fees\n\nTwo.'],
    ['Markdown', '## Zones\n\nOne.\n\n### Fees\nTwo.'],
    ['Markdown, closed', '## Zones ##\n\nOne.\n\n### Fees ###\n\nTwo.'],
  ])('are marked as in %s', (_, text) => {
    expect(outline(text)).toEqual(['..Zones', 'One.', '...Fees', 'Two.']);
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
    ['an indented comment', '  ## one comment'],
    ['lines that all begin so', '== one\n== another'],
  ])('are not seen in %s', (_, text) => {
    // A line with nothing below it would be none for that.
    expect(partsOf(`${text}\n\nBehind this.`).filter(isTextHeading)).toEqual([]);
  });

  it('are in one line, without their marks', () => {
    expect(outline('==  Fees \t and hours ==\n\nOne.')).toEqual(['..Fees and hours', 'One.']);
  });

  it('are not the entries that rules part', () => {
    const text =
      'Of lamps.\n\nHe rose at four\n---------------\nShe slept\n---------------\nIt rained\n---------------\n';
    expect(partsOf(text).filter(isTextHeading)).toEqual([]);
  });

  it('are with the rest all that the blocks hold, in order, whatever the text', () => {
    const line = fc.constantFrom(
      ...['Fees', 'Opening hours', ' Zones', 'It costs one euro.', '', '', '# Fees', '== Fees ==', '安装'],
      ...['----', '=====', '=============', '~~~~', '****', '====', '- oil', '\t', '```', '# ='],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\u2028'), (all, end) => {
        expectWhole(all.join(end));
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(['Fees\n----\n', 'Fees\n----\n\nOne.\n\n', '====\n', '# ', '#  a', '=\t=', 'A\n===\nB\n---\n'])(
    'take a time that grows with the text of thousands of %j',
    { timeout: SOON },
    (piece) => {
      expectWhole(piece.repeat(20_000));
    },
  );
});
