import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors.ts';
import type { CorpusDocument } from './document.ts';
import type { CorpusFile } from './files.ts';
import { FORMATS, parserFor } from './formats/formats.ts';
import { passagesOf } from './passages.ts';
import { storable } from './storable.ts';

/** Bigger files are skipped: one would hold the whole build's memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A longer paragraph, in UTF-16 code units, is no paragraph: it would be embedded for minutes and quoted whole. */
const MAX_PASSAGE_LENGTH = 1_000_000;

export type ReadResult =
  | { readonly kind: 'document'; readonly document: CorpusDocument }
  /** `unreadable`: the file is there but its bytes could not be had; it is not to be taken for deleted. */
  | { readonly kind: 'skipped' | 'unreadable'; readonly reason: string };

/**
 * Reads one file of the corpus. Never throws for what a file holds.
 *
 * @param parsedBefore gives the document that bytes with this SHA-256 were parsed to before, if it is known
 */
export async function readDocument(
  file: CorpusFile,
  parsedBefore: (hash: string) => CorpusDocument | undefined = () => undefined,
): Promise<ReadResult> {
  const parse = parserFor(file.source);
  if (!parse) return { kind: 'skipped', reason: `not one of ${FORMATS.join(' ')}` };
  if (file.size > MAX_FILE_BYTES) {
    return { kind: 'skipped', reason: `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB` };
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code === 'ENOENT'
      ? { kind: 'skipped', reason: 'gone while the corpus was read' }
      : { kind: 'unreadable', reason: `cannot be read (${code})` };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = parsedBefore(hash);
  if (known) return { kind: 'document', document: known };
  try {
    const parsed = storable(await parse(bytes));
    const passages = passagesOf(file.source, parsed);
    if (passages.length === 0) return { kind: 'skipped', reason: 'no text' };
    if (passages.some((passage) => passage.text.length > MAX_PASSAGE_LENGTH)) {
      return { kind: 'skipped', reason: 'a paragraph of more than 1,000,000 characters: put blank lines into it' };
    }
    const { text, metadata } = parsed;
    return { kind: 'document', document: { source: file.source, hash, text, metadata, passages } };
  } catch (error) {
    return { kind: 'skipped', reason: error instanceof Error ? error.message : String(error) };
  }
}
