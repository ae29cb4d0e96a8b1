import { realpath, stat } from 'node:fs/promises';
import { UserError, systemErrorCode } from '../errors.ts';

/** Which folder the corpus is: its files are deleted only if it is still the same one. */
export interface CorpusRoot {
  /** With links resolved. */
  readonly path: string;
  readonly device: number;
  readonly inode: number;
  /** When it was made, in ms, where the system tells: another folder may get the inode of one that was deleted. */
  readonly born: number;
}

/** Whether two looks, of which one may be long ago, were at the same folder. */
export function isSameFolder(a: Omit<CorpusRoot, 'path'>, b: Omit<CorpusRoot, 'path'>): boolean {
  return a.device === b.device && a.inode === b.inode && a.born === b.born;
}

/** @throws UserError `CORPUS_MISSING`, `CORPUS_UNREADABLE` */
export async function corpusRoot(folder: string): Promise<CorpusRoot> {
  try {
    const path = await realpath(folder);
    const { dev, ino, birthtimeMs } = await stat(path);
    return { path, device: dev, inode: ino, born: birthtimeMs };
  } catch (error) {
    throw corpusError(folder, error);
  }
}

/**
 * Finds out whether a corpus is still the folder that was listed: a disk may be unmounted or a share lost while its
 * files are read, and then every file seems to be deleted.
 *
 * @throws UserError `CORPUS_MISSING`, `CORPUS_UNREADABLE`
 */
export async function mustBeThere(folder: string, listed: CorpusRoot): Promise<void> {
  const { device, inode } = await corpusRoot(folder);
  if (device === listed.device && inode === listed.inode) return;
  throw new UserError(
    'CORPUS_MISSING',
    `The corpus folder ${folder} became another folder while it was read.`,
    'See that its disk or share is mounted, then run this again. The last good index is untouched.',
  );
}

/**
 * What to throw for what was caught while a corpus was read: for the system's errors a UserError `CORPUS_MISSING` or
 * `CORPUS_UNREADABLE`, else `cause` itself.
 */
export function corpusError(folder: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(
      'CORPUS_MISSING',
      code === 'ENOENT' ? `There is no corpus folder at ${folder}.` : `The corpus ${folder} is not a folder.`,
      'Create it and put documents in it, or set CORPUS_DIR to the folder that holds them.',
      { cause },
    );
  }
  return new UserError(
    'CORPUS_UNREADABLE',
    `The corpus folder ${folder} cannot be read (${code}).`,
    'Give the user that runs this command permission to read it.',
    { cause },
  );
}
