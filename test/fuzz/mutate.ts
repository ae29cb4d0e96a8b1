import fc from 'fast-check';

interface Edit {
  readonly kind: 'flip' | 'set' | 'cut' | 'repeat' | 'insert' | 'truncate';
  /** Of the whole, 0 to 1. */
  readonly at: number;
  readonly length: number;
  readonly byte: number;
  readonly piece: Uint8Array;
}

/** Files with some of their bytes changed, taken away, doubled, or pieces put in between. */
export function mutated(
  files: readonly Uint8Array[],
  pieces: fc.Arbitrary<string>,
): fc.Arbitrary<Uint8Array> {
  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom('flip', 'set', 'cut', 'repeat', 'insert', 'truncate'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 600 })),
    byte: fc.nat(255),
    piece: pieces.map((text) => new TextEncoder().encode(text)),
  });
  return fc
    .tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([file, edits]) => edits.reduce(applied, file));
}

function applied(bytes: Uint8Array, { kind, at, length, byte, piece }: Edit): Uint8Array {
  const start = Math.min(bytes.length, Math.floor(at * bytes.length));
  const end = Math.min(bytes.length, start + length);
  const before = bytes.subarray(0, start);
  const range = bytes.subarray(start, end);
  const after = bytes.subarray(end);
  switch (kind) {
    case 'flip':
      return joined(
        before,
        range.slice(0, 1).map((old) => old ^ (1 << (byte & 7))),
        bytes.subarray(start + 1),
      );
    case 'set':
      return joined(before, range.slice(0, 1).fill(byte), bytes.subarray(start + 1));
    case 'cut':
      return joined(before, after);
    case 'repeat':
      return joined(before, ...Array.from({ length: 1 + (byte & 15) }, () => range), after);
    case 'insert':
      return joined(before, piece, bytes.subarray(start));
    case 'truncate':
      return before.slice();
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
