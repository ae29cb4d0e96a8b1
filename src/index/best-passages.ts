/** Where a term of a query stands, ascending, and what it adds to the score of each of these passages. */
export interface PostingList {
  readonly passages: Uint32Array;
  readonly scores: Float32Array;
  /** What the scores are multiplied by. */
  readonly weight: number;
  /** No score is higher. */
  readonly highest: number;
}

export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

/** Sums in different orders differ by less than this share of them. */
const ROUNDING = 1e-4;
/** A list that holds more than one in so many of all passages: it is quicker to go through all than to note which. */
const DENSE = 8;
/** Looking up the terms of one passage costs as much as adding up so many postings, about. */
const POSTINGS_A_LOOKUP = 200;

/**
 * Finds the passages with the highest sums without adding up every posting: once the lists that remain cannot
 * lift a new passage among the best, only the passages seen so far are looked at, and of those only the ones
 * that may still be among the best (MaxScore, Turtle and Flood 1995). The result is that of adding up everything.
 */
export class BestPassages {
  /** Sum of each passage so far; all 0 between two searches. */
  readonly #sums: Float32Array;
  /** The passages whose sum is not 0, unless they are so many that all are gone through. */
  readonly #seen: Uint32Array;
  #count = 0;
  #isDense = false;

  constructor(passages: number) {
    this.#sums = new Float32Array(passages);
    this.#seen = new Uint32Array(passages);
  }

  /**
   * The `k` passages with the highest scores above 0, highest first, equal ones in order of passage.
   *
   * @param exact the score of a passage: up to rounding the sum over the lists
   */
  find(lists: readonly PostingList[], k: number, exact: (passage: number) => number): ScoredPassage[] {
    if (k < 1) return [];
    const most = (list: PostingList) => list.weight * list.highest;
    const ordered = lists.filter(({ passages }) => passages.length > 0).sort((a, b) => most(b) - most(a));
    let rest = ordered.reduce((sum, list) => sum + most(list), 0);
    let left = ordered.reduce((count, { passages }) => count + passages.length, 0);
    let added = 0;
    let threshold = 0;
    for (const list of ordered) {
      const onlySeen = rest < threshold;
      if (onlySeen && this.#candidates(threshold - rest) * POSTINGS_A_LOOKUP < left) break;
      this.#add(list, onlySeen);
      rest -= most(list);
      added += most(list);
      left -= list.passages.length;
      // Looking at all that was seen costs as much as so many postings. No sum is higher than what was added:
      // until that is more than the rest, no threshold can spare anything.
      if (added > rest && left > this.#count) threshold = this.#kthHighest(k) * (1 - ROUNDING);
    }
    threshold = Math.max(threshold, this.#kthHighest(k) * (1 - ROUNDING));
    const candidates: ScoredPassage[] = [];
    for (let i = 0; i < this.#count; i++) {
      const passage = this.#isDense ? i : this.#seen[i]!;
      const sum = this.#sums[passage]!;
      if (sum > 0 && sum + rest >= threshold) candidates.push({ passage, score: exact(passage) });
    }
    this.#clear();
    candidates.sort((a, b) => b.score - a.score || a.passage - b.passage);
    return candidates.slice(0, k);
  }

  #clear(): void {
    if (this.#isDense) this.#sums.fill(0);
    else for (let i = 0; i < this.#count; i++) this.#sums[this.#seen[i]!] = 0;
    this.#count = 0;
    this.#isDense = false;
  }

  #add({ passages, scores, weight }: PostingList, onlySeen: boolean): void {
    const sums = this.#sums;
    if (this.#isDense || (!onlySeen && passages.length * DENSE > sums.length)) {
      this.#isDense = true;
      this.#count = sums.length;
      for (let i = 0; i < passages.length; i++) sums[passages[i]!]! += weight * scores[i]!;
      return;
    }
    const seen = this.#seen;
    let count = this.#count;
    for (let i = 0; i < passages.length; i++) {
      const passage = passages[i]!;
      const sum = sums[passage]!;
      if (sum === 0) {
        if (onlySeen) continue;
        seen[count++] = passage;
      }
      sums[passage] = sum + weight * scores[i]!;
    }
    this.#count = count;
  }

  /** How many of the passages seen so far have at least this sum. */
  #candidates(least: number): number {
    let count = 0;
    for (let i = 0; i < this.#count; i++)
      if (this.#sums[this.#isDense ? i : this.#seen[i]!]! >= least) count++;
    return count;
  }

  /** 0 when fewer than `k` passages were seen. */
  #kthHighest(k: number): number {
    if (this.#count < k) return 0;
    const highest: number[] = [];
    let threshold = 0;
    for (let i = 0; i < this.#count; i++) {
      const sum = this.#sums[this.#isDense ? i : this.#seen[i]!]!;
      if (sum <= threshold) continue;
      highest.push(sum);
      // Sorting only when twice as many as needed have come keeps this near linear.
      if (highest.length === k * 2) {
        highest.sort((a, b) => b - a);
        highest.length = k;
        threshold = highest[k - 1]!;
      }
    }
    return highest.sort((a, b) => b - a)[k - 1] ?? 0;
  }
}
