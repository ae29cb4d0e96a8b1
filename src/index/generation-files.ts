/** Names a generation's manifest, which records all its other files. */
export const MANIFEST = 'manifest.json';

/** Names of a generation's files, all of which must be there. */
export const FILES = {
  /** What it was built from: see corpus-state.ts. */
  corpusState: 'corpus.json',
  /** Documents, passages and the windows' hashes, in SQLite. */
  store: 'corpus.db',
  /** Rows of `dimension` floats, a row for each window. */
  vectors: 'vectors.f32',
  /** The same rows in a byte a number, and what each is to be multiplied by. */
  codes: 'vectors.i8',
  scales: 'vector-scales.f32',
  /** Rows of `dimension` floats, a row for each document. */
  titles: 'titles.f32',
  nearest: 'nearest.hnsw',
  nearestRows: 'nearest-rows.u32',
  terms: 'terms.txt',
  sequences: 'term-sequences.u32',
  sequenceOffsets: 'term-sequence-offsets.u32',
  postings: 'postings.u32',
  postingScores: 'posting-scores.f32',
  postingStarts: 'posting-starts.u32',
  postingHighest: 'posting-highest.f32',
  passageLengths: 'passage-lengths.u32',
  passageRows: 'passage-rows.u32',
  passageWholeRows: 'passage-whole-rows.u32',
  passageDocuments: 'passage-documents.u32',
  passageFingerprints: 'passage-fingerprints.u64',
  passageNextCopies: 'passage-next-copies.u32',
  passageStandsIn: 'passage-stands-in.u32',
  /** Ids of the passages that are headlines. */
  headlines: 'headlines.u32',
  windowSpans: 'window-spans.u32',
} as const;

/** Names the copy of the model's similar words, which the bundled model alone has. */
export const SIMILAR_WORDS_COPY = 'similar-words.txt';
