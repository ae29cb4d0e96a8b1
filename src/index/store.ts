import Database from 'libsql';
import type { CorpusDocument, DocumentMetadata, Passage } from '../corpus/document.ts';
import type { Language } from '../language/languages.ts';
import type { LibraryDocument } from './library.ts';

const SCHEMA = `
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, language TEXT NOT NULL,
    title TEXT, date TEXT, url TEXT, author TEXT, passages INTEGER NOT NULL, text TEXT NOT NULL,
    title_hash BLOB NOT NULL);
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, paragraph INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, section TEXT, page INTEGER, text TEXT NOT NULL);
  CREATE TABLE windows (row INTEGER PRIMARY KEY, hash BLOB NOT NULL);
`;
const INDEXES = `
  CREATE INDEX documents_by_title ON documents (title_hash);
  CREATE INDEX passages_by_document ON passages (document, id);
  CREATE INDEX windows_by_hash ON windows (hash);
`;

/** A document with its number in the generation, and the language that its words were stemmed in. */
export interface StoredDocument extends LibraryDocument {
  readonly id: number;
  readonly language: Language;
}

/** A passage with its number in the generation. */
export interface StoredPassage extends Passage {
  readonly id: number;
}

/** What is written of a document; its passages follow by themselves. */
export interface NewDocument extends DocumentMetadata {
  readonly id: number;
  readonly source: string;
  /** SHA-256 of the file's bytes, hexadecimal; so in {@link KnownDocument}. */
  readonly hash: string;
  readonly language: Language;
  readonly passages: number;
  readonly text: string;
  /** As of a window with the title's text. */
  readonly titleHash: Uint8Array;
}

/** A document as it stands in the last generation, and where it goes in this one. */
export interface TakenOver {
  readonly from: KnownDocument;
  readonly id: number;
  /** What is added to the ids of its passages. */
  readonly passageShift: number;
  /** Its windows: from `firstRow` up to, not including, `endRow`; and what is added to their rows. */
  readonly firstRow: number;
  readonly endRow: number;
  readonly rowShift: number;
}

/** Where a document stands in a generation: its passages from `firstPassage` up to, not including, `endPassage`. */
export interface KnownDocument {
  readonly id: number;
  readonly hash: string;
  readonly firstPassage: number;
  readonly endPassage: number;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Writes a generation's SQLite file. */
export class StoreWriter {
  readonly #db: Database.Database;
  readonly #document: Database.Statement;
  readonly #passage: Database.Statement;
  readonly #window: Database.Statement;

  readonly #takeOver: readonly Database.Statement[] = [];

  /** @param last the SQLite file of the generation that {@link takeOver} takes documents from */
  constructor(path: string, last?: string) {
    this.#db = new Database(path);
    if (last !== undefined) this.#db.prepare('ATTACH DATABASE ? AS last').run(last);
    // A generation is renamed into place only when whole, so the journal would guard nothing.
    this.#db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${SCHEMA} BEGIN`);
    this.#document = this.#db.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#passage = this.#db.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#window = this.#db.prepare('INSERT INTO windows VALUES (?, ?)');
    if (last === undefined) return;
    this.#takeOver = [
      `INSERT INTO documents SELECT ?, source, hash, language, title, date, url, author, passages, text, title_hash
        FROM last.documents WHERE id = ?`,
      `INSERT INTO passages SELECT id + ?, ?, paragraph, "start", "end", section, page, text
        FROM last.passages WHERE id >= ? AND id < ? ORDER BY id`,
      `INSERT INTO windows SELECT row + ?, hash FROM last.windows WHERE row >= ? AND row < ? ORDER BY row`,
    ].map((sql) => this.#db.prepare(sql));
  }

  /** Ids go from 0 in order of source; no two documents may have the same source. */
  addDocument(d: NewDocument): void {
    this.#document.run(
      d.id,
      d.source,
      d.hash,
      d.language,
      d.title ?? null,
      d.date ?? null,
      d.url ?? null,
      d.author ?? null,
      d.passages,
      d.text,
      Buffer.from(d.titleHash),
    );
  }

  /** Ids of passages go from 0 without a gap, document after document in the order of the documents' ids. */
  addPassage(id: number, document: number, p: Passage): void {
    this.#passage.run(id, document, p.paragraph, p.start, p.end, p.section ?? null, p.page ?? null, p.text);
  }

  /** @param hash of the window's text, by which {@link Store.rowWithHash} finds its row */
  addWindow(row: number, hash: Uint8Array): void {
    this.#window.run(row, Buffer.from(hash));
  }

  /** Copies a document with its passages and windows inside SQLite. */
  takeOver({ from, id, passageShift, firstRow, endRow, rowShift }: TakenOver): void {
    const [document, passages, windows] = this.#takeOver;
    document!.run(id, from.id);
    passages!.run(passageShift, id, from.firstPassage, from.endPassage);
    windows!.run(rowShift, firstRow, endRow);
  }

  /** Must be called when done: the file is whole only then. */
  close(): void {
    // Made at once at the end: kept up row by row, an index of hashes is written all over.
    this.#db.exec(INDEXES);
    this.#db.exec('COMMIT');
    this.#db.close();
  }
}

