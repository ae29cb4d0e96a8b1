import { expect, it, vi } from 'vitest';
import { NearestVectorsBuilder } from '../../../src/index/nearest/nearest-vectors-builder.ts';

vi.mock('../../../src/index/nearest/graph-vectors.ts', () => ({ mostNodes: () => 100 }));

it('takes no more vectors than can be searched', async () => {
  const builder = await NearestVectorsBuilder.start(2);
  expect(() => {
    for (let row = 0; row < 20_000; row++) builder.add(row, Float32Array.of(1, 0));
  }).toThrow(expect.objectContaining({ code: 'CORPUS_TOO_LARGE' }));
});
