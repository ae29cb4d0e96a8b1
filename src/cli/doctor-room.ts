import { readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import type { Finding } from '../discord/diagnose.ts';
import { count } from '../language/counted.ts';
import { currentGeneration, generationFolder } from '../index/generations.ts';
import { readManifest, UnusableIndexError } from '../index/manifest.ts';

/** The exported model and room for two generations of a small corpus. */
const NEEDED_DISK_BYTES = 300 * 1024 * 1024;
/** A build writes a whole index beside those that are there, and the next one may be larger. */
const INDEXES_OF_ROOM = 2;
const INOTIFY_LIMIT = '/proc/sys/fs/inotify/max_user_watches';

/** Whether there is room on the disk for the next builds. All in bytes. */
export function diskFinding(folder: string, free: number, index: number): Finding {
  const found = `${folder}, ${giga(free)} GB free`;
  const advice = 'Free some disk space, or set EMBEDDINGS_DIR to another disk.';
  if (free < NEEDED_DISK_BYTES) return { state: 'bad', found, advice };
  return free < INDEXES_OF_ROOM * index
    ? { state: 'note', found: `${found}, which is little for an index of ${giga(index)} GB`, advice }
    : { state: 'good', found };
}

/** What the index in use takes, in bytes; 0 where there is none. */
export function indexBytes(embeddingsDir: string): number {
  const generation = currentGeneration(embeddingsDir);
  if (generation === undefined) return 0;
  try {
    const { files } = readManifest(generationFolder(embeddingsDir, generation));
    return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  } catch (error) {
    if (error instanceof UnusableIndexError) return 0;
    throw error;
  }
}

/** Whether the system lets all folders of the corpus be watched, each of which takes a watch. */
export function watchFinding(folders: number, limit: number | undefined): Finding {
  if (limit === undefined) return { state: 'good', found: count(folders, 'folder') };
  const found = `${count(folders, 'folder')}; the system lets ${limit} be watched by all programs of a user`;
  // Editors and other programs watch too.
  return folders <= limit / 2
    ? { state: 'good', found }
    : {
        state: 'note',
        found,
        advice: `Raise fs.inotify.max_user_watches with sysctl to ${4 * folders} or so; without, changes are seen late.`,
      };
}

/** Linux's own; nothing on other systems. */
export function watchLimit(): number | undefined {
  try {
    return Number(readFileSync(INOTIFY_LIMIT, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The folders that files are in, by their sources, and those above; the corpus itself is one. */
export function foldersOf(sources: readonly string[]): number {
  const folders = new Set(['.']);
  for (const source of sources)
    for (let folder = dirname(source); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return folders.size;
}

function giga(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
