import { join } from 'node:path';
import { BestPassages } from './best-passages.ts';
import { averageOf, bm25, inverseDocumentFrequency } from './bm25.ts';
import { areBelow, areOffsets, must } from './check-arrays.ts';
import { FILES } from './generation-files.ts';
import { Spellings } from './spellings.ts';
import { SECTION_END, TermSequences, type SentenceTerms } from './term-sequences.ts';
import { TermSlots } from './term-slots.ts';
import { readFloat32, readUint32 } from './typed-files.ts';

/** The words of all passages, opened for search. Passages and terms are numbered from 0. */
export class TermIndex {
  /** How many there are. */
  readonly passages: number;
  readonly spellings: Spellings;
  readonly #ids = new Map<string, number>();
  readonly #sequences: TermSequences;
  readonly #postings: Uint32Array;
  readonly #scores: Float32Array;
  readonly #starts: Uint32Array;
  /** The highest score in each term's postings. */
  readonly #highest: Float32Array;
  /** Terms of each passage. */
  readonly #lengths: Uint32Array;
  readonly #averageLength: number;
  readonly #best = new BestPassages();

  /** @throws UnusableIndexError */
  constructor(folder: string) {
    this.#sequences = new TermSequences(folder);
    const { terms } = this.#sequences;
    for (let id = 0; id < terms.length; id++) this.#ids.set(terms[id]!, id);
    this.spellings = new Spellings(terms, (term) => this.#ids.get(term));
    this.#postings = readUint32(join(folder, FILES.postings));
    this.#scores = readFloat32(join(folder, FILES.postingScores));
    this.#starts = readUint32(join(folder, FILES.postingStarts));
    this.passages = this.#sequences.passages;
    this.#highest = readFloat32(join(folder, FILES.postingHighest));
    this.#lengths = readUint32(join(folder, FILES.passageLengths));
    this.#check();
    this.#averageLength = averageOf(this.#lengths);
  }

  #check(): void {
    const terms = this.vocabulary.length;
    const postings = this.#postings.length;
    must(
      this.#sequences.isWhole() &&
        areOffsets(this.#starts, terms, postings) &&
        this.#scores.length === postings &&
        this.#highest.length === terms &&
        this.#lengths.length === this.passages &&
        areBelow(this.#postings, this.passages),
      'the words',
    );
  }

  /** All terms, by id. */
  get vocabulary(): readonly string[] {
    return this.#sequences.terms;
  }

  /** The id of a term as language/terms.ts gives it, stemmed; `undefined` when no passage holds it. */
  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  /** In how many passages a term stands. */
  frequency(id: number): number {
    return this.#starts[id + 1]! - this.#starts[id]!;
  }

  /** A term's inverse document frequency, more than 0: the rarer the term, the higher. See bm25.ts. */
  idf(id: number): number {
    return inverseDocumentFrequency(this.passages, this.frequency(id));
  }

  /** What a term that no passage holds would count for. */
  get idfOfUnseen(): number {
    return inverseDocumentFrequency(this.passages, 0);
  }

  /** The passages that hold a term, in their text or their section's title, ascending. */
  passagesWith(id: number): Uint32Array {
    return this.#postings.subarray(this.#starts[id], this.#starts[id + 1]);
  }

  /** Whether a passage's own text holds a term, and not its section's title alone. */
  isInText(id: number, passage: number): boolean {
    const sequence = this.sequence(passage);
    return sequence.includes(id, sequence.indexOf(SECTION_END) + 1);
  }

  /**
   * BM25 scores for a weighted bag of terms: of the passages in `also`, in their order, and then of the `k` others
   * that score highest, highest first; no passage that holds none of the terms is among those.
   */
  scores(query: ReadonlyMap<number, number>, k: number, also: Iterable<number> = []): Map<number, number> {
    const terms = [...query];
    const slots = new TermSlots();
    for (const [position, [id]] of terms.entries()) slots.set(id, position + 1);
    const idfs = terms.map(([id]) => this.idf(id));
    const frequencies = new Uint32Array(terms.length);
    const score = (passage: number): number => {
      const sequence = this.sequence(passage);
      for (let i = 0; i < sequence.length; i++) {
        const slot = slots.of(sequence[i]!);
        if (slot !== 0) frequencies[slot - 1]! += 1;
      }
      const length = this.#lengths[passage]! / this.#averageLength;
      let sum = 0;
      for (let position = 0; position < terms.length; position++) {
        const frequency = frequencies[position]!;
        if (frequency === 0) continue;
        sum += terms[position]![1] * bm25(idfs[position]!, frequency, length);
        frequencies[position] = 0;
      }
      return sum;
    };
    const scores = new Map<number, number>();
    for (const passage of also) scores.set(passage, score(passage));
    const lists = terms.map(([id, weight]) => ({
      passages: this.passagesWith(id),
      scores: this.#scores.subarray(this.#starts[id], this.#starts[id + 1]),
      weight,
      highest: this.#highest[id]!,
    }));
    for (const best of this.#best.find(lists, k, score)) scores.set(best.passage, best.score);
    return scores;
  }

  /** How many terms a passage has. */
  length(passage: number): number {
    return this.#lengths[passage]!;
  }

  /** See {@link TermSequences.of}. */
  sequence(passage: number): Uint32Array {
    return this.#sequences.of(passage);
  }

  /** See {@link TermSequences.section}. */
  section(passage: number): Uint32Array {
    return this.#sequences.section(passage);
  }

  /** See {@link TermSequences.sentences}. */
  sentences(passage: number): SentenceTerms[] {
    return this.#sequences.sentences(passage);
  }
}
