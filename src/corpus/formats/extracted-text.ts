import type { Block, DocumentMetadata, ParsedDocument } from '../document.ts';
import { RefusedFileError } from '../refused-file.ts';

/** More is no document: a hostile file can unpack to any size. */
const MAX_TEXT_LENGTH = 64 * 1024 * 1024;

/** The text of a document whose format is not plain text, put together block by block, a blank line between. */
export class ExtractedText {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;

  /**
   * White space around a block is dropped; a block of nothing else is too.
   *
   * @throws RefusedFileError when there is more text in all than a document may have
   */
  add(kind: Block['kind'], text: string, place: { section?: string | undefined; page?: number } = {}): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (this.#length > 0) {
      this.#parts.push('\n\n');
      this.#length += 2;
    }
    const start = this.#length;
    this.#parts.push(trimmed);
    this.#length += trimmed.length;
    if (this.#length > MAX_TEXT_LENGTH) {
      throw new RefusedFileError('text-too-long', `${MAX_TEXT_LENGTH / 1024 / 1024} million characters`);
    }
    this.#blocks.push({
      start,
      end: this.#length,
      kind,
      ...(place.section === undefined ? {} : { section: place.section }),
      ...(place.page === undefined ? {} : { page: place.page }),
    });
  }

  /**
   * All blocks so far as one document.
   *
   * @param metadata what the file states of itself; nothing unless given
   */
  finish(metadata: DocumentMetadata = {}): ParsedDocument {
    return { text: this.#parts.join(''), blocks: this.#blocks, metadata };
  }
}
