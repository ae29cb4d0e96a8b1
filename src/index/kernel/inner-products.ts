import { readFileSync } from 'node:fs';

/** Vectors that are compared at once, at most. */
export const MOST_AT_ONCE = 32;
/** What 1 is in 16 bits. The inner product of two unit vectors is at most its square, which 32 bits hold. */
export const ONE = 32_767;

/** A line of the processor's cache. */
const LINE_BYTES = 64;
const PAGE_BYTES = 65_536;
/** WebAssembly addresses 4 GB. */
const MAX_PAGES = 65_536;

// Layout of the memory: which vectors are chosen, what comes out, the query, floats to be rounded, the vectors.
const CHOSEN_AT = 0;
const RESULTS_AT = CHOSEN_AT + MOST_AT_ONCE * Uint32Array.BYTES_PER_ELEMENT;
const QUERY_AT = RESULTS_AT + MOST_AT_ONCE * Int32Array.BYTES_PER_ELEMENT;

const module = new WebAssembly.Module(readFileSync(new URL('inner-products.wasm', import.meta.url)));

/** What inner-products.wat exports. */
interface Kernel {
  ofChosen(
    ids: number,
    count: number,
    vectors: number,
    query: number,
    queryBytes: number,
    results: number,
  ): number;
  ofRows(
    rows: number,
    count: number,
    rowBytes: number,
    query: number,
    queryBytes: number,
    results: number,
  ): void;
  round(floats: number, numbers: number, bytes: number, scale: number): void;
}

/** A memory of vectors, and what compares them with a query, several numbers at a time. */
export class InnerProducts {
  /** Where the numbers of the vectors to compare with are written. */
  readonly chosen: Uint32Array;
  /** The vectors' memory. */
  readonly vectors: Uint8Array;
  /** The bytes of the floats that {@link round} rounds. */
  readonly floats: Uint8Array;
  readonly #query: Float32Array;
  readonly #results: Int32Array;
  readonly #queryBytes: number;
  readonly #floatsAt: number;
  readonly #vectorsAt: number;
  readonly #kernel: Kernel;

  /**
   * @param dimension numbers of a vector
   * @param bytes of all vectors, at most {@link mostBytes}
   * @throws RangeError when there is no room for them
   */
  constructor(dimension: number, bytes: number) {
    this.#queryBytes = bytesOf16(dimension);
    this.#floatsAt = QUERY_AT + this.#queryBytes;
    this.#vectorsAt = vectorsAt(dimension);
    // The last vector of 8 bits a number is read as far as the query's zeros reach.
    const pages = Math.ceil((this.#vectorsAt + bytes + this.#queryBytes) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.chosen = new Uint32Array(memory.buffer, CHOSEN_AT, MOST_AT_ONCE);
    this.vectors = new Uint8Array(memory.buffer, this.#vectorsAt, bytes);
    this.#query = new Float32Array(memory.buffer, this.#floatsAt, dimension);
    this.floats = new Uint8Array(memory.buffer, this.#floatsAt, this.#query.byteLength);
    this.#results = new Int32Array(memory.buffer, RESULTS_AT, MOST_AT_ONCE);
    this.#kernel = new WebAssembly.Instance(module, { vectors: { memory } }).exports as Kernel;
  }

  /** Writes {@link floats} as 16-bit numbers, {@link bytesOf16} many bytes, from a place in {@link vectors} on. */
  round(at: number): void {
    this.#kernel.round(this.#floatsAt, this.#vectorsAt + at, this.#queryBytes, ONE);
  }

  /** Sets what is compared with from here on, of unit length. */
  setQuery(vector: Float32Array): void {
    this.#query.set(vector);
    this.#kernel.round(this.#floatsAt, QUERY_AT, this.#queryBytes, ONE);
  }

  /**
   * Inner products of the query with the first `count` of {@link chosen}, of vectors of 16-bit numbers, times the
   * square of {@link ONE}; good until the next call.
   */
  ofChosen(count: number): Int32Array {
    this.#kernel.ofChosen(CHOSEN_AT, count, this.#vectorsAt, QUERY_AT, this.#queryBytes, RESULTS_AT);
    return this.#results;
  }

  /**
   * The same of `count` vectors of `rowBytes` 8-bit numbers, from a place in {@link vectors} on, times {@link ONE}.
   *
   * @param count at most {@link MOST_AT_ONCE}
   */
  ofRows(at: number, count: number, rowBytes: number): Int32Array {
    this.#kernel.ofRows(this.#vectorsAt + at, count, rowBytes, QUERY_AT, this.#queryBytes, RESULTS_AT);
    return this.#results;
  }
}

/** What a vector of 16-bit numbers takes: whole lines of the processor's cache. */
export function bytesOf16(dimension: number): number {
  return Math.ceil((dimension * Int16Array.BYTES_PER_ELEMENT) / LINE_BYTES) * LINE_BYTES;
}

/** How many bytes of vectors can be addressed. */
export function mostBytes(dimension: number): number {
  return MAX_PAGES * PAGE_BYTES - vectorsAt(dimension) - bytesOf16(dimension);
}

function vectorsAt(dimension: number): number {
  const floatsToRounded = Float32Array.BYTES_PER_ELEMENT / Int16Array.BYTES_PER_ELEMENT;
  return QUERY_AT + (1 + floatsToRounded) * bytesOf16(dimension);
}
