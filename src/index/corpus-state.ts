import { readFileSync, writeFileSync } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { CorpusFile, Listing } from '../corpus/files.ts';
import { reasonToPassOver, sha256 } from '../corpus/read.ts';
import type { CorpusRoot } from '../corpus/root.ts';
import { SKIP_CODES, type SkippedFile, type SkipReason } from '../corpus/skip-reason.ts';
import { systemErrorCode } from '../errors.ts';
import { FILES } from './generation-files.ts';
import { UnusableIndexError } from './manifest.ts';

/** One file of the corpus as a build saw it. */
export interface SeenFile {
  readonly size: number;
  /** When it was modified, and when what the system knows of it was changed, which no program can set; in ms. */
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  /** Whether it could be changed after it was seen and show the same times. */
  readonly racy: boolean;
  /** Why it gave no passages; absent when it did. */
  readonly skipped?: SkipReason | undefined;
  /** SHA-256 of what was read, hexadecimal: the same bytes need not be parsed again. */
  readonly hash?: string | undefined;
  /** How often these bytes were tried in vain, where they may give passages another time. */
  readonly tries?: number | undefined;
}

const seenFile = v.object({
  size: v.number(),
  modified: v.number(),
  changed: v.number(),
  inode: v.number(),
  racy: v.boolean(),
  skipped: v.optional(
    v.object({
      code: v.picklist(SKIP_CODES),
      detail: v.optional(v.string()),
      folder: v.optional(v.string()),
    }),
  ),
  hash: v.optional(v.string()),
  tries: v.optional(v.number()),
});
// Entries, not an object: a file may be called `__proto__`.
const schema = v.object({
  files: v.array(v.tuple([v.string(), seenFile])),
  unreadable: v.array(v.string()),
  root: v.object({ device: v.number(), inode: v.number(), born: v.number() }),
});
/** Times of files are no finer than this on some file systems, in ms. */
const RACY_MS = 2000;

/** What a generation was built from. */
export interface CorpusState {
  /** By source. */
  readonly files: ReadonlyMap<string, SeenFile>;
  readonly root: Omit<CorpusRoot, 'path'>;
  /** See {@link Listing}. */
  readonly unreadable: ReadonlySet<string>;
}

/** Writes down what {@link readCorpusState} reads; of the root, what tells it from another folder. */
export function writeCorpusState(folder: string, { files, unreadable, root }: CorpusState): void {
  const { device, inode, born } = root;
  const state = { files: [...files], unreadable: [...unreadable], root: { device, inode, born } };
  writeFileSync(join(folder, FILES.corpusState), JSON.stringify(state));
}

/** @throws UnusableIndexError */
export function readCorpusState(folder: string): CorpusState {
  try {
    const { files, unreadable, root } = v.parse(
      schema,
      JSON.parse(readFileSync(join(folder, FILES.corpusState), 'utf8')),
    );
    return { files: new Map(files), unreadable: new Set(unreadable), root };
  } catch (cause) {
    throw new UnusableIndexError(`${FILES.corpusState} cannot be read`, { cause });
  }
}

/** Of a generation's documents those that it kept though their files could not be read, and why. */
export function keptFiles(
  { files, unreadable }: Pick<CorpusState, 'files' | 'unreadable'>,
  sources: Iterable<string>,
): SkippedFile[] {
  const kept: SkippedFile[] = [];
  for (const source of sources) {
    const seen = files.get(source);
    // What is below a folder that cannot be looked into is not even seen; nor is a link that leads to nothing.
    const unseen = unreadable.has(source) ? 'unreadable' : 'folder-unreadable';
    const reason = seen ? seen.skipped : ({ code: unseen } as const);
    if (reason !== undefined) kept.push({ source, reason });
  }
  return kept;
}

/** What can be told of a file without reading it. */
export async function seeFile(file: CorpusFile): Promise<SeenFile> {
  const now = Date.now();
  try {
    const { mtimeMs: modified, ctimeMs: changed, ino: inode } = await stat(file.path);
    const racy = changed > now - RACY_MS || Math.abs(modified - now) < RACY_MS;
    return { size: file.size, modified, changed, inode, racy };
  } catch {
    // Gone since it was listed: different from whatever was recorded, so the next look finds a change.
    return { size: -1, modified: 0, changed: 0, inode: 0, racy: false };
  }
}

/**
 * Whether the corpus still is what a generation was built from. Files whose times tell nothing, e.g. of a corpus that
 * was copied, are read and compared by their hashes.
 */
export async function isUnchanged(
  { files, unreadable }: Pick<Listing, 'files' | 'unreadable'>,
  state: Omit<CorpusState, 'root'>,
): Promise<boolean> {
  if (files.length !== state.files.size || unreadable.size !== state.unreadable.size) return false;
  for (const source of unreadable) if (!state.unreadable.has(source)) return false;
  for (const file of files) {
    const known = state.files.get(file.source);
    if (!known) return false;
    // It may be readable by now, which neither size nor time tells.
    if (known.skipped?.code === 'unreadable' && (await canBeRead(file))) return false;
    if (!(await isSame(file, known))) return false;
  }
  return true;
}

async function isSame(file: CorpusFile, known: SeenFile): Promise<boolean> {
  const passedOver = reasonToPassOver(file)?.code;
  // Formats may have been added since: a file that was never read has no hash.
  const wasSkipped = known.hash === undefined ? known.skipped?.code : undefined;
  const wasPassedOver = wasSkipped === 'unreadable' ? undefined : wasSkipped;
  if (passedOver !== wasPassedOver) return false;
  // A log beside the documents may grow all day.
  if (passedOver !== undefined) return true;
  const seen = await seeFile(file);
  if (seen.size !== known.size) return false;
  const isAsSeen =
    seen.modified === known.modified && seen.changed === known.changed && seen.inode === known.inode;
  if (isAsSeen && !known.racy) return true;
  return known.hash === undefined ? isAsSeen : (await hashOf(file)) === known.hash;
}

/** `undefined` for a file that cannot be read. */
async function hashOf({ path }: CorpusFile): Promise<string | undefined> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

async function canBeRead({ path }: CorpusFile): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
