import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readQuestionSet } from '../../src/evaluation/question-set.ts';
import { runCommand } from '../support/run-command.ts';

describe('import-squad', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cited-squad-'));
    file = join(folder, 'mill.json');
    const asks = (id: string, question: string) => ({ id, question, answers: [{ text: 'Odile Farrow' }] });
    const context = 'Odile Farrow 💥 built the mill.';
    const qas = [asks('a', 'Who built the mill?'), asks('b', '')];
    writeFileSync(file, JSON.stringify({ data: [{ title: 'The_Mill', paragraphs: [{ context, qas }] }] }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a question set into a new folder, and says what it left out', async () => {
    const dir = join(folder, 'sets', 'mill');
    const { code, stdout, stderr } = await runCommand('import-squad', [file, dir]);
    expect([code, stdout]).toEqual([0, `Wrote 1 documents and 1 questions to ${dir}.\n`]);
    expect(stderr).toMatch(/^Warning: Left out 1 questions .*: b\.\n$/);
    const [question] = readQuestionSet(join(dir, 'questions.jsonl'));
    expect(question).toMatchObject({ id: 'a', answers: ['Odile Farrow'], impossible: false });
    const [{ source, start, end }] = question!.relevant as [{ source: string; start: number; end: number }];
    const text = readFileSync(join(dir, 'corpus', source), 'utf8');
    expect(text.slice(start, end)).toBe('Odile Farrow 💥 built the mill.');
  }, 30_000);

  it('touches no folder that holds something, and makes none for a file that is no question set', async () => {
    const used = join(folder, 'used');
    mkdirSync(used);
    writeFileSync(join(used, 'notes.txt'), 'mine');
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{"data":1}');
    const fresh = join(folder, 'fresh');
    const runs = await Promise.all([
      runCommand('import-squad', [file, used]),
      runCommand('import-squad', [file, file]),
      runCommand('import-squad', [wrong, fresh]),
      runCommand('import-squad', [join(folder, 'nowhere.json'), fresh]),
      runCommand('import-squad', [file]),
      runCommand('import-squad', [file, fresh, '--part', '3/2']),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1, 2, 2]);
    const errors = [
      'holds something already',
      'cannot be written to',
      "not in SQuAD's format",
      'cannot be read',
    ];
    for (const [i, error] of errors.entries()) expect(runs[i]!.stderr).toMatch(error);
    for (const { stdout, stderr } of runs) {
      expect(stdout).toBe('');
      expect(stderr).not.toContain('    at ');
    }
    expect(readdirSync(folder).sort()).toEqual(['mill.json', 'used', 'wrong.json']);
    expect(readdirSync(used)).toEqual(['notes.txt']);
  }, 30_000);
});
