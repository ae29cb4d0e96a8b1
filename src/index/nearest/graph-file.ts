import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UnusableIndexError } from '../manifest.ts';

/**
 * Links of a node, twice as many on the lowest level. Among 10,000, 12 find as many only with a wider search, and 24 or 32
 * in more time.
 */
export const M = 16;
/**
 * Width of the search while inserting, in nodes. Of the ten nearest among 38,000 real paragraphs hnswlib's search finds
 * 99.0 % with 300 where it finds 98.5 % with 150; it inserts 1,600 vectors a second and not 2,600, which is a hundredth of the
 * time that embedding them takes.
 */
export const EF_CONSTRUCTION = 300;

// Layout of hnswlib's saveIndex, on a 64-bit machine.
const HEADER_BYTES = 96;
const LINK_BYTES = 4;
/** A list of links begins with how many there are. */
const COUNT_BYTES = 4;
const LABEL_BYTES = 8;
const LOWEST_BYTES = COUNT_BYTES + 2 * M * LINK_BYTES;
const LEVEL_BYTES = COUNT_BYTES + M * LINK_BYTES;
/** hnswlib draws a level of 20 once in 10^24 nodes. */
const MAX_LEVEL = 20;
/** Read at once. */
const CHUNK_BYTES = 4 << 20;

/** What is told of a graph while its file is read. Bytes are good until the call returns. */
export interface GraphReader {
  /**
   * @param links on the lowest level: how many (16 bits), and from the second 32 bits on whither
   * @param vector 32-bit floats
   */
  node(node: number, links: Buffer, vector: Buffer, label: number): void;
  /** In the same form, on each level above the lowest, 0, that a node is on; after all nodes, in their order, and upwards. */
  upperLinks(node: number, level: number, links: Buffer): void;
  /** Where a search begins, and the highest level, which that node is on; at the end, unless there is no node. */
  entry(node: number, level: number): void;
}

/**
 * Reads a graph's file, and checks that it holds what our builder writes and leads nowhere outside itself: hnswlib
 * follows every link and size in it without a look, and crashes the process. Sums of the files do not tell, since
 * what they are compared with may have been edited too.
 *
 * @param nodes how many there must be; their labels are the numbers below
 * @param reader is told all of it, before the whole is known to be right
 * @throws UnusableIndexError; a system error when it cannot be read
 */
export function readGraphFile(path: string, dimension: number, nodes: number, reader?: GraphReader): void {
  const fd = openSync(path, 'r');
  try {
    new GraphFile(fd, dimension, nodes, reader).read();
  } finally {
    closeSync(fd);
  }
}

class GraphFile {
  readonly #fd: number;
  readonly #reader: GraphReader | undefined;
  /** Bytes of the file that were not read yet. */
  #left: number;
  readonly #dataBytes: number;
  readonly #nodes: number;
  /** The highest level on which a link leads to each node: it must be there. */
  readonly #highestLinkTo: Uint8Array;
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  /** What was read and not yet taken is in the chunk from here to there. */
  #at = 0;
  #end = 0;

  constructor(fd: number, dimension: number, nodes: number, reader: GraphReader | undefined) {
    this.#fd = fd;
    this.#reader = reader;
    this.#left = fstatSync(fd).size;
    this.#dataBytes = dimension * Float32Array.BYTES_PER_ELEMENT;
    this.#nodes = nodes;
    this.#highestLinkTo = new Uint8Array(nodes);
  }

  read(): void {
    const header = this.#take(HEADER_BYTES);
    const size = (at: number): number => Number(header.readBigUInt64LE(at));
    const nodes = this.#nodes;
    const nodeBytes = LOWEST_BYTES + this.#dataBytes + LABEL_BYTES;
    const top = header.readInt32LE(48);
    const entry = header.readUInt32LE(52);
    this.#must(
      size(0) === 0 &&
        size(16) === nodes &&
        size(8) === Math.max(1, nodes) &&
        size(24) === nodeBytes &&
        size(32) === nodeBytes - LABEL_BYTES &&
        size(40) === LOWEST_BYTES &&
        [size(56), size(64), size(72)].join() === [M, 2 * M, M].join() &&
        Math.abs(header.readDoubleLE(80) - 1 / Math.log(M)) < 1e-9 &&
        size(88) === EF_CONSTRUCTION,
    );
    for (let node = 0; node < nodes; node++) {
      const bytes = this.#take(nodeBytes);
      this.#checkLinks(bytes, 2 * M, 0);
      const label = bytes.readBigUInt64LE(nodeBytes - LABEL_BYTES);
      this.#must(label < BigInt(nodes));
      const vector = bytes.subarray(LOWEST_BYTES, nodeBytes - LABEL_BYTES);
      this.#reader?.node(node, bytes.subarray(0, LOWEST_BYTES), vector, Number(label));
    }
    const levels = new Uint8Array(nodes);
    for (let node = 0; node < nodes; node++) levels[node] = this.#upperLevels(node);
    for (let node = 0; node < nodes; node++) this.#must(levels[node]! >= this.#highestLinkTo[node]!);
    this.#must(this.#left === 0 && this.#at === this.#end);
    // A search begins at the entry and climbs down from the top.
    this.#must(nodes === 0 ? top === -1 : entry < nodes && top === levels[entry]);
    if (nodes > 0) this.#reader?.entry(entry, top);
  }

  /** @returns on how many levels above the lowest a node is */
  #upperLevels(node: number): number {
    const bytes = this.#take(COUNT_BYTES).readUInt32LE();
    const levels = bytes / LEVEL_BYTES;
    this.#must(Number.isInteger(levels) && levels <= MAX_LEVEL);
    for (let level = 1; level <= levels; level++) {
      const links = this.#take(LEVEL_BYTES);
      this.#checkLinks(links, M, level);
      this.#reader?.upperLinks(node, level, links);
    }
    return levels;
  }

  #checkLinks(list: Buffer, most: number, level: number): void {
    const count = list.readUInt16LE();
    this.#must(count <= most);
    for (let i = 0; i < count; i++) {
      const node = list.readUInt32LE(COUNT_BYTES + i * LINK_BYTES);
      this.#must(node < this.#nodes);
      if (this.#highestLinkTo[node]! < level) this.#highestLinkTo[node] = level;
    }
  }

  /** The next bytes of the file, good until the next call. */
  #take(bytes: number): Buffer {
    if (this.#end - this.#at < bytes) {
      this.#chunk.copyWithin(0, this.#at, this.#end);
      this.#end -= this.#at;
      this.#at = 0;
      const got = readSync(this.#fd, this.#chunk, this.#end, this.#chunk.length - this.#end, null);
      this.#end += got;
      this.#left -= got;
      this.#must(this.#end >= bytes);
    }
    this.#at += bytes;
    return this.#chunk.subarray(this.#at - bytes, this.#at);
  }

  #must(holds: boolean): void {
    if (!holds) throw new UnusableIndexError('the vector graph is not as it was written');
  }
}
