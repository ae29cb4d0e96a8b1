import type { CorpusDocument } from '../corpus/document.ts';
import { unreadablePart, type CorpusFile, type Listing } from '../corpus/files.ts';
import { extensionOf } from '../corpus/formats/formats.ts';
import { readDocument, type ReadBefore } from '../corpus/read.ts';
import type { SkippedFile, SkipReason } from '../corpus/skip-reason.ts';
import type { SeenFile } from './corpus-state.ts';
import type { PreviousGeneration } from './previous-generation.ts';

/** A file that ran into a limit may do better on a machine with less to do; a hostile one costs a minute each time. */
const MAX_TRIES = 2;

/** What becomes of a file: a document that was read, or one that is taken over, or nothing. */
export interface FileOutcome {
  readonly document?: CorpusDocument | undefined;
  /** SHA-256 of the document that is taken over from the last generation. */
  readonly takenOver?: string | undefined;
}

/** And what is to be remembered of it. */
export type ReadFile = FileOutcome & Pick<SeenFile, 'skipped' | 'hash' | 'tries'>;

/** What is looked at of the last generation. */
export type LastReading = Pick<PreviousGeneration, 'documents' | 'document' | 'state'>;

/** Reads the files of a corpus for a build, in the light of the last generation. */
export class CorpusReader {
  /** Files that were left out so far. */
  readonly skipped: SkippedFile[] = [];
  /** Documents so far whose files cannot be read, and which stay as they were. */
  readonly kept: SkippedFile[] = [];
  readonly #reusable: LastReading | undefined;
  readonly #previous: LastReading | undefined;
  /** How often bytes were tried before that may be tried again, by extension and hash. */
  readonly #tries = new Map<string, number>();
  readonly #before: ReadBefore;

  /**
   * @param reusable whose parsed documents may be taken over, the last generation or the one before it; `undefined` with
   * another model, or by force
   * @param previous the last generation, of any model: tells what was in files that cannot be read
   */
  constructor(reusable: LastReading | undefined, previous: LastReading | undefined) {
    this.#reusable = reusable;
    this.#previous = previous;
    const refusals = new Map<string, SkipReason>();
    for (const [source, { hash, skipped, tries }] of reusable?.state.files ?? []) {
      if (hash === undefined || skipped === undefined) continue;
      const bytes = extensionOf(source) + hash;
      if (tries !== undefined && tries < MAX_TRIES) this.#tries.set(bytes, tries);
      else refusals.set(bytes, skipped);
    }
    this.#before = {
      isUnchanged: (source, hash) => reusable?.documents.get(source)?.hash === hash,
      refusal: (extension, hash) => refusals.get(extension + hash),
    };
  }

  /** @param checkCorpus called when the file is gone; throws when the whole corpus is */
  async read(file: CorpusFile, checkCorpus: () => Promise<void>): Promise<ReadFile> {
    const { source } = file;
    const result = await readDocument(file, this.#before);
    if (result.kind === 'document') return { document: result.document, hash: result.document.hash };
    if (result.kind === 'unchanged') return { takenOver: result.hash, hash: result.hash };
    const { reason: skipped } = result;
    if (result.kind === 'unreadable') return { ...this.keep(source, skipped), skipped };
    const { hash } = { hash: undefined, ...result };
    if (result.kind === 'refused') {
      const before = this.#tries.get(extensionOf(source) + (hash ?? '')) ?? 0;
      const tries = result.passing ? before + 1 : undefined;
      return { ...this.keep(source, skipped), skipped, hash, tries };
    }
    if (result.kind === 'gone') await checkCorpus();
    this.skipped.push({ source, reason: skipped });
    return { skipped, hash };
  }

  /** What is known from before of a file that cannot be read now. */
  keep(source: string, reason: SkipReason): FileOutcome {
    const takenOver = this.#reusable?.documents.get(source)?.hash;
    const document = takenOver === undefined ? this.#previous?.document(source) : undefined;
    const isKnown = takenOver !== undefined || document !== undefined;
    (isKnown ? this.kept : this.skipped).push({ source, reason });
    return { takenOver, document };
  }

  /** Documents known from before whose files could not even be listed, and why; in order of source. */
  unlisted(listing: Listing): SkippedFile[] {
    if (listing.unreadable.size === 0) return [];
    const reasons = new Map(listing.skipped.map(({ source, reason }) => [source, reason]));
    const found: SkippedFile[] = [];
    const known = [this.#previous, this.#reusable].flatMap((last) => [...(last?.documents.keys() ?? [])]);
    for (const source of [...new Set(known)].sort()) {
      const part = unreadablePart(source, listing);
      if (part === undefined) continue;
      const reason = reasons.get(part)!;
      found.push({ source, reason: part === source ? reason : { ...reason, folder: part } });
    }
    return found;
  }
}
