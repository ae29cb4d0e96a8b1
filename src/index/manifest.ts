import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/**
 * Raised whenever the files' layout changes, or what they are made from: parsers, word forms, windows. An index of
 * another format is rebuilt.
 */
export const INDEX_FORMAT = 7;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const manifestSchema = v.object({
  format: v.literal(INDEX_FORMAT),
  /** See modelName in embedding/model-spec.ts. */
  model: v.string(),
  dimension: v.pipe(count, v.minValue(1)),
  precision: v.literal('float32'),
  builtAt: v.pipe(v.string(), v.isoTimestamp()),
  documents: count,
  passages: count,
  windows: count,
  files: v.record(
    // Nothing outside the generation's folder is any business of it.
    v.pipe(v.string(), v.regex(/^\w[\w.-]*$/)),
    v.object({ bytes: count, sha256: v.string() }),
  ),
});

/** What a generation says of itself. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';
/** Rows of `dimension` floats, a row for each window. */
export const VECTORS = 'vectors.f32';

/** Why a generation cannot be used. It is rebuilt, so this reaches no user. */
export class UnusableIndexError extends Error {
  override readonly name = 'UnusableIndexError';
}

/** Reads a generation's manifest. @throws UnusableIndexError */
export function readManifest(folder: string): Manifest {
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new UnusableIndexError(`no manifest of format ${INDEX_FORMAT}`, { cause });
  }
}

/**
 * Reads a generation's manifest and checks every file against it.
 *
 * @param required files that must be there
 * @throws UnusableIndexError
 */
export function verifiedManifest(folder: string, required: readonly string[]): Manifest {
  const manifest = readManifest(folder);
  const { windows, dimension, files } = manifest;
  for (const name of required) if (!files[name]) throw new UnusableIndexError(`${name} is not recorded`);
  if (files[VECTORS]?.bytes !== windows * dimension * Float32Array.BYTES_PER_ELEMENT)
    throw new UnusableIndexError(`${VECTORS} does not hold ${windows} vectors of ${dimension} numbers`);
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    try {
      const path = join(folder, name);
      const stats = statSync(path);
      // Reading a device or a pipe would never end.
      if (!stats.isFile()) throw new UnusableIndexError(`${name} is no file`);
      if (stats.size !== bytes) throw new UnusableIndexError(`${name} has the wrong size`);
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
