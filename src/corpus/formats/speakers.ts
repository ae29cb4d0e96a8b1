import type { Cue } from './cue.ts';

/** `Mara: …`, `SPEAKER_01: …`, `- Anna Berg: …`, `>> Anna Berg: …`. */
const NAMED =
  /^(?:(?:[-–—]|>{2,3})\s?)?(\p{Lu}[\p{L}\p{M}\p{N}_.'’-]{0,30}(?: (?:\p{Lu}[\p{L}\p{M}\p{N}_.'’-]{0,30}|\d{1,3})){0,3}):\s+(?=\S)/u;
/** A name in front of fewer lines may be a word that somebody says. */
const LEAST_TURNS = 3;
/** In seconds: what is said after a longer pause may be another's. */
const MAX_PAUSE = 8;

/**
 * Cues with the speakers that stand in front of their lines, in transcripts that are known to name them: a name comes
 * again and again, and there is another. Whoever is named speaks on until another is.
 */
export function withSpeakers(cues: readonly Cue[]): readonly Cue[] {
  if (cues.some(({ speaker }) => speaker !== undefined)) return cues;
  const turns = new Map<string, number>();
  for (const line of cues.flatMap((cue) => cue.lines)) {
    const name = NAMED.exec(line)?.[1];
    if (name !== undefined) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  const isNamed = [...turns.values()].some((count) => count >= LEAST_TURNS) && turns.size > 1;
  return isNamed ? [...namedTurns(cues)] : cues;
}

function* namedTurns(cues: readonly Cue[]): Generator<Cue> {
  let speaker: string | undefined;
  let last = 0;
  for (const cue of cues) {
    if (cue.start - last >= MAX_PAUSE) speaker = undefined;
    last = cue.end;
    let spoken: string[] = [];
    const turn = (): Cue => ({ ...cue, lines: spoken, ...(speaker === undefined ? {} : { speaker }) });
    for (const line of cue.lines) {
      const named = NAMED.exec(line);
      if (named) {
        if (spoken.length > 0) yield turn();
        spoken = [];
        speaker = named[1]!;
      }
      spoken.push(named ? line.slice(named[0].length) : line);
    }
    yield turn();
  }
}
