/** Why a file cannot be read in its format; the message is the reason that the user is shown. */
export class RefusedFileError extends Error {
  override readonly name = 'RefusedFileError';
}

/** A refusal that need not come again for the same bytes: for want of time or memory, or of the parser's process. */
export class PassingRefusalError extends RefusedFileError {}

const MAX_DETAIL_LENGTH = 100;
/** Where readers of XML say that they are; they often do not know. */
const PLACE_IN_XML = /@#\[line:.*?\]/g;

/** For what a parser throws at a file that is not of its format: `damaged: …`, in one short line. */
export function damaged(cause: unknown): RefusedFileError {
  if (cause instanceof RefusedFileError) return cause;
  if (cause instanceof RangeError) return new RefusedFileError('damaged: nested too deeply', { cause });
  // What a parser stumbles over then tells of the parser, not of the file.
  if (cause instanceof TypeError) return new RefusedFileError('damaged', { cause });
  const detail = (cause instanceof Error ? cause.message : String(cause))
    .replace(PLACE_IN_XML, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = detail.length > MAX_DETAIL_LENGTH ? `${detail.slice(0, MAX_DETAIL_LENGTH)}…` : detail;
  return new RefusedFileError(short === '' ? 'damaged' : `damaged: ${short}`, { cause });
}
