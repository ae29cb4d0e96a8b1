/** BM25's saturation and length normalisation (Robertson and Zaragoza 2009), as Lucene sets them. */
const K1 = 1.2;
const B = 0.75;

/** `log(1 + (N - n + 0.5) / (n + 0.5))`, as Lucene has it: never negative. */
export function inverseDocumentFrequency(passages: number, containing: number): number {
  return Math.log(1 + (passages - containing + 0.5) / (containing + 0.5));
}

/** What a term adds to the score of a passage of `length` times the average. */
export function bm25(idf: number, frequency: number, length: number): number {
  return (idf * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
}

/** 1 where there is nothing to take the average of. */
export function averageOf(lengths: Uint32Array): number {
  let total = 0;
  for (const length of lengths) total += length;
  return total / Math.max(1, lengths.length) || 1;
}
