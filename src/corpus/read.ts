import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors.ts';
import type { CorpusDocument } from './document.ts';
import type { CorpusFile } from './files.ts';
import { extensionOf, parserFor } from './formats/formats.ts';
import { passagesOf } from './passages.ts';
import { PassingRefusalError, refusalOf } from './refused-file.ts';
import type { SkipReason } from './skip-reason.ts';
import { storable } from './storable.ts';

/** Bigger files are skipped: one would hold the whole build's memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** A longer paragraph, in UTF-16 code units, is no paragraph: it would be embedded for minutes and quoted whole. */
const MAX_PASSAGE_LENGTH = 1_000_000;
const NOTHING_BEFORE: ReadBefore = { isUnchanged: () => false, refusal: () => undefined };

/** Why a file is not read, whatever it holds: for its name or its size. */
function passedOver({
  source,
  size,
}: CorpusFile): (ReadResult & { readonly reason: SkipReason }) | undefined {
  if (!parserFor(source)) return { kind: 'skipped', reason: { code: 'unknown-format' } };
  if (size <= MAX_FILE_BYTES) return undefined;
  return {
    kind: 'refused',
    reason: { code: 'file-too-large', detail: `${MAX_FILE_BYTES / 1024 / 1024} MB` },
  };
}

/** The same, without what becomes of it. `undefined` for a file that is read. */
export function reasonToPassOver(file: CorpusFile): SkipReason | undefined {
  return passedOver(file)?.reason;
}

/** Bytes of a file that are read. */
export function readableBytes(file: CorpusFile): number {
  return passedOver(file) ? 0 : file.size;
}

/** What became of a file. */
export type ReadResult =
  | { readonly kind: 'document'; readonly document: CorpusDocument }
  /** The bytes are those of a document that is known from before. */
  | { readonly kind: 'unchanged'; readonly hash: string }
  /** There is nothing to be quoted in it. `hash` where the file was read. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly hash?: string }
  /**
   * What it holds cannot be had, such as half of a file that is being saved; it is not to be taken for deleted. `hash`
   * where the file was read; `passing` where the same bytes may be read another time.
   */
  | {
      readonly kind: 'refused';
      readonly reason: SkipReason;
      readonly hash?: string;
      readonly passing?: boolean;
    }
  /** It was there when the corpus was listed. */
  | { readonly kind: 'gone'; readonly reason: SkipReason }
  /** The file is there but its bytes could not be had; it is not to be taken for deleted. */
  | { readonly kind: 'unreadable'; readonly reason: SkipReason };

/** What earlier readings of the same bytes came to, by their SHA-256; parsing can take seconds. */
export interface ReadBefore {
  /** Whether the file gave a document. */
  isUnchanged(source: string, hash: string): boolean;
  /** Why a file with this extension was skipped for these bytes. */
  refusal(extension: string, hash: string): SkipReason | undefined;
}

/** Hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads one file of the corpus. Never throws for what a file holds. */
export async function readDocument(file: CorpusFile, before = NOTHING_BEFORE): Promise<ReadResult> {
  const parse = parserFor(file.source);
  const passed = passedOver(file);
  if (!parse || passed) return passed!;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code === 'ENOENT'
      ? { kind: 'gone', reason: { code: 'gone' } }
      : { kind: 'unreadable', reason: { code: 'unreadable', detail: code } };
  }
  const hash = sha256(bytes);
  if (before.isUnchanged(file.source, hash)) return { kind: 'unchanged', hash };
  const refuse = (reason: SkipReason): ReadResult => ({
    kind: reason.code === 'no-text' ? 'skipped' : 'refused',
    reason,
    hash,
  });
  const refusal = before.refusal(extensionOf(file.source), hash);
  if (refusal !== undefined) return refuse(refusal);
  try {
    const parsed = storable(await parse(bytes));
    const passages = passagesOf(file.source, parsed);
    if (passages.length === 0) return refuse({ code: 'no-text' });
    if (passages.some((passage) => passage.text.length > MAX_PASSAGE_LENGTH)) {
      const detail = `${MAX_PASSAGE_LENGTH.toLocaleString('en')} characters`;
      return refuse({ code: 'paragraph-too-long', detail });
    }
    const { text, metadata } = parsed;
    return { kind: 'document', document: { source: file.source, hash, text, metadata, passages } };
  } catch (error) {
    const reason = refusalOf(error);
    if (error instanceof PassingRefusalError) return { kind: 'refused', reason, hash, passing: true };
    return refuse(reason);
  }
}
