import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areBelow, areOffsets, must } from './check-arrays.ts';
import { Spellings } from './spellings.ts';
import { GrowingUint32, readFloat32, readUint32, writeTyped } from './typed-files.ts';

/** BM25's saturation and length normalisation (Robertson and Zaragoza 2009), as Lucene sets them. */
const K1 = 1.2;
const B = 0.75;

/**
 * In a passage's term sequence, the end of a sentence: this bit, and below it what the sentence holds
 * (see language/question-kind.ts). Everything else is a term id.
 */
export const SENTENCE_END = 0x8000_0000;

/** One sentence of a passage that is indexed. */
export interface IndexedSentence {
  readonly terms: readonly string[];
  /** Bits of HOLDS. */
  readonly holds: number;
}

/** `log(1 + (N - n + 0.5) / (n + 0.5))`, as Lucene has it: never negative. */
export function inverseDocumentFrequency(passages: number, containing: number): number {
  return Math.log(1 + (passages - containing + 0.5) / (containing + 0.5));
}

/** Collects the passages' terms, in order of passage id, and writes the files that {@link TermIndex} opens. */
export class TermIndexBuilder {
  readonly #ids = new Map<string, number>();
  readonly #sequences = new GrowingUint32();
  readonly #offsets = new GrowingUint32();

  constructor() {
    this.#offsets.push(0);
  }

  /** Adds the next passage. */
  add(sentences: readonly IndexedSentence[]): void {
    for (const { terms, holds } of sentences) {
      for (const term of terms) {
        let id = this.#ids.get(term);
        if (id === undefined) {
          id = this.#ids.size;
          this.#ids.set(term, id);
        }
        this.#sequences.push(id);
      }
      this.#sequences.push(SENTENCE_END + holds);
    }
    this.#offsets.push(this.#sequences.length);
  }

