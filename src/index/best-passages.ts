/** Where a term of a query stands, ascending, and what it adds to the score of each of these passages. */
export interface PostingList {
  readonly passages: Uint32Array;
  readonly scores: Float32Array;
  /** What the scores are multiplied by. */
  readonly weight: number;
  /** No score is higher. */
  readonly highest: number;
}

/** A passage id and its BM25. */
export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

/** Sums in different orders differ by less than this share of them. */
const ROUNDING = 1e-4;
/** A list that holds more than one in so many of all passages: it is quicker to go through all than to note which. */
const DENSE = 8;
/** Looking for one passage in a list costs as much as going through so many of its postings, about. */
const POSTINGS_A_LOOKUP = 16;

/**
 * Finds the passages with the highest sums without adding up every posting: once the lists that remain cannot
 * lift a new passage among the best, those of the passages seen so far that may still be among the best are looked
 * up in them, and fewer with every list (MaxScore, Turtle and Flood 1995). The result is that of adding up
 * everything.
 */
export class BestPassages {
  /** Sum of each passage so far; all 0 between two searches. */
  readonly #sums: Float32Array;
  /** The passages whose sum is not 0, unless they are so many that all are gone through. */
  readonly #seen: Uint32Array;
  #count = 0;
  #isDense = false;

  /** @param passages how many the index has */
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
    let added = 0;
    let threshold = 0;
    let candidates: Uint32Array | undefined;
    for (const list of ordered) {
      const onlySeen = rest < threshold;
      if (!candidates && onlySeen) {
        const count = this.#countAbove(threshold - rest);
        if (count * POSTINGS_A_LOOKUP < list.passages.length)
          candidates = this.#above(threshold - rest, count);
      }
      rest -= most(list);
      added += most(list);
      if (candidates) {
        this.#lookUp(list, candidates);
        threshold = Math.max(threshold, this.#kthHighest(candidates, candidates.length, k));
        candidates = candidates.filter((passage) => this.#sums[passage]! + rest >= threshold);
        continue;
      }
      this.#add(list, onlySeen);
      // Looking at all that was seen costs as much as so many postings. No sum is higher than what was added:
      // until that is more than the rest, no threshold can spare anything.
      if (added > rest) threshold = this.#kthHighest(this.#seen, this.#count, k);
    }
    candidates ??= this.#above(
      Math.max(threshold, this.#kthHighest(this.#seen, this.#count, k)),
      this.#count,
    );
    const found = Array.from(candidates, (passage) => ({ passage, score: exact(passage) }));
    this.#clear();
    found.sort((a, b) => b.score - a.score || a.passage - b.passage);
    return found.slice(0, k);
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

  /** How many of the passages seen so far have at least this sum, and more than 0. */
  #countAbove(least: number): number {
    let count = 0;
    for (let i = 0; i < this.#count; i++) {
      const sum = this.#sums[this.#isDense ? i : this.#seen[i]!]!;
      if (sum >= least && sum > 0) count++;
    }
    return count;
  }

  /** Those passages, of which there are at most `count`, ascending. */
  #above(least: number, count: number): Uint32Array {
    const passages = new Uint32Array(count);
    let found = 0;
    for (let i = 0; i < this.#count; i++) {
      const passage = this.#isDense ? i : this.#seen[i]!;
      const sum = this.#sums[passage]!;
      if (sum >= least && sum > 0) passages[found++] = passage;
    }
    return passages.subarray(0, found).sort();
  }

  /** Adds what a list says of these passages, which are ascending as it is. */
  #lookUp({ passages, scores, weight }: PostingList, candidates: Uint32Array): void {
    let from = 0;
    for (const candidate of candidates) {
      let low = from;
      for (let high = passages.length; low < high;) {
        const middle = (low + high) >> 1;
        if (passages[middle]! < candidate) low = middle + 1;
        else high = middle;
      }
      if (low === passages.length) return;
      if (passages[low] === candidate) this.#sums[candidate]! += weight * scores[low]!;
      from = low;
    }
  }

  /** The k-th highest sum of passages, a little less for rounding; 0 when there are fewer than `k`. */
  #kthHighest(passages: Uint32Array, count: number, k: number): number {
    if (count < k) return 0;
    const isAll = passages === this.#seen && this.#isDense;
    // Ascending; nearly all sums are below the least of them and move nothing.
    const highest = new Float32Array(k);
    for (let i = 0; i < count; i++) {
      const sum = this.#sums[isAll ? i : passages[i]!]!;
      if (sum <= highest[0]!) continue;
      let at = 0;
      for (; at + 1 < k && highest[at + 1]! < sum; at++) highest[at] = highest[at + 1]!;
      highest[at] = sum;
    }
    return highest[0]! * (1 - ROUNDING);
  }
}
