import type { Embedder } from '../embedding/embedder.ts';
import { dot } from '../index/vector-file.ts';
import { anotherOf, slotsIn, type Another, type Slot } from '../language/another.ts';
import type { Language } from '../language/languages.ts';
import { leaning, namesAnother, type Leaning } from '../language/leaning.ts';
import type { Turn } from './conversation.ts';

/** Cosine of two words from which on the one can take the place of the other: "armenia" and "turkey", 0.51. */
const LIKE = 0.45;
/** What the likest must be ahead by of what else could be meant. */
const AHEAD = 0.08;

/** Each is embedded; a question with more is long and rather asks for something of its own. */
const MOST_SLOTS = 16;

/** A question and the turns before it, oldest first. */
export interface Talk {
  readonly question: string;
  readonly turns: readonly Turn[];
}

/**
 * A conversation with what its questions leave out filled in: "and Armenia?" after "what does Turkey want?" asks what
 * Armenia wants. What is asked of another thing is asked of nothing else any more, so that the thing takes the place of
 * the one before in the earlier questions too. A question for which no such place is found stays as it is.
 *
 * @param language of questions whose words do not tell
 */
export async function fillIn(
  { question, turns }: Talk,
  embedder: Embedder,
  language: Language | undefined,
): Promise<Talk> {
  if (turns.length === 0) return { question, turns };
  let before: readonly Turn[] = [];
  for (const turn of turns) {
    const filled = await fillInLast({ question: turn.question, turns: before }, embedder, language);
    const kept = filled.turns.filter((other) => other.question !== filled.question);
    before = [...kept, { ...turn, question: filled.question }];
  }
  const filled = await fillInLast({ question, turns: before }, embedder, language);
  return { ...filled, turns: filled.turns.filter((turn) => turn.question !== filled.question) };
}

/** The same where no earlier question leaves anything out. */
async function fillInLast(talk: Talk, embedder: Embedder, language: Language | undefined): Promise<Talk> {
  const { question, turns } = talk;
  if (turns.length === 0 || !namesAnother(leaning(question, language))) return talk;
  const another = anotherOf(question, language);
  if (!another) return talk;
  for (const { question: asked } of turns.toReversed()) {
    // "And Putin?" after when Erdogan called him.
    if (isNamedIn(asked, another)) return talk;
    const slot = await slotOf(another, asked, embedder, language);
    if (slot) {
      const last = turns.at(-1)!.question;
      return {
        question: replaced(last, slot, another, language),
        turns: turns.map((turn) => ({
          ...turn,
          question: replaced(turn.question, slot, another, language),
        })),
      };
    }
    if (!leans(leaning(asked, language))) break;
  }
  // "And in Barda?" after "how many soldiers has Armenia lost?" says more exactly what is asked.
  const { preposition, name } = another;
  if (preposition === undefined) return talk;
  const asked = turns
    .at(-1)!
    .question.replace(/[?？]$/u, '')
    .trim();
  return { question: `${asked} ${preposition} ${name}?`, turns };
}

function isNamedIn(question: string, { name }: Another): boolean {
  const wordsOf = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()} `;
  return wordsOf(question).includes(wordsOf(name));
}

function leans({ pronoun, points, content }: Leaning): boolean {
  return pronoun !== undefined || points || content === 0;
}

/** The place that another thing takes in a question. */
async function slotOf(
  { name, capital, kind, preposition }: Another,
  asked: string,
  embedder: Embedder,
  language: Language | undefined,
): Promise<Slot | undefined> {
  const slots = slotsIn(asked, language).filter(
    (slot) => slot.kind === kind && (preposition === undefined || slot.preposition !== undefined),
  );
  const names = slots.filter((slot) => slot.capital);
  const [only, ...others] = capital && names.length > 0 ? names : [];
  if (only && others.length === 0) return only;
  const there = slots.find((slot) => slot.preposition?.start === slot.start);
  if (there && preposition !== undefined) return there;
  if (slots.length > MOST_SLOTS) return undefined;
  const vector = await embedder.embed(name, 'query');
  const rated: { slot: Slot; cosine: number }[] = [];
  for (const slot of only ? names : slots)
    rated.push({ slot, cosine: dot(vector, await embedder.embed(slot.text, 'query')) });
  rated.sort((a, b) => b.cosine - a.cosine);
  const [best] = rated;
  if (!best || best.cosine < LIKE) return undefined;
  const next = rated.find(({ slot }) => slot.end <= best.slot.start || best.slot.end <= slot.start);
  return next && best.cosine - next.cosine < AHEAD ? undefined : best.slot;
}

/** A question with another thing wherever the one stands whose place it takes. */
function replaced(
  question: string,
  { text, capital }: Slot,
  { name, preposition }: Another,
  language: Language | undefined,
): string {
  const found = slotsIn(question, language).filter((slot) => slot.text === text && slot.capital === capital);
  return found.reduceRight((left, { start, end, preposition: opening }) => {
    const isAdverb = opening?.start === start;
    const filling = isAdverb && preposition !== undefined ? `${preposition} ${name}` : name;
    return left.slice(0, start) + filling + left.slice(end);
  }, question);
}
