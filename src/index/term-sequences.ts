import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areBelow, areOffsets } from './check-arrays.ts';
import { FILES } from './generation-files.ts';
import { readUint32, writeTyped } from './typed-files.ts';

/**
 * In a passage's term sequence, the end of a sentence: this bit, and below it what the sentence holds
 * (see language/holds.ts). Everything else is a term id.
 */
export const SENTENCE_END = 0x8000_0000;
/** The end of the section's title, which stands before a passage's sentences where it has one. */
export const SECTION_END = 0xc000_0000;

/** A sentence of a passage, as the index has it. */
export interface SentenceTerms {
  /** Ids, in order. */
  readonly terms: Uint32Array;
  /** Bits of HOLDS, see language/holds.ts. */
  readonly holds: number;
}

/** The terms of every passage, in order. Passages and terms are numbered from 0. */
export class TermSequences {
  /** By id. */
  readonly terms: readonly string[];
  /** How many there are. */
  readonly passages: number;
  readonly #sequences: Uint32Array;
  readonly #offsets: Uint32Array;

  constructor(folder: string) {
    const vocabulary = readFileSync(join(folder, FILES.terms), 'utf8');
    this.terms = vocabulary === '' ? [] : vocabulary.split('\n');
    this.#sequences = readUint32(join(folder, FILES.sequences));
    this.#offsets = readUint32(join(folder, FILES.sequenceOffsets));
    this.passages = this.#offsets.length - 1;
  }

  /** Whether the passages' sequences lead nowhere else, and name known terms only. */
  isWhole(): boolean {
    return (
      areOffsets(this.#offsets, this.passages, this.#sequences.length) &&
      areBelow(this.#sequences, this.terms.length, SENTENCE_END)
    );
  }

  /**
   * The term ids of a passage in order, with {@link SENTENCE_END} and its bits after each sentence; before them
   * those of its section's title and {@link SECTION_END}.
   */
  of(passage: number): Uint32Array {
    return this.#sequences.subarray(this.#offsets[passage], this.#offsets[passage + 1]);
  }

  /** The term ids of a passage's section's title, in order; none where it has no title. */
  section(passage: number): Uint32Array {
    const sequence = this.of(passage);
    return sequence.subarray(0, Math.max(0, sequence.indexOf(SECTION_END)));
  }

  /** The sentences of a passage in order; its section's title is none of them. */
  sentences(passage: number): SentenceTerms[] {
    const sequence = this.of(passage);
    const sentences: SentenceTerms[] = [];
    let start = sequence.indexOf(SECTION_END) + 1;
    for (let i = start; i < sequence.length; i++) {
      const value = sequence[i]!;
      if (value < SENTENCE_END) continue;
      sentences.push({ terms: sequence.subarray(start, i), holds: value - SENTENCE_END });
      start = i + 1;
    }
    return sentences;
  }
}

/**
 * Writes what {@link TermSequences} reads.
 *
 * @param terms in order of id; none is empty or holds the end of a line
 * @param offsets where the sequence of each passage begins in `sequences`, and at last where they all end
 */
export function writeTermSequences(
  folder: string,
  terms: Iterable<string>,
  sequences: Uint32Array,
  offsets: Uint32Array,
): void {
  writeFileSync(join(folder, FILES.terms), [...terms].join('\n'));
  writeTyped(join(folder, FILES.sequences), sequences);
  writeTyped(join(folder, FILES.sequenceOffsets), offsets);
}
