import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes that wait: a write of its own for each of a build's vectors is a hundredth of the build's time. */
const BUFFER_BYTES = 1 << 18;

/** A new file, written from its beginning to its end. */
export class AppendFile {
  readonly #fd: number;
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  #waiting = 0;

  /** @throws a system error when it cannot be written; whatever the file held is gone */
  constructor(path: string) {
    this.#fd = openSync(path, 'w');
  }

  /**
   * Copies the bytes of an array; they may be in the file only after {@link close}.
   *
   * @throws a system error, e.g. when the disk is full
   */
  append(array: ArrayBufferView): void {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let put = 0; put < bytes.length;) {
      const some = Math.min(bytes.length - put, this.#buffer.length - this.#waiting);
      this.#buffer.set(bytes.subarray(put, put + some), this.#waiting);
      this.#waiting += some;
      put += some;
      if (this.#waiting === this.#buffer.length) this.#flush();
    }
  }

  #flush(): void {
    for (let put = 0; put < this.#waiting;)
      put += writeSync(this.#fd, this.#buffer, put, this.#waiting - put);
    this.#waiting = 0;
  }

  /**
   * Writes what waits and closes the file, also where that fails.
   *
   * @throws a system error, e.g. when the disk is full
   */
  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#fd);
    }
  }
}
