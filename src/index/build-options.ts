/** The part of the configuration that an index is built by. */
export interface IndexConfig {
  /** Absolute paths. */
  readonly corpusDir: string;
  readonly embeddingsDir: string;
  /** See loadEmbedder. */
  readonly modelsDir: string;
  /** `EMBEDDING_MODEL`; empty for the bundled one. */
  readonly embeddingModel: string;
}

/** What a build is given. */
export interface BuildOptions extends IndexConfig {
  /** Embed everything anew. */
  readonly force?: boolean;
  /** Fail with `BUILD_UNDER_WAY` where another process builds, rather than wait until it is done. */
  readonly unlessBusy?: boolean;
}

/** Leaves out the rest of a configuration: a build runs in another process, which need not have the token. */
export function buildOptions({
  corpusDir,
  embeddingsDir,
  modelsDir,
  embeddingModel,
}: IndexConfig): BuildOptions {
  return { corpusDir, embeddingsDir, modelsDir, embeddingModel };
}
