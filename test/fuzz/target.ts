import type fc from 'fast-check';

/** Something that must hold for any input. */
export interface FuzzTarget<T> {
  readonly inputs: fc.Arbitrary<T>;
  /** How many of what is counted one input holds. */
  readonly size: number;
  /** Throws when the program did what it must not. */
  check(input: T): Promise<void>;
  /** The input as a file that a person can look at and a test can read. */
  file(input: T): { readonly extension: string; readonly content: string | Uint8Array };
  close(): Promise<void>;
}
