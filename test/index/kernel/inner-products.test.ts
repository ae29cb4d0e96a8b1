import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { bytesOf16, InnerProducts, MOST_AT_ONCE, ONE } from '../../../src/index/kernel/inner-products.ts';

const KERNEL = new URL('../../../src/index/kernel/', import.meta.url);

/** A dimension, and as many vectors of whole numbers up to `most` as are compared at once. */
function vectors(most: number) {
  return fc.integer({ min: 1, max: 200 }).chain((dimension) => {
    const numbers = fc.array(fc.integer({ min: -most, max: most }), {
      minLength: dimension,
      maxLength: dimension,
    });
    return fc.array(numbers, { minLength: 2, maxLength: 1 + MOST_AT_ONCE });
  });
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function floatsOf(numbers: readonly number[]): Float32Array {
  return Float32Array.from(numbers, (x) => x / ONE);
}

describe('InnerProducts', () => {
  it('are exact for vectors of 16 bits a number, in the order chosen', () => {
    fc.assert(
      fc.property(vectors(500), ([query, ...others]) => {
        const dimension = query!.length;
        const products = new InnerProducts(dimension, others.length * bytesOf16(dimension));
        for (const [i, numbers] of others.entries()) {
          products.floats.set(new Uint8Array(floatsOf(numbers).buffer));
          products.round(i * bytesOf16(dimension));
        }
        products.setQuery(floatsOf(query!));
        const chosen = others.map((_, i) => i).reverse();
        products.chosen.set(chosen);
        const expected = chosen.map((i) => product(query!, others[i]!));
        expect([...products.ofChosen(chosen.length).subarray(0, chosen.length)]).toEqual(expected);
      }),
    );
  });

  it('are exact for rows of 8 bits a number, whatever stands behind them', () => {
    fc.assert(
      fc.property(vectors(127), fc.nat(3), ([query, ...rows], first) => {
        const dimension = query!.length;
        const products = new InnerProducts(dimension, rows.length * dimension);
        products.vectors.set(Int8Array.from(rows.flat()));
        products.setQuery(floatsOf(query!));
        const some = rows.slice(first);
        const found = products.ofRows(first * dimension, some.length, dimension).subarray(0, some.length);
        expect([...found]).toEqual(some.map((row) => product(query!, row)));
      }),
    );
  });

  it('are worked out by what inner-products.wat says', async () => {
    const assembler = await wabt();
    const text = readFileSync(new URL('inner-products.wat', KERNEL), 'utf8');
    const { buffer } = assembler.parseWat('inner-products.wat', text).toBinary({});
    expect(Buffer.from(buffer)).toEqual(readFileSync(new URL('inner-products.wasm', KERNEL)));
  });
});
