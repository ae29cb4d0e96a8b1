import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbedder } from '../embedding/embedder.ts';
import { modelSpec } from '../embedding/model-spec.ts';
import { buildInChild } from '../index/build-in-child.ts';
import { windowsOf } from '../index/windows.ts';
import { paragraph, random } from './synthetic.ts';

/** Seconds, unless said otherwise. */
export interface BuildFigures {
  readonly passages: number;
  readonly windows: number;
  readonly fullBuild: number;
  /**
   * Loading the model and the same windows through it alone: the mean of once before the builds and once after, for
   * a machine's rate changes within a minute by as much as the build takes longer.
   */
  readonly bareEmbedding: number;
  /** With a part of the passages changed. */
  readonly rebuild: number;
  /** That part: one file in a hundred, which is more of less than a hundred files. 0 to 1. */
  readonly changed: number;
  /** Tokens embedded, against one vector a passage. */
  readonly tokenRatio: number;
}

const PASSAGES_A_FILE = 10;

/** Builds, changes one file in a hundred and builds again; and embeds the same windows with nothing around it. */
export async function benchBuild(passages: number, folder: string, modelsDir: string): Promise<BuildFigures> {
  rmSync(folder, { recursive: true, force: true });
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir, { recursive: true });
  const next = random(3);
  const texts: string[][] = [];
  for (let f = 0; f * PASSAGES_A_FILE < passages; f++) {
    const file = Array.from({ length: PASSAGES_A_FILE }, () => paragraph(next).trim());
    texts.push(file);
    writeFileSync(join(corpusDir, `file-${f}.txt`), file.join('\n\n'));
  }
  const build = { corpusDir, embeddingsDir: join(folder, 'embeddings'), modelsDir, embeddingModel: '' };
  const before = await embedBare(texts.flat(), modelsDir);
  const full = await buildInChild(build);
  let changedFiles = 0;
  for (let f = 0; f < texts.length; f += 100, changedFiles++) {
    const file = texts[f]!.map(() => paragraph(next).trim());
    writeFileSync(join(corpusDir, `file-${f}.txt`), file.join('\n\n'));
  }
  const rebuilt = await buildInChild(build);
  const after = await embedBare(texts.flat(), modelsDir);
  return {
    passages: full.passages,
    windows: before.windows,
    fullBuild: full.seconds,
    bareEmbedding: (before.seconds + after.seconds) / 2,
    rebuild: rebuilt.seconds,
    changed: changedFiles / texts.length,
    tokenRatio: before.tokenRatio,
  };
}

async function embedBare(passages: readonly string[], modelsDir: string) {
  const loading = performance.now();
  const embedder = await loadEmbedder(modelSpec(''), modelsDir);
  const loaded = performance.now();
  let passageTokens = 0;
  let windowTokens = 0;
  const windows: string[] = [];
  for (const text of passages) {
    // [CLS] and [SEP] are paid for with every vector.
    passageTokens += embedder.countTokens(text) + 2;
    for (const { start, end } of windowsOf(text, embedder)) {
      windows.push(text.slice(start, end));
      windowTokens += embedder.countTokens(windows.at(-1)!) + 2;
    }
  }
  const started = performance.now();
  for (const window of windows) await embedder.embed(window, 'passage');
  const seconds = (loaded - loading + performance.now() - started) / 1000;
  return { seconds, windows: windows.length, tokenRatio: windowTokens / passageTokens };
}
