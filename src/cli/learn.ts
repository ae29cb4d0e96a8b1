import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Table from 'cli-table3';
import { CONFIDENCE_FEATURES } from '../answer/confidence.ts';
import { SIGNALS } from '../answer/signals.ts';
import type { Weights } from '../answer/weights.ts';
import type { Config } from '../config.ts';
import { loadEmbedder, type Embedder } from '../embedding/embedder.ts';
import { modelSpec } from '../embedding/model-spec.ts';
import { confidenceExamples, type ConfidenceExamples } from '../evaluation/confidence-examples.ts';
import {
  hitsOf,
  othersOf,
  rankingExamples,
  readLearningSet,
  untitledExamples,
  type Hits,
  type LearningSet,
} from '../evaluation/learning-set.ts';
import { fitListwise } from '../evaluation/listwise.ts';
import { fitLogistic, predict } from '../evaluation/logistic.ts';
import { ndcg, rocAuc } from '../evaluation/measures.ts';
import { readQuestionSet } from '../evaluation/question-set.ts';
import { EXIT } from '../exit-code.ts';
import { ensureIndex } from '../index/ensure-index.ts';
import { command, run } from './command.ts';
import { learnContextConfidence } from './learn-context-confidence.ts';
import { learnJoined } from './learn-joined.ts';
import { learnTopic, readTopicExamples } from './learn-topic.ts';
import { showProgress } from './progress.ts';

const program = command(
  'learn',
  'Learns the weights of the ranking, of one question and of joined ones (src/answer/weights.ts), of the confidence (src/answer/confidence.ts, src/answer/confidence-in-context.ts) and of what ' +
    'tells a follow-up from a new topic (src/answer/topic.ts).',
)
  .argument(
    '<dir...>',
    'question sets: folders that hold questions.jsonl and corpus/, else they ask of the sample corpus; ' +
      'DIR=4 lets its questions count four times',
  )
  .option(
    '--pairs',
    'ask of each corpus the questions of its partner alone, for what it does not answer: the first set and the second are ' +
      'partners, the third and the fourth, and so on',
  );

/** Sets of so many questions are asked of other sets' corpora too: they are about everything. */
const WIDE_SET = 250;

/** The table tells what share of each kind has a confidence below these. */
const BELOW = [0.1, 0.15, 0.25, 0.4, 0.5, 0.75];

const KINDS = ['answerable', 'impossible', 'takenAway', 'foreign'] satisfies (keyof ConfidenceExamples)[];

await run(program, async (config) => {
  const embedder = await loadEmbedder(modelSpec(config.embeddingModel), config.modelsDir);
  const sets: LearningSet[] = [];
  for (const argument of program.args) {
    const [dir, weight = '1'] = argument.split(/=(?=[\d.]+$)/) as [string, string?];
    const set = await readSet(resolve(dir), Number(weight), config, embedder);
    process.stderr.write(`${set.name}: ${set.questions.length} questions\n`);
    sets.push(set);
  }
  for (const understood of [true, false]) {
    const known = sets.filter((set) => set.understood === understood);
    if (known.length === 0) continue;
    process.stdout.write(`${understood ? 'UNDERSTOOD' : 'NOT_UNDERSTOOD'}\n`);
    await learnConfidence(known, learnRanking(known), embedder, (set) => foreignTo(set, sets, known));
    if (!understood) continue;
    await learnJoined(known, embedder);
    const topicExamples = await readTopicExamples(known, embedder);
    learnTopic(topicExamples);
    learnContextConfidence(topicExamples);
  }
  for (const { index } of sets) index.close();
  return EXIT.done;
});

async function readSet(
  dir: string,
  weight: number,
  config: Config,
  embedder: Embedder,
): Promise<LearningSet> {
  const ownCorpus = join(dir, 'corpus');
  const corpusDir = existsSync(ownCorpus) ? ownCorpus : config.corpusDir;
  const key = createHash('sha256').update(corpusDir).digest('hex').slice(0, 12);
  const { embeddingModel, modelsDir } = config;
  const embeddingsDir = join(config.embeddingsDir, 'evaluation', key);
  const progress = showProgress();
  const build = { corpusDir, embeddingsDir, modelsDir, embeddingModel };
  const { index } = await ensureIndex(build, { onProgress: progress.update });
  progress.stop();
  const questions = readQuestionSet(join(dir, 'questions.jsonl'));
  return readLearningSet({ name: basename(dir), weight, index }, questions, embedder);
}

