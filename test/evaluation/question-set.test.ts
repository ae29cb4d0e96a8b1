import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSources, readQuestionSet } from '../../src/evaluation/question-set.ts';
import { UserError } from '../../src/errors.ts';
import type { Library } from '../../src/index/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
const path = join(folder, 'questions.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  writeFileSync(path, text);
  return readQuestionSet(path);
}

const GOOD = '{"id":"1","question":"Who built the mill?"}';

describe('a question file', () => {
  it('may begin with a byte order mark, end its lines as Windows does and hold empty ones', () => {
    expect(read(`\uFEFF${GOOD}\r\n\r\n${GOOD}\r\n`)).toHaveLength(2);
  });

  it('asks of any answer, and leaves out what is not known', () => {
    expect(read(GOOD)).toEqual([
      { id: '1', question: 'Who built the mill?', relevant: [], answers: [], impossible: false, history: [] },
    ]);
  });

  it.each([
    ['{', 'no JSON'],
    ['[]', 'id'],
    ['{"id":"1"}', /question:/],
    ['{"id":"1","question":" "}', /question:/],
    [`{"id":"1","question":"${'why'.repeat(1000)}"}`, 'question: '],
    ['{"id":"1","question":"a","history":[""]}', /history\.0:/],
    ['{"id":"1","question":"a","answers":[""]}', /answers\.0:/],
    [
      '{"id":"1","question":"a","relevant":[{"source":"a.txt","start":3,"end":2}]}',
      /relevant\.0: .*ends before/,
    ],
    ['{"id":"1","question":"a","relevant":[{"source":"a.txt","start":-1,"end":2}]}', /relevant\.0\.start:/],
  ])('with the line %.80s is refused, with the line and the field', (line, problem) => {
    let refused: unknown;
    try {
      read(`${GOOD}\n${line}\n`);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(UserError);
    const { code, message } = refused as UserError;
    expect(code).toBe('QUESTIONS_INVALID');
    expect(message).toContain('Line 2 of ');
    expect(message).toMatch(problem);
  });

  it.each(['', '\n \n'])('must hold a question: %j does not', (text) =>
    expect(() => read(text)).toThrow('holds no question'),
  );

  it('must name documents of the corpus', () => {
    const library = { documents: () => [{ source: 'a.txt' }] } as unknown as Library;
    const asks = (source: string) =>
      read(`{"id":"7","question":"a","relevant":[{"source":"${source}","start":0,"end":2}]}`);
    expect(() => checkSources(asks('a.txt'), library)).not.toThrow();
    expect(() => checkSources(asks('A.txt'), library)).toThrow(/^Question 7 is answered by A\.txt/);
  });
});
