// @module-tag slow
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODELS_DIR } from '../support/models.ts';
import { runs } from '../support/property-runs.ts';
import { runCommand, runInTurn, type Run } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

describe('bench', () => {
  const kills = runs(5);
  let corpus: TemporaryCorpus;
  let env: Record<string, string>;
  let done: Run;
  beforeAll(async () => {
    corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
    const { corpusDir, embeddingsDir } = corpus;
    mkdirSync(embeddingsDir);
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    env = { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir };
    done = await runCommand(
      'bench',
      // What is given beside it wins over what --full stands for: an hour's work.
      ['--full', '--sizes', '20,10', '--build', '10', '--kills', String(kills), '--starts', '1'],
      { env },
    );
  }, 300_000);
  afterAll(() => corpus[Symbol.dispose]());

  it('measures on any corpus, and leaves nothing behind', () => {
    const { code, stdout, stderr } = done;
    expect([code, stderr.replace('Building the index.\n', '')]).toEqual([0, '']);
    expect(stdout).toMatch(/ask, warm index: +\d+ ms/);
    expect(stdout).toMatch(/^20 passages, [^]*^10 passages, /m);
    expect(stdout).not.toContain('NaN');
    expect(existsSync(join(corpus.embeddingsDir, 'bench'))).toBe(false);
  });

  it('says at the end how each figure stands against its bar', () => {
    const row = (what: string) =>
      done.stdout
        .split('\n')
        .find((line) => line.startsWith(`│ ${what}`))
        ?.split('│')
        .map((cell) => cell.trim());
    expect(row('warm ask ÷')?.[4]).toMatch(/^(ok|short)$/);
    expect(row('rebuild ÷ full build, 100 % of 10 passages changed')?.[4]).toBe('not at this size');
    expect(row('killed builds')?.slice(2, 5)).toEqual([`0 of ${kills}`, 'none', 'ok']);
    expect(row('10 passages: opening')?.[4]).toBe('not at this size');
  });

  it('draws the chart into the embeddings folder for --full', () => {
    const chart = join(corpus.embeddingsDir, 'latency.svg');
    expect(done.stdout.trimEnd().endsWith(`The chart is in ${chart}.`)).toBe(true);
    expect(readFileSync(chart, 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it('finds the old index or the new one answering, whatever moment a build is killed at', () => {
    const told = /^builds killed (.+): +(\d+); (\d+) left the old index, (\d+) the new one, (\d+) neither$/gm;
    const found = [...done.stdout.matchAll(told)].map(([, when, ...counts]) => ({
      when,
      counts: counts.map(Number),
    }));
    expect(found.map(({ when }) => when)).toEqual(['at any moment', 'while they publish']);
    const publishing = Math.floor(kills / 3);
    expect(found.map(({ counts }) => counts[0])).toEqual([kills - publishing, publishing]);
    for (const { counts } of found) expect(counts[1]! + counts[2]!).toBe(counts[0]);
  });

  it('says before it measures that the chart cannot be written', async () => {
    const { code, stdout, stderr } = await runCommand('bench', ['--svg', 'not-there/chart.svg'], { env });
    expect(code).toBe(1);
    expect(stdout).not.toContain('ask, warm index');
    expect(stderr).toContain('not-there/chart.svg cannot be written (ENOENT)');
  });
});

it('ends with 2 for sizes that are none', async () => {
  const wrong = ['foo', '1000,', '5', '2000000'];
  const all = await runInTurn(wrong.map((sizes) => ({ name: 'bench', args: ['--sizes', sizes] })));
  for (const [i, { code, stdout, stderr }] of all.entries()) {
    expect([wrong[i], code, stdout]).toEqual([wrong[i], 2, '']);
    expect(stderr).toContain('It must be a whole number');
  }
});
