import { join } from 'node:path';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { UserError } from '../errors.ts';
import { ensureBundledModel } from './bundled-model.ts';
import { modelName, type ModelSpec } from './model-spec.ts';
import { SIMILAR_WORDS } from './similar-words.ts';

type TextKind = 'query' | 'passage';

/** Text to unit vectors. */
export interface Embedder {
  /** See {@link modelName}. */
  readonly model: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** Most tokens of a text that the model sees, its special tokens and prefix not counted. */
  readonly maxTokens: number;
  /** Path of the file that similar-words.ts reads; only the bundled model has one. */
  readonly similarWords?: string;
  /** Tokens of a text, special tokens not counted. */
  countTokens(text: string): number;
  /** One unit vector of `dimension` floats. Text past `maxTokens` is not seen. */
  embed(text: string, kind: TextKind): Promise<Float32Array>;
}

/** Token ids of one text, as transformers.js returns them. */
interface Encoded {
  readonly input_ids: { readonly dims: readonly [number, number]; readonly data: BigInt64Array };
}
type Tokenizer = ((text: string, options: object) => Encoded) & {
  encode(text: string, pair: null, options: object): number[];
  model_max_length: number;
};
type Model = ((inputs: Encoded) => Promise<{ last_hidden_state: { dims: number[]; data: Float32Array } }>) & {
  config: { hidden_size: number; max_position_embeddings?: number };
};

/** What sentence-transformers computes for the bundled model, first values. */
const CHECK_TEXT = 'This is an example sentence';
const CHECK_VALUES = [0.06766, 0.06356, 0.04873];
const CHECK_TOLERANCE = 1e-4;

/**
 * Loads the model, exporting the bundled one first where needed, and checks what it computes.
 *
 * Texts are embedded one at a time, so that a vector cannot depend on what it was computed beside; a batch
 * padded to its longest text would spend its gain on the padding.
 *
 * @param modelsFolder for the bundled model's export and for the hub's cache
 * @throws UserError `MODEL_UNAVAILABLE`, `MODEL_BROKEN`, `EMBEDDINGS_NOT_WRITABLE`
 */
export async function loadEmbedder(spec: ModelSpec, modelsFolder: string): Promise<Embedder> {
  if (!spec.bundled) return load(spec, modelsFolder);
  const exported = await ensureBundledModel(modelsFolder);
  try {
    return await load(spec, modelsFolder);
  } catch (error) {
    if (exported || !(error instanceof UserError)) throw error;
    // The files are there but damaged.
    await ensureBundledModel(modelsFolder, true);
    return load(spec, modelsFolder);
  }
}

async function load(spec: ModelSpec, modelsFolder: string): Promise<Embedder> {
  env.localModelPath = modelsFolder;
  env.cacheDir = join(modelsFolder, 'hub');
  env.allowRemoteModels = !spec.bundled;
  env.allowLocalModels = spec.bundled;

  let tokenizer: Tokenizer;
  let model: Model;
  try {
    const options = { quantized: false, ...(spec.revision === undefined ? {} : { revision: spec.revision }) };
    tokenizer = await AutoTokenizer.from_pretrained(spec.id, options);
    model = await AutoModel.from_pretrained(spec.id, options);
  } catch (error) {
    throw modelError(spec, error);
  }
  const maxInput =
    spec.maxTokens ?? Math.min(tokenizer.model_max_length, model.config.max_position_embeddings ?? 512, 512);
  const count = (text: string) => tokenizer.encode(text, null, { add_special_tokens: false }).length;
  const specialTokens = tokenizer.encode('', null, { add_special_tokens: true });

  const embedder: Embedder = {
    model: modelName(spec),
    dimension: model.config.hidden_size,
    ...(spec.bundled ? { similarWords: join(modelsFolder, spec.id, SIMILAR_WORDS) } : {}),
    maxTokens: maxInput - specialTokens.length - count(spec.passagePrefix),
    countTokens: count,
    async embed(text, kind) {
      const prefix = kind === 'query' ? spec.queryPrefix : spec.passagePrefix;
      const inputs = tokenizer(prefix + text, { padding: false, truncation: true, max_length: maxInput });
      // Cutting a text off takes its final special token too.
      const { data, dims } = inputs.input_ids;
      if (dims[1] === maxInput && specialTokens.length > 1)
        data[maxInput - 1] = BigInt(specialTokens.at(-1)!);
      const { last_hidden_state: hidden } = await model(inputs);
      const [, tokens, width] = hidden.dims as [number, number, number];
      return normalize(
        spec.pooling === 'cls' ? hidden.data.slice(0, width) : mean(hidden.data, tokens, width),
      );
    },
  };
  await check(embedder, spec);
  return embedder;
}

function mean(data: Float32Array, tokens: number, width: number): Float32Array {
  const sum = new Float32Array(width);
  for (let t = 0; t < tokens; t++) for (let i = 0; i < width; i++) sum[i]! += data[t * width + i]!;
  return sum;
}

function normalize(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const x of vector) squares += x * x;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}

/** A native session that fails falls back to WebAssembly without a word, so the output itself is looked at. */
async function check(embedder: Embedder, spec: ModelSpec): Promise<void> {
  const vector = await embedder.embed(CHECK_TEXT, 'query');
  const sound =
    vector.length === embedder.dimension &&
    vector.every(Number.isFinite) &&
    (!spec.bundled || CHECK_VALUES.every((value, i) => Math.abs(vector[i]! - value) < CHECK_TOLERANCE));
  if (!sound) {
    throw new UserError(
      'MODEL_BROKEN',
      `The embedding model ${embedder.model} does not compute what it should.`,
      'Delete the folder embeddings/models and run the command again.',
    );
  }
}

function modelError(spec: ModelSpec, cause: unknown): UserError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (spec.bundled) {
    return new UserError(
      'MODEL_BROKEN',
      `The bundled embedding model cannot be loaded: ${detail}`,
      'Delete the folder embeddings/models and run the command again.',
      { cause },
    );
  }
  return new UserError(
    'MODEL_UNAVAILABLE',
    `The embedding model ${modelName(spec)} cannot be had from the hub: ${detail}`,
    'Check its name and the network, or leave EMBEDDING_MODEL empty to use the bundled model.',
    { cause },
  );
}
