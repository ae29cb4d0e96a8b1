import { join } from 'node:path';

/** The bundled model's export, made once and shared by all tests. */
export const MODELS_DIR = join(import.meta.dirname, '../../node_modules/.cache/cited-test/models');
