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

/** What can be fuzzed, and how to begin. `folder` is empty and the target's own. */
export const TARGETS = {
  documents: async (folder: string) => (await import('./documents.ts')).documentTarget(folder),
  questions: async () => (await import('./questions.ts')).questionTarget(),
  payloads: async () => (await import('./payloads.ts')).payloadTarget(),
  folders: async (folder: string) => (await import('./folders.ts')).folderTarget(folder),
} as const;

export type TargetName = keyof typeof TARGETS;
