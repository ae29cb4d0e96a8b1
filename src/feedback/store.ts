import type { Verdict } from '../answer/answer.ts';
import type { Span } from '../corpus/document.ts';
import type { BotDatabase } from './database.ts';

/** What a person says of an answer. */
export type Vote = 'up' | 'down';

/** An answer that somebody voted on; `quotes` are those that were shown first. */
export interface RatedAnswer {
  readonly id: string;
  readonly question: string;
  readonly verdict: Verdict;
  readonly generation: string;
  readonly quotes: readonly (Span & { readonly source: string })[];
}

/** How many people voted each way. */
export interface Tally {
  readonly up: number;
  readonly down: number;
}

/** An answer with all votes on it. */
export interface RatedTally extends RatedAnswer, Tally {
  /** Milliseconds since 1970 of the first vote. */
  readonly at: number;
}

/** Votes on answers. A voter is known by a pseudonym only, and has one vote on each answer. */
export class FeedbackStore {
  readonly #database: BotDatabase;

  constructor(database: BotDatabase) {
    this.#database = database;
  }

  /** Whether votes outlast the process. */
  get lasting(): boolean {
    return this.#database.lasting;
  }

  /** Sets a person's vote on an answer; an earlier one of the same person is replaced. */
  vote(answer: RatedAnswer, userId: string, vote: Vote, now: number = Date.now()): Tally {
    const { sqlite } = this.#database;
    sqlite
      .prepare(
        `INSERT OR IGNORE INTO rated (id, at, question, verdict, generation, quotes) VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(answer.id, now, answer.question, answer.verdict, answer.generation, JSON.stringify(answer.quotes));
    sqlite
      .prepare(
        'INSERT INTO votes (id, voter, vote) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET vote = excluded.vote',
      )
      .run(answer.id, this.#database.pseudonym(userId), vote === 'up' ? 1 : -1);
    return sqlite
      .prepare(
        `SELECT COALESCE(SUM(vote = 1), 0) AS up, COALESCE(SUM(vote = -1), 0) AS down FROM votes WHERE id = ?`,
      )
      .get(answer.id) as Tally;
  }

  /** Every answer with a vote, newest first. */
  rated(): RatedTally[] {
    const rows = this.#database.sqlite
      .prepare(
        `SELECT rated.id, at, question, verdict, generation, quotes,
                SUM(vote = 1) AS up, SUM(vote = -1) AS down
         FROM rated JOIN votes ON votes.id = rated.id GROUP BY rated.id ORDER BY at DESC, rated.id`,
      )
      .all() as (Omit<RatedTally, 'quotes'> & { readonly quotes: string })[];
    return rows.map((row) => ({ ...row, quotes: JSON.parse(row.quotes) as RatedTally['quotes'] }));
  }
}
