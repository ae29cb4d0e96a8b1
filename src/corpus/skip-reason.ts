/** Why a file, or what is in it, is not quoted. An index remembers these: see INDEX_FORMAT before one is taken away. */
export const SKIP_CODES = [
  // Of a file that was listed and is not opened, for what it is.
  'name-not-utf8',
  'link-outside',
  'link-to-folder',
  'not-a-file',
  'unknown-format',
  'file-too-large',
  // Of one whose bytes cannot be had.
  'gone',
  'unreadable',
  'folder-unreadable',
  // For what its bytes are.
  'no-text',
  'no-text-layer',
  'paragraph-too-long',
  'binary',
  'encrypted',
  'encrypted-or-doc',
  'damaged',
  'nested-too-deeply',
  'not-json-lines',
  'no-cues',
  'too-many-pages',
  'too-many-entries',
  'unpacked-too-large',
  'text-too-long',
  // For what its parser made of them.
  'parser-failed',
  'parser-too-slow',
  'parser-out-of-memory',
  'parser-broken',
  'parser-killed',
  'parser-unreachable',
] as const;

/** What was wrong: by this it is told apart, and by `detail` nothing. `reasonText` makes a sentence of the two. */
export interface SkipReason {
  readonly code: (typeof SKIP_CODES)[number];
  /** A limit that was passed, with its unit; a system error's code; or what a library said. */
  readonly detail?: string | undefined;
  /** The source of the folder above the file that it holds of; absent when it holds of the file itself. */
  readonly folder?: string | undefined;
}

/** A file that was left out of a build, and why. */
export interface SkippedFile {
  readonly source: string;
  readonly reason: SkipReason;
}
