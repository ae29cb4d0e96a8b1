import { readFileSync, writeFileSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CorpusFile, Listing } from '../corpus/files.ts';
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
  /** Whether the same bytes may give passages another time. */
  readonly passing?: boolean | undefined;
}

const seenFile = v.object({
  size: v.number(),
  modified: v.number(),
  skipped: v.optional(v.string()),
  unreadable: v.optional(v.boolean()),
  hash: v.optional(v.string()),
  passing: v.optional(v.boolean()),
});
// Entries, not an object: a file may be called `__proto__`.
const schema = v.object({
  files: v.array(v.tuple([v.string(), seenFile])),
  unreadable: v.array(v.string()),
});
const FILE = 'corpus.json';

/** What a generation was built from. */
export interface CorpusState {
  /** By source. */
  readonly files: ReadonlyMap<string, SeenFile>;
  /** See {@link Listing}. */
  readonly unreadable: ReadonlySet<string>;
}

export function writeCorpusState(folder: string, { files, unreadable }: CorpusState): void {
  writeFileSync(join(folder, FILE), JSON.stringify({ files: [...files], unreadable: [...unreadable] }));
}

/** @throws UnusableIndexError */
export function readCorpusState(folder: string): CorpusState {
  try {
    const { files, unreadable } = v.parse(schema, JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
    return { files: new Map(files), unreadable: new Set(unreadable) };
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
export async function isUnchanged(
  { files, unreadable }: Pick<Listing, 'files' | 'unreadable'>,
  state: CorpusState,
): Promise<boolean> {
  if (files.length !== state.files.size || unreadable.size !== state.unreadable.size) return false;
  for (const source of unreadable) if (!state.unreadable.has(source)) return false;
  for (const file of files) {
    const known = state.files.get(file.source);
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
