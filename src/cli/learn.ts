import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import Table from 'cli-table3';
import { findCandidates, type Candidate } from '../answer/candidates.ts';
import { analyseQuestion } from '../answer/question.ts';
import { SIGNALS, signalsOf, type SignalSource } from '../answer/signals.ts';
import { loadEmbedder, type Embedder } from '../embedding/embedder.ts';
import { modelSpec } from '../embedding/model-spec.ts';
import { fitListwise, order, type Listing } from '../evaluation/listwise.ts';
import { readQuestionSet, type EvaluationQuestion } from '../evaluation/question-set.ts';
import { ensureIndex } from '../index/ensure-index.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { Config } from '../config.ts';
import { command, EXIT, run } from './command.ts';
import { showProgress } from './progress.ts';

const program = command(
  'learn',
  'Learns the weights of the ranking from question sets, for src/answer/weights.ts.',
).argument('<dir...>', 'question sets: folders that hold corpus/ and questions.jsonl');

/** What a question counts for with its document's title hidden, beside the same with it. */
const UNTITLED = 0.4;

await run(program, async (config) => {
  const embedder = await loadEmbedder(modelSpec(config.embeddingModel), config.modelsDir);
  const sets: LearningSet[] = [];
  for (const dir of program.args) {
    sets.push(await readSet(resolve(dir), config, embedder));
    process.stderr.write(`${sets.at(-1)!.name}: ${sets.at(-1)!.questions.length} questions\n`);
  }
  for (const understood of [true, false]) {
    const known = sets.filter((set) => set.understood === understood);
    if (known.length === 0) continue;
    const all = fit(known);
    const table = new Table({
      head: [
        'set',
        'learned without it: hit@1',
        'hit@3',
        'nDCG@10',
        'learned from all: hit@1',
        'hit@3',
        'nDCG@10',
      ],
      style: { head: [], border: [] },
    });
    for (const set of known) {
      const others = known.filter((other) => other !== set);
      const without = others.length === 0 ? [] : measures(set, fit(others));
      table.push([set.name, ...(others.length === 0 ? ['–', '–', '–'] : without), ...measures(set, all)]);
    }
    const weights = SIGNALS.map((name, i) => `  ${name}: ${Number(all[i]!.toFixed(2))},`);
    process.stdout.write(
      `${understood ? 'UNDERSTOOD' : 'NOT_UNDERSTOOD'}\n${table.toString()}\n${weights.join('\n')}\n\n`,
    );
  }
  return EXIT.done;
});

interface LearningSet {
  readonly name: string;
  /** Whether most of its questions are in a language that the model knows. */
  readonly understood: boolean;
  readonly questions: readonly Listing[];
  /** The same with the documents' titles hidden: not every corpus has any. */
  readonly untitled: readonly Listing[];
}

async function readSet(dir: string, config: Config, embedder: Embedder): Promise<LearningSet> {
  const corpusDir = join(dir, 'corpus');
  const key = createHash('sha256').update(corpusDir).digest('hex').slice(0, 12);
  const { embeddingModel, modelsDir } = config;
  const embeddingsDir = join(config.embeddingsDir, 'evaluation', key);
  const progress = showProgress();
  const build = { corpusDir, embeddingsDir, modelsDir, embeddingModel };
  const { index } = await ensureIndex(build, { onProgress: progress.update });
  progress.stop();
  const answerable = readQuestionSet(join(dir, 'questions.jsonl')).filter(({ impossible }) => !impossible);
  const questions: Listing[] = [];
  const untitled: Listing[] = [];
  let understood = 0;
  for (const gold of answerable) {
    const text = gold.rewrite ?? gold.question;
    const question = analyseQuestion(text, index);
    const vector = await embedder.embed(text, 'query');
    const candidates = findCandidates(index, question, vector);
    const relevant = candidates.map((candidate) => isRelevant(index, candidate, gold));
    questions.push({ rows: signalsOf(index, question, vector, candidates), relevant, weight: 1 });
    untitled.push({
      rows: signalsOf(withoutTitles(index), question, vector, candidates),
      relevant,
      weight: UNTITLED,
    });
    if (question.understood) understood += 1;
  }
  index.close();
  return { name: basename(dir), understood: understood * 2 > answerable.length, questions, untitled };
}

function isRelevant(index: OpenIndex, { passage }: Candidate, { relevant }: EvaluationQuestion): boolean {
  const { source, start, end } = index.passage(passage);
  return relevant.some((gold) => gold.source === source && gold.start < end && start < gold.end);
}

function withoutTitles(index: OpenIndex): SignalSource {
  const nothing = new Float32Array(index.manifest.dimension);
  return {
    terms: index.terms,
    titles: { read: () => nothing },
    titleTerms: () => [],
    documentIdOf: (passage) => index.documentIdOf(passage),
    passageRange: (document) => index.passageRange(document),
  };
}

function fit(sets: readonly LearningSet[]): Float64Array {
  return fitListwise(
    sets.flatMap(({ questions, untitled }) => [...questions, ...untitled]),
    SIGNALS.length,
  );
}

/** hit@1, hit@3 and nDCG@10. */
function measures({ questions }: LearningSet, weights: Float64Array): string[] {
  let first = 0;
  let firstThree = 0;
  let gain = 0;
  for (const question of questions) {
    const hits = order(question, weights).map((i) => question.relevant[i]!);
    if (hits[0]) first += 1;
    if (hits.slice(0, 3).includes(true)) firstThree += 1;
    const ideal = hits.filter((hit) => hit).map(() => true);
    if (ideal.length > 0) gain += discounted(hits) / discounted(ideal);
  }
  return [first, firstThree, gain].map((sum) => (sum / questions.length).toFixed(3));
}

function discounted(hits: readonly boolean[]): number {
  return hits.slice(0, 10).reduce((sum, hit, i) => sum + (hit ? 1 / Math.log2(i + 2) : 0), 0);
}
