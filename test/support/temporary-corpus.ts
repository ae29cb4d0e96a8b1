import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildOptions } from '../../src/index/build-options.ts';
import { MODELS_DIR } from './models.ts';

/** A folder under the system's temporary one. */
function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'cited-test-')));
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A corpus and an embeddings folder of a test's own, with the shared model. */
export class TemporaryCorpus {
  readonly root = temporaryFolder();
  readonly corpusDir = join(this.root, 'corpus');
  readonly embeddingsDir = join(this.root, 'embeddings');

  constructor(files: Files = {}) {
    mkdirSync(this.corpusDir);
    this.write(files);
  }

  /** What {@link buildIndex} takes. */
  get options(): BuildOptions {
    const { corpusDir, embeddingsDir } = this;
    return { corpusDir, embeddingsDir, modelsDir: MODELS_DIR, embeddingModel: '' };
  }

  path(source: string): string {
    return join(this.corpusDir, source);
  }

  write(files: Files): void {
    for (const [source, content] of Object.entries(files)) {
      mkdirSync(dirname(this.path(source)), { recursive: true });
      writeFileSync(this.path(source), content);
    }
  }

  remove(source: string): void {
    rmSync(this.path(source), { recursive: true });
  }

  /** Removes everything. */
  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
