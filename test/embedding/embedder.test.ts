// @module-tag slow
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUNDLED_MODEL } from '../../src/embedding/bundled-model.ts';
import { loadEmbedder, type Embedder } from '../../src/embedding/embedder.ts';
import { modelSpec } from '../../src/embedding/model-spec.ts';
import { UserError } from '../../src/errors.ts';
import { MODELS_DIR } from '../support/models.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadEmbedder(modelSpec(''), MODELS_DIR);
});

const length = (vector: Float32Array) => Math.hypot(...vector);

describe('the bundled model', () => {
  it('computes what sentence-transformers does', async () => {
    const vector = await embedder.embed('This is an example sentence', 'passage');
    for (const [i, value] of [0.06766, 0.06356, 0.04873].entries()) {
      expect(Math.abs(vector[i]! - value)).toBeLessThan(1e-4);
    }
    expect(vector).toHaveLength(384);
    expect(length(vector)).toBeCloseTo(1, 5);
  });

  it('gives a text the same vector whatever it is embedded beside, in whatever order', async () => {
    const texts = ['Ganja', 'A missile hit the city on Sunday.', 'word '.repeat(200), '', '🎉', 'Kalın – 阿'];
    const alone: Float32Array[] = [];
    for (const text of texts) alone.push(await embedder.embed(text, 'passage'));
    const together = await Promise.all(texts.toReversed().map((text) => embedder.embed(text, 'query')));
    expect(together.toReversed()).toEqual(alone);
  });

  it('takes texts of any length, and sees the first maxTokens of it', async () => {
    expect(embedder.maxTokens).toBe(254);
    const fits = 'word '.repeat(embedder.maxTokens);
    expect(embedder.countTokens(fits)).toBe(embedder.maxTokens);
    const vector = await embedder.embed(`${fits} more`.repeat(20), 'passage');
    expect(length(vector)).toBeCloseTo(1, 5);
    expect(await embedder.embed(`${fits}seen`, 'passage')).toEqual(
      await embedder.embed(`${fits}unseen`, 'passage'),
    );
    for (const odd of ['', ' ', '\n', 'x'.repeat(10_000), '\ufffd\u200b']) {
      expect(length(await embedder.embed(odd, 'query'))).toBeCloseTo(1, 5);
    }
  });

  it('is exported again where its folder has another tokenizer of the same size', async () => {
    using temporary = new TemporaryCorpus();
    const folder = join(temporary.root, BUNDLED_MODEL);
    mkdirSync(folder);
    cpSync(join(MODELS_DIR, BUNDLED_MODEL), folder, { recursive: true });
    const path = join(folder, 'tokenizer.json');
    writeFileSync(path, '{}'.padEnd(statSync(path).size));
    const again = await loadEmbedder(modelSpec(''), temporary.root);
    expect(await again.embed('Ganja', 'query')).toEqual(await embedder.embed('Ganja', 'query'));
    for (const name of ['onnx/model.onnx', 'tokenizer.json', 'similar-words.txt']) {
      expect(statSync(join(folder, name)).size).toBe(statSync(join(MODELS_DIR, BUNDLED_MODEL, name)).size);
    }
  });

  it('says that it cannot be written where a file is in the way', async () => {
    using temporary = new TemporaryCorpus();
    const file = join(temporary.root, 'file');
    writeFileSync(file, '');
    await expect(loadEmbedder(modelSpec(''), file)).rejects.toMatchObject({
      name: 'UserError',
      code: 'EMBEDDINGS_NOT_WRITABLE',
    });
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

describe('a model of the hub', () => {
  it('that cannot be had is a user’s error, told at once', async () => {
    using temporary = new TemporaryCorpus();
    const started = performance.now();
    const error: unknown = await loadEmbedder(modelSpec('no-such-owner/no-such-model'), temporary.root).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
