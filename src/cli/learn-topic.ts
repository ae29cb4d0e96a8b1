import Table from 'cli-table3';
import { GOES_ON, TOPIC_FEATURES } from '../answer/topic.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { othersOf, type LearningSet } from '../evaluation/learning-set.ts';
import { fitLogistic, predict, type Example, type Logistic } from '../evaluation/logistic.ts';
import { topicExamples, type TopicExample } from '../evaluation/topic-examples.ts';

export type TopicExamples = ReadonlyMap<LearningSet, readonly TopicExample[]>;

/** The examples of each set, with questions of the others. */
export async function readTopicExamples(
  sets: readonly LearningSet[],
  embedder: Embedder,
): Promise<TopicExamples> {
  const examples = new Map<LearningSet, readonly TopicExample[]>();
  for (const set of sets) examples.set(set, await topicExamples(set, othersOf(set, sets), embedder));
  return examples;
}

/**
 * Prints the weights that tell a follow-up from a new topic, and for how many questions the first passage answers when
 * none is taken for one, when all are, and as is told with weights learned without the set and with it.
 */
export function learnTopic(examples: TopicExamples): void {
  const sets = [...examples.keys()];
  const fit = (from: readonly LearningSet[]) =>
    fitLogistic(weighed(from.map((set) => examples.get(set)!)), TOPIC_FEATURES.length);
  const fitted = fit(sets);
  const table = new Table({
    head: ['set', 'questions', 'alone', 'in context', 'told without it', 'told'],
    style: { head: [], border: [] },
  });
  for (const [set, all] of examples) {
    // A follow-up that nothing answers tells nothing of which way finds more.
    const own = all.filter(({ alone, answerable }) => answerable || alone);
    if (own.length === 0) continue;
    const told = (by: Logistic) => (example: TopicExample) =>
      predict(by, example.features) >= GOES_ON ? example.followed : example.alone;
    const share = (hit: (example: TopicExample) => boolean) =>
      (own.filter(hit).length / own.length).toFixed(3);
    table.push([
      set.name,
      own.length,
      share(({ alone }) => alone),
      share(({ followed }) => followed),
      share(told(fit(othersOf(set, sets)))),
      share(told(fitted)),
    ]);
  }
  const named = TOPIC_FEATURES.map((name, i) => `  ${name}: ${fitted.weights[i]!.toFixed(2)},`);
  process.stdout.write(
    `TOPIC\n${table.toString()}\n  constant: ${fitted.constant.toFixed(2)},\n${named.join('\n')}\n`,
  );
}

/**
 * Those for which it matters, of each kind the same weight in all, and of each set the root of their number: one of
 * many questions shall not decide alone.
 */
function weighed(sets: readonly (readonly TopicExample[])[]): Example[] {
  const examples = sets.flatMap((set) => {
    const telling = set.filter(({ alone, followed }) => alone !== followed);
    return telling.map(({ features, followed }) => ({
      features,
      positive: followed,
      weight: 1 / Math.sqrt(telling.length),
    }));
  });
  const total = (positive: boolean) =>
    examples.reduce((sum, example) => (example.positive === positive ? sum + example.weight : sum), 0) || 1;
  const totals = { true: total(true), false: total(false) };
  return examples.map((example) => ({
    ...example,
    weight: example.weight / totals[`${example.positive}`],
  }));
}
