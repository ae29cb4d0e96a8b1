import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/answer/candidates.ts';
import type { Question, QuestionTerm } from '../../src/answer/question.ts';
import { AT, signalsOf, type SignalName, type SignalSource } from '../../src/answer/signals.ts';
import { TermIndexBuilder } from '../../src/index/term-index-builder.ts';
import { TermIndex } from '../../src/index/term-index.ts';
import { HOLDS } from '../../src/language/holds.ts';

const PASSAGE = { source: 'harbour.txt', paragraph: 1, start: 0, end: 1 };
const TEXTS = [
  'The bridge opens. The ferry sank.',
  'The bridge closes for 40 minutes in version 2.',
  'The mayor of the harbour opens episode 40.',
];

/** One document `harbour` of three passages, the last under the heading `ferry times`. */
function source(): SignalSource & { terms: TermIndex } {
  const builder = new TermIndexBuilder();
  builder.add([
    { terms: ['bridge', 'open'], holds: HOLDS.time },
    { terms: ['ferry', 'sink'], holds: 0 },
  ]);
  builder.add([{ terms: ['bridge', 'close'], holds: 0 }]);
  builder.add([{ terms: ['mayor', 'harbour'], holds: HOLDS.agent }], ['ferry', 'times']);
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  builder.write(folder);
  const terms = new TermIndex(folder);
  return {
    terms,
    titles: { read: () => Float32Array.of(1, 0) },
    titleTerms: () => [terms.idOf('harbour')!],
    documentIdOf: () => 0,
    passageRange: () => ({ first: 0, end: 3 }),
    isHeadline: () => false,
    passage: (id) => ({ ...PASSAGE, id, text: TEXTS[id]! }),
    documentOf: () => ({ id: 0, source: 'harbour.txt', language: 'en', passages: 3 }),
  };
}

const index = source();

function question(
  parts: readonly (Partial<QuestionTerm> & { term: string })[],
  kind: Question['kind'] = 'other',
): Question {
  const text = parts.map(({ term }) => term).join(' ');
  return {
    text,
    meant: text,
    kind,
    understood: true,
    terms: parts.map((part) => ({
      id: index.terms.idOf(part.term),
      weight: 1,
      alike: [],
      isName: false,
      isNumber: false,
      ...part,
    })),
  };
}

function candidate(passage: number, cosine = 0.5, bm25 = 0): Candidate {
  return { passage, whole: cosine, sentence: cosine, sentenceRow: 0, bm25 };
}

function signal(
  name: SignalName,
  asked: Question,
  candidates = [0, 1, 2].map((passage) => candidate(passage)),
): number[] {
  return signalsOf(index, asked, Float32Array.of(0.6, 0.8), candidates).map((row) =>
    Number(row[AT[name]]!.toFixed(3)),
  );
}

describe('coverage', () => {
  test('is the share of the weight that the passage holds', () => {
    const asked = question([
      { term: 'bridge', weight: 1 },
      { term: 'ferry', weight: 3 },
    ]);
    expect(signal('coverage', asked)).toEqual([1, 0.25, 0]);
    expect(signal('complete', asked)).toEqual([1, 0, 0]);
    expect(signal('rarest', asked)).toEqual([1, 0, 0]);
  });

  test('counts alike words by their strength, and the word itself over them', () => {
    const alike = [{ id: index.terms.idOf('close')!, strength: 0.6 }];
    expect(signal('coverage', question([{ term: 'shut', alike }]))).toEqual([0, 0.6, 0]);
    const bridge = [{ id: index.terms.idOf('bridge')!, strength: 0.6 }];
    expect(signal('coverage', question([{ term: 'close', alike: bridge }]))).toEqual([0.6, 1, 0]);
  });

  test("counts the words of a heading as those of a title, not as the passage's own", () => {
    const asked = question([{ term: 'times' }]);
    expect(signal('coverage', asked)).toEqual([0, 0, 0]);
    expect(signal('coverageWithTitle', asked)).toEqual([0, 0, 1]);
    expect(signal('title', asked)).toEqual([0, 0, 0]);
  });

  test('of a question without words is nothing', () => {
    expect(signal('coverage', question([]))).toEqual([0, 0, 0]);
  });
});

test('context and title tell what stands around', () => {
  const asked = question([{ term: 'bridge' }, { term: 'harbour' }]);
  expect(signal('title', asked)).toEqual([0.5, 0.5, 0.5]);
  expect(signal('coverageWithTitle', asked)).toEqual([1, 1, 0.5]);
  expect(signal('context', asked)).toEqual([0.5, 0.5, 0.5]);
  expect(signal('titleCosine', asked)).toEqual([0.6, 0.6, 0.6]);
});

