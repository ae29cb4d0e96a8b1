// @module-tag slow
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBotDatabase } from '../../src/feedback/database.ts';
import { FeedbackStore } from '../../src/feedback/store.ts';

describe('npm run feedback', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cited-feedback-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const feedback = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, ['--import', 'tsx/esm', 'src/cli/feedback.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, EMBEDDINGS_DIR: folder, NO_COLOR: '1' },
    });

  it('sums up the votes and exports the good answers as questions for evaluate', () => {
    const database = openBotDatabase(folder);
    const store = new FeedbackStore(database);
    const quotes = [{ source: 'a.md', start: 3, end: 9 }];
    const answer = { verdict: 'answered', generation: 'g1', quotes } as const;
    store.vote({ ...answer, id: 'good', question: 'When\n"did" it, 💥?' }, 'u1', 'up');
    store.vote({ ...answer, id: 'bad', question: 'Why?' }, 'u1', 'down');
    database.close();
    const file = join(folder, 'questions.jsonl');
    const { status, stdout } = feedback('--export', file);
    expect(status).toBe(0);
    expect(stdout).toContain('2 answers with votes: 👍 1, 👎 1');
    expect(stdout).toContain('Wrote 1 questions');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        id: 'feedback-good',
        question: 'When\n"did" it, 💥?',
        relevant: quotes,
        answers: [],
        impossible: false,
      },
    ]);
    const refused = feedback('--export', join(folder, 'no', 'such', 'folder.jsonl'));
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining('cannot be written (ENOENT)'),
    ]);
  }, 30_000);

  it('says so where nobody has voted', () => {
    const { status, stdout } = feedback();
    expect([status, stdout]).toEqual([3, 'Nobody has voted yet.\n']);
  }, 30_000);
});
