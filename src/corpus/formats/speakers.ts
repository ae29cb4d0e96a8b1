import type { Cue } from './cue.ts';

/** `Mara: …`, `SPEAKER_01: …`, `- Anna Berg: …`, `>> Anna Berg: …`. */
const NAMED =
  /^(?:(?:[-–—]|>{2,3})\s?)?(\p{Lu}[\p{L}\p{M}\p{N}_.'’-]{0,30}(?: (?:\p{Lu}[\p{L}\p{M}\p{N}_.'’-]{0,30}|\d{1,3})){0,3}):\s+(?=\S)/u;
/** A name in front of fewer lines may be a word that somebody says. */
const LEAST_TURNS = 3;
/** Who is named but once may be no speaker, and nothing is taken from such a line. */
const LEAST_TURNS_OF_EACH = 2;
/** What stands before a colon and is nobody. */
const LABEL =
  /^(?:note|tip|hint|warning|caution|remember|important|question|answer|example|summary|step \d+|part \d+|hinweis|achtung|tipp|wichtig|frage|antwort|beispiel|schritt \d+)$/iu;
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
  const speakers = [...turns].filter(([name, count]) => count >= LEAST_TURNS_OF_EACH && !LABEL.test(name));
  const isNamed = speakers.length > 1 && speakers.some(([, count]) => count >= LEAST_TURNS);
  return isNamed ? [...namedTurns(cues, new Set(speakers.map(([name]) => name)))] : cues;
}

function* namedTurns(cues: readonly Cue[], speakers: ReadonlySet<string>): Generator<Cue> {
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
        speaker = speakers.has(named[1]!) ? named[1] : undefined;
      }
      spoken.push(named && speaker !== undefined ? line.slice(named[0].length) : line);
    }
    yield turn();
  }
}
