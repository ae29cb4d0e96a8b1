import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { UnusableIndexError } from '../../../src/index/manifest.ts';
import { GraphVectors, MOST_AT_ONCE, mostNodes } from '../../../src/index/nearest/graph-vectors.ts';
import { dot } from '../../../src/index/vector-file.ts';

const NEAREST = new URL('../../../src/index/nearest/', import.meta.url);

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
        graph.nodes.set(nodes);
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
      graph.nodes[0] = 0;
      expect(graph.cosines(1)[0]).toBe(0);
    }
  });

  it('is not made for more vectors than WebAssembly can address', () => {
    expect(mostNodes(384)).toBeGreaterThan(5_500_000);
    expect(() => new GraphVectors(384, mostNodes(384) + 1)).toThrow(UnusableIndexError);
  });

  it('compares by what cosines.wat says', async () => {
    const assembler = await wabt();
    const source = assembler.parseWat('cosines.wat', readFileSync(new URL('cosines.wat', NEAREST), 'utf8'));
    expect(Buffer.from(source.toBinary({}).buffer)).toEqual(readFileSync(new URL('cosines.wasm', NEAREST)));
  });
});
