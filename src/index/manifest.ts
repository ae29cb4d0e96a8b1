import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Raised whenever the files' layout changes, or what they are made from: an index of another format is rebuilt. */
export const INDEX_FORMAT = 2;

const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  /** See modelName in embedding/model-spec.ts. */
  model: z.string(),
  dimension: z.int().positive(),
  precision: z.literal('float32'),
  builtAt: z.iso.datetime(),
  documents: z.int().nonnegative(),
  passages: z.int().nonnegative(),
  windows: z.int().nonnegative(),
  files: z.record(z.string(), z.object({ bytes: z.int().nonnegative(), sha256: z.string() })),
});

/** What a generation says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';

/** Why a generation cannot be used. It is rebuilt, so this reaches no user. */
export class UnusableIndexError extends Error {
  override readonly name = 'UnusableIndexError';
}

/** Reads a generation's manifest. @throws UnusableIndexError */
export function readManifest(folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new UnusableIndexError(`no manifest of format ${INDEX_FORMAT}`, { cause });
  }
}

/** Reads a generation's manifest and checks every file against it. @throws UnusableIndexError */
export function verifiedManifest(folder: string): Manifest {
  const manifest = readManifest(folder);
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
    try {
      const path = join(folder, name);
      if (statSync(path).size !== bytes) throw new UnusableIndexError(`${name} has the wrong size`);
      if (sha256OfFile(path) !== sha256) throw new UnusableIndexError(`${name} is damaged`);
    } catch (cause) {
      if (cause instanceof UnusableIndexError) throw cause;
      throw new UnusableIndexError(`${name} cannot be read`, { cause });
    }
  }
  return manifest;
}

/** SHA-256 of a file, hexadecimal, in constant memory. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  const fd = openSync(path, 'r');
  try {
    for (let n = readSync(fd, chunk); n > 0; n = readSync(fd, chunk)) hash.update(chunk.subarray(0, n));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}
