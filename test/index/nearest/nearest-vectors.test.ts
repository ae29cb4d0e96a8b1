// @module-tag slow
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import hnswlib from 'hnswlib-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILES } from '../../../src/index/generation-files.ts';
import { UnusableIndexError } from '../../../src/index/manifest.ts';
import { checkedGraph } from '../../../src/index/nearest/nearest-files.ts';
import { NearestVectorsBuilder } from '../../../src/index/nearest/nearest-vectors-builder.ts';
import { NearestVectors } from '../../../src/index/nearest/nearest-vectors.ts';
import { AppendFile } from '../../../src/index/append-file.ts';
import { dot, VectorFile } from '../../../src/index/vector-file.ts';
import { randomNumbers } from '../../support/random-numbers.ts';
import { TemporaryCorpus } from '../../support/temporary-corpus.ts';

const DIMENSION = 16;

let folder: TemporaryCorpus;
beforeEach(() => {
  folder = new TemporaryCorpus();
});
afterEach(() => folder[Symbol.dispose]());

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}

function unitVectors(count: number, seed: number): Float32Array[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => unit(Float32Array.from({ length: DIMENSION }, next)));
}

/** An empty folder. */
function generationCalled(name: string): string {
  const generation = folder.path(name);
  mkdirSync(generation, { recursive: true });
  return generation;
}

async function build(
  name: string,
  vectors: readonly Float32Array[],
  last?: { generation: string; vectors: readonly Float32Array[] },
) {
  const generation = generationCalled(name);
  const graph = last && checkedGraph(last.generation, DIMENSION, last.vectors.length);
  const builder = await NearestVectorsBuilder.start(DIMENSION, graph);
  const writer = new AppendFile(folder.path(`${name}.f32`));
  for (const [row, vector] of vectors.entries()) {
    const lastRow = last?.vectors.indexOf(vector) ?? -1;
    builder.add(row, vector, lastRow < 0 ? undefined : lastRow);
    writer.append(vector);
  }
  writer.close();
  const file = new VectorFile(folder.path(`${name}.f32`), DIMENSION);
  await builder.write(generation, file);
  file.close();
  return { generation, vectors };
}

function expectNearest({ generation, vectors }: Awaited<ReturnType<typeof build>>): void {
  const nearest = new NearestVectors(generation, DIMENSION, vectors.length);
  for (const query of unitVectors(20, 99)) {
    const exact = vectors
      .map((vector, row) => ({ row, cosine: dot(query, vector) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, 10);
    const found = nearest.search(query, 10);
    expect(found.map(({ row }) => row)).toEqual(exact.map(({ row }) => row));
    for (const [i, { cosine }] of found.entries()) expect(cosine).toBeCloseTo(exact[i]!.cosine, 4);
  }
  expect(nearest.search(vectors[0]!, vectors.length + 100)).toHaveLength(vectors.length);
}

describe('NearestVectors', () => {
  it('finds the nearest rows, also in graphs that were taken over from generation to generation', async () => {
    const all = unitVectors(1500, 7);
    let last = await build('0', all.slice(0, 1200));
    expectNearest(last);
    for (let generation = 1; generation <= 6; generation++) {
      // Some rows go, some come back, some are new, and all of them move.
      const rows = all.filter((_, i) => (i * 7 + generation * 31) % 10 > generation % 4).reverse();
      last = await build(`${generation}`, rows, last);
      expectNearest(last);
    }
    expectNearest(await build('few', all.slice(0, 12), last));
    expectNearest(await build('again', [all[3]!, all[3]!, ...all.slice(5, 40)].slice(1), last));
  });

  it('finds rows among documents of hundreds of passages that are nearly alike', async () => {
    const dimension = 64;
    const next = randomNumbers(7);
    const near = (centre: Float32Array, spread: number) =>
      unit(centre.map((x) => x + spread * (next() + next() + next() + next())));
    const documents = Array.from({ length: 30 }, () => near(new Float32Array(dimension), 1));
    const vectors = documents.flatMap((document) => Array.from({ length: 300 }, () => near(document, 0.05)));
    const generation = generationCalled('alike');
    const builder = await NearestVectorsBuilder.start(dimension);
    const writer = new AppendFile(folder.path('alike.f32'));
    for (const [row, vector] of vectors.entries()) {
      builder.add(row, vector);
      writer.append(vector);
    }
    writer.close();
    const file = new VectorFile(folder.path('alike.f32'), dimension);
    await builder.write(generation, file);
    file.close();
    const nearest = new NearestVectors(generation, dimension, vectors.length);
    const queries = Array.from({ length: 100 }, (_, i) => near(documents[i % 30]!, 0.15));
    let found = 0;
    for (const query of queries) {
      const tenth = vectors.map((vector) => dot(query, vector)).sort((a, b) => b - a)[9]!;
      found += nearest.search(query, 10).filter(({ row }) => dot(query, vectors[row]!) >= tenth).length;
    }
    expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.99);
  });

  it('is not written when the disk is full, though hnswlib says that it was', async () => {
    const vectors = unitVectors(20, 3);
    const builder = await NearestVectorsBuilder.start(DIMENSION);
    for (const vector of vectors) builder.add(0, vector);
    const writer = new AppendFile(folder.path('a.f32'));
    for (const vector of vectors) writer.append(vector);
    writer.close();
    const file = new VectorFile(folder.path('a.f32'), DIMENSION);
    const full = generationCalled('full');
    symlinkSync('/dev/full', join(full, FILES.nearest));
    for (const generation of [full, folder.path('nowhere')]) {
      await expect(builder.write(generation, file)).rejects.toMatchObject({ code: 'ENOSPC' });
    }
    file.close();
  });

  it('keeps each graph that hnswlib reads on another thread until it is read', async () => {
    // hnswlib reads into an object that it holds no reference to: collected, it would read into freed memory.
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const real = hnswlib.HierarchicalNSW;
    let reads = 0;
    let lost = 0;
    const collected = new FinalizationRegistry<{ done: boolean }>((reading) => {
      if (!reading.done) lost += 1;
    });
    const watch = (graph: object, result: Promise<boolean>) => {
      const reading = { done: false };
      reads += 1;
      collected.register(graph, reading);
      return collectingGarbage(result).finally(() => (reading.done = true));
    };
    /** As if it took long: what is to be collected has time to be. */
    const collectingGarbage = async (result: Promise<boolean>) => {
      for (let i = 0; i < 5; i++) {
        collectGarbage();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return result;
    };
    hnswlib.HierarchicalNSW = class extends real {
      override readIndex(path: string): Promise<boolean> {
        return watch(this, super.readIndex(path));
      }
    };
    const first = await build('first', unitVectors(50, 7));
    const second = await build('second', first.vectors.slice(1), first);
    expectNearest(second);
    hnswlib.HierarchicalNSW = real;
    expect(reads).toBeGreaterThanOrEqual(3);
    expect(lost).toBe(0);
  });

  it('is not opened from a file that is cut off', async () => {
    const { generation } = await build('whole', unitVectors(20, 3));
    writeFileSync(join(generation, FILES.nearest), 'cut off');
    expect(() => new NearestVectors(generation, DIMENSION, 20)).toThrow(UnusableIndexError);
  });

  it('takes no vector that is not finite', async () => {
    const builder = await NearestVectorsBuilder.start(DIMENSION);
    expect(() => builder.add(0, new Float32Array(DIMENSION).fill(NaN))).toThrow('not finite');
  });
});
