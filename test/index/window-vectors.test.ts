import { describe, expect, it, vi } from 'vitest';
import { WindowVectors } from '../../src/index/window-vectors.ts';

const hashOf = (text: string) => Buffer.from(text);

/** A model that makes of a text a vector of its length, and knows how often it was asked. */
function setUp(last?: Readonly<Record<string, { vector: Float32Array; lastRow?: number }>>) {
  const embed = vi.fn((text: string) => Promise.resolve(Float32Array.of(text.length)));
  const reusable = last && { vector: (hash: Uint8Array) => last[Buffer.from(hash).toString()] };
  const vectors = new WindowVectors({ embed }, reusable);
  const report = vi.fn();
  const source = vectors.source(report);
  return { embed, vectors, report, vectorOf: (text: string) => source(text, hashOf(text)) };
}

describe('the vectors of a build', () => {
  it('are made by the model, as of passages', async () => {
    const { embed, vectors, vectorOf } = setUp();
    expect(await vectorOf('The mill')).toEqual({ vector: Float32Array.of(8) });
    expect(embed).toHaveBeenCalledWith('The mill', 'passage');
    expect(vectors).toMatchObject({ embedded: 1, reused: 0, length: 8 });
  });

  it('are taken over from the last generation with their row', async () => {
    const known = { vector: Float32Array.of(0.5), lastRow: 7 };
    const { embed, vectors, vectorOf } = setUp({ 'The mill': known });
    expect(await vectorOf('The mill')).toEqual(known);
    expect(embed).not.toHaveBeenCalled();
    expect(vectors).toMatchObject({ embedded: 0, reused: 1, length: 8 });
  });

  it('are made once for a text that stands again and again', async () => {
    const { embed, vectors, vectorOf } = setUp({});
    const first = await vectorOf('The mill');
    expect((await vectorOf('The mill')).vector).toBe(first.vector);
    expect(embed).toHaveBeenCalledTimes(1);
    expect(vectors).toMatchObject({ embedded: 1, reused: 1, length: 16 });
  });

  it('are held for the latest texts only', async () => {
    const { embed, vectorOf } = setUp();
    for (let i = 0; i <= 2000; i++) await vectorOf(`text ${i}`);
    await vectorOf('text 1');
    expect(embed).toHaveBeenCalledTimes(2001);
    await vectorOf('text 0');
    expect(embed).toHaveBeenCalledTimes(2002);
  });

  it('are told of now and then', async () => {
    const { report, vectorOf } = setUp();
    for (let i = 0; i < 45; i++) await vectorOf(`text ${i}`);
    expect(report).toHaveBeenCalledTimes(2);
  });
});
