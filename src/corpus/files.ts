import { readdir, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';
import { corpusError, corpusRoot, type CorpusRoot } from './root.ts';
import type { SkippedFile } from './skip-reason.ts';

/** A file that may be read: its real path is inside the corpus. */
export interface CorpusFile {
  readonly source: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** The corpus folder as it was found. */
export interface Listing {
  readonly root: CorpusRoot;
  /** In order of `source`, by code unit. */
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly SkippedFile[];
  /**
   * Files and folders among the skipped that are there, but cannot be looked at or into: neither they nor what is below
   * them is to be taken for deleted.
   */
  readonly unreadable: ReadonlySet<string>;
}

/** Of a source and the folders above it, the nearest that is there and cannot be looked at or into. */
export function unreadablePart(
  source: string,
  { unreadable }: Pick<Listing, 'unreadable'>,
): string | undefined {
  for (let above = source; above !== '.'; above = posix.dirname(above))
    if (unreadable.has(above)) return above;
  return undefined;
}

/**
 * Lists the corpus. Hidden files are passed over in silence; links that lead out of the corpus, links to
 * folders and what is no file are skipped with a reason.
 *
 * @param except a folder that is no part of the corpus though it may be inside: the index's own
 * @throws UserError `CORPUS_MISSING`, `CORPUS_UNREADABLE`, `CORPUS_IS_INDEX`
 */
export async function listCorpus(folder: string, except?: string): Promise<Listing> {
  const files: CorpusFile[] = [];
  const skipped: SkippedFile[] = [];
  const unreadable = new Set<string>();
  const corpus = await corpusRoot(folder);
  const root = corpus.path;
  const left = except === undefined ? undefined : await realpath(except).catch(() => undefined);
  if (left === root) {
    throw new UserError(
      'CORPUS_IS_INDEX',
      `The documents and their index are to be in the same folder, ${folder}.`,
      'Set CORPUS_DIR or EMBEDDINGS_DIR to another folder, e.g. one inside the other.',
    );
  }
  try {
    await walk('');
  } catch (error) {
    throw corpusError(folder, error);
  }
  files.sort((a, b) => (a.source < b.source ? -1 : 1));
  return { root: corpus, files, skipped, unreadable };

  async function walk(inside: string): Promise<void> {
    for (const entry of await readdir(join(root, inside), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(root, inside, entry.name);
      const source = relative(root, path).split(sep).join('/');
      try {
        if (path === left) continue;
        if (entry.isDirectory()) await walk(join(inside, entry.name));
        else await admit(source, path, entry.isSymbolicLink());
      } catch (error) {
        const code = systemErrorCode(error);
        if (code === undefined) throw error;
        const isMisnamed = code === 'ENOENT' && source.includes('\ufffd');
        skipped.push({
          source,
          reason: isMisnamed ? { code: 'name-not-utf8' } : { code: 'unreadable', detail: code },
        });
        // A link is there, though what it leads to may not be.
        const isGone = (code === 'ENOENT' || code === 'ENOTDIR') && !entry.isSymbolicLink();
        if (!isGone) unreadable.add(source);
      }
    }
  }

  async function admit(source: string, path: string, isLink: boolean): Promise<void> {
    const real = isLink ? await realpath(path) : path;
    if (real !== root && !real.startsWith(root + sep)) {
      skipped.push({ source, reason: { code: 'link-outside' } });
      return;
    }
    const stats = await stat(path);
    if (stats.isFile()) files.push({ source, path, size: stats.size });
    else skipped.push({ source, reason: { code: stats.isDirectory() ? 'link-to-folder' : 'not-a-file' } });
  }
}
