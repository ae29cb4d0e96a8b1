import { expect, it } from 'vitest';
import { PdfLines } from '../../../src/corpus/formats/pdf-lines.ts';

it('shows the bullets of symbol fonts as bullets', () => {
  const lines = new PdfLines();
  const item = (str: string, x: number, y: number, width: number) =>
    lines.add({ str, transform: [11, 0, 0, 11, x, y], width, height: 11 });
  item('\uf0b7', 72, 700, 5);
  item('oil for the lamp', 90, 700, 80);
  item('\uf0a7 a can', 72, 686, 30);
  expect(lines.finish().map(({ text }) => text)).toEqual(['• oil for the lamp', '• a can']);
});
