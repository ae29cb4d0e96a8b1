import { setImmediate } from 'node:timers/promises';
import type { CorpusDocument, SkippedFile } from '../corpus/document.ts';
import type { CorpusFile, Listing } from '../corpus/files.ts';
import { extensionOf } from '../corpus/formats/formats.ts';
import { readableBytes, readDocument, type ReadBefore } from '../corpus/read.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { emptyCorpus } from './build-errors.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';
import { seeFile, writeCorpusState, type SeenFile } from './corpus-state.ts';
import { GenerationWriter, type VectorSource } from './generation-writer.ts';
import type { PreviousGeneration } from './previous-generation.ts';

/** What becomes of a file: a document that was read, or one that is taken over, or nothing; and why. */
interface ReadFile extends Omit<SeenFile, 'size' | 'modified'> {
  readonly document?: CorpusDocument;
  /** SHA-256 of the document that is taken over from the last generation. */
  readonly takenOver?: string;
}

/** One run over the corpus. */
export class BuildRun {
  readonly skipped: SkippedFile[] = [];
  readonly #kept: SkippedFile[] = [];
  reused = 0;
  embedded = 0;
  readonly #folder: string;
  readonly #embedder: Embedder;
  /** Whose vectors and parsed documents may be taken over; `undefined` with another model, or by force. */
  readonly #vectors: PreviousGeneration | undefined;
  readonly #previous: PreviousGeneration | undefined;
  readonly #hashes = new Map<string, string>();
  readonly #before: ReadBefore;

  constructor(
    folder: string,
    embedder: Embedder,
    vectors: PreviousGeneration | undefined,
    previous: PreviousGeneration | undefined,
  ) {
    this.#folder = folder;
    this.#embedder = embedder;
    this.#vectors = vectors;
    this.#previous = previous;
    const refusals = new Map<string, string>();
    for (const [source, { hash, skipped }] of vectors?.state ?? []) {
      if (hash !== undefined && skipped !== undefined) refusals.set(extensionOf(source) + hash, skipped);
    }
    this.#before = {
      isUnchanged: (source, hash) => vectors?.documents.get(source)?.hash === hash,
      refusal: (extension, hash) => refusals.get(extension + hash),
    };
  }

  /**
   * @param checkCorpus throws when the corpus is no longer there
   */
  async run(
    { files }: Listing,
    checkCorpus: () => Promise<void>,
    onProgress: (progress: BuildProgress) => void,
  ) {
    const total = files.reduce((sum, file) => sum + readableBytes(file), 0);
    let done = 0;
    // Text of the file at hand that is embedded: about twice its characters, as passages and as sentences.
    let within = 0;
    let size = 0;
    const report = () =>
      onProgress({
        phase: 'embedding',
        done: done + Math.min(size, within / 2),
        total,
        embedded: this.embedded,
      });
    // Text that stands again and again, e.g. in a form letter, is embedded once.
    const repeated = new Map<string, Float32Array>();
    const vectorOf: VectorSource = async (text, hash) => {
      within += text.length;
      const known = this.#vectors?.vector(hash);
      if (known) {
        this.reused += 1;
        return known;
      }
      const key = Buffer.from(hash).toString('latin1');
      const again = repeated.get(key);
      if (again) {
        this.reused += 1;
        return { vector: again };
      }
      const vector = await this.#embedder.embed(text, 'passage');
      this.embedded += 1;
      repeated.set(key, vector);
      const oldest = repeated.keys().next();
      if (repeated.size > MAX_REPEATED && !oldest.done) repeated.delete(oldest.value);
      if (this.embedded % PROGRESS_EVERY === 0) {
        report();
        // The model's promises let nothing else run, e.g. what ends this process when its parent is gone.
        await setImmediate();
      }
      return { vector };
    };
    const writer = await GenerationWriter.start(this.#folder, this.#embedder, vectorOf, this.#vectors);
    const state = new Map<string, SeenFile>();
    for (const file of files) {
      // Seen before it is read: a file that changes while it is read is found changed by the next build.
      const seen = await seeFile(file);
      size = readableBytes(file);
      within = 0;
      const { document, takenOver, ...skipped } = await this.#read(file, checkCorpus);
      if (document) await writer.add(document);
      else if (takenOver !== undefined) this.reused += writer.takeOver(file.source);
      const hash = document?.hash ?? takenOver;
      if (hash !== undefined) this.#hashes.set(file.source, hash);
      state.set(file.source, { ...seen, ...skipped });
      done += size;
      size = 0;
      report();
    }
    if (this.#hashes.size === 0) throw emptyCorpus(this.skipped);
    const counts = await writer.finish();
    writeCorpusState(this.#folder, state);
    return counts;
  }

  async #read(file: CorpusFile, checkCorpus: () => Promise<void>): Promise<ReadFile> {
    const { source } = file;
    const result = await readDocument(file, this.#before);
    if (result.kind === 'document') return { document: result.document };
    if (result.kind === 'unchanged') return { takenOver: result.hash };
    if (result.kind === 'gone') await checkCorpus();
    const { reason } = result;
    const last = result.kind === 'unreadable' ? this.#previous?.documents.get(source) : undefined;
    (last ? this.#kept : this.skipped).push({ source, reason });
    if (result.kind === 'gone') return { skipped: reason };
    if (result.kind === 'skipped') return { skipped: reason, hash: result.hash };
    const document = last && !this.#vectors ? this.#previous?.document(source) : undefined;
    return {
      ...(document ? { document } : last ? { takenOver: last.hash } : {}),
      skipped: reason,
      unreadable: true,
    };
  }

  changes(): Pick<BuildReport, 'added' | 'changedSources' | 'removed' | 'kept'> {
    const before = new Map<string, string>();
    for (const [source, { hash }] of this.#previous?.documents ?? []) before.set(source, hash);
    const now = [...this.#hashes];
    return {
      added: now.filter(([source]) => !before.has(source)).map(([source]) => source),
      changedSources: now
        .filter(([source, hash]) => before.has(source) && before.get(source) !== hash)
        .map(([source]) => source),
      removed: [...before.keys()].filter((source) => !this.#hashes.has(source)),
      kept: this.#kept,
    };
  }
}

const PROGRESS_EVERY = 20;
/** Latest texts whose vectors are held for when they come again. */
const MAX_REPEATED = 2000;
