import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFloat32 } from './typed-files.ts';

/** Up to this size, the titles of 40,000 documents, a file is held in memory: each read costs 10 µs. */
const MAX_HELD_BYTES = 64 * 1024 * 1024;

/** Rows of 32-bit floats. Large files are read when needed. */
export class VectorFile {
  /** Of a file that was cut off, no whole number. */
  readonly rows: number;
  readonly #fd: number;
  readonly #rowBytes: number;
  readonly #dimension: number;
  readonly #held: Float32Array | undefined;
  #buffer = new ArrayBuffer(0);

  /**
   * @param dimension floats of a row
   * @throws a system error when it cannot be read
   */
  constructor(path: string, dimension: number) {
    this.#fd = openSync(path, 'r');
    this.#dimension = dimension;
    this.#rowBytes = dimension * Float32Array.BYTES_PER_ELEMENT;
    const { size } = fstatSync(this.#fd);
    this.rows = size / this.#rowBytes;
    if (size <= MAX_HELD_BYTES) this.#held = readFloat32(path);
  }

  /**
   * `count` rows from `first`, one after the other. Only read it, and before the next call.
   *
   * @throws Error when the file has not so many; a system error when it cannot be read
   */
  read(first: number, count: number): Float32Array {
    if (this.#held && first + count <= this.rows) {
      return this.#held.subarray(first * this.#dimension, (first + count) * this.#dimension);
    }
    const bytes = count * this.#rowBytes;
    if (this.#buffer.byteLength < bytes) this.#buffer = new ArrayBuffer(bytes * 2);
    const view = new Uint8Array(this.#buffer, 0, bytes);
    for (let got = 0; got < bytes;) {
      const n = readSync(this.#fd, view, got, bytes - got, first * this.#rowBytes + got);
      if (n === 0) throw new Error(`The vector file ends before row ${first + count}.`);
      got += n;
    }
    return new Float32Array(this.#buffer, 0, count * this.#dimension);
  }

  /** Closes the file: nothing may be read after. */
  close(): void {
    closeSync(this.#fd);
  }
}

/**
 * The dot product of `a` with as many numbers of `b` from `bOffset` on: of unit vectors the cosine, -1 to 1.
 * Fewer numbers in `b` give NaN.
 */
export function dot(a: Float32Array, b: Float32Array, bOffset = 0): number {
  // Four sums that do not wait for one another: twice as fast as one.
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    sum0 += a[i]! * b[bOffset + i]!;
    sum1 += a[i + 1]! * b[bOffset + i + 1]!;
    sum2 += a[i + 2]! * b[bOffset + i + 2]!;
    sum3 += a[i + 3]! * b[bOffset + i + 3]!;
  }
  for (; i < a.length; i++) sum0 += a[i]! * b[bOffset + i]!;
  return sum0 + sum1 + sum2 + sum3;
}
