import type { CorpusFile, Listing } from '../corpus/files.ts';
import { readableBytes } from '../corpus/read.ts';
import { isSameFolder } from '../corpus/root.ts';
import type { SkippedFile } from '../corpus/skip-reason.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { emptyCorpus } from './build-errors.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';
import { CorpusReader, type FileOutcome } from './corpus-reader.ts';
import { seeFile, writeCorpusState, type SeenFile } from './corpus-state.ts';
import { GenerationWriter } from './generation-writer.ts';
import type { PreviousGeneration } from './previous-generation.ts';
import { WindowVectors } from './window-vectors.ts';

/** What a file takes that holds no text, as bytes of one that is embedded. */
const FILE_COST = 10;

/** One run over the corpus, file by file, into the folder of a new generation. */
export class BuildRun {
  readonly #embeddingsDir: string;
  readonly #folder: string;
  readonly #embedder: Embedder;
  readonly #reusable: PreviousGeneration | undefined;
  readonly #previous: PreviousGeneration | undefined;
  readonly #reader: CorpusReader;
  readonly #vectors: WindowVectors;
  /** Of each document of the new generation, by source. */
  readonly #hashes = new Map<string, string>();
  /** Windows of documents that were taken over as a whole. */
  #takenOver = 0;

  /**
   * @param folder of the new generation
   * @param reusable whose vectors and parsed documents may be taken over, the last generation or the one before it;
   * `undefined` with another model, or by force
   * @param previous the last generation, of any model: tells what has changed, and what was in files that cannot be read
   */
  constructor(
    embeddingsDir: string,
    folder: string,
    embedder: Embedder,
    reusable: PreviousGeneration | undefined,
    previous: PreviousGeneration | undefined,
  ) {
    this.#embeddingsDir = embeddingsDir;
    this.#folder = folder;
    this.#embedder = embedder;
    this.#reusable = reusable;
    this.#previous = previous;
    this.#reader = new CorpusReader(reusable, previous);
    this.#vectors = new WindowVectors(embedder, reusable);
  }

  /** Files that were left out so far. */
  get skipped(): readonly SkippedFile[] {
    return this.#reader.skipped;
  }

  /** Windows so far whose vectors were taken over. */
  get reused(): number {
    return this.#takenOver + this.#vectors.reused;
  }

  /** Windows so far that were embedded. */
  get embedded(): number {
    return this.#vectors.embedded;
  }

  /**
   * @param checkCorpus throws when the corpus is no longer there
   * @throws UserError `CORPUS_EMPTY`, and what `checkCorpus` throws
   */
  async run(
    listing: Listing,
    checkCorpus: () => Promise<void>,
    onProgress: (progress: BuildProgress) => void,
  ) {
    const { files, unreadable } = listing;
    const total = files.reduce((sum, file) => sum + costOf(file), 0);
    let done = 0;
    let size = 0;
    let source: string | undefined;
    let lengthBefore = 0;
    const report = () => {
      // About twice the characters of the file at hand are embedded, as passages and as sentences.
      const within = (this.#vectors.length - lengthBefore) / 2;
      onProgress({
        phase: 'embedding',
        done: done + Math.min(size, within),
        total,
        embedded: this.embedded,
        ...(source === undefined ? {} : { source }),
      });
    };
    const writer = await GenerationWriter.start(
      this.#folder,
      this.#embedder,
      this.#vectors.source(report),
      this.#reusable,
    );
    const state = new Map<string, SeenFile>();
    // Documents must come in order.
    const unlisted = this.#reader.unlisted(listing);
    const addUnlisted = async (before?: string) => {
      while (unlisted[0] && (before === undefined || unlisted[0].source < before)) {
        const { source, reason } = unlisted.shift()!;
        await this.#add(writer, source, this.#reader.keep(source, reason));
      }
    };
    for (const file of files) {
      await addUnlisted(file.source);
      // Seen before it is read: a file that changes while it is read is found changed by the next build.
      const seen = await seeFile(file);
      size = costOf(file);
      source = file.source;
      lengthBefore = this.#vectors.length;
      // Whoever started this process is to know which file it ended at.
      report();
      const { document, takenOver, ...why } = await this.#reader.read(file, checkCorpus);
      await this.#add(writer, file.source, { document, takenOver });
      state.set(file.source, { ...seen, ...why });
      done += size;
      size = 0;
      source = undefined;
    }
    report();
    await addUnlisted();
    if (this.#hashes.size === 0 && !this.#wereDeleted(listing))
      throw emptyCorpus(this.skipped, this.#previous && this.#embeddingsDir);
    const counts = await writer.finish();
    writeCorpusState(this.#folder, { files: state, unreadable, root: listing.root });
    return counts;
  }

  async #add(writer: GenerationWriter, source: string, { document, takenOver }: FileOutcome): Promise<void> {
    if (document) await writer.add(document);
    else if (takenOver !== undefined) this.#takenOver += writer.takeOver(source);
    const hash = document?.hash ?? takenOver;
    if (hash !== undefined) this.#hashes.set(source, hash);
  }

  /**
   * Whether a corpus without documents is one that all were deleted from; else it may be a folder that another disk
   * was mounted in.
   */
  #wereDeleted({ root, unreadable }: Listing): boolean {
    const before = this.#previous?.state.root;
    return before !== undefined && isSameFolder(before, root) && unreadable.size === 0;
  }

  /** Whether the new generation has a document of this source. */
  has(source: string): boolean {
    return this.#hashes.has(source);
  }

  /** What is different from the last generation, by the hash of each file; after {@link run}. */
  changes({
    root,
  }: Listing): Pick<BuildReport, 'added' | 'changedSources' | 'removed' | 'corpusReplaced' | 'kept'> {
    const before = new Map<string, string>();
    for (const [source, { hash }] of this.#previous?.documents ?? []) before.set(source, hash);
    const now = [...this.#hashes];
    const removed = [...before.keys()].filter((source) => !this.#hashes.has(source));
    // One that is taken over from the generation before is back.
    const isNew = this.#reusable === undefined || this.#reusable === this.#previous;
    const isReplaced = isNew && this.#previous && !isSameFolder(this.#previous.state.root, root);
    return {
      added: now.filter(([source]) => !before.has(source)).map(([source]) => source),
      changedSources: now
        .filter(([source, hash]) => before.has(source) && before.get(source) !== hash)
        .map(([source]) => source),
      removed,
      corpusReplaced: isReplaced === true && before.size > 0 && removed.length === before.size,
      kept: this.#reader.kept,
    };
  }
}

function costOf(file: CorpusFile): number {
  return readableBytes(file) + FILE_COST;
}