test('pair looks at two neighbouring sentences', () => {
  expect(signal('pair', question([{ term: 'open' }, { term: 'sink' }]))).toEqual([1, 0, 0]);
});

test('kind asks for a sentence that holds a time, a number or a name', () => {
  expect(signal('kind', question([{ term: 'bridge' }], 'time'))).toEqual([1, 0, 0]);
  expect(signal('kind', question([{ term: 'bridge' }]))).toEqual([0, 0, 0]);
  expect(signal('holdsKind', question([{ term: 'mayor' }], 'time'))).toEqual([1, 0, 0]);
  expect(signal('holdsKind', question([{ term: 'mayor' }]))).toEqual([0, 0, 0]);
});

test('phrases are words that follow one another in the passage as in the question', () => {
  expect(signal('phrases', question([{ term: 'bridge' }, { term: 'open' }]))).toEqual([1, 0, 0]);
  expect(signal('phrases', question([{ term: 'open' }, { term: 'bridge' }]))).toEqual([0, 0, 0]);
  const three = question([{ term: 'bridge' }, { term: 'open' }, { term: 'mayor' }]);
  expect(signal('phrases', three)).toEqual([0.5, 0, 0]);
  const alike = [{ id: index.terms.idOf('open')!, strength: 0.9 }];
  expect(signal('phrases', question([{ term: 'bridge' }, { term: 'begin', alike }]))).toEqual([0, 0, 0]);
});

test('document is the best cosine of its passages', () => {
  const asked = question([{ term: 'bridge' }]);
  expect(signal('document', asked, [candidate(0, 0.2), candidate(1, 0.6)])).toEqual([0.6, 0.6]);
});

test('names and numbers that are missing count', () => {
  const name = { term: 'ferry', isName: true };
  expect(signal('missingNames', question([name, { term: 'bridge' }]))).toEqual([0, 0.5, 0]);
  expect(signal('missingNamesBefore', question([name, { term: 'bridge' }]))).toEqual([0, 0, 0]);
  const later = { term: 'mayor', isName: true };
  expect(signal('missingNamesBefore', question([later, { term: 'bridge' }]))).toEqual([0.5, 0.5, 0]);
  const number = { term: '1997', isNumber: true };
  expect(signal('numbers', question([number, { term: 'mayor' }]))).toEqual([0, 0, 0]);
  expect(signal('numbers', question([{ term: 'mayor', isNumber: true }]))).toEqual([0, 0, 1]);
});

test('cosines are scaled over the candidates; one candidate alone is no division by zero', () => {
  const asked = question([{ term: 'bridge' }]);
  expect(signal('sentenceScaled', asked, [candidate(0, 0.2), candidate(1, 0.6), candidate(2, 0.4)])).toEqual([
    0, 1, 0.5,
  ]);
  expect(signal('sentenceScaled', asked, [candidate(0, 0.2)])).toEqual([0]);
  expect(signal('bm25OfBest', asked, [candidate(0, 0.2, 2), candidate(1, 0.2, 4)])).toEqual([0.5, 1]);
  expect(signalsOf(index, asked, Float32Array.of(1, 0), [])).toEqual([]);
});

test('one question leaves no trace in the next', () => {
  const before = signal('coverage', question([{ term: 'mayor' }]));
  signal('coverage', question([{ term: 'bridge' }]));
  expect(signal('coverage', question([{ term: 'mayor' }]))).toEqual(before);
});

describe('the number of a thing', () => {
  const thing = { kind: 'episode', number: '40', isOrdinal: false, start: 8, end: 10 };
  const number = { term: '40', isNumber: true, numbers: thing, id: undefined };

  test('is found where it stands with its noun', () => {
    const asked = question([{ term: 'episode', id: undefined, numberedAs: thing }, number]);
    expect(signal('coverage', asked)).toEqual([0, 0, 1]);
    expect(signal('numbers', asked)).toEqual([0, 0, 1]);
  });

  test('may be an ordinal that says something else where none of its kind is numbered', () => {
    const ordinal = { ...thing, kind: 'version', number: '1', isOrdinal: true };
    const asked = question([{ term: 'bridge', numbers: ordinal }]);
    expect(signal('coverage', asked)).toEqual([1, 0, 0]);
  });
});
