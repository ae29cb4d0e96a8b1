import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { systemErrorCode } from '../errors.ts';
import { MANIFEST, sumsOfFile, type Manifest } from './manifest.ts';

/** Names the generation that answers; replaced by rename. */
const POINTER = 'current';
const GENERATION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
const UNFINISHED = '.building';

/** The generation that answers; `undefined` when none was ever finished. */
export function currentGeneration(embeddingsDir: string): string | undefined {
  try {
    const name = readFileSync(join(embeddingsDir, POINTER), 'utf8').trim();
    return GENERATION.test(name) ? name : undefined;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

export function generationFolder(embeddingsDir: string, generation: string): string {
  return join(embeddingsDir, generation);
}

/** An empty folder for a build. The caller holds the build lock, so what else is unfinished is a dead build's. */
export function newGenerationFolder(embeddingsDir: string): { generation: string; folder: string } {
  for (const name of readdirSync(embeddingsDir)) {
    if (name.endsWith(UNFINISHED)) rmSync(join(embeddingsDir, name), { recursive: true, force: true });
  }
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const generation = `${time}-${randomBytes(4).toString('hex')}`;
  const folder = join(embeddingsDir, `${generation}${UNFINISHED}`);
  mkdirSync(folder);
  return { generation, folder };
}

/**
 * Makes a finished build the one that answers: its files and their sums are on disk before its name is,
 * so that whatever moment the machine stops at, either the old generation or this one answers, whole.
 * The one that answered before stays too: a reader may still be opening it.
 */
export function publishGeneration(
  embeddingsDir: string,
  generation: string,
  folder: string,
  facts: Omit<Manifest, 'files'>,
): void {
  const files: Manifest['files'] = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    syncToDisk(path);
    files[name] = { bytes: statSync(path).size, ...sumsOfFile(path, ['crc32', 'sha256']) };
  }
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...facts, files }, null, 2), { flush: true });
  syncToDisk(folder);
  renameSync(folder, generationFolder(embeddingsDir, generation));

  const before = currentGeneration(embeddingsDir);
  const pointer = join(embeddingsDir, `${POINTER}${UNFINISHED}`);
  writeFileSync(pointer, `${generation}\n`, { flush: true });
  renameSync(pointer, join(embeddingsDir, POINTER));
  syncToDisk(embeddingsDir);
  prune(embeddingsDir, [generation, before]);
}

/** Names tell no order: a clock may go backwards. */
function prune(embeddingsDir: string, kept: readonly (string | undefined)[]): void {
  for (const name of readdirSync(embeddingsDir)) {
    if (!GENERATION.test(name) || kept.includes(name)) continue;
    rmSync(generationFolder(embeddingsDir, name), { recursive: true, force: true });
  }
}

function syncToDisk(path: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    fsyncSync(fd);
  } catch (error) {
    // Windows can neither open nor sync a folder.
    if (process.platform !== 'win32') throw error;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
