import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from './generation-files.ts';
import { readFloat32, readInt8, writeTyped } from './typed-files.ts';

/** Up to this size, a quarter of a million passages, the codes are held in memory: each read costs 10 µs. */
const MAX_HELD_BYTES = 512 * 1024 * 1024;
const LARGEST_CODE = 127;

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
  readonly #held: Int8Array | undefined;
  #buffer = new Int8Array(0);

  /** @param maxHeldBytes up to this size the file is held in memory; for tests */
  constructor(folder: string, dimension: number, maxHeldBytes = MAX_HELD_BYTES) {
    const path = join(folder, FILES.codes);
    this.#dimension = dimension;
    this.#scales = readFloat32(join(folder, FILES.scales));
    this.rows = this.#scales.length;
    this.#fd = openSync(path, 'r');
    if (fstatSync(this.#fd).size <= maxHeldBytes) this.#held = readInt8(path);
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
    const dimension = this.#dimension;
    const codes = this.#held ?? this.#read(first, count);
    let at = this.#held ? first * dimension : 0;
    for (let row = 0; row < count; row++, at += dimension)
      cosines[row] = this.#scales[first + row]! * dot(vector, codes, at);
    return cosines;
  }

  #read(first: number, count: number): Int8Array {
    const bytes = count * this.#dimension;
    if (this.#buffer.length < bytes) this.#buffer = new Int8Array(bytes * 2);
    for (let got = 0; got < bytes;) {
      const n = readSync(this.#fd, this.#buffer, got, bytes - got, first * this.#dimension + got);
      if (n === 0) throw new Error(`The vectors end before row ${first + count}.`);
      got += n;
    }
    return this.#buffer;
  }

  /** Closes the file: nothing may be compared after. */
  close(): void {
    closeSync(this.#fd);
  }
}

/** Writes what {@link QuantizedVectors} reads, row after row. */
export class QuantizedVectorsWriter {
  readonly #folder: string;
  readonly #fd: number;
  readonly #dimension: number;
  #scales = new Float32Array(1024);
  #rows = 0;

  constructor(folder: string, dimension: number) {
    this.#folder = folder;
    this.#dimension = dimension;
    this.#fd = openSync(join(folder, FILES.codes), 'w');
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
    for (let put = 0; put < codes.length;) put += writeSync(this.#fd, codes, put);
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
    closeSync(this.#fd);
    writeTyped(join(this.#folder, FILES.scales), this.#scales.subarray(0, this.#rows));
  }
}

function dot(vector: Float32Array, codes: Int8Array, offset: number): number {
  // Four sums that do not wait for one another: twice as fast as one.
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < vector.length; i += 4) {
    sum0 += vector[i]! * codes[offset + i]!;
    sum1 += vector[i + 1]! * codes[offset + i + 1]!;
    sum2 += vector[i + 2]! * codes[offset + i + 2]!;
    sum3 += vector[i + 3]! * codes[offset + i + 3]!;
  }
  for (; i < vector.length; i++) sum0 += vector[i]! * codes[offset + i]!;
  return sum0 + sum1 + sum2 + sum3;
}
