import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { AppendFile } from './append-file.ts';
import { FILES } from './generation-files.ts';
import { InnerProducts, MOST_AT_ONCE, ONE } from './kernel/inner-products.ts';
import { readFloat32, writeTyped } from './typed-files.ts';

/** Up to this size, a quarter of a million passages, the codes are held in memory: each read costs 10 µs. */
const MAX_HELD_BYTES = 512 * 1024 * 1024;
const LARGEST_CODE = 127;
/** Read at once: Node.js reads no more than 2 GB. */
const CHUNK_BYTES = 1 << 24;

/**
 * The windows' vectors with a byte a number, for comparing a question with: a quarter of the memory, and so of the
 * time that fetching it takes. A row's numbers are `code · scale`, the scale chosen so that its largest is 127; a
 * cosine is off by less than 0.002.
 */
export class QuantizedVectors {
  readonly rows: number;
  readonly #dimension: number;
  readonly #scales: Float32Array;
  readonly #fd: number;
  readonly #isHeld: boolean;
  /** Of all rows, or of those that were read last. */
  readonly #products: InnerProducts;

  /** @param maxHeldBytes up to this size the file is held in memory; for tests */
  constructor(folder: string, dimension: number, maxHeldBytes = MAX_HELD_BYTES) {
    this.#dimension = dimension;
    this.#scales = readFloat32(join(folder, FILES.scales));
    this.rows = this.#scales.length;
    this.#fd = openSync(join(folder, FILES.codes), 'r');
    const { size } = fstatSync(this.#fd);
    this.#isHeld = size <= maxHeldBytes;
    this.#products = new InnerProducts(dimension, this.#isHeld ? size : MOST_AT_ONCE * dimension);
    if (this.#isHeld) this.#read(0, size);
  }

  /** Whether it has `rows` rows, all of them whole. */
  isWhole(rows: number): boolean {
    return (
      this.rows === rows &&
      fstatSync(this.#fd).size === rows * this.#dimension &&
      this.#scales.every(Number.isFinite)
    );
  }

  /** Cosines of a unit vector with `count` rows from `first`. */
  cosines(vector: Float32Array, first: number, count: number): Float64Array {
    const cosines = new Float64Array(count);
    this.#products.setQuery(vector);
    for (let done = 0; done < count; done += MOST_AT_ONCE) {
      const some = Math.min(MOST_AT_ONCE, count - done);
      const at = (first + done) * this.#dimension;
      if (!this.#isHeld) this.#read(at, some * this.#dimension);
      const products = this.#products.ofRows(this.#isHeld ? at : 0, some, this.#dimension);
      for (let i = 0; i < some; i++)
        cosines[done + i] = (this.#scales[first + done + i]! * products[i]!) / ONE;
    }
    return cosines;
  }

  /** Reads bytes of the file to the beginning of the vectors. */
  #read(from: number, bytes: number): void {
    for (let got = 0; got < bytes;) {
      const n = readSync(
        this.#fd,
        this.#products.vectors,
        got,
        Math.min(CHUNK_BYTES, bytes - got),
        from + got,
      );
      if (n === 0) throw new Error(`The vectors end before byte ${from + bytes}.`);
      got += n;
    }
  }

  /** Closes the file: nothing may be compared after. */
  close(): void {
    closeSync(this.#fd);
  }
}

/** Writes what {@link QuantizedVectors} reads, row after row. */
export class QuantizedVectorsWriter {
  readonly #folder: string;
  readonly #codes: AppendFile;
  readonly #dimension: number;
  #scales = new Float32Array(1024);
  #rows = 0;

  constructor(folder: string, dimension: number) {
    this.#folder = folder;
    this.#dimension = dimension;
    this.#codes = new AppendFile(join(folder, FILES.codes));
  }

  /** Adds one row or more, one after the other; each is `dimension` numbers. Zeros stay zeros. */
  append(rows: Float32Array): void {
    const codes = new Int8Array(rows.length);
    for (let start = 0; start < rows.length; start += this.#dimension) {
      const end = start + this.#dimension;
      let largest = 0;
      for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(rows[i]!));
      const scale = largest / LARGEST_CODE;
      if (scale > 0) for (let i = start; i < end; i++) codes[i] = Math.round(rows[i]! / scale);
      this.#pushScale(scale);
    }
    this.#codes.append(codes);
  }

  #pushScale(scale: number): void {
    if (this.#rows === this.#scales.length) {
      const larger = new Float32Array(this.#rows * 2);
      larger.set(this.#scales);
      this.#scales = larger;
    }
    this.#scales[this.#rows++] = scale;
  }

  /** Closes the codes and writes the scales, without which they cannot be read. */
  close(): void {
    this.#codes.close();
    writeTyped(join(this.#folder, FILES.scales), this.#scales.subarray(0, this.#rows));
  }
}
