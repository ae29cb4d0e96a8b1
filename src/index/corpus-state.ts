import { readFileSync, writeFileSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CorpusFile } from '../corpus/files.ts';
import { UnusableIndexError } from './manifest.ts';

/** One file of the corpus as a build saw it. */
export interface SeenFile {
  readonly size: number;
  readonly modified: number;
  /** Why it gave no passages; absent when it did. */
  readonly skipped?: string | undefined;
  /** Whether its bytes could not be had: it may be readable by now, which neither size nor time tells. */
  readonly unreadable?: boolean | undefined;
  /** SHA-256 of what was skipped for what it holds, hexadecimal: the same bytes need not be parsed again. */
  readonly hash?: string | undefined;
}

// The entries of the object on disk: a file may be called `__proto__`.
const schema = v.array(
  v.tuple([
    v.string(),
    v.object({
      size: v.number(),
      modified: v.number(),
      skipped: v.optional(v.string()),
      unreadable: v.optional(v.boolean()),
      hash: v.optional(v.string()),
    }),
  ]),
);
const FILE = 'corpus.json';

/** The files that a generation was built from, by source. */
export type CorpusState = ReadonlyMap<string, SeenFile>;

export function writeCorpusState(folder: string, state: CorpusState): void {
  writeFileSync(join(folder, FILE), JSON.stringify(Object.fromEntries(state)));
}

/** @throws UnusableIndexError */
export function readCorpusState(folder: string): CorpusState {
  try {
    return new Map(
      v.parse(schema, Object.entries(JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as object)),
    );
  } catch (cause) {
    throw new UnusableIndexError(`${FILE} cannot be read`, { cause });
  }
}

/** Size and time of modification, without reading the file. */
export async function seeFile(file: CorpusFile): Promise<SeenFile> {
  try {
    return { size: file.size, modified: (await stat(file.path)).mtimeMs };
  } catch {
    // Gone since it was listed: different from whatever was recorded, so the next look finds a change.
    return { size: -1, modified: 0 };
  }
}

/** Whether the corpus still is what a generation was built from, as far as sizes and times tell. */
export async function isUnchanged(files: readonly CorpusFile[], state: CorpusState): Promise<boolean> {
  if (files.length !== state.size) return false;
  for (const file of files) {
    const known = state.get(file.source);
    if (!known) return false;
    if (known.unreadable && (await canBeRead(file))) return false;
    const seen = await seeFile(file);
    if (seen.size !== known.size || seen.modified !== known.modified) return false;
  }
  return true;
}

async function canBeRead({ path }: CorpusFile): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
