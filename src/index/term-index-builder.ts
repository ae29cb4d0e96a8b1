import { join } from 'node:path';
import { averageOf, bm25, inverseDocumentFrequency } from './bm25.ts';
import { FILES } from './generation-files.ts';
import { SECTION_END, SENTENCE_END, writeTermSequences, type TermSequences } from './term-sequences.ts';
import { GrowingUint32, writeTyped } from './typed-files.ts';

/** One sentence of a passage that is indexed. */
export interface IndexedSentence {
  readonly terms: readonly string[];
  /** Bits of HOLDS. */
  readonly holds: number;
}

const UNKNOWN = 0xffff_ffff;

/** Collects the passages' terms, in order of passage id, and writes the files that {@link TermIndex} opens. */
export class TermIndexBuilder {
  readonly #ids = new Map<string, number>();
  readonly #sequences = new GrowingUint32();
  readonly #offsets = new GrowingUint32();
  /** Ids of the last generation's terms in this one. */
  #lastIds: Uint32Array | undefined;

  constructor() {
    this.#offsets.push(0);
  }

  /**
   * Adds the next passage.
   *
   * @param section terms of its section's title: what a heading says of many paragraphs, they need not say again
   */
  add(sentences: readonly IndexedSentence[], section: readonly string[] = []): void {
    if (section.length > 0) {
      for (const term of section) this.#sequences.push(this.#idOf(term));
      this.#sequences.push(SECTION_END);
    }
    for (const { terms, holds } of sentences) {
      for (const term of terms) this.#sequences.push(this.#idOf(term));
      this.#sequences.push(SENTENCE_END + holds);
    }
    this.#offsets.push(this.#sequences.length);
  }

  /** Adds the next passage as it was in the last generation. */
  takeOver(last: TermSequences, passage: number): void {
    this.#lastIds ??= new Uint32Array(last.terms.length).fill(UNKNOWN);
    for (const value of last.of(passage)) {
      if (value >= SENTENCE_END) this.#sequences.push(value);
      else {
        if (this.#lastIds[value] === UNKNOWN) this.#lastIds[value] = this.#idOf(last.terms[value]!);
        this.#sequences.push(this.#lastIds[value]!);
      }
    }
    this.#offsets.push(this.#sequences.length);
  }

  #idOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(term, id);
    }
    return id;
  }

  /** Works out the scores, which hang on all passages, and writes the files. To be called after the last passage. */
  write(folder: string): void {
    const sequences = this.#sequences.finish();
    const offsets = this.#offsets.finish();
    const { lengths, starts, postings, scores, highest } = bm25Postings(sequences, offsets, this.#ids.size);
    writeTermSequences(folder, this.#ids.keys(), sequences, offsets);
    writeTyped(join(folder, FILES.postings), postings);
    writeTyped(join(folder, FILES.postingScores), scores);
    writeTyped(join(folder, FILES.postingStarts), starts);
    writeTyped(join(folder, FILES.postingHighest), highest);
    writeTyped(join(folder, FILES.passageLengths), lengths);
  }
}

/**
 * Postings with each term's whole BM25 score for each passage worked out beforehand
 * (the method of BM25S, arXiv:2407.03618), grouped by term.
 */
function bm25Postings(sequences: Uint32Array, offsets: Uint32Array, termCount: number) {
  const passages = offsets.length - 1;
  const lengths = new Uint32Array(passages);
  const containing = new Uint32Array(termCount);
  const lastSeen = new Int32Array(termCount).fill(-1);
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
  }
  const averageLength = averageOf(lengths);

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
  const highest = new Float32Array(termCount);
  for (let t = 0; t < termCount; t++) {
    const idf = inverseDocumentFrequency(passages, containing[t]!);
    for (let i = starts[t]!; i < starts[t + 1]!; i++) {
      frequencies[i] = bm25(idf, frequencies[i]!, lengths[postings[i]!]! / averageLength);
      highest[t] = Math.max(highest[t]!, frequencies[i]!);
    }
  }
  return { lengths, starts, postings, scores: frequencies, highest };
}
