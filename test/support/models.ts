import { join } from 'node:path';

/** An embeddings folder that all tests share, and that stays from one run to the next. */
const SHARED_EMBEDDINGS_DIR = join(import.meta.dirname, '../../node_modules/.cache/cited-test');

/** The bundled model's export, made once and shared by all tests. */
export const MODELS_DIR = join(SHARED_EMBEDDINGS_DIR, 'models');

export const SAMPLE_CORPUS_DIR = join(import.meta.dirname, '../../corpus');

/** The sample corpus, indexed in the shared folder: to be read only. */
export const SAMPLE = {
  corpusDir: SAMPLE_CORPUS_DIR,
  embeddingsDir: SHARED_EMBEDDINGS_DIR,
  modelsDir: MODELS_DIR,
  embeddingModel: '',
} as const;
