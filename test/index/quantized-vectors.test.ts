import { truncateSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILES } from '../../src/index/generation-files.ts';
import { QuantizedVectors, QuantizedVectorsWriter } from '../../src/index/quantized-vectors.ts';
import { dot } from '../../src/index/vector-file.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const DIMENSION = 19;

let folder: TemporaryCorpus;
beforeEach(() => {
  folder = new TemporaryCorpus();
});
afterEach(() => folder[Symbol.dispose]());

const unitVector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSION, maxLength: DIMENSION })
  .filter((numbers) => Math.hypot(...numbers) > 0.01)
  .map((numbers) => Float32Array.from(numbers, (x) => x / Math.hypot(...numbers)));

function write(vectors: readonly Float32Array[]): void {
  const writer = new QuantizedVectorsWriter(folder.root, DIMENSION);
  for (const vector of vectors) writer.append(vector);
  writer.close();
}

describe('quantized vectors', () => {
  it.each([
    ['held in memory', Infinity],
    ['read when needed', 0],
  ])('give the cosines of the vectors, nearly, %s', (_, maxHeldBytes) => {
    fc.assert(
      fc.property(
        unitVector,
        fc.array(unitVector, { minLength: 1, maxLength: 80 }),
        fc.nat(4),
        (query, vectors, at) => {
          write(vectors);
          const quantized = new QuantizedVectors(folder.root, DIMENSION, maxHeldBytes);
          expect(quantized.isWhole(vectors.length)).toBe(true);
          const first = Math.min(at, vectors.length - 1);
          const cosines = quantized.cosines(query, first, vectors.length - first);
          quantized.close();
          // Each number is off by at most half a step, a step being at most 1 / 127.
          const most = query.reduce((sum, x) => sum + Math.abs(x), 0) / 254;
          expect(cosines).toHaveLength(vectors.length - first);
          for (const [i, cosine] of cosines.entries())
            expect(Math.abs(cosine - dot(query, vectors[first + i]!))).toBeLessThanOrEqual(most + 1e-6);
        },
      ),
    );
  });

  it('keep a row of zeros, as of an empty title, at zero', () => {
    write([new Float32Array(DIMENSION)]);
    const quantized = new QuantizedVectors(folder.root, DIMENSION);
    expect([...quantized.cosines(new Float32Array(DIMENSION).fill(0.2), 0, 1)]).toEqual([0]);
    quantized.close();
  });

  it('say when rows are missing', () => {
    write([new Float32Array(DIMENSION), new Float32Array(DIMENSION)]);
    truncateSync(folder.root + '/' + FILES.codes, DIMENSION + 1);
    const quantized = new QuantizedVectors(folder.root, DIMENSION, 0);
    expect(quantized.isWhole(2)).toBe(false);
    expect(() => quantized.cosines(new Float32Array(DIMENSION), 0, 2)).toThrow('end before byte 38');
    quantized.close();
  });
});
