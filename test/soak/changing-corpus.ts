import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentGeneration } from '../../src/index/generations.ts';
import { SAMPLE_CORPUS_DIR } from '../support/models.ts';

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** A copy of the sample corpus in which documents come, change and go; remembers all that ever stood in it. */
export class ChangingCorpus {
  readonly folder: string;
  readonly #embeddingsDir: string;
  readonly #texts = new Set<string>();
  #changes = 0;
  #before: string | undefined;

  constructor(root: string) {
    this.folder = join(root, 'corpus');
    this.#embeddingsDir = join(root, 'embeddings');
    cpSync(SAMPLE_CORPUS_DIR, this.folder, { recursive: true });
    for (const name of readdirSync(this.folder))
      this.#texts.add(spaced(readFileSync(join(this.folder, name), 'utf8')));
  }

  has(words: string): boolean {
    const wanted = spaced(words).trim();
    for (const text of this.#texts) if (text.includes(wanted)) return true;
    return false;
  }

  change(): void {
    const n = this.#changes++;
    this.#before = currentGeneration(this.#embeddingsDir);
    if (n % 3 === 2) {
      rmSync(join(this.folder, `news-${n - 1}.md`));
      return;
    }
    // Long enough for its embedding to take seconds.
    const paragraphs = Array.from(
      { length: 60 },
      (_, i) =>
        `On day ${n * 100 + i} the lamp at Harrow Quay was lit ${i} times. Nobody in Ganja saw it, they said.`,
    );
    const text = `# News of day ${n}\n\n${paragraphs.join('\n\n')}\n`;
    this.#texts.add(spaced(text));
    writeFileSync(join(this.folder, `news-${n}.md`), text);
  }

  /** Whether the last change is in the index. */
  get isIndexed(): boolean {
    return currentGeneration(this.#embeddingsDir) !== this.#before;
  }
}