/** The sets whose questions are asked of a set's corpus for what it does not answer. */
function foreignTo(
  set: LearningSet,
  all: readonly LearningSet[],
  known: readonly LearningSet[],
): readonly LearningSet[] {
  if (!program.opts<{ pairs?: boolean }>().pairs)
    return othersOf(set, known).filter((other) => other.questions.length >= WIDE_SET);
  // The next of an even place, the one before of an odd one.
  const partner = all[all.indexOf(set) ^ 1];
  return partner ? [partner] : [];
}

/** Prints the weights, and how each set is ranked by weights that were learned without it. */
function learnRanking(sets: readonly LearningSet[]): Weights {
  const examples = new Map(sets.map((set) => [set, [...rankingExamples(set), ...untitledExamples(set)]]));
  const fit = (from: readonly LearningSet[]): Weights => {
    const fitted = fitListwise(
      from.flatMap((set) => examples.get(set)!),
      SIGNALS.length,
    );
    return Object.fromEntries(SIGNALS.map((name, i) => [name, Number(fitted[i]!.toFixed(2))])) as Weights;
  };
  const fitted = fit(sets);
  const measured = ['hit@1', 'hit@3', 'nDCG@10'];
  const table = new Table({
    head: [
      'set',
      ...measured.map((name) => `without it: ${name}`),
      ...measured.map((name) => `all: ${name}`),
    ],
    style: { head: [], border: [] },
  });
  for (const set of sets) {
    const others = othersOf(set, sets);
    const without = others.length === 0 ? ['–', '–', '–'] : rankingMeasures(hitsOf(set, fit(others)));
    table.push([set.name, ...without, ...rankingMeasures(hitsOf(set, fitted))]);
  }
  process.stdout.write(`${table.toString()}\n`);
  process.stdout.write(`${SIGNALS.map((name) => `  ${name}: ${fitted[name]},`).join('\n')}\n\n`);
  return fitted;
}

function rankingMeasures(found: readonly Hits[]): string[] {
  let first = 0;
  let firstThree = 0;
  let gain = 0;
  for (const { relevant, goldPassages } of found) {
    if (relevant[0]) first += 1;
    if (relevant.slice(0, 3).includes(true)) firstThree += 1;
    gain += ndcg(relevant, goldPassages);
  }
  return [first, firstThree, gain].map((sum) => (sum / found.length).toFixed(3));
}

/** Prints the confidence's weights, and what thresholds on it would do. */
async function learnConfidence(
  sets: readonly LearningSet[],
  weights: Weights,
  embedder: Embedder,
  foreignTo: (set: LearningSet) => readonly LearningSet[],
): Promise<void> {
  const examples = new Map<LearningSet, ConfidenceExamples>();
  for (const set of sets) examples.set(set, await confidenceExamples(set, weights, foreignTo(set), embedder));
  const fit = (from: readonly LearningSet[]) =>
    fitLogistic(
      from.flatMap((set) => KINDS.flatMap((kind) => examples.get(set)![kind])),
      CONFIDENCE_FEATURES.length,
    );
  const fitted = fit(sets);
  const table = new Table({
    head: ['set', 'questions', 'AUC without it', 'AUC', ...BELOW.map((at) => `below ${at}`)],
    style: { head: [], border: [] },
  });
  for (const set of sets) {
    const own = examples.get(set)!;
    const without = fit(othersOf(set, sets));
    for (const kind of KINDS) {
      const found = own[kind].map(({ features }) => predict(fitted, features));
      if (found.length === 0) continue;
      const auc = (fit: typeof fitted) =>
        kind === 'answerable'
          ? '–'
          : rocAuc(
              own.answerable.map(({ features }) => predict(fit, features)),
              own[kind].map(({ features }) => predict(fit, features)),
            )!.toFixed(3);
      const below = BELOW.map((at) => (found.filter((value) => value < at).length / found.length).toFixed(3));
      table.push([set.name, kind, auc(without), auc(fitted), ...below]);
    }
  }
  const named = CONFIDENCE_FEATURES.map((name, i) => `  ${name}: ${fitted.weights[i]!.toFixed(2)},`);
  process.stdout.write(
    `${table.toString()}\n  constant: ${fitted.constant.toFixed(2)},\n${named.join('\n')}\n\n`,
  );
}
