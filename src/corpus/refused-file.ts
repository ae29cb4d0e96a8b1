import type { SkipReason } from './skip-reason.ts';

const MAX_DETAIL_LENGTH = 100;
/** Where readers of XML say that they are; they often do not know. */
const PLACE_IN_XML = /@#\[line:.*?\]/g;

/** Thrown for a file that cannot be read in its format. */
export class RefusedFileError extends Error {
  override readonly name = 'RefusedFileError';
  readonly reason: SkipReason;

  constructor(code: SkipReason['code'], detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.reason = { code, ...(detail === undefined ? {} : { detail }) };
  }
}

/** A refusal that need not come again for the same bytes: for want of time or memory, or of the parser's process. */
export class PassingRefusalError extends RefusedFileError {}

/** For what a parser throws at a file that is not of its format: `damaged`, with what it said in one short line. */
export function damaged(cause: unknown): RefusedFileError {
  if (cause instanceof RefusedFileError) return cause;
  if (cause instanceof RangeError) return new RefusedFileError('nested-too-deeply', undefined, { cause });
  // What a parser stumbles over then tells of the parser, not of the file.
  if (cause instanceof TypeError) return new RefusedFileError('damaged', undefined, { cause });
  const detail = messageOf(cause).replace(PLACE_IN_XML, '').replace(/\s+/g, ' ').trim();
  const short = detail.length > MAX_DETAIL_LENGTH ? `${detail.slice(0, MAX_DETAIL_LENGTH)}…` : detail;
  return new RefusedFileError('damaged', short === '' ? undefined : short, { cause });
}

/** Why a file is refused whose parser threw this; what is no refusal is the parser's own fault. */
export function refusalOf(error: unknown): SkipReason {
  return error instanceof RefusedFileError
    ? error.reason
    : { code: 'parser-failed', detail: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
