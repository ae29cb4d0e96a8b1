import { describe, expect, it } from 'vitest';
import { modelName, modelSpec } from '../../src/embedding/model-spec.ts';

describe('modelSpec', () => {
  it('is the bundled model by no name and by its own', () => {
    expect(modelSpec('')).toEqual(modelSpec('all-MiniLM-L6-v2'));
    expect(modelSpec('')).toMatchObject({ bundled: true, pooling: 'mean', maxTokens: 256, queryPrefix: '' });
  });

  it.each([
    ['Xenova/multilingual-e5-small', 'mean', 'query: ', 'passage: '],
    ['intfloat/e5-base-v2', 'mean', 'query: ', 'passage: '],
    ['Xenova/bge-small-en-v1.5', 'cls', 'Represent this sentence for searching relevant passages: ', ''],
    ['Xenova/bge-base-zh-v1.5', 'cls', '为这个句子生成表示以用于检索相关文章：', ''],
    ['Xenova/bge-m3', 'cls', '', ''],
    ['Xenova/gte-small', 'mean', '', ''],
    ['Alibaba-NLP/gte-base-en-v1.5', 'cls', '', ''],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'mean', '', ''],
    ['nomic-ai/nomic-embed-text-v1.5', 'mean', 'search_query: ', 'search_document: '],
  ])('feeds %s as its authors say', (id, pooling, queryPrefix, passagePrefix) => {
    expect(modelSpec(id)).toMatchObject({ id, bundled: false, pooling, queryPrefix, passagePrefix });
  });

  it('pins a revision, and names vectors by model and revision', () => {
    expect(modelSpec('a/b@v1.0')).toMatchObject({ id: 'a/b', revision: 'v1.0' });
    expect(modelName(modelSpec('a/b@v1.0'))).toBe('a/b@v1.0');
    expect(modelName(modelSpec('a/b'))).toBe('a/b@main');
    expect(modelName(modelSpec(''))).toBe('all-MiniLM-L6-v2');
  });
});
