import { reasonText } from '../corpus/reason-text.ts';
import type { SkippedFile } from '../corpus/skip-reason.ts';
import { UserError, systemErrorCode } from '../errors.ts';
import { pointerFile } from './generations.ts';

const WRITE_ERRORS = new Set(
  'EACCES EPERM EROFS ENOSPC EDQUOT EFBIG EIO ENOENT ENOTDIR EISDIR EEXIST ELOOP ENAMETOOLONG'.split(' '),
);

/**
 * What an index of nothing is refused with.
 *
 * @param answering the embeddings folder, where an index of it goes on answering
 */
export function emptyCorpus(skipped: readonly SkippedFile[], answering?: string): UserError {
  const why = skipped
    .slice(0, 5)
    .map(({ source, reason }) => `${source}: ${reasonText(reason)}`)
    .join('; ');
  return new UserError(
    'CORPUS_EMPTY',
    `The corpus holds no document that can be read${why === '' ? '' : ` (${why})`}.`,
    'Put documents into it (.txt, .md, .html, .pdf, .docx and more), or set CORPUS_DIR to the folder that holds them.' +
      (answering === undefined
        ? ''
        : ` The last index goes on answering; delete ${pointerFile(answering)} to have nothing quoted.`),
  );
}

/** What a build is refused with that is not to wait for another. */
export function buildUnderWay(): UserError {
  return new UserError(
    'BUILD_UNDER_WAY',
    'Another process is building it.',
    'What is new in the documents is quoted when that is done.',
  );
}

/** What an index is opened with that was not to be built first. */
export function indexStale(): UserError {
  return new UserError(
    'INDEX_STALE',
    'The index is not what the documents would give now.',
    'Bring it up to date: npm run index',
  );
}

/**
 * What an index is opened with that is not the newest.
 *
 * @param why what is wrong with the newest, e.g. `is gone`
 * @param builtAt when the one that answers was built
 * @param stale why there is no new one
 */
export function newestUnusable(why: string, builtAt: string, stale: UserError): UserError {
  const { code, message, hint } = stale;
  const next = 'npm run index';
  return new UserError(
    code,
    `The newest index ${why}, so the one before it answers, built at ${builtAt}: documents that were removed since may be quoted. ${message}`,
    hint.includes(next) ? hint : `${hint} To have a new one: ${next}`,
    { cause: stale },
  );
}

/** What is told when the index could not be written; errors of other kinds as they are. */
export function writeError(embeddingsDir: string, cause: unknown): unknown {
  if (cause instanceof UserError) return cause;
  const code = systemErrorCode(cause);
  const full = code === 'SQLITE_FULL' || code === 'SQLITE_IOERR' || code === 'SQLITE_CANTOPEN';
  if (!full && !WRITE_ERRORS.has(code ?? '')) return cause;
  return new UserError(
    'EMBEDDINGS_NOT_WRITABLE',
    `The index cannot be written to ${embeddingsDir} (${code}). The last good index is untouched.`,
    'Make the folder writable, free some disk space, or set EMBEDDINGS_DIR to another folder.',
    { cause },
  );
}
