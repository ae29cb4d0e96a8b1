import { writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import { systemErrorCode, UserError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { openBotDatabase } from '../feedback/database.ts';
import { questionsFrom } from '../feedback/questions.ts';
import { FeedbackStore, type RatedTally } from '../feedback/store.ts';
import { command, run } from './command.ts';

/** Longest question in the summary. */
const MAX_QUESTION = 60;
const LISTED = 20;

const program = command('feedback', 'Sums up what people on Discord thought of the answers.').option(
  '--export <file>',
  'write the answers that more people found good than bad as questions for evaluate',
);

await run(program, async (config) => {
  const { export: file } = program.opts<{ export?: string }>();
  const database = openBotDatabase(config.embeddingsDir);
  let rated: RatedTally[];
  try {
    rated = new FeedbackStore(database).rated();
  } finally {
    database.close();
  }
  process.stdout.write(summary(rated));
  if (file !== undefined) await exportTo(file, rated);
  return rated.length > 0 ? EXIT.done : EXIT.nothingFound;
});

function summary(rated: readonly RatedTally[]): string {
  if (rated.length === 0) return 'Nobody has voted yet.\n';
  const sum = (pick: (one: RatedTally) => number): number =>
    rated.reduce((total, one) => total + pick(one), 0);
  const table = new Table({ head: ['when', 'question', 'verdict', '👍', '👎'] });
  for (const { at, question, verdict, up, down } of rated.slice(0, LISTED)) {
    const asked = question.replace(/[\p{Cc}\s]+/gu, ' ');
    const shown = asked.length > MAX_QUESTION ? `${asked.slice(0, MAX_QUESTION - 1)}…` : asked;
    table.push([new Date(at).toISOString().slice(0, 10), shown, verdict, up, down]);
  }
  const more = rated.length > LISTED ? `and ${rated.length - LISTED} older ones\n` : '';
  const votes = `👍 ${sum(({ up }) => up)}, 👎 ${sum(({ down }) => down)}`;
  return `${table.toString()}\n${more}${rated.length} answers with votes: ${votes}\n`;
}

async function exportTo(file: string, rated: readonly RatedTally[]): Promise<void> {
  const questions = questionsFrom(rated);
  try {
    await writeFile(file, questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new UserError('EXPORT_FAILED', `${file} cannot be written (${code}).`, 'Name a file that can be.');
  }
  process.stdout.write(`Wrote ${questions.length} questions to ${file}.\n`);
}