  write(folder: string): void {
    const sequences = this.#sequences.finish();
    const offsets = this.#offsets.finish();
    const { starts, postings, scores } = bm25Postings(sequences, offsets, this.#ids.size);
    writeFileSync(join(folder, 'terms.txt'), [...this.#ids.keys()].join('\n'));
    writeTyped(join(folder, 'term-sequences.u32'), sequences);
    writeTyped(join(folder, 'term-sequence-offsets.u32'), offsets);
    writeTyped(join(folder, 'postings.u32'), postings);
    writeTyped(join(folder, 'posting-scores.f32'), scores);
    writeTyped(join(folder, 'posting-starts.u32'), starts);
  }
}

/**
 * Postings with each term's whole BM25 score for each passage worked out beforehand
 * (the method of BM25S, arXiv:2407.03618), grouped by term.
 */
function bm25Postings(sequences: Uint32Array, offsets: Uint32Array, termCount: number) {
  const passages = offsets.length - 1;
  const lengths = new Float32Array(passages);
  const containing = new Uint32Array(termCount);
  const lastSeen = new Int32Array(termCount).fill(-1);
  let total = 0;
  for (let p = 0; p < passages; p++) {
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const id = sequences[i]!;
      if (id >= SENTENCE_END) continue;
      lengths[p]! += 1;
      if (lastSeen[id] !== p) {
        lastSeen[id] = p;
        containing[id]! += 1;
      }
    }
    total += lengths[p]!;
  }
  const averageLength = total / Math.max(1, passages) || 1;

  const starts = new Uint32Array(termCount + 1);
  for (let t = 0; t < termCount; t++) starts[t + 1] = starts[t]! + containing[t]!;
  const next = starts.slice();
  const postings = new Uint32Array(starts[termCount]!);
  const frequencies = new Float32Array(postings.length);
  lastSeen.fill(-1);
  for (let p = 0; p < passages; p++) {
    for (let i = offsets[p]!; i < offsets[p + 1]!; i++) {
      const id = sequences[i]!;
      if (id >= SENTENCE_END) continue;
      if (lastSeen[id] !== p) {
        lastSeen[id] = p;
        postings[next[id]!++] = p;
      }
      frequencies[next[id]! - 1]! += 1;
    }
  }
  for (let t = 0; t < termCount; t++) {
    const idf = inverseDocumentFrequency(passages, containing[t]!);
    for (let i = starts[t]!; i < starts[t + 1]!; i++) {
      const f = frequencies[i]!;
      const length = lengths[postings[i]!]!;
      frequencies[i] = (idf * f * (K1 + 1)) / (f + K1 * (1 - B + (B * length) / averageLength));
    }
  }
  return { starts, postings, scores: frequencies };
}

/** The words of all passages, opened for search. Passages and terms are numbered from 0. */
export class TermIndex {
  readonly passages: number;
  readonly spellings: Spellings;
  /** A number for each term, all 0 between questions: room for a question to mark its terms in. */
  readonly slots: Uint16Array;
  readonly #ids: Map<string, number>;
  readonly #terms: readonly string[];
  readonly #sequences: Uint32Array;
  readonly #offsets: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #scores: Float32Array;
  readonly #starts: Uint32Array;
  readonly #accumulator: Float32Array;

  /** @throws UnusableIndexError */
  constructor(folder: string) {
    const vocabulary = readFileSync(join(folder, 'terms.txt'), 'utf8');
    this.#terms = vocabulary === '' ? [] : vocabulary.split('\n');
    this.#ids = new Map(this.#terms.map((term, id) => [term, id]));
    this.spellings = new Spellings(this.#terms, (term) => this.#ids.get(term));
    this.slots = new Uint16Array(this.#terms.length);
    this.#sequences = readUint32(join(folder, 'term-sequences.u32'));
    this.#offsets = readUint32(join(folder, 'term-sequence-offsets.u32'));
    this.#postings = readUint32(join(folder, 'postings.u32'));
    this.#scores = readFloat32(join(folder, 'posting-scores.f32'));
    this.#starts = readUint32(join(folder, 'posting-starts.u32'));
    this.passages = this.#offsets.length - 1;
    this.#check();
    this.#accumulator = new Float32Array(this.passages);
  }

  #check(): void {
    const terms = this.#terms.length;
    const postings = this.#postings.length;
    must(
      areOffsets(this.#offsets, this.passages, this.#sequences.length) &&
        areOffsets(this.#starts, terms, postings) &&
        this.#scores.length === postings &&
        areBelow(this.#postings, this.passages) &&
        areBelow(this.#sequences, terms, SENTENCE_END),
      'the words',
    );
  }

  get vocabulary(): readonly string[] {
    return this.#terms;
  }

  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  /** In how many passages a term stands. */
  frequency(id: number): number {
    return this.#starts[id + 1]! - this.#starts[id]!;
  }

  idf(id: number): number {
    return inverseDocumentFrequency(this.passages, this.frequency(id));
  }

  /** What a term that no passage holds would count for. */
  get idfOfUnseen(): number {
    return inverseDocumentFrequency(this.passages, 0);
  }

  /** The passages that hold a term, ascending. */
  passagesWith(id: number): Uint32Array {
    return this.#postings.subarray(this.#starts[id], this.#starts[id + 1]);
  }

  /**
   * BM25 scores of every passage for a weighted bag of terms. The array is reused: read it before the next call.
   */
  scores(query: ReadonlyMap<number, number>): Float32Array {
    const scores = this.#accumulator.fill(0);
    for (const [id, weight] of query) {
      for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++) {
        scores[this.#postings[i]!]! += weight * this.#scores[i]!;
      }
    }
    return scores;
  }

  /** The term ids of a passage in order, with {@link SENTENCE_END} and its bits after each sentence. */
  sequence(passage: number): Uint32Array {
    return this.#sequences.subarray(this.#offsets[passage], this.#offsets[passage + 1]);
  }
}
