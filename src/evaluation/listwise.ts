/** One question's candidates: a row of signals for each, and which of them are relevant. */
export interface RankingExample {
  /** In the order of the candidates, as are `losses` and `relevant`. */
  readonly rows: readonly Float64Array[];
  /** What each candidate's score loses, whatever the weights. */
  readonly losses: readonly number[];
  readonly relevant: readonly boolean[];
  /** What the question counts for in training. */
  readonly weight: number;
}

/** How often all questions are gone through, how many at a step, how far a step goes, and what large weights cost. */
const EPOCHS = 30;
const BATCH = 64;
const RATE = 0.2;
const L2 = 1e-4;

/**
 * Weights under which relevant candidates get the most of a softmax over each question's candidates, by Adam
 * (Kingma and Ba 2015, arXiv:1412.6980) with a falling rate. Deterministic: the order is shuffled with a fixed seed.
 */
export function fitListwise(examples: readonly RankingExample[], signals: number, l2 = L2): Float64Array {
  const weights = new Float64Array(signals);
  const mean = new Float64Array(signals);
  const square = new Float64Array(signals);
  const gradient = new Float64Array(signals);
  const random = seeded(1);
  const order = examples.filter(({ relevant }) => relevant.includes(true) && relevant.includes(false));
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (let first = 0; first < order.length; first += BATCH) {
      const batch = order.slice(first, first + BATCH);
      gradient.fill(0);
      for (const example of batch) addGradient(example, weights, gradient);
      step += 1;
      for (let d = 0; d < signals; d++) {
        const g = gradient[d]! / batch.length + l2 * weights[d]!;
        mean[d] = 0.9 * mean[d]! + 0.1 * g;
        square[d] = 0.999 * square[d]! + 0.001 * g * g;
        const change = mean[d]! / (1 - 0.9 ** step) / (Math.sqrt(square[d]! / (1 - 0.999 ** step)) + 1e-8);
        weights[d]! -= RATE * (1 - epoch / EPOCHS) * change;
      }
    }
  }
  return weights;
}

function addGradient(
  { rows, losses, relevant, weight }: RankingExample,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const scores = rows.map((row, i) => dot(row, weights) - losses[i]!);
  const highest = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - highest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const good = parts.reduce((sum, part, i) => sum + (relevant[i] ? part : 0), 0);
  for (const [i, row] of rows.entries()) {
    const slope = weight * (parts[i]! / total - (relevant[i] ? parts[i]! / good : 0));
    for (let d = 0; d < row.length; d++) gradient[d]! += slope * row[d]!;
  }
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function shuffle(items: RankingExample[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/**
 * A linear congruential generator (Knuth's MMIX constants would need more than 53 bits; these are Numerical Recipes').
 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
