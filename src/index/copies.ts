/** Which passages have the same words. */
export interface Copies {
  /** For each passage the next one with the same words, the first after the last: itself when it stands alone. */
  readonly next: Uint32Array;
  /** In how many documents each passage's words stand, 1 or more. */
  readonly documents: Uint32Array;
}

/**
 * @param fingerprints of each passage
 * @param documentOf the document of each passage, ascending
 */
export function findCopies(fingerprints: BigUint64Array, documentOf: Uint32Array): Copies {
  const next = Uint32Array.from(fingerprints, (_, passage) => passage);
  const documents = new Uint32Array(fingerprints.length).fill(1);
  for (const passages of repeated(fingerprints)) {
    const distinct = new Set(passages.map((passage) => documentOf[passage]!)).size;
    for (const [i, passage] of passages.entries()) {
      next[passage] = passages[(i + 1) % passages.length]!;
      documents[passage] = distinct;
    }
  }
  return { next, documents };
}

/** Positions of the values that stand more than once: few, so they are found by sorting, not by a map of all. */
function repeated(values: BigUint64Array): Iterable<number[]> {
  const sorted = values.slice().sort();
  const groups = new Map<bigint, number[]>();
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) groups.set(sorted[i]!, []);
  if (groups.size > 0) for (const [position, value] of values.entries()) groups.get(value)?.push(position);
  return groups.values();
}
