import { distance } from 'fastest-levenshtein';

/** The names most like one that does not exist, best first; empty when none is near. */
export function nearestNames(name: string, known: readonly string[], most = 3): string[] {
  const wanted = name.toLowerCase();
  const wantedParts = parts(wanted);
  return known
    .map((candidate) => {
      const lower = candidate.toLowerCase();
      const edits = distance(wanted, lower) / Math.max(wanted.length, lower.length, 1);
      const inside = wantedParts.length > 0 && wantedParts.every((part) => lower.includes(part));
      return { candidate, far: inside ? edits / 4 : edits };
    })
    .filter(({ far }) => far <= 0.5)
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
