import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppendFile } from '../../src/index/append-file.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let folder: TemporaryCorpus;
beforeEach(() => {
  folder = new TemporaryCorpus();
});
afterEach(() => folder[Symbol.dispose]());

const size = fc.oneof(fc.nat(10), fc.nat(600_000), fc.constantFrom(262_143, 262_144, 262_145));

describe('AppendFile', () => {
  it('holds what was appended, in order and whatever its length', () => {
    const path = folder.path('rows');
    fc.assert(
      fc.property(fc.array(size, { maxLength: 6 }), (sizes) => {
        const parts = sizes.map((length, i) => new Uint8Array(length).map((_, at) => at * 7 + i));
        const file = new AppendFile(path);
        for (const part of parts) file.append(part);
        file.close();
        expect(readFileSync(path).equals(Buffer.concat(parts))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('copies what it is given, from where it begins', () => {
    const path = folder.path('rows');
    const file = new AppendFile(path);
    const numbers = Float32Array.of(1, 2, 3, 4);
    file.append(numbers.subarray(1, 3));
    numbers.fill(9);
    file.close();
    expect([...new Float32Array(new Uint8Array(readFileSync(path)).buffer)]).toEqual([2, 3]);
  });

  it.runIf(existsSync('/dev/full'))('fails where the disk is full, at the latest when it is closed', () => {
    const file = new AppendFile('/dev/full');
    file.append(new Uint8Array(10));
    expect(() => file.close()).toThrow('ENOSPC');
    const large = new AppendFile('/dev/full');
    expect(() => large.append(new Uint8Array(1_000_000))).toThrow('ENOSPC');
  });
});
