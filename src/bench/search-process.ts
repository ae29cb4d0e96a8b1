import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../answer/ask.ts';
import { loadEmbedder, type Embedder } from '../embedding/embedder.ts';
import { modelSpec } from '../embedding/model-spec.ts';
import { parsePlainText } from '../corpus/formats/plain-text.ts';
import { passagesOf } from '../corpus/passages.ts';
import { percentile } from '../evaluation/measures.ts';
import { FILES } from '../index/generation-files.ts';
import { GenerationWriter } from '../index/generation-writer.ts';
import {
  currentGeneration,
  generationFolder,
  newGeneration,
  publishGeneration,
} from '../index/generations.ts';
import { writeCorpusState } from '../index/corpus-state.ts';
import { INDEX_FORMAT } from '../index/manifest.ts';
import { OpenIndex } from '../index/open-index.ts';
import { dot, VectorFile } from '../index/vector-file.ts';
import { anySubject, paragraph, random, sentence, vectorAbout } from './synthetic.ts';

/** What one size costs; times in ms, memory in bytes. */
export interface SearchFigures {
  readonly passages: number;
  readonly windows: number;
  readonly insertsPerSecond: number;
  /** The most memory that the building process held at once. */
  readonly buildPeakBytes: number;
  readonly openMs: number;
  readonly openBytes: number;
  readonly vectorBytes: number;
  readonly embedP50: number;
  readonly askP50: number;
  readonly askP95: number;
  /** 0 to 1: of the ten nearest that comparing with every vector finds. */
  readonly recallAt10: number;
}

/** What the process is to measure: an index of so many made-up passages, written into `folder`. */
export interface SearchTask {
  readonly passages: number;
  readonly folder: string;
  readonly modelsDir: string;
}

/** In an index of fewer passages as many as it has. */
const QUESTIONS = 2000;
/** Vectors compared for the recall; more make the large sizes take minutes. */
const RECALL_COMPARISONS = 200_000_000;
const MAX_RECALL_QUERIES = 400;
const PASSAGES_A_DOCUMENT = 20;
/** Questions before those that are measured, as a bot that has been running for a while has had them. */
const WARM_UP = 1000;
/** Passages. */
const PROGRESS_EVERY = 50_000;

type Built = Pick<SearchFigures, 'insertsPerSecond' | 'buildPeakBytes'>;

// Run by search-bench.ts once for each size, first to build and then, in a fresh process, to measure.
process.once('message', ({ step, task }: { step: 'build' | 'measure'; task: SearchTask }) => {
  void (step === 'build' ? build(task) : measure(task)).then((result) =>
    process.send?.(result, () => process.exit(0)),
  );
});

