import { ensureBundledModel } from '../../src/embedding/bundled-model.ts';
import { MODELS_DIR } from './models.ts';

/** Exports the bundled model before any test runs: several would do it at once otherwise. */
export default async function setup(): Promise<void> {
  await ensureBundledModel(MODELS_DIR);
}
