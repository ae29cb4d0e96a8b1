import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableIndexError } from '../../../src/index/manifest.ts';
import { MOST_AT_ONCE } from '../../../src/index/kernel/inner-products.ts';
import { GraphVectors, mostNodes } from '../../../src/index/nearest/graph-vectors.ts';
import { dot } from '../../../src/index/vector-file.ts';

const number = fc.float({ min: -1, max: 1, noNaN: true });

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (x, i) => (length > 0 ? x / length : i === 0 ? 1 : 0));
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

describe('GraphVectors', () => {
  it('compares vectors of any length as well as 16 bits a number allow', () => {
    const some = fc.integer({ min: 1, max: 800 }).chain((dimension) =>
      fc.array(fc.array(number, { minLength: dimension, maxLength: dimension }), {
        minLength: 2,
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(some, (numbers) => {
        const [query, ...vectors] = numbers.map(unit) as [Float32Array, ...Float32Array[]];
        const graph = new GraphVectors(query.length, vectors.length);
        for (const [node, vector] of vectors.entries()) graph.set(node, bytesOf(vector));
        graph.setQuery(query);
        const nodes = vectors
          .map((_, node) => node)
          .reverse()
          .slice(0, MOST_AT_ONCE);
        graph.chosen.set(nodes);
        const cosines = graph.cosines(nodes.length);
        for (const [i, node] of nodes.entries()) {
          expect(Math.abs(cosines[i]! - dot(query, vectors[node]!))).toBeLessThan(3e-4);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes any numbers, of which a damaged file may be full', () => {
    const graph = new GraphVectors(4, 1);
    for (const numbers of [
      [NaN, 1, 0, 0],
      [Infinity, -Infinity, 0, 0],
      [1e9, 0, 0, 0],
    ]) {
      graph.set(0, bytesOf(Float32Array.from(numbers)));
      graph.setQuery(Float32Array.of(0, 0, 1, 0));
      graph.chosen[0] = 0;
      expect(graph.cosines(1)[0]).toBe(0);
    }
  });

  it('is not made for more vectors than WebAssembly can address', () => {
    expect(mostNodes(384)).toBeGreaterThan(5_500_000);
    expect(() => new GraphVectors(384, mostNodes(384) + 1)).toThrow(UnusableIndexError);
  });
});
