import { readFileSync } from 'node:fs';
import { UnusableIndexError } from '../manifest.ts';

/** The most vectors that are compared at once: a node's links on the lowest level. */
export const MOST_AT_ONCE = 32;

const PAGE_BYTES = 65_536;
/** WebAssembly addresses 4 GB. */
const MAX_PAGES = 65_536;
/** A line of the processor's cache; vectors begin and end at one. */
const LINE_BYTES = 64;
/** What 1 is in 16 bits. An inner product of two unit vectors is at most its square, which 32 bits hold. */
const ONE = 32_767;
/** A vector as it is given takes so many times the room. */
const GIVEN_TO_ROUNDED = Float32Array.BYTES_PER_ELEMENT / Int16Array.BYTES_PER_ELEMENT;

// Layout of the memory: nodes to compare, what comes out, the query, a vector as it is given, the graph's vectors.
const NODES_AT = 0;
const RESULTS_AT = NODES_AT + MOST_AT_ONCE * Uint32Array.BYTES_PER_ELEMENT;
const QUERY_AT = RESULTS_AT + MOST_AT_ONCE * Float32Array.BYTES_PER_ELEMENT;

const kernel = new WebAssembly.Module(readFileSync(new URL('cosines.wasm', import.meta.url)));

/** What cosines.wat exports. Places and sizes are in bytes. */
interface Kernel {
  cosines(
    nodes: number,
    count: number,
    vectors: number,
    vectorBytes: number,
    query: number,
    results: number,
    scale: number,
  ): number;
  round(floats: number, vector: number, vectorBytes: number, scale: number): void;
}

/**
 * The unit vectors of a graph's nodes in 16 bits a number, half of what hnswlib holds, and a kernel in WebAssembly that
 * compares them with a query's, see cosines.wat. A cosine is off by less than 0.0003.
 */
export class GraphVectors {
  /** Where the nodes to compare with are written, from the first on. */
  readonly nodes: Uint32Array;
  readonly #results: Float32Array;
  readonly #given: Float32Array;
  readonly #givenBytes: Uint8Array;
  /** Of a vector, with the zeros behind it. */
  readonly #vectorBytes: number;
  readonly #givenAt: number;
  readonly #vectorsAt: number;
  readonly #kernel: Kernel;

  /** @throws UnusableIndexError when there are more than {@link mostNodes} */
  constructor(dimension: number, nodes: number) {
    if (nodes > mostNodes(dimension))
      throw new UnusableIndexError('there are more vectors than can be addressed');
    this.#vectorBytes = vectorBytes(dimension);
    this.#givenAt = QUERY_AT + this.#vectorBytes;
    this.#vectorsAt = this.#givenAt + GIVEN_TO_ROUNDED * this.#vectorBytes;
    const pages = Math.ceil((this.#vectorsAt + nodes * this.#vectorBytes) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.nodes = new Uint32Array(memory.buffer, NODES_AT, MOST_AT_ONCE);
    this.#results = new Float32Array(memory.buffer, RESULTS_AT, MOST_AT_ONCE);
    this.#given = new Float32Array(memory.buffer, this.#givenAt, dimension);
    this.#givenBytes = new Uint8Array(memory.buffer, this.#givenAt, this.#given.byteLength);
    const { exports } = new WebAssembly.Instance(kernel, { graph: { memory } });
    this.#kernel = exports as Kernel;
  }

  /** Sets a node's vector, of unit length. @param bytes of its 32-bit floats */
  set(node: number, bytes: Uint8Array): void {
    this.#givenBytes.set(bytes);
    this.#kernel.round(this.#givenAt, this.#vectorsAt + node * this.#vectorBytes, this.#vectorBytes, ONE);
  }

  /** Sets what is compared with from here on, of unit length. */
  setQuery(vector: Float32Array): void {
    this.#given.set(vector);
    this.#kernel.round(this.#givenAt, QUERY_AT, this.#vectorBytes, ONE);
  }

  /** Cosines of the query with the first `count` of {@link nodes}, in their order; good until the next call. */
  cosines(count: number): Float32Array {
    this.#kernel.cosines(
      NODES_AT,
      count,
      this.#vectorsAt,
      this.#vectorBytes,
      QUERY_AT,
      RESULTS_AT,
      1 / (ONE * ONE),
    );
    return this.#results;
  }
}

/** How many vectors of so many numbers can be addressed: of the bundled model's 384, five million and a half. */
export function mostNodes(dimension: number): number {
  const bytes = vectorBytes(dimension);
  return Math.floor((MAX_PAGES * PAGE_BYTES - QUERY_AT - (1 + GIVEN_TO_ROUNDED) * bytes) / bytes);
}

function vectorBytes(dimension: number): number {
  return Math.ceil((dimension * Int16Array.BYTES_PER_ELEMENT) / LINE_BYTES) * LINE_BYTES;
}
