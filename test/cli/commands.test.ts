// @module-tag slow
import { mkdirSync, renameSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODELS_DIR, SAMPLE_CORPUS_DIR } from '../support/models.ts';
import { runCommand, runInTurn } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const QUESTIONS = join(import.meta.dirname, '../evaluation/sample/questions.jsonl');

describe('index', () => {
  it('prints what was done and what was skipped', async () => {
    const { code, stdout } = await runCommand('index', []);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing has changed.');
    expect(stdout).toMatch(/12 documents, \d+ passages; 0 windows embedded/);
  });

  it('ends with 1 where there is no corpus, and with 2 for bad usage', async () => {
    const missing = await runCommand('index', [], { env: { CORPUS_DIR: '/nowhere' } });
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toMatch(/^Error: .*\nHint: /);
    expect((await runCommand('index', ['--nonsense'])).code).toBe(2);
  });
});

describe('chat', () => {
  it('keeps a conversation until its input ends, past questions that are wrong', async () => {
    const input = `When did the missile strike on Ganja happen?\n\n${'x'.repeat(3000)}\nhow many people died?\n`;
    const { code, stdout, stderr } = await runCommand('chat', [], { input });
    expect(code).toBe(0);
    expect(stderr).toContain('2000 is the most');
    const second = stdout.split('> ').at(-2)!;
    expect(second).toMatch(/1\. .*\n/);
    expect(second).toContain('ganja');
  });
});

describe('evaluate', () => {
  const args = (questions: string, ...more: string[]) => [
    '--corpus',
    SAMPLE_CORPUS_DIR,
    '--questions',
    questions,
    ...more,
  ];

  it('prints the measures as JSON and writes a line of details for each question', async () => {
    using folder = new TemporaryCorpus();
    const out = folder.path('details.jsonl');
    const asked = readFileSync(QUESTIONS, 'utf8').trimEnd().split('\n').slice(0, 30);
    const impossible = asked.filter((line) => (JSON.parse(line) as { impossible?: boolean }).impossible);
    expect(impossible.length).toBeGreaterThan(0);
    writeFileSync(folder.path('some.jsonl'), asked.join('\n'));
    const run = await runCommand('evaluate', args(folder.path('some.jsonl'), '--json', '--out', out));
    const { code, stdout } = run;
    expect(code).toBe(0);
    const number = expect.any(Number) as number;
    expect(JSON.parse(stdout)).toMatchObject({
      questions: asked.length,
      answerable: asked.length - impossible.length,
      passages: number,
      hitAt1: number,
      hitAt3: number,
      hitAt5: number,
      mrrAt10: number,
      ndcgAt10: number,
      answerInHighlight: number,
      abstention: { auc: number, falseAbstain: number, falseAnswer: number },
      latencyMs: { p50: number, p95: number },
      buildSeconds: number,
    });
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    const ids = (of: readonly string[]) => of.map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids(lines)).toEqual(ids(asked));
  });

  it('keeps the measures of sets in one folder apart', async () => {
    using folder = new TemporaryCorpus();
    for (const name of ['one', 'two'])
      writeFileSync(folder.path(`${name}.jsonl`), `${JSON.stringify({ id: name, question: 'why' })}\n`);
    const { code, stdout } = await runCommand('evaluate', [
      ...['--corpus', SAMPLE_CORPUS_DIR, SAMPLE_CORPUS_DIR, '--json'],
      ...['--questions', folder.path('one.jsonl'), folder.path('two.jsonl')],
    ]);
    expect(code).toBe(0);
    expect(Object.values(JSON.parse(stdout) as object)).toHaveLength(2);
  });

  it('asks questions of another corpus, whose sources are not in this one', async () => {
    using folder = new TemporaryCorpus();
    const gold = [{ source: 'elsewhere.txt', start: 0, end: 9 }];
    const elsewhere = [
      {
        id: 'bread',
        question: 'how long does it take?',
        rewrite: 'How long does rye bread bake?',
        relevant: gold,
      },
      { id: 'kiln', question: 'Which glaze does the kiln need?', history: ['What is raku?'], relevant: gold },
    ];
    writeFileSync(folder.path('q.jsonl'), elsewhere.map((line) => JSON.stringify(line)).join('\n'));
    const { code, stdout } = await runCommand(
      'evaluate',
      args(folder.path('q.jsonl'), '--foreign', '--json'),
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ questions: 2, answerable: 0, abstention: { falseAnswer: 0 } });
  });

  it('ends with 2 for bad usage and with 1 for files that are no questions or cannot be written', async () => {
    using folder = new TemporaryCorpus();
    const wrong = folder.path('wrong.jsonl');
    writeFileSync(wrong, '{"id":"a","question":"why"}\n\n{"id":1}\n');
    const runs = await runInTurn(
      [
        ['--corpus', SAMPLE_CORPUS_DIR],
        args(QUESTIONS, QUESTIONS),
        args(QUESTIONS, '--history', 'never'),
        args(wrong),
        args(folder.path('nowhere.jsonl')),
        args(QUESTIONS, '--out', '/dev/null/x'),
      ].map((wrongly) => ({ name: 'evaluate', args: wrongly })),
    );
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 1, 1, 1]);
    expect(runs[3]!.stderr).toContain('Line 3');
    for (const { stdout, stderr } of runs) {
      expect(stdout).toBe('');
      expect(stderr).not.toContain('    at ');
    }
  });
});

