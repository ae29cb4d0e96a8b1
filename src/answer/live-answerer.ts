import { loadEmbedder, type Embedder } from '../embedding/embedder.ts';
import { modelSpec } from '../embedding/model-spec.ts';
import { buildOptions, type IndexConfig } from '../index/build-options.ts';
import { CurrentIndex } from '../index/current-index.ts';
import { ensureIndex, type EnsuredIndex, type EnsureOptions } from '../index/ensure-index.ts';
import type { Library } from '../index/library.ts';
import type { Answer } from './answer.ts';
import type { Answerer, AskOptions } from './answerer.ts';
import { ask, type ExplainedAnswer } from './ask.ts';

/** Answers from the index on disk, and goes over to a new generation between two questions. */
export class LiveAnswerer implements Answerer {
  readonly #embedder: Embedder;
  readonly #current: CurrentIndex;

  /** @param current of the embedder's model; {@link close} closes it */
  constructor(embedder: Embedder, current: CurrentIndex) {
    this.#embedder = embedder;
    this.#current = current;
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return (await this.explain(question, options)).answer;
  }

  /** As {@link ask}, with the signals behind each quote. */
  async explain(question: string, options: AskOptions = {}): Promise<ExplainedAnswer> {
    await this.#current.refresh();
    return ask(question, options, this.#embedder, () => this.#current.index);
  }

  /** Goes over to the newest generation without waiting for a question. */
  async refresh(): Promise<void> {
    await this.#current.refresh();
  }

  /** Whether what it answers from is still as it was written: what else goes wrong is a bug. */
  isIndexWhole(): boolean {
    return this.#current.isWhole();
  }

  library(): Library {
    return this.#current.index;
  }

  /** Closes the index, at the very end: no question may be under way. */
  close(): void {
    this.#current.close();
  }
}

/** An answerer that is ready, and how it came to be. */
export interface OpenedAnswerer {
  readonly answerer: LiveAnswerer;
  /** What was built on the way, and why the index is stale where it is. */
  readonly ensured: EnsuredIndex;
}

/**
 * Opens the index, building it first where that is needed, and loads the model.
 *
 * @throws UserError when there is nothing to answer from
 */
export async function openAnswerer(
  config: IndexConfig,
  options: EnsureOptions = {},
): Promise<OpenedAnswerer> {
  const ensured = await ensureIndex(buildOptions(config), options);
  const embedder = await loadEmbedder(modelSpec(config.embeddingModel), config.modelsDir);
  const answerer = new LiveAnswerer(embedder, new CurrentIndex(config.embeddingsDir, ensured.index));
  return { answerer, ensured };
}
