import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUNDLED_MODEL } from '../../src/embedding/bundled-model.ts';
import { SIMILAR_WORDS, SimilarWords } from '../../src/embedding/similar-words.ts';
import { MODELS_DIR } from '../support/models.ts';

describe('SimilarWords', () => {
  test('reads words, their ranks and their neighbours', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'similar-')), SIMILAR_WORDS);
    writeFileSync(path, 'time hour 41\nfog\ntruce ceasefir 48 armistic 41\n');
    const words = SimilarWords.open(path)!;
    expect(words.of('truce')).toEqual([
      { term: 'ceasefir', cosine: 0.48 },
      { term: 'armistic', cosine: 0.41 },
    ]);
    expect(words.of('fog')).toEqual([]);
    expect(words.of('zeppelin')).toEqual([]);
    expect(words.rank('fog')).toBe(1);
    expect(words.rank('zeppelin')).toBeUndefined();
  });

  test('a model without the file has none', () => {
    expect(SimilarWords.open(join(mkdtempSync(join(tmpdir(), 'similar-')), SIMILAR_WORDS))).toBeUndefined();
  });
});

describe("the bundled model's words", () => {
  let words: SimilarWords;
  beforeAll(() => {
    words = SimilarWords.open(join(MODELS_DIR, BUNDLED_MODEL, SIMILAR_WORDS))!;
  });

  test.each([
    ['truce', 'ceasefir'],
    ['wound', 'injur'],
    ['begin', 'start'],
  ])('%s is like %s', (word, other) => {
    expect(words.of(word).map(({ term }) => term)).toContain(other);
  });

  test('common words rank before rare ones', () => {
    expect(words.rank('year')!).toBeLessThan(words.rank('armistic')!);
  });
});
