import { createHash, randomBytes } from 'node:crypto';
import type Database from 'libsql';
import * as v from 'valibot';
import { DATE_SOURCES, type Answer, type Quote } from '../answer/answer.ts';
import type { Library } from '../index/library.ts';
import type { BotDatabase } from '../feedback/database.ts';
import { firstPassage } from './first-passage.ts';

/** Older answers are forgotten, in milliseconds; their buttons then say "ask again". */
export const MAX_ANSWER_AGE = 30 * 24 * 60 * 60 * 1000;
/** Most answers that are kept. */
const MAX_ANSWERS = 10_000;
/** Looking for what to forget once in so many answers is enough. */
const PRUNE_EVERY = 50;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = { start: offset, end: offset };
const places = v.array(v.object({ source: v.string(), paragraph: v.pipe(v.number(), v.integer()) }));
/** A quote without its words: those are the document's, and are read from there. */
const keptQuote = v.object({
  ...span,
  source: v.string(),
  paragraph: v.pipe(v.number(), v.integer()),
  highlights: v.array(v.object(span)),
  /** Not kept before there was any. */
  focus: v.optional(v.array(v.object(span)), []),
  alsoIn: places,
  alsoInPart: v.exactOptional(places),
  dateNotes: v.array(
    v.object({
      ...span,
      expression: v.string(),
      date: v.string(),
      until: v.exactOptional(v.string()),
      reference: v.string(),
      statedBy: v.exactOptional(v.picklist(DATE_SOURCES)),
    }),
  ),
  /** Of the words, to tell whether the document still says the same there. */
  hash: v.string(),
});

const keptRow = v.object({
  id: v.string(),
  asker: v.string(),
  conversation: v.string(),
  question: v.string(),
  verdict: v.picklist(['answered', 'unsure', 'not-found']),
  generation: v.string(),
  quotes: v.pipe(v.string(), v.parseJson(), v.array(keptQuote)),
});

/** An answer without its texts: they are read from the index when they are shown again. */
export type KeptAnswer = v.InferOutput<typeof keptRow>;
/** Where a quote stands, and what is marked in it. */
export type KeptQuote = KeptAnswer['quotes'][number];

/** 48 random bits in eight characters of base64url, as custom-id.ts expects them. */
export function newAnswerId(): string {
  return randomBytes(6).toString('base64url');
}

/** What the buttons under answers need, kept in SQLite so that they work after a restart. */
export class AnswerStore {
  readonly #database: BotDatabase;
  readonly #now: () => number;
  // Prepared once: a statement's memory is out of the garbage collector's sight.
  readonly #insert: Database.Statement;
  readonly #select: Database.Statement;
  #untilPruning = 0;

  /** @param now milliseconds since 1970; for tests */
  constructor(database: BotDatabase, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
    this.#insert = database.sqlite.prepare(
      `INSERT INTO answers (id, at, asker, conversation, question, verdict, generation, quotes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#select = database.sqlite.prepare('SELECT * FROM answers WHERE id = ? AND at >= ?');
  }

  /** @returns the id that buttons carry */
  add(answer: Answer, generation: string, userId: string, conversation: string): string {
    if (this.#untilPruning-- <= 0) this.prune();
    const id = newAnswerId();
    const quotes: KeptQuote[] = answer.quotes.map((quote) => ({
      source: quote.source,
      paragraph: quote.paragraph,
      start: quote.start,
      end: quote.end,
      highlights: quote.highlights.map(({ start, end }) => ({ start, end })),
      focus: quote.focus.map(({ start, end }) => ({ start, end })),
      alsoIn: quote.alsoIn.map(({ source, paragraph }) => ({ source, paragraph })),
      ...(quote.alsoInPart
        ? { alsoInPart: quote.alsoInPart.map(({ source, paragraph }) => ({ source, paragraph })) }
        : {}),
      dateNotes: quote.dateNotes.map((note) => ({ ...note })),
      hash: hashOf(quote.text),
    }));
    this.#insert.run(
      id,
      this.#now(),
      this.#database.pseudonym(userId),
      conversation,
      answer.question,
      answer.verdict,
      generation,
      JSON.stringify(quotes),
    );
    return id;
  }

  /** `undefined` when it was never kept, or is forgotten, or was kept in a shape that this version does not read. */
  get(id: string): KeptAnswer | undefined {
    const row: unknown = this.#select.get(id, this.#now() - MAX_ANSWER_AGE);
    const result = v.safeParse(keptRow, row);
    return result.success ? result.output : undefined;
  }

  /** Whether this user of Discord asked. Of the asker a pseudonym is kept, so it is compared with theirs. */
  isAsker(answer: KeptAnswer, userId: string): boolean {
    return answer.asker === this.#database.pseudonym(userId);
  }

  /** Forgets an answer; an unknown id is no error. */
  delete(id: string): void {
    this.#database.sqlite.prepare('DELETE FROM answers WHERE id = ?').run(id);
  }

  /** Forgets what is too old or too much. */
  prune(): void {
    this.#untilPruning = PRUNE_EVERY;
    this.#database.sqlite.prepare('DELETE FROM answers WHERE at < ?').run(this.#now() - MAX_ANSWER_AGE);
    this.#database.sqlite
      .prepare('DELETE FROM answers WHERE id NOT IN (SELECT id FROM answers ORDER BY at DESC LIMIT ?)')
      .run(MAX_ANSWERS);
  }
}

/**
 * A kept quote with its words, or `undefined` when its document is gone or says something else there now.
 * A passage that only moved is found again.
 */
export function restoreQuote(kept: KeptQuote, library: Library): Quote | undefined {
  const document = library.document(kept.source);
  if (!document) return undefined;
  const index = firstPassage(library, document, ({ start }) => start >= kept.start);
  const there = library.passageAt(kept.source, index);
  const at =
    there?.start === kept.start && hashOf(there.text) === kept.hash
      ? there
      : library
          .passagesOfLength(kept.source, kept.end - kept.start)
          .find(({ text }) => hashOf(text) === kept.hash);
  if (!at) return undefined;
  const shift = at.start - kept.start;
  const moved = <T extends { start: number; end: number }>(item: T): T => ({
    ...item,
    start: item.start + shift,
    end: item.end + shift,
  });
  const isThere = ({ source }: { source: string }) => library.document(source) !== undefined;
  const parts = (kept.alsoInPart ?? []).filter(isThere);
  return {
    source: kept.source,
    paragraph: at.paragraph,
    start: at.start,
    end: at.end,
    text: at.text,
    highlights: kept.highlights.map(moved),
    focus: kept.focus.map(moved),
    score: 0,
    ...(document.title === undefined ? {} : { title: document.title }),
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(at.section === undefined ? {} : { section: at.section }),
    ...(at.page === undefined ? {} : { page: at.page }),
    alsoIn: kept.alsoIn.filter(isThere),
    ...(parts.length === 0 ? {} : { alsoInPart: parts }),
    dateNotes: kept.dateNotes.map(moved),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
