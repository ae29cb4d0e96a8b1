import { SIGNALS } from '../answer/signals.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { joinedExamples } from '../evaluation/joined-examples.ts';
import type { LearningSet } from '../evaluation/learning-set.ts';
import { fitListwise } from '../evaluation/listwise.ts';

/**
 * What a difference from a single question's weights costs: twenty times what these cost. With half of it canard has 1
 * more of its 790 first hits and chat 2 fewer of its 100.
 */
const L2 = 2e-3;

/** Prints what the signals count for more or less where questions of a conversation are joined to one. */
export async function learnJoined(sets: readonly LearningSet[], embedder: Embedder): Promise<void> {
  const examples = [];
  for (const set of sets) examples.push(await joinedExamples(set, embedder));
  const total = examples.flat().length;
  if (total === 0) return;
  // Of each set the root of their number, as in learn-topic.ts, and one each on average.
  const roots = examples.reduce((sum, { length }) => sum + Math.sqrt(length), 0);
  const weighed = examples.flatMap((ofSet) =>
    ofSet.map((example) => ({ ...example, weight: total / roots / Math.sqrt(ofSet.length) })),
  );
  const fitted = fitListwise(weighed, SIGNALS.length, L2);
  const named = SIGNALS.map((name, i) => `  ${name}: ${Number(fitted[i]!.toFixed(2))},`);
  process.stdout.write(`WHEN_JOINED, of ${total} questions\n${named.join('\n')}\n\n`);
}
