import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { systemErrorCode, UserError } from '../errors.ts';
import { questionSetOfSquad, type Part, type SquadSet } from '../evaluation/squad.ts';
import { EXIT } from '../exit-code.ts';
import { makeFolder } from '../make-folder.ts';
import { command, printWarning, run } from './command.ts';

/** Ids that a warning names. */
const NAMED = 5;

const program = command('import-squad', "Makes a question set for evaluate of a file in SQuAD's format.")
  .argument('<file>', 'a JSON file of SQuAD (1.1 or 2.0), XQuAD or the like')
  .argument('<dir>', 'a new or empty folder, which gets corpus/ and questions.jsonl')
  .option('--part <part>', 'only so many of its articles, e.g. 1/2 and 2/2 for two halves', part);

await run(program, async () => {
  const [file, dir] = program.args as [string, string];
  const set = questionSetOfSquad(contentOf(file), file, program.opts<{ part?: Part }>().part);
  refuseUsed(dir);
  write(dir, set);
  const { documents, questions, leftOut } = set;
  if (leftOut.length > 0) {
    const named = [...leftOut.slice(0, NAMED), ...(leftOut.length > NAMED ? ['…'] : [])].join(', ');
    printWarning(
      `Left out ${leftOut.length} questions that are empty, too long or about an empty paragraph: ${named}.`,
    );
  }
  process.stdout.write(`Wrote ${documents.length} documents and ${questions.length} questions to ${dir}.\n`);
  return Promise.resolve(EXIT.done);
});

function part(value: string): Part {
  const [, number, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw new InvalidArgumentError('It must be like 1/2: which part, and of how many.');
  return { number, of };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UserError('SQUAD_UNREADABLE', `${file} cannot be read.`, 'Check its path.', { cause });
  }
}

function refuseUsed(dir: string): void {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw notWritable(dir, error);
  }
  if (names.length > 0)
    throw new UserError(
      'FOLDER_NOT_EMPTY',
      `${dir} holds something already, which would get mixed up with the set.`,
      'Name a folder that is new or empty.',
    );
}

function write(dir: string, { documents, questions }: SquadSet): void {
  const corpus = join(dir, 'corpus');
  try {
    makeFolder(corpus);
    // Never over a file that came there meanwhile.
    const flag = 'wx';
    for (const { source, text } of documents) writeFileSync(join(corpus, source), text, { flag });
    // Last, so that no half of a set can be measured by.
    const lines = questions.map((question) => `${JSON.stringify(question)}\n`);
    writeFileSync(join(dir, 'questions.jsonl'), lines.join(''), { flag });
  } catch (error) {
    throw notWritable(dir, error);
  }
}

/** The error to throw for what the file system said; any other is a bug and goes on. */
function notWritable(dir: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  return new UserError(
    'FOLDER_NOT_WRITABLE',
    `The question set cannot be written to ${dir} (${code}).`,
    'Name a new folder where you may write, on a disk that has space.',
    { cause: error },
  );
}
