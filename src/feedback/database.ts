import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { UserError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';

/** Beside the index generations, so that what has to be kept of an installation is one folder. */
const BOT_DATABASE = 'bot.db';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    asker TEXT NOT NULL,
    conversation TEXT NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    generation TEXT NOT NULL,
    quotes TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS answers_at ON answers (at);
  CREATE TABLE IF NOT EXISTS rated (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    generation TEXT NOT NULL,
    quotes TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS votes (
    id TEXT NOT NULL REFERENCES rated (id) ON DELETE CASCADE,
    voter TEXT NOT NULL,
    vote INTEGER NOT NULL CHECK (vote IN (-1, 1)),
    PRIMARY KEY (id, voter)
  ) WITHOUT ROWID;
`;
const VERSION = 1;

/** What the bot keeps between restarts: recent answers, for their buttons, and people's votes. */
export interface BotDatabase {
  readonly sqlite: Database.Database;
  /** Whether what is kept outlasts the process. */
  readonly lasting: boolean;
  /** One way, and different for each installation: tells one person from another and no more. */
  pseudonym(userId: string): string;
  close(): void;
}

/**
 * Opens or creates the database.
 *
 * @param folder `:memory:` for one that is gone with the process
 * @throws UserError `BOT_DATABASE_UNUSABLE`
 */
export function openBotDatabase(folder: string): BotDatabase {
  const path = folder === ':memory:' ? folder : join(folder, BOT_DATABASE);
  try {
    if (path !== ':memory:') makeFolder(folder);
    const sqlite = new Database(path);
    // What people asked is for nobody else on this machine; SQLite's files beside it get the same rights.
    if (path !== ':memory:') chmodSync(path, 0o600);
    // A vote that is lost with the power is no harm; a bot that waits for the disk is.
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
    const { user_version: version } = sqlite.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > VERSION) throw new Error(`it was written by a newer version (${version})`);
    sqlite.exec(SCHEMA);
    sqlite.exec(`PRAGMA user_version = ${VERSION}`);
    const salt = saltOf(sqlite);
    return {
      sqlite,
      lasting: path !== ':memory:',
      pseudonym: (userId) => createHmac('sha256', salt).update(userId).digest('base64url').slice(0, 22),
      close: () => void sqlite.close(),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'BOT_DATABASE_UNUSABLE',
      `The bot's database ${path} cannot be used: ${reason}.`,
      'Check that EMBEDDINGS_DIR can be written to, or move the file away to start a new one.',
      { cause: error },
    );
  }
}

function saltOf(sqlite: Database.Database): string {
  sqlite
    .prepare("INSERT OR IGNORE INTO settings (name, value) VALUES ('salt', ?)")
    .run(randomBytes(32).toString('base64url'));
  return (sqlite.prepare("SELECT value FROM settings WHERE name = 'salt'").get() as { value: string }).value;
}
