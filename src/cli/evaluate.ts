import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Option } from 'commander';
import { openAnswerer } from '../answer/live-answerer.ts';
import { evaluate, type HistoryMode } from '../evaluation/evaluate.ts';
import { measure, type Measures, type Outcome } from '../evaluation/measures.ts';
import { asForeign, readQuestionSet } from '../evaluation/question-set.ts';
import { EXIT } from '../exit-code.ts';
import { answerJson } from './answer-json.ts';
import { command, run } from './command.ts';
import { measuresTable } from './measures-table.ts';
import { mustBeWritable } from './must-be-writable.ts';
import { showProgress } from './progress.ts';

const program = command('evaluate', 'Measures quality and latency over question files.')
  .requiredOption('--corpus <dir...>', 'corpus folder; several with as many question files')
  .requiredOption('--questions <file...>', 'question file, a JSON object a line')
  .addOption(
    new Option('--history <mode>', 'ask follow-ups after their history, alone, or as rewritten by a person')
      .choices(['given', 'none', 'rewrite'])
      .default('given'),
  )
  .option('--foreign', 'take the questions for those of another corpus: none is answered in this one')
  .option('--json', 'print the measures as JSON')
  .option('--out <file>', 'write a line of details for each question');

await run(program, async (config) => {
  const { corpus, questions, history, foreign, json, out } = program.opts<{
    corpus: string[];
    questions: string[];
    history: HistoryMode;
    foreign?: true;
    json?: true;
    out?: string;
  }>();
  if (corpus.length !== questions.length)
    program.error('error: give as many question files as corpus folders', { exitCode: EXIT.badUsage });
  if (out !== undefined) {
    mustBeWritable(out);
    writeFileSync(out, '');
  }
  const names = namesOf(questions);
  const results: { name: string; measures: object & Measures }[] = [];
  for (const [i, corpusDir] of corpus.entries()) {
    const read = readQuestionSet(questions[i]!);
    const set = foreign ? asForeign(read) : read;
    const progress = showProgress();
    // An index of its own, found again by the corpus's path, so that the community's is never touched.
    const key = createHash('sha256').update(resolve(corpusDir)).digest('hex').slice(0, 12);
    const embeddingsDir = join(config.embeddingsDir, 'evaluation', key);
    const { answerer, ensured } = await openAnswerer(
      { ...config, corpusDir: resolve(corpusDir), embeddingsDir },
      { onProgress: progress.update },
    );
    progress.stop();
    const bar = new SingleBar({
      format: '{bar} {value}/{total} questions',
      stream: process.stderr,
      clearOnComplete: true,
    });
    if (process.stderr.isTTY) bar.start(set.length, 0);
    const outcomes: Outcome[] = [];
    for await (const { question, asked, outcome, answer } of evaluate(answerer, set, history)) {
      outcomes.push(outcome);
      bar.update(outcomes.length);
      if (out !== undefined) {
        const first = outcome.relevant.indexOf(true) + 1;
        appendFileSync(
          out,
          `${JSON.stringify({ id: question.id, asked, firstRelevant: first, ...outcome, answer: answerJson(answer) })}\n`,
        );
      }
    }
    bar.stop();
    const { questions: asked, answerable, ...rest } = measure(outcomes);
    const measures = {
      questions: asked,
      answerable,
      passages: answerer.library().info.passages,
      ...rest,
      buildSeconds: ensured.report?.seconds ?? 0,
    };
    results.push({ name: names[i]!, measures });
    answerer.close();
  }
  if (json) {
    const output =
      results.length === 1
        ? results[0]!.measures
        : Object.fromEntries(results.map(({ name, measures }) => [name, measures]));
    process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  } else process.stdout.write(`${measuresTable(results)}\n`);
  return EXIT.done;
});

/** What to call the question files: by their folders, or by their paths where folders are the same. */
function namesOf(paths: readonly string[]): string[] {
  const folders = paths.map((path) => basename(dirname(resolve(path))));
  return new Set(folders).size === paths.length ? folders : [...paths];
}
