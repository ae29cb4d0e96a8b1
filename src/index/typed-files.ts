import { readFileSync, writeFileSync } from 'node:fs';

type TypedArray = Int8Array | Uint8Array | Uint32Array | Int32Array | Float32Array | BigUint64Array;

// The files are the arrays' own bytes. Every machine that Node.js 20 and its native modules run on is little-endian.

/**
 * Writes an array's bytes in place of whatever the file held.
 *
 * @throws a system error, e.g. when the disk is full
 */
export function writeTyped(path: string, array: TypedArray): void {
  writeFileSync(path, new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

/**
 * A whole file, 4 bytes a number.
 *
 * @throws RangeError when its size is no multiple of 4; a system error when it cannot be read
 */
export function readUint32(path: string): Uint32Array {
  return new Uint32Array(alignedBytes(path));
}

/**
 * A whole file, 4 bytes a number; what is in it may be NaN.
 *
 * @throws RangeError when its size is no multiple of 4; a system error when it cannot be read
 */
export function readFloat32(path: string): Float32Array {
  return new Float32Array(alignedBytes(path));
}

/**
 * A whole file, 8 bytes a number.
 *
 * @throws RangeError when its size is no multiple of 8; a system error when it cannot be read
 */
export function readBigUint64(path: string): BigUint64Array {
  return new BigUint64Array(alignedBytes(path));
}

/** A small file's bytes may be a slice of Node's shared pool, at an offset that no typed array can start from. */
function alignedBytes(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? bytes.buffer : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** Arrays that grow as numbers are pushed; half the memory of a plain array of numbers, or less. */
export class GrowingUint32 {
  #array = new Uint32Array(1024);
  /** How many were pushed. */
  length = 0;

  /** Adds a whole number from 0 to 2³² - 1; others are not refused but come out as other numbers. */
  push(value: number): void {
    if (this.length === this.#array.length) {
      const larger = new Uint32Array(this.#array.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length++] = value;
  }

  /** A copy of all numbers so far, with no room behind them. */
  finish(): Uint32Array {
    return this.#array.slice(0, this.length);
  }
}
