import { join } from 'node:path';
import type { Span } from '../corpus/document.ts';
import { partitionPoint } from '../partition-point.ts';
import { areBelow, areOffsets, isPermutation } from './check-arrays.ts';
import { findCopies } from './copies.ts';
import { FILES } from './generation-files.ts';
import { GrowingUint32, readBigUint64, readUint32, writeTyped } from './typed-files.ts';

/** Rows of a passage's windows: `count` from `first`, of which the first `whole` are whole-passage windows. */
export interface PassageRows {
  readonly first: number;
  readonly count: number;
  readonly whole: number;
}

/** What is known of each passage but its text, in memory. Passages, rows and documents are numbered from 0. */
export class PassageTable {
  /** How many passages there are. */
  readonly length: number;
  readonly #rows: Uint32Array;
  readonly #wholeRows: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #fingerprints: BigUint64Array;
  readonly #nextCopies: Uint32Array;
  readonly #firstCopies: Uint32Array;
  readonly #standsIn: Uint32Array;
  readonly #headlines: ReadonlySet<number>;
  /** Start and end of each window in turn. */
  readonly #windows: Uint32Array;

  constructor(folder: string) {
    this.#rows = readUint32(join(folder, FILES.passageRows));
    this.#wholeRows = readUint32(join(folder, FILES.passageWholeRows));
    this.#documents = readUint32(join(folder, FILES.passageDocuments));
    this.#fingerprints = readBigUint64(join(folder, FILES.passageFingerprints));
    this.#nextCopies = readUint32(join(folder, FILES.passageNextCopies));
    this.#firstCopies = firstOfEach(this.#nextCopies);
    this.#standsIn = readUint32(join(folder, FILES.passageStandsIn));
    this.#headlines = new Set(readUint32(join(folder, FILES.headlines)));
    this.#windows = readUint32(join(folder, FILES.windowSpans));
    this.length = this.#documents.length;
  }

  /** Whether it speaks of so many passages, and of no other documents and rows. */
  isWhole(counts: { documents: number; passages: number; windows: number }): boolean {
    const { documents, passages, windows } = counts;
    const rows = this.#rows;
    const columns = [this.#wholeRows, this.#documents, this.#fingerprints, this.#nextCopies, this.#standsIn];
    return (
      columns.every(({ length }) => length === passages) &&
      areOffsets(rows, passages, windows) &&
      this.#windows.length === windows * 2 &&
      this.#wholeRows.every((whole, passage) => whole <= rows[passage + 1]! - rows[passage]!) &&
      areBelow(this.#documents, documents) &&
      [...this.#headlines].every((passage) => passage < passages) &&
      isPermutation(this.#nextCopies)
    );
  }

  /** Where the windows of a passage are; any passage from 0 to `length - 1`. */
  rows(passage: number): PassageRows {
    const first = this.#rows[passage]!;
    return { first, count: this.#rows[passage + 1]! - first, whole: this.#wholeRows[passage]! };
  }

  /** Windows of `count` rows from `first`; offsets are into their passage's text. */
  windows(first: number, count: number): Span[] {
    return Array.from({ length: count }, (_, i) => ({
      start: this.#windows[(first + i) * 2]!,
      end: this.#windows[(first + i) * 2 + 1]!,
    }));
  }

  /** The passage that a window is of; `row` must be one of the index. */
  passageOfRow(row: number): number {
    return partitionPoint(this.length, (passage) => this.#rows[passage]! > row) - 1;
  }

  /** The id of the document that a passage is in. */
  document(passage: number): number {
    return this.#documents[passage]!;
  }

  /** See fingerprint.ts. */
  fingerprint(passage: number): bigint {
    return this.#fingerprints[passage]!;
  }

  /** Whether it is the title of its document, which holds others. */
  isHeadline(passage: number): boolean {
    return this.#headlines.has(passage);
  }

  /** The first passage with the same words: equal for those whose words are the same. */
  firstCopy(passage: number): number {
    return this.#firstCopies[passage]!;
  }

  /** In how many documents the passage's words stand. */
  standsIn(passage: number): number {
    return this.#standsIn[passage]!;
  }

  /** The passages with the same words, itself among them, ascending. */
  copies(passage: number): number[] {
    const found = [passage];
    for (let next = this.#nextCopies[passage]!; next !== passage; next = this.#nextCopies[next]!)
      found.push(next);
    return found.sort((a, b) => a - b);
  }
}

/** @param next of each the next one of its group, ascending, and the first after the last */
function firstOfEach(next: Uint32Array): Uint32Array {
  const first = Uint32Array.from(next, (_, passage) => passage);
  for (const [passage, later] of next.entries()) if (later > passage) first[later] = first[passage]!;
  return first;
}

/** What is written of a passage. */
interface NewPassage {
  readonly document: number;
  readonly fingerprint: bigint;
  /** The row of its first window. */
  readonly firstRow: number;
  /** How many of its windows are whole-passage windows. */
  readonly wholeRows: number;
  readonly isHeadline: boolean;
}

/** Writes what {@link PassageTable} reads. */
export class PassageTableWriter {
  readonly #rows = new GrowingUint32();
  readonly #wholeRows = new GrowingUint32();
  readonly #documents = new GrowingUint32();
  readonly #fingerprints: bigint[] = [];
  readonly #headlines = new GrowingUint32();
  readonly #windows = new GrowingUint32();

  /** Passages so far, and so the id of the one that is added next. */
  get length(): number {
    return this.#documents.length;
  }

  /** Adds the next passage. */
  add({ document, fingerprint, firstRow, wholeRows, isHeadline }: NewPassage): void {
    if (isHeadline) this.#headlines.push(this.length);
    this.#documents.push(document);
    this.#fingerprints.push(fingerprint);
    this.#rows.push(firstRow);
    this.#wholeRows.push(wholeRows);
  }

  /** Adds the next row. */
  addWindow({ start, end }: Span): void {
    this.#windows.push(start);
    this.#windows.push(end);
  }

  /** Finds the copies among all passages and writes the files. To be called once, after the last passage. */
  write(folder: string): void {
    this.#rows.push(this.#windows.length / 2);
    const documents = this.#documents.finish();
    const fingerprints = BigUint64Array.from(this.#fingerprints);
    const copies = findCopies(fingerprints, documents);
    writeTyped(join(folder, FILES.passageRows), this.#rows.finish());
    writeTyped(join(folder, FILES.passageWholeRows), this.#wholeRows.finish());
    writeTyped(join(folder, FILES.windowSpans), this.#windows.finish());
    writeTyped(join(folder, FILES.passageDocuments), documents);
    writeTyped(join(folder, FILES.passageFingerprints), fingerprints);
    writeTyped(join(folder, FILES.passageNextCopies), copies.next);
    writeTyped(join(folder, FILES.passageStandsIn), copies.documents);
    writeTyped(join(folder, FILES.headlines), this.#headlines.finish());
  }
}
