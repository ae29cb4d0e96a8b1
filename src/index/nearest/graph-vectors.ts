import { bytesOf16, InnerProducts, MOST_AT_ONCE, mostBytes, ONE } from '../kernel/inner-products.ts';
import { UnusableIndexError } from '../manifest.ts';

/**
 * The unit vectors of a graph's nodes in 16 bits a number, half of what hnswlib holds. A cosine is off by less than
 * 0.0003.
 */
export class GraphVectors {
  readonly #products: InnerProducts;
  readonly #bytes: number;
  readonly #cosines = new Float32Array(MOST_AT_ONCE);

  /** @throws UnusableIndexError when there are more than {@link mostNodes} */
  constructor(dimension: number, nodes: number) {
    if (nodes > mostNodes(dimension))
      throw new UnusableIndexError('there are more vectors than can be addressed');
    this.#bytes = bytesOf16(dimension);
    this.#products = new InnerProducts(dimension, nodes * this.#bytes);
  }

  /** Where the nodes to compare with are written, from the first on; 32 at most. */
  get chosen(): Uint32Array {
    return this.#products.chosen;
  }

  /** Sets a node's vector, of unit length. @param bytes of its 32-bit floats */
  set(node: number, bytes: Uint8Array): void {
    this.#products.floats.set(bytes);
    this.#products.round(node * this.#bytes);
  }

  /** Sets what is compared with from here on, of unit length. */
  setQuery(vector: Float32Array): void {
    this.#products.setQuery(vector);
  }

  /** Cosines of the query with the first `count` of {@link chosen}, in their order; good until the next call. */
  cosines(count: number): Float32Array {
    const products = this.#products.ofChosen(count);
    for (let i = 0; i < count; i++) this.#cosines[i] = products[i]! / (ONE * ONE);
    return this.#cosines;
  }
}

/** How many vectors of so many numbers can be addressed: of the bundled model's 384, five million and a half. */
export function mostNodes(dimension: number): number {
  return Math.floor(mostBytes(dimension) / bytesOf16(dimension));
}
