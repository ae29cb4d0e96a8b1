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
import { UserError, systemErrorCode } from '../errors.ts';
import { MANIFEST } from './generation-files.ts';
import { sumsOfFile, type Manifest } from './manifest.ts';

/** Names the generation that answers, and below it the one that did before; replaced by rename. */
const POINTER = 'current';
const GENERATION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
const UNFINISHED = '.building';

/** A generation that is being built, and where that is until it is published. */
export interface NewGeneration {
  readonly generation: string;
  readonly folder: string;
}

/** The file that names the generation that answers; there may be none. */
export function pointerFile(embeddingsDir: string): string {
  return join(embeddingsDir, POINTER);
}

/** The generation that answers; `undefined` when none was ever finished, or its name cannot be used. */
export function currentGeneration(embeddingsDir: string): string | undefined {
  // Not the one before it: who has the newest open would go back to that.
  return namesInPointer(embeddingsDir).slice(0, 1).find(isGeneration);
}

/**
 * The generation that answers, and the one that did before, which is to answer where the first is damaged. A name that
 * cannot be used is left out.
 */
export function generationsToAnswer(embeddingsDir: string): readonly string[] {
  return namesInPointer(embeddingsDir).filter(isGeneration);
}

/** As they stand there. */
function namesInPointer(embeddingsDir: string): readonly string[] {
  try {
    const pointer = pointerFile(embeddingsDir);
    // Reading a pipe would never end.
    if (!statSync(pointer).isFile()) return [];
    return readFileSync(pointer, 'utf8').trim().split(/\s+/);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return [];
  }
}

function isGeneration(name: string): boolean {
  return GENERATION.test(name);
}

/**
 * Where a generation is once it is published; the folder may be gone by now.
 *
 * @param generation its name, as {@link currentGeneration} gives it
 */
export function generationFolder(embeddingsDir: string, generation: string): string {
  return join(embeddingsDir, generation);
}

/** @throws UserError `EMBEDDINGS_NOT_WRITABLE` when no build could be published */
export function checkPointer(embeddingsDir: string): void {
  const pointer = pointerFile(embeddingsDir);
  if (statSync(pointer, { throwIfNoEntry: false })?.isFile() !== false) return;
  throw new UserError(
    'EMBEDDINGS_NOT_WRITABLE',
    `${pointer} is not a file: the name of the index that answers cannot be written to it.`,
    `Delete ${pointer} and run this again.`,
  );
}

/**
 * Removes what builds left behind that were killed. The caller holds the build lock, so what is unfinished is a dead
 * build's.
 *
 * @throws UserError `EMBEDDINGS_NOT_WRITABLE` when no build could be published
 */
export function removeLeftovers(embeddingsDir: string): void {
  checkPointer(embeddingsDir);
  for (const name of readdirSync(embeddingsDir)) {
    const unfinished = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : undefined;
    // The folder may hold what is not the index's.
    if (unfinished === POINTER || (unfinished !== undefined && GENERATION.test(unfinished)))
      rmSync(join(embeddingsDir, name), { recursive: true, force: true });
  }
  const names = namesInPointer(embeddingsDir);
  // Whoever lost the pointer, or a name in it, can write it again, until there is another index.
  if (names.length > 0 && names.every(isGeneration)) prune(embeddingsDir, names);
}

/** An empty folder for a build. The caller holds the build lock. */
export function newGeneration(embeddingsDir: string): NewGeneration {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const generation = `${time}-${randomBytes(4).toString('hex')}`;
  const folder = join(embeddingsDir, `${generation}${UNFINISHED}`);
  mkdirSync(folder);
  return { generation, folder };
}

/**
 * Makes a finished build the one that answers: its files and their sums are on disk before its name is,
 * so that whatever moment the machine stops at, either the old generation or this one answers, whole.
 *
 * @param before the one that answered before, which stays: a reader may still be opening it, and it answers where this
 * one is damaged
 */
export function publishGeneration(
  embeddingsDir: string,
  { generation, folder }: NewGeneration,
  facts: Omit<Manifest, 'files'>,
  before?: string,
): void {
  const files: Manifest['files'] = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    syncToDisk(path);
    files[name] = { bytes: statSync(path).size, ...sumsOfFile(path, ['crc32', 'sha256']) };
  }
  writeFileSync(join(folder, MANIFEST), JSON.stringify({ ...facts, files }, null, 2), { flush: true });
  syncToDisk(folder);
  const published = generationFolder(embeddingsDir, generation);
  renameSync(folder, published);

  const kept = before === undefined ? [generation] : [generation, before];
  try {
    const pointer = join(embeddingsDir, `${POINTER}${UNFINISHED}`);
    writeFileSync(pointer, `${kept.join('\n')}\n`, { flush: true });
    renameSync(pointer, pointerFile(embeddingsDir));
  } catch (error) {
    rmSync(published, { recursive: true, force: true });
    throw error;
  }
  syncToDisk(embeddingsDir);
  prune(embeddingsDir, kept);
}

/** Names tell no order: a clock may go backwards. What cannot be removed is tried again by the next run. */
function prune(embeddingsDir: string, kept: readonly string[]): void {
  for (const name of readdirSync(embeddingsDir)) {
    if (!GENERATION.test(name) || kept.includes(name)) continue;
    try {
      rmSync(generationFolder(embeddingsDir, name), { recursive: true, force: true });
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
    }
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