describe('ask', () => {
  it('lists the first of many skipped files, and says what to do where the last good index answers', async () => {
    using corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
    for (let i = 0; i < 30; i++) corpus.write({ [`empty-${String(i).padStart(2, '0')}.txt`]: '' });
    const { corpusDir, embeddingsDir } = corpus;
    mkdirSync(embeddingsDir);
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    const env = { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir };
    const { code, stderr } = await runCommand('ask', ['where do deer live'], { env });
    expect(code).toBe(0);
    const skipped = stderr.split('\n').filter((line) => line.includes('Skipped'));
    expect(skipped).toHaveLength(21);
    expect(skipped[0]).toMatch(/Skipped empty-00\.txt: .*\.$/);
    expect(skipped.at(-1)).toBe('Warning: Skipped … and 10 more.');

    rmSync(corpusDir, { recursive: true });
    const stale = await runCommand('ask', ['where do deer live'], { env });
    expect(stale.code).toBe(0);
    expect(stale.stderr).toMatch(/There is no corpus folder at .*Create it and put documents in it/);
  });
});

describe('index', () => {
  it('warns where another folder is in the place of the corpus', async () => {
    using corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
    const { corpusDir, embeddingsDir } = corpus;
    mkdirSync(embeddingsDir);
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    const env = { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir };
    const first = await runCommand('index', [], { env });
    expect(first.stderr).not.toContain('Warning');
    renameSync(corpusDir, join(corpus.root, 'away'));
    corpus.write({ 'README.txt': 'Mount the disk here.' });
    const second = await runCommand('index', [], { env });
    expect(second.stdout).toContain('removed: a.txt');
    expect(second.stderr).toMatch(/^Warning: The corpus is another folder than before.*mounted\.$/m);
  });
});

describe('every command', () => {
  it('warns of variables that are misspelt, on stderr', async () => {
    const { code, stderr } = await runCommand('index', [], { env: { CORPUS_DIRR: 'x' } });
    expect(code).toBe(0);
    expect(stderr).toContain('Warning: The variable CORPUS_DIRR is not known');
  });

  it('says how it is used, and ends with 0', async () => {
    const names = ['ask', 'chat', 'index', 'evaluate'];
    const runs = await runInTurn(names.map((name) => ({ name, args: ['--help'] })));
    for (const [i, name] of names.entries()) {
      expect([name, runs[i]!.code]).toEqual([name, 0]);
      expect(runs[i]!.stdout).toContain(`Usage: npm run ${name}`);
    }
  });

  it('says that a model cannot be had without a network, and does not wait for it', async () => {
    using corpus = new TemporaryCorpus({ 'a.txt': 'Text.' });
    const started = performance.now();
    const { code, stderr } = await runCommand('ask', ['why'], {
      env: {
        CORPUS_DIR: corpus.corpusDir,
        EMBEDDINGS_DIR: corpus.embeddingsDir,
        EMBEDDING_MODEL: 'no-such-owner/no-such-model',
      },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('no-such-owner/no-such-model@main cannot be had from the hub');
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
