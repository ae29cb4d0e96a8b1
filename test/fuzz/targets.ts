/** What can be fuzzed, and how to begin. `folder` is empty and the target's own. */
export const TARGETS = {
  documents: async (folder: string) => (await import('./documents.ts')).documentTarget(folder),
  questions: async () => (await import('./questions.ts')).questionTarget(),
  payloads: async () => (await import('./payloads.ts')).payloadTarget(),
  folders: async (folder: string) => (await import('./folders.ts')).folderTarget(folder),
} as const;

export type TargetName = keyof typeof TARGETS;
