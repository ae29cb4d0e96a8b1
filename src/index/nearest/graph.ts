import { GrowingUint32 } from '../typed-files.ts';
import { M, readGraphFile } from './graph-file.ts';
import { GraphVectors } from './graph-vectors.ts';

/** Of a node on the lowest level, and on one above: how many links it has, and whither. */
const LOWEST_SLOTS = 1 + 2 * M;
const UPPER_SLOTS = 1 + M;
/** hnswlib keeps marks of its own beside the number of links. */
const COUNT_MASK = 0xffff;

/** A node on the highest level. */
export interface GraphStart {
  readonly node: number;
  readonly level: number;
}

/** A graph that hnswlib built, in memory. Nodes and levels are numbered from 0; labels are the builder's. */
export class Graph {
  readonly vectors: GraphVectors;
  /** How many there are. */
  readonly nodes: number;
  #start: GraphStart | undefined;
  readonly #labels: Uint32Array;
  readonly #lowest: Uint32Array;
  readonly #lowestBytes: Uint8Array;
  readonly #readUpper = new GrowingUint32();
  #upper: Uint32Array = new Uint32Array(0);
  /** Where the links of each node on level 1 begin in `#upper`, if it is there; those on the next levels follow. */
  readonly #upperAt: Uint32Array;

  private constructor(dimension: number, nodes: number) {
    this.vectors = new GraphVectors(dimension, nodes);
    this.nodes = nodes;
    this.#labels = new Uint32Array(nodes);
    this.#lowest = new Uint32Array(nodes * LOWEST_SLOTS);
    this.#lowestBytes = new Uint8Array(this.#lowest.buffer);
    this.#upperAt = new Uint32Array(nodes);
  }

  /**
   * Reads a graph's file.
   *
   * @param nodes how many there must be
   * @throws UnusableIndexError; a system error when it cannot be read
   */
  static read(path: string, dimension: number, nodes: number): Graph {
    const graph = new Graph(dimension, nodes);
    readGraphFile(path, dimension, nodes, {
      node: (node, links, vector, label) => graph.#addNode(node, links, vector, label),
      upperLinks: (node, level, links) => graph.#addUpperLinks(node, level, links),
      entry: (node, level) => graph.#end({ node, level }),
    });
    return graph;
  }

  #addNode(node: number, links: Buffer, vector: Buffer, label: number): void {
    this.#lowestBytes.set(links, node * LOWEST_SLOTS * Uint32Array.BYTES_PER_ELEMENT);
    this.vectors.set(node, vector);
    this.#labels[node] = label;
  }

  #addUpperLinks(node: number, level: number, links: Buffer): void {
    if (level === 1) this.#upperAt[node] = this.#readUpper.length;
    for (let i = 0; i < UPPER_SLOTS; i++)
      this.#readUpper.push(links.readUInt32LE(i * Uint32Array.BYTES_PER_ELEMENT));
  }

  #end(start: GraphStart): void {
    this.#start = start;
    this.#upper = this.#readUpper.finish();
  }

  /** Where a search begins; of a graph of nothing, nowhere. */
  get start(): GraphStart | undefined {
    return this.#start;
  }

  /** By which the builder knows a node. */
  label(node: number): number {
    return this.#labels[node]!;
  }

  /** Whither a node, which must be on that level, links there. */
  links(node: number, level: number): Uint32Array {
    const links = level === 0 ? this.#lowest : this.#upper;
    const at = level === 0 ? node * LOWEST_SLOTS : this.#upperAt[node]! + (level - 1) * UPPER_SLOTS;
    return links.subarray(at + 1, at + 1 + (links[at]! & COUNT_MASK));
  }
}
