import hnswlib from 'hnswlib-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EF_CONSTRUCTION, M } from '../../../src/index/nearest/graph-file.ts';
import { GraphSearch } from '../../../src/index/nearest/graph-search.ts';
import { Graph } from '../../../src/index/nearest/graph.ts';
import { randomNumbers } from '../../support/random-numbers.ts';
import { TemporaryCorpus } from '../../support/temporary-corpus.ts';

const DIMENSION = 24;

let folder: TemporaryCorpus;
beforeEach(() => {
  folder = new TemporaryCorpus();
});
afterEach(() => folder[Symbol.dispose]());

function around(centre: Float32Array, spread: number, next: () => number): Float32Array {
  const vector = centre.map((x) => x + spread * next());
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}

async function graphOf(vectors: readonly Float32Array[]): Promise<Graph> {
  const built = new hnswlib.HierarchicalNSW('ip', DIMENSION);
  built.initIndex({ maxElements: Math.max(1, vectors.length), m: M, efConstruction: EF_CONSTRUCTION });
  for (const [label, vector] of vectors.entries()) built.addPoint(Array.from(vector), label);
  await built.writeIndex(folder.path('graph.hnsw'));
  // Used after it was written, for hnswlib writes what it holds no reference to: it could be collected meanwhile.
  expect(built.getCurrentCount()).toBe(vectors.length);
  return Graph.read(folder.path('graph.hnsw'), DIMENSION, vectors.length);
}

describe('GraphSearch', () => {
  it('finds what comparing with every vector finds, where nothing is left out', async () => {
    const next = randomNumbers(3);
    const centre = new Float32Array(DIMENSION);
    const vectors = Array.from({ length: 2000 }, () => around(centre, 1, next));
    const graph = await graphOf(vectors);
    const search = new GraphSearch(graph, () => true);
    let found = 0;
    for (let i = 0; i < 50; i++) {
      const query = around(centre, 1, next);
      const cosine = (node: number) =>
        vectors[graph.label(node)]!.reduce((sum, x, j) => sum + x * query[j]!, 0);
      const tenth = vectors.map((_, node) => cosine(node)).sort((a, b) => b - a)[9]!;
      const nearest = search.search(query, 10);
      expect(nearest.map((near) => near.cosine)).toEqual(
        nearest.map((near) => near.cosine).sort((a, b) => b - a),
      );
      for (const near of nearest) expect(near.cosine).toBeCloseTo(cosine(near.node), 3);
      found += nearest.filter(({ node }) => cosine(node) >= tenth).length;
    }
    expect(found / 500).toBeGreaterThanOrEqual(0.99);
  });

  it('looks at fewer nodes where some are much nearer than all others', async () => {
    const next = randomNumbers(5);
    const centres = Array.from({ length: 40 }, () => around(new Float32Array(DIMENSION), 1, next));
    const vectors = Array.from({ length: 4000 }, (_, i) => around(centres[i % 40]!, 0.2, next));
    const graph = await graphOf(vectors);
    const search = new GraphSearch(graph, () => true);
    const compared = vi.spyOn(graph.vectors, 'cosines');
    const comparedFor = (query: Float32Array) => {
      compared.mockClear();
      search.search(query, 10);
      return compared.mock.calls.reduce((sum, [count]) => sum + count, 0);
    };
    const [near, far] = [centres[7]!, around(new Float32Array(DIMENSION), 1, randomNumbers(11))];
    expect(2 * comparedFor(near)).toBeLessThan(comparedFor(far));
  });

  it('walks through nodes that are not wanted, and finds none of them', async () => {
    const next = randomNumbers(7);
    const vectors = Array.from({ length: 500 }, () => around(new Float32Array(DIMENSION), 1, next));
    const graph = await graphOf(vectors);
    const search = new GraphSearch(graph, (node) => graph.label(node) % 10 === 0);
    const labels = search.search(vectors[1]!, 500).map(({ node }) => graph.label(node));
    expect(labels.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i * 10));
  });

  it('finds what lies behind many nodes that are not wanted', async () => {
    const next = randomNumbers(13);
    const centre = around(new Float32Array(DIMENSION), 1, next);
    const gone = Array.from({ length: 1500 }, () => around(centre, 0.2, next));
    const left = Array.from({ length: 4000 }, () => around(new Float32Array(DIMENSION), 1, next));
    const graph = await graphOf([...gone, ...left]);
    const search = new GraphSearch(graph, (node) => graph.label(node) >= gone.length);
    const cosine = (vector: Float32Array) => vector.reduce((sum, x, i) => sum + x * centre[i]!, 0);
    const tenth = left.map(cosine).sort((a, b) => b - a)[9]!;
    const found = search.search(centre, 10);
    expect(found.filter((near) => near.cosine >= tenth - 0.0003).length).toBeGreaterThanOrEqual(9);
    expect(search.search(centre, 50)).toHaveLength(50);
    expect(search.search(centre, 0)).toEqual([]);
  });

  it('finds nothing in a graph of nothing', async () => {
    const graph = await graphOf([]);
    expect(new GraphSearch(graph, () => true).search(new Float32Array(DIMENSION), 5)).toEqual([]);
  });
});