async function build({ passages, folder, modelsDir }: SearchTask): Promise<Built> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const real = await loadEmbedder(modelSpec(''), modelsDir);
  // Only the vectors are made up; counting a token as four letters spares the tokenizer's time.
  const embedder: Embedder = { ...real, countTokens: (text) => Math.ceil(text.length / 4) };
  const next = random(7);
  let subject = 0;
  const built = newGeneration(folder);
  const writer = await GenerationWriter.start(built.folder, embedder, () =>
    Promise.resolve({ vector: vectorAbout(subject, next, embedder.dimension) }),
  );
  const started = performance.now();
  for (let made = 0, d = 0; made < passages; d++) {
    const count = Math.min(PASSAGES_A_DOCUMENT, passages - made);
    const text = Array.from({ length: count }, () => paragraph(next)).join('');
    const source = `document-${d}.txt`;
    const parsed = parsePlainText(text);
    subject = anySubject(next);
    await writer.add({ source, hash: source, text, metadata: {}, passages: passagesOf(source, parsed) });
    made += count;
    if (made % PROGRESS_EVERY === 0) {
      const minutes = (performance.now() - started) / 60_000;
      process.stderr.write(`${made} of ${passages} passages written in ${minutes.toFixed(1)} min\n`);
    }
  }
  const counts = await writer.finish();
  const seconds = (performance.now() - started) / 1000;
  writeCorpusState(built.folder, {
    files: new Map(),
    unreadable: new Set(),
    root: { device: 0, inode: 0, born: 0 },
  });
  publishGeneration(folder, built, {
    format: INDEX_FORMAT,
    model: real.model,
    dimension: real.dimension,
    precision: 'float32',
    builtAt: new Date().toISOString(),
    ...counts,
  });
  return {
    insertsPerSecond: counts.windows / seconds,
    // Kilobytes, says Node.js.
    buildPeakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function measure({
  passages,
  folder,
  modelsDir,
}: SearchTask): Promise<Omit<SearchFigures, keyof Built>> {
  const real = await loadEmbedder(modelSpec(''), modelsDir);
  const warmUp = Math.min(WARM_UP, passages);
  for (let i = 0; i < warmUp; i++) await real.embed(`warm up ${i}`, 'query');
  const before = await settledMemory();
  const opening = performance.now();
  const index = await OpenIndex.open(folder, currentGeneration(folder)!);
  const openMs = performance.now() - opening;
  const openBytes = (await settledMemory()) - before;

  const next = random(11);
  let made = vectorAbout(anySubject(next), next, real.dimension);
  const embedTimes: number[] = [];
  const embedder: Embedder = {
    ...real,
    // The question is really embedded, for its time; its vector is made up as the passages' are.
    embed: async (text, kind) => {
      const started = performance.now();
      await real.embed(text, kind);
      embedTimes.push(performance.now() - started);
      return made;
    },
  };
  const questions = Array.from(
    { length: warmUp + Math.min(QUESTIONS, passages) },
    () => `When did ${sentence(next, 7).toLowerCase()}`,
  );
  const askTimes: number[] = [];
  for (const question of questions) {
    made = vectorAbout(anySubject(next), next, real.dimension);
    const { answer } = await ask(question, {}, embedder, () => index);
    askTimes.push(answer.timings.total);
  }
  const figures = {
    passages: index.manifest.passages,
    windows: index.manifest.windows,
    openMs,
    openBytes,
    vectorBytes: index.manifest.windows * index.manifest.dimension * Float32Array.BYTES_PER_ELEMENT,
    embedP50: percentile(embedTimes.slice(warmUp), 0.5),
    askP50: percentile(askTimes.slice(warmUp), 0.5),
    askP95: percentile(askTimes.slice(warmUp), 0.95),
    recallAt10: recallAt10(index, generationFolder(folder, index.generation), next),
  };
  index.close();
  return figures;
}

/** Resident memory once garbage is collected and what was freed is given back, in bytes. */
async function settledMemory(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await sleep(200);
  }
  return process.memoryUsage().rss;
}

/** Share of the ten truly nearest windows that the graph finds. The vectors are read once for all queries. */
function recallAt10(index: OpenIndex, generation: string, next: () => number): number {
  const { dimension } = index.manifest;
  const vectors = new VectorFile(join(generation, FILES.vectors), dimension);
  const count = Math.min(MAX_RECALL_QUERIES, Math.ceil(RECALL_COMPARISONS / index.passageCount));
  const queries = Array.from({ length: count }, () => vectorAbout(anySubject(next), next, dimension));
  const nearest = queries.map((): { row: number; cosine: number }[] => []);
  for (let passage = 0; passage < index.passageCount; passage++) {
    // Only whole-passage windows are in the graph.
    const { first, whole } = index.rows(passage);
    const rows = vectors.read(first, whole);
    for (let i = 0; i < whole; i++) {
      for (const [q, query] of queries.entries()) {
        const cosine = dot(query, rows, i * dimension);
        const best = nearest[q]!;
        if (best.length === 10 && cosine <= best[9]!.cosine) continue;
        best.push({ row: first + i, cosine });
        best.sort((a, b) => b.cosine - a.cosine);
        best.length = Math.min(10, best.length);
      }
    }
  }
  vectors.close();
  let found = 0;
  for (const [q, query] of queries.entries()) {
    const exact = new Set(nearest[q]!.map(({ row }) => row));
    found += index.nearest.search(query, 10).filter(({ row }) => exact.has(row)).length / exact.size;
  }
  return found / count;
}
