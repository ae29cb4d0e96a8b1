import type { Ranked } from './rank.ts';

/**
 * Scores are divided by it before they become shares: a ranking's own shares are too sure of its first. With 1 or 3 canard
 * loses 1 of its 790 first hits, and chat none; with 1, of questions asked after others of another document 0.2 to 0.5
 * hundredths fewer have their answer first.
 */
const TEMPERATURE = 2;

/**
 * Ranks candidates by two rankings of which either may be the right one: the mixture of their softmaxes. What is high in
 * both is first where it is hardly known which of them holds; where that is known, the mixture is the one that holds. The
 * scores are {@link TEMPERATURE} times the logarithms of the shares.
 *
 * @param chance 0 to 1, that the first of the two is right
 */
export function mixRankings(chance: number, first: readonly Ranked[], second: readonly Ranked[]): Ranked[] {
  const inFirst = shares(first, chance);
  const inSecond = shares(second, 1 - chance);
  const candidates = new Map([...second, ...first].map((candidate) => [candidate.passage, candidate]));
  return [...candidates.values()]
    .map((candidate) => {
      const share = (inFirst.get(candidate.passage) ?? 0) + (inSecond.get(candidate.passage) ?? 0);
      return { ...candidate, score: TEMPERATURE * Math.log(Math.max(share, Number.MIN_VALUE)) };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** By passage; they add up to `total`. */
function shares(ranked: readonly Ranked[], total: number): ReadonlyMap<number, number> {
  const powers = ranked.map(({ score }) => Math.exp((score - ranked[0]!.score) / TEMPERATURE));
  const sum = powers.reduce((a, b) => a + b, 0);
  return new Map(ranked.map(({ passage }, i) => [passage, (total * powers[i]!) / sum]));
}

/**
 * Share of all that a mixture gives to its first, and to the candidates that say the same, 0 to 1; 0 of none.
 *
 * @param mixed as {@link mixRankings} leaves it
 * @param saysTheSame whether two passages have the same text
 */
export function shareOfFirst(
  mixed: readonly Ranked[],
  saysTheSame: (one: number, other: number) => boolean,
): number {
  const [first] = mixed;
  if (!first) return 0;
  const same = mixed.filter(({ passage }) => saysTheSame(first.passage, passage));
  return Math.min(
    1,
    same.reduce((sum, { score }) => sum + Math.exp(score / TEMPERATURE), 0),
  );
}
