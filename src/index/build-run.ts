import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CorpusDocument } from '../corpus/document.ts';
import type { CorpusFile, Listing } from '../corpus/files.ts';
import { extensionOf } from '../corpus/formats/formats.ts';
import { readableBytes, readDocument, type ReadBefore } from '../corpus/read.ts';
import type { SkippedFile, SkipReason } from '../corpus/skip-reason.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { emptyCorpus } from './build-errors.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';
import { seeFile, writeCorpusState, type SeenFile } from './corpus-state.ts';
import { GenerationWriter, type VectorSource } from './generation-writer.ts';
import type { PreviousGeneration } from './previous-generation.ts';

/** What becomes of a file: a document that was read, or one that is taken over, or nothing. */
interface Outcome {
  readonly document?: CorpusDocument | undefined;
  /** SHA-256 of the document that is taken over from the last generation. */
  readonly takenOver?: string | undefined;
}

/** And why. */
type ReadFile = Outcome & Pick<SeenFile, 'skipped' | 'hash' | 'tries'>;

/** One run over the corpus. */
export class BuildRun {
  /** Files that were left out so far. */
  readonly skipped: SkippedFile[] = [];
  readonly #kept: SkippedFile[] = [];
  /** Windows so far whose vectors were taken over, and those that were embedded. */
  reused = 0;
  embedded = 0;
  readonly #embeddingsDir: string;
  readonly #folder: string;
  readonly #embedder: Embedder;
  /** Whose vectors and parsed documents may be taken over; `undefined` with another model, or by force. */
  readonly #vectors: PreviousGeneration | undefined;
  readonly #previous: PreviousGeneration | undefined;
  readonly #hashes = new Map<string, string>();
  /** How often bytes were tried before that may be tried again, by extension and hash. */
  readonly #tries = new Map<string, number>();
  readonly #before: ReadBefore;

  /**
   * @param folder of the new generation
   * @param vectors what may be taken over; `undefined` with another model, or by force
   * @param previous the last generation, of any model: tells what has changed, and what was in files that cannot be read
   */
  constructor(
    embeddingsDir: string,
    folder: string,
    embedder: Embedder,
    vectors: PreviousGeneration | undefined,
    previous: PreviousGeneration | undefined,
  ) {
    this.#embeddingsDir = embeddingsDir;
    this.#folder = folder;
    this.#embedder = embedder;
    this.#vectors = vectors;
    this.#previous = previous;
    const refusals = new Map<string, SkipReason>();
    for (const [source, { hash, skipped, tries }] of vectors?.state.files ?? []) {
      if (hash === undefined || skipped === undefined) continue;
      const bytes = extensionOf(source) + hash;
      if (tries !== undefined && tries < MAX_TRIES) this.#tries.set(bytes, tries);
      else refusals.set(bytes, skipped);
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
    listing: Listing,
    checkCorpus: () => Promise<void>,
    onProgress: (progress: BuildProgress) => void,
  ) {
    const { files, unreadable } = listing;
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
    const add = async (source: string, { document, takenOver }: Outcome) => {
      if (document) await writer.add(document);
      else if (takenOver !== undefined) this.reused += writer.takeOver(source);
      const hash = document?.hash ?? takenOver;
      if (hash !== undefined) this.#hashes.set(source, hash);
    };
    // Documents are in order.
    const unlisted = this.#unlisted(listing);
    const addUnlisted = async (before?: string) => {
      while (unlisted[0] && (before === undefined || unlisted[0].source < before)) {
        const { source, reason } = unlisted.shift()!;
        await add(source, this.#keep(source, reason));
      }
    };
    for (const file of files) {
      await addUnlisted(file.source);
      // Seen before it is read: a file that changes while it is read is found changed by the next build.
      const seen = await seeFile(file);
      size = readableBytes(file);
      within = 0;
      const { document, takenOver, ...why } = await this.#read(file, checkCorpus);
      await add(file.source, { document, takenOver });
      state.set(file.source, { ...seen, ...why });
      done += size;
      size = 0;
      report();
    }
    await addUnlisted();
    if (this.#hashes.size === 0 && !this.#wereDeleted(listing))
      throw emptyCorpus(this.skipped, this.#previous && this.#embeddingsDir);
    const counts = await writer.finish();
    writeCorpusState(this.#folder, { files: state, unreadable, root: listing.root });
    return counts;
  }

  async #read(file: CorpusFile, checkCorpus: () => Promise<void>): Promise<ReadFile> {
    const { source } = file;
    const result = await readDocument(file, this.#before);
    if (result.kind === 'document') return { document: result.document, hash: result.document.hash };
    if (result.kind === 'unchanged') return { takenOver: result.hash, hash: result.hash };
    const { reason: skipped } = result;
    if (result.kind === 'unreadable') return { ...this.#keep(source, skipped), skipped };
    const { hash } = { hash: undefined, ...result };
    if (result.kind === 'refused') {
      const before = this.#tries.get(extensionOf(source) + (hash ?? '')) ?? 0;
      const tries = result.passing ? before + 1 : undefined;
      return { ...this.#keep(source, skipped), skipped, hash, tries };
    }
    if (result.kind === 'gone') await checkCorpus();
    this.skipped.push({ source, reason: skipped });
    return { skipped, hash };
  }

  /** What the last generation has of a file that cannot be read now. */
  #keep(source: string, reason: SkipReason): Outcome {
    const last = this.#previous?.documents.get(source);
    (last ? this.#kept : this.skipped).push({ source, reason });
    if (!last) return {};
    const document = this.#vectors ? undefined : this.#previous?.document(source);
    return document ? { document } : { takenOver: last.hash };
  }

  /** Documents of the last generation whose files could not even be listed, and why. */
  #unlisted({ skipped, unreadable }: Listing): SkippedFile[] {
    if (unreadable.size === 0) return [];
    const reasons = new Map(skipped.map(({ source, reason }) => [source, reason]));
    const found: SkippedFile[] = [];
    for (const source of this.#previous?.documents.keys() ?? []) {
      for (let above = source; above !== '.'; above = posix.dirname(above)) {
        if (!unreadable.has(above)) continue;
        const reason = reasons.get(above)!;
        found.push({ source, reason: above === source ? reason : { ...reason, folder: above } });
        break;
      }
    }
    return found;
  }

  /**
   * Whether a corpus without documents is one that all were deleted from; else it may be a folder that another disk
   * was mounted in.
   */
  #wereDeleted({ root, unreadable }: Listing): boolean {
    const before = this.#previous?.state.root;
    const isSame = root.device === before?.device && root.inode === before.inode && root.born === before.born;
    return isSame && unreadable.size === 0;
  }

  /** Whether the new generation has a document of this source. */
  has(source: string): boolean {
    return this.#hashes.has(source);
  }

  /** What is different from the last generation, by the hash of each file; after {@link run}. */
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

/** A file that ran into a limit may do better on a machine with less to do; a hostile one costs a minute each time. */
const MAX_TRIES = 2;
const PROGRESS_EVERY = 20;
/** Latest texts whose vectors are held for when they come again. */
const MAX_REPEATED = 2000;
