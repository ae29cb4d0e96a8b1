/** Deterministic random numbers, 0 up to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'ba be bi bo ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to'.split(
    ' ',
  );
const VOCABULARY = 50_000;

/** The word of a rank, 1 being the most frequent. */
function word(rank: number): string {
  const syllables: string[] = [];
  for (let rest = rank + 32; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    syllables.push(SYLLABLES[rest % SYLLABLES.length]!);
  }
  return syllables.join('');
}

/** A sentence whose words are as frequent as Zipf's law has it. */
export function sentence(next: () => number, words = 8 + Math.floor(next() * 16)): string {
  const chosen = Array.from({ length: words }, () => word(Math.floor(VOCABULARY ** next())));
  const text = chosen.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A paragraph of a few sentences, with a blank line after it. */
export function paragraph(next: () => number): string {
  return `${Array.from({ length: 1 + Math.floor(next() * 4) }, () => sentence(next)).join(' ')}\n\n`;
}

const CLUSTERS = 2000;
/** Degrees of freedom of the vectors: those of texts fill few of their dimensions. */
const LATENT = 40;
const SPREAD = 0.6;

const projections = new Map<number, Float32Array>();

function projection(dimension: number): Float32Array {
  let matrix = projections.get(dimension);
  if (!matrix) {
    const next = random(dimension);
    matrix = Float32Array.from({ length: LATENT * dimension }, () => next() - 0.5);
    projections.set(dimension, matrix);
  }
  return matrix;
}

/** A unit vector near one of {@link CLUSTERS} centres, as texts gather around topics. */
export function clusteredVector(
  next: () => number,
  dimension: number,
  cluster = Math.floor(next() * CLUSTERS),
): Float32Array {
  const matrix = projection(dimension);
  const centre = random(cluster + 1);
  const vector = new Float32Array(dimension);
  for (let l = 0; l < LATENT; l++) {
    const value = centre() - 0.5 + SPREAD * (next() - 0.5);
    for (let i = 0; i < dimension; i++) vector[i]! += value * matrix[l * dimension + i]!;
  }
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
