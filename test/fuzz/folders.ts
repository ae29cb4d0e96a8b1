import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ask } from '../../src/answer/ask.ts';
import { AnswerStore } from '../../src/discord/answer-store.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { modelSpec } from '../../src/embedding/model-spec.ts';
import { UserError } from '../../src/errors.ts';
import { openBotDatabase } from '../../src/feedback/database.ts';
import type { BuildOptions } from '../../src/index/build-options.ts';
import { isFresh } from '../../src/index/ensure-index.ts';
import { currentGeneration } from '../../src/index/generations.ts';
import { UnusableIndexError } from '../../src/index/manifest.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { MODELS_DIR } from '../support/models.ts';
import { buildIndex, sharedEmbedder } from '../support/shared-model.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';
import { assertSound } from '../support/sound-answer.ts';
import { anyDamage, damageFolder, reseal, type Damage } from './damage.ts';
import type { FuzzTarget } from './target.ts';

export interface DamagedFolder {
  readonly damages: readonly Damage[];
  /** Whether the sums in the manifest are made to match. */
  readonly resealed: boolean;
}

const FIRST = {
  'lamp.txt': 'The lamp at Harrow Quay burns whale oil.\n\nIt was lit in 1871 by the mason Odile Farrow.',
  'talks.md': '# Talks\n\nThe talks began in Moscow on Friday. Nobody left before Sunday.',
};
const SECOND = {
  ...FIRST,
  'lamp.txt': 'The lamp at Harrow Quay burns gas.\n\nIt was lit in 1931 by nobody.',
  'new.txt': 'A new one.',
};
const QUESTIONS = ['When was the lamp lit?', 'Where did the talks begin?', 'what burns?'];

/** Any damage to an embeddings folder: it is noticed and mended, or does not matter. */
export async function folderTarget(folder: string): Promise<FuzzTarget<DamagedFolder>> {
  const embedder = await sharedEmbedder(modelSpec(''), MODELS_DIR);
  const whole = join(folder, 'whole');
  await prepare(whole);
  return {
    inputs: fc.record({
      damages: fc.array(anyDamage, { minLength: 1, maxLength: 4 }),
      resealed: fc.oneof(
        { weight: 3, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
    size: 1,
    check: async (input) => {
      const copy = join(folder, 'copy');
      rmSync(copy, { recursive: true, force: true });
      cpSync(whole, copy, { recursive: true, preserveTimestamps: true });
      await checkFolder(optionsOf(copy), input, embedder);
    },
    file: (input) => ({ extension: '.json', content: JSON.stringify(input, null, 2) }),
    close: () => Promise.resolve(),
  };
}

function optionsOf(root: string): BuildOptions {
  return {
    corpusDir: join(root, 'corpus'),
    embeddingsDir: join(root, 'embeddings'),
    modelsDir: MODELS_DIR,
    embeddingModel: '',
  };
}

/** Two generations, of two corpora, and a bot's database. */
async function prepare(root: string): Promise<void> {
  const options = optionsOf(root);
  mkdirSync(options.corpusDir, { recursive: true });
  for (const files of [FIRST, SECOND]) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(options.corpusDir, name), text);
    await buildIndex(options);
  }
  const database = openBotDatabase(options.embeddingsDir);
  const store = new AnswerStore(database);
  for (let i = 0; i < 20; i++) store.add(ANSWER, 'none', `user ${i}`, 'conversation');
  database.close();
}

const ANSWER = { ...EMPTY_ANSWER, question: 'x' };

async function checkFolder(
  options: BuildOptions,
  { damages, resealed }: DamagedFolder,
  embedder: Embedder,
): Promise<void> {
  const { embeddingsDir, corpusDir } = options;
  for (const damage of damages) damageFolder(embeddingsDir, damage);
  if (resealed) reseal(embeddingsDir);
  // What answers before anything is rebuilt, as when another process did the damage.
  const before = await open(embeddingsDir);
  if (before) await checkAnswers(before, embedder, (source) => before.text(source)!);
  before?.close();
  checkDatabase(embeddingsDir);
  try {
    if (!(await isFresh(options))) await buildIndex(options);
    const index = (await open(embeddingsDir)) ?? (await rebuilt(options));
    // An index that somebody forged says what they like, of documents that were there.
    if (!resealed)
      assert.deepEqual(
        index.documents().map(({ source }) => source),
        Object.keys(SECOND).sort(),
      );
    await checkAnswers(index, embedder, (source) =>
      resealed ? index.text(source)! : readFileSync(join(corpusDir, source), 'utf8'),
    );
    index.close();
  } catch (error) {
    assert.ok(error instanceof UserError, error instanceof Error ? error.stack : String(error));
    assert.equal(error.code, 'EMBEDDINGS_NOT_WRITABLE');
  }
}

async function open(embeddingsDir: string): Promise<OpenIndex | undefined> {
  const generation = currentGeneration(embeddingsDir);
  if (generation === undefined) return undefined;
  try {
    return await OpenIndex.open(embeddingsDir, generation);
  } catch (error) {
    assert.ok(error instanceof UnusableIndexError, error instanceof Error ? error.stack : String(error));
    return undefined;
  }
}

async function rebuilt(options: BuildOptions): Promise<OpenIndex> {
  await buildIndex({ ...options, force: true });
  return OpenIndex.open(options.embeddingsDir, currentGeneration(options.embeddingsDir)!);
}

async function checkAnswers(
  index: OpenIndex,
  embedder: Embedder,
  textOf: (source: string) => string,
): Promise<void> {
  for (const question of QUESTIONS) {
    const { answer } = await ask(question, {}, embedder, () => index);
    assertSound(answer, textOf);
  }
}

/** The bot's database works, or the bot does not start and says why. */
function checkDatabase(folder: string): void {
  try {
    const database = openBotDatabase(folder);
    const store = new AnswerStore(database);
    const id = store.add(ANSWER, 'none', 'user', 'conversation');
    assert.equal(store.get(id)?.question, ANSWER.question);
    store.prune();
    database.close();
  } catch (error) {
    assert.ok(error instanceof UserError, error instanceof Error ? error.stack : String(error));
    assert.equal(error.code, 'BOT_DATABASE_UNUSABLE');
  }
}
