import { existsSync, readFileSync } from 'node:fs';

/** A word that a text may hold where the question holds another. */
export interface SimilarWord {
  /** Stemmed, as the index has it. */
  readonly term: string;
  /** Cosine of the two words' vectors, {@link MIN_COSINE} to 1. */
  readonly cosine: number;
}

/** Less similar words are about the same things but do not mean the same. */
export const MIN_COSINE = 0.35;
/** Beside the model that it is made from. */
export const SIMILAR_WORDS = 'similar-words.txt';

/**
 * English words that the bundled model takes for similar, from the vectors of its own vocabulary: `truce` for
 * `ceasefire`, `wounded` for `injured`. Keyed by stem. One line a stem, the most frequent word first:
 * `truce ceasefir 48 armistic 45`.
 */
export class SimilarWords {
  // Lines are taken apart when asked for: a question has five words of 12,000.
  readonly #lines: readonly string[];
  readonly #line = new Map<string, number>();

  private constructor(text: string) {
    this.#lines = text.trimEnd().split('\n');
    for (const [i, line] of this.#lines.entries()) {
      const space = line.indexOf(' ');
      this.#line.set(space < 0 ? line : line.slice(0, space), i);
    }
  }

  /** @returns `undefined` when there is no such file, as with a model from the hub */
  static open(path: string): SimilarWords | undefined {
    return existsSync(path) ? new SimilarWords(readFileSync(path, 'latin1')) : undefined;
  }

  /** How many stems are more frequent in English; `undefined` for a word that is not in the vocabulary as a whole. */
  rank(term: string): number | undefined {
    return this.#line.get(term);
  }

  /** Nearest first. Empty for a word that is not in the vocabulary as a whole. */
  of(term: string): SimilarWord[] {
    const line = this.#line.get(term);
    if (line === undefined) return [];
    const [, ...fields] = this.#lines[line]!.split(' ');
    const found: SimilarWord[] = [];
    for (let i = 0; i + 1 < fields.length; i += 2)
      found.push({ term: fields[i]!, cosine: Number(fields[i + 1]) / 100 });
    return found;
  }
}
