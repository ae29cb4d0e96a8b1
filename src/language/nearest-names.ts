import { distance } from 'fastest-levenshtein';

/** Share of a name's letters that may be others: of a name with more of them, another was meant. */
const MAX_EDITS = 0.5;
/** Who types a part of a name has left letters out, and got none wrong: such edits count so many times less. */
const INSIDE = 4;

/** The names most like one that does not exist, best first, `most` at most; empty when none is near. */
export function nearestNames(name: string, known: readonly string[], most = 3): string[] {
  const wanted = name.toLowerCase();
  const wantedParts = parts(wanted);
  return known
    .map((candidate) => {
      const lower = candidate.toLowerCase();
      const edits = distance(wanted, lower) / Math.max(wanted.length, lower.length, 1);
      const inside = wantedParts.length > 0 && wantedParts.every((part) => lower.includes(part));
      return { candidate, far: inside ? edits / INSIDE : edits };
    })
    .filter(({ far }) => far <= MAX_EDITS)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The words of a file name without its extension; one letter says nothing. */
function parts(name: string): string[] {
  return name
    .replace(/\.[a-z0-9]+$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 1);
}
