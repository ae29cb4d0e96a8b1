import Table from 'cli-table3';
import { CONTEXT_CONFIDENCE_FEATURES } from '../answer/confidence-in-context.ts';
import { othersOf, type LearningSet } from '../evaluation/learning-set.ts';
import { fitLogistic, predict, type Example } from '../evaluation/logistic.ts';
import { rocAuc } from '../evaluation/measures.ts';
import type { TopicExample } from '../evaluation/topic-examples.ts';
import type { TopicExamples } from './learn-topic.ts';

/** From here on a question is answered; see answer/confidence.ts. */
const ANSWERED = 0.5;

/**
 * Prints the weights of the confidence in a conversation, learned from the questions that were taken for ones that go
 * on, and of each set how well those tell the right answers that were learned without it.
 */
export function learnContextConfidence(all: TopicExamples): void {
  const leaning = new Map([...all].map(([set, examples]) => [set, examples.filter(({ leans }) => leans)]));
  const fit = (from: readonly LearningSet[]) =>
    fitLogistic(
      from.flatMap((set) => weighed(leaning.get(set)!)),
      CONTEXT_CONFIDENCE_FEATURES.length,
    );
  const sets = [...leaning.keys()];
  const table = new Table({
    head: ['set', 'questions', 'AUC without it', 'answered', 'right', 'right of all'],
    style: { head: [], border: [] },
  });
  for (const [set, own] of leaning) {
    if (own.length === 0) continue;
    const others = othersOf(set, sets);
    const fitted = fit(others.length > 0 ? others : sets);
    const chances = own.map(({ sureness }) => predict(fitted, sureness));
    const of = (right: boolean) => chances.filter((_, i) => own[i]!.right === right);
    const answered = own.filter((_, i) => chances[i]! >= ANSWERED);
    const share = (some: readonly TopicExample[]) =>
      (some.filter(({ right }) => right).length / some.length).toFixed(3);
    table.push([
      set.name,
      own.length,
      rocAuc(of(true), of(false))?.toFixed(3) ?? '–',
      (answered.length / own.length).toFixed(3),
      share(answered),
      share(own),
    ]);
  }
  const fitted = fit(sets);
  const named = CONTEXT_CONFIDENCE_FEATURES.map((name, i) => `  ${name}: ${fitted.weights[i]!.toFixed(2)},`);
  process.stdout.write(
    `CONFIDENCE IN CONTEXT\n${table.toString()}\n  constant: ${fitted.constant.toFixed(2)},\n${named.join('\n')}\n`,
  );
}

/** Of each set the root of their number, as in learn-topic.ts. */
function weighed(examples: readonly TopicExample[]): Example[] {
  return examples.map(({ sureness, right }) => ({
    features: sureness,
    positive: right,
    weight: 1 / Math.sqrt(examples.length),
  }));
}