/** Reads a generation's SQLite file. */
export class Store {
  readonly #db: Database.Database;
  // Prepared once: a statement's memory is out of the garbage collector's sight, and questions come by the thousand.
  readonly #document: Database.Statement;
  readonly #text: Database.Statement;
  readonly #passage: Database.Statement;
  readonly #passages: Database.Statement;
  readonly #windowRow: Database.Statement;
  readonly #titleRow: Database.Statement;

  /** @throws what SQLite throws where the file is no database */
  constructor(path: string) {
    this.#db = new Database(path, { readonly: true });
    this.#document = this.#db.prepare('SELECT * FROM documents WHERE source = ?');
    this.#text = this.#db.prepare('SELECT text FROM documents WHERE id = ?');
    // Rows as lists: an object with named fields takes twice as long to make, and a question asks for several.
    this.#passage = this.#db
      .prepare('SELECT paragraph, "start", "end", section, page, text FROM passages WHERE id = ?')
      .raw();
    this.#passages = this.#db.prepare(
      `SELECT p.*, d.source FROM passages p JOIN documents d ON d.id = p.document
       WHERE document = ?1 AND (?2 IS NULL OR "end" - "start" = ?2) ORDER BY p.id`,
    );
    this.#windowRow = this.#db.prepare('SELECT row FROM windows WHERE hash = ? LIMIT 1');
    this.#titleRow = this.#db.prepare('SELECT id FROM documents WHERE title_hash = ? LIMIT 1');
  }

  /** In order of id, without their texts. */
  documents(): StoredDocument[] {
    const rows = this.#db
      .prepare('SELECT id, source, language, title, date, url, author, passages FROM documents ORDER BY id')
      .all() as Row[];
    return rows.map((row) => ({
      id: row['id'] as number,
      source: row['source'] as string,
      language: row['language'] as Language,
      passages: row['passages'] as number,
      ...optional(row, ['title', 'date', 'url', 'author']),
    }));
  }

  /** Where each document stands, by source. */
  known(): Map<string, KnownDocument> {
    const rows = this.#db
      .prepare('SELECT id, source, hash, passages FROM documents ORDER BY id')
      .all() as Row[];
    const known = new Map<string, KnownDocument>();
    let firstPassage = 0;
    for (const row of rows) {
      const endPassage = firstPassage + (row['passages'] as number);
      const [id, hash] = [row['id'] as number, row['hash'] as string];
      known.set(row['source'] as string, { id, hash, firstPassage, endPassage });
      firstPassage = endPassage;
    }
    return known;
  }

  /** A document as it was read, to be taken over into the next generation. */
  corpusDocument(source: string): CorpusDocument | undefined {
    const row = this.#document.get(source) as Row | undefined;
    if (!row) return undefined;
    return {
      source,
      hash: row['hash'] as string,
      text: row['text'] as string,
      metadata: optional(row, ['title', 'date', 'url', 'author']),
      passages: this.passagesOf(row['id'] as number),
    };
  }

  /** The whole text of a document. @throws Error when there is no such document */
  text(document: number): string {
    const row = this.#text.get(document) as Row | undefined;
    if (!row) throw new Error(`There is no document ${document}.`);
    return row['text'] as string;
  }

  /**
   * A passage with its text.
   *
   * @param source of the passage's document, which the caller knows
   * @throws Error when there is no such passage
   */
  passage(id: number, source: string): StoredPassage {
    const row = this.#passage.get(id) as
      [number, number, number, string | null, number | null, string] | undefined;
    if (!row) throw new Error(`There is no passage ${id}.`);
    const [paragraph, start, end, section, page, text] = row;
    return {
      id,
      source,
      paragraph,
      start,
      end,
      text,
      ...(section === null ? {} : { section }),
      ...(page === null ? {} : { page }),
    };
  }

  /** @param length of their text; any unless given */
  passagesOf(document: number, length?: number): StoredPassage[] {
    return (this.#passages.all(document, length ?? null) as Row[]).map(toPassage);
  }

  /** The row of a window with the same text; its vector is the same too. */
  rowWithHash(hash: Uint8Array): number | undefined {
    return (this.#windowRow.get(blob(hash)) as { row: number } | undefined)?.row;
  }

  /** A document whose title has this hash. */
  documentWithTitleHash(hash: Uint8Array): number | undefined {
    return (this.#titleRow.get(blob(hash)) as { id: number } | undefined)?.id;
  }

  /** Closes the file: nothing can be read after. */
  close(): void {
    this.#db.close();
  }
}

function toPassage(row: Row): StoredPassage {
  return {
    id: row['id'] as number,
    source: row['source'] as string,
    paragraph: row['paragraph'] as number,
    start: row['start'] as number,
    end: row['end'] as number,
    text: row['text'] as string,
    ...optional(row, ['section', 'page']),
  };
}

function optional(row: Row, names: readonly string[]): object {
  return Object.fromEntries(names.filter((name) => row[name] !== null).map((name) => [name, row[name]]));
}

/** The one parameter of a statement, as a list: libsql takes an object that stands alone for named parameters. */
function blob(bytes: Uint8Array): [Buffer] {
  return [Buffer.from(bytes)];
}
