import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import zlib from 'node:zlib';
import * as v from 'valibot';
import { FILES, MANIFEST } from './generation-files.ts';

/**
 * Raised whenever the files' layout changes, or what they are made from: parsers and their limits (what they
 * refused is remembered), word forms, windows. An index of another format is rebuilt.
 */
export const INDEX_FORMAT = 34;

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
    v.object({ bytes: count, crc32: count, sha256: v.string() }),
  ),
});
/** Bytes read at once: what fits the processor's cache is summed while it is there. */
const CHUNK = 1 << 18;

/** What a generation says of itself. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Why a generation cannot be used. It is rebuilt, so this reaches no user. */
export class UnusableIndexError extends Error {
  override readonly name = 'UnusableIndexError';
}

/** Reads a generation's manifest. @throws UnusableIndexError */
export function readManifest(folder: string): Manifest {
  try {
    const path = join(folder, MANIFEST);
    // Reading a pipe would never end.
    if (!statSync(path).isFile()) throw new Error(`${MANIFEST} is no file`);
    return v.parse(manifestSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new UnusableIndexError(`no manifest of format ${INDEX_FORMAT}`, { cause });
  }
}

/**
 * Reads a generation's manifest and looks whether every file is there in its size, which takes no time.
 *
 * @throws UnusableIndexError
 */
export function sizedManifest(folder: string): Manifest {
  const manifest = readManifest(folder);
  const { windows, dimension, files } = manifest;
  for (const name of Object.values(FILES))
    if (!files[name]) throw new UnusableIndexError(`${name} is not recorded`);
  if (files[FILES.vectors]?.bytes !== windows * dimension * Float32Array.BYTES_PER_ELEMENT)
    throw new UnusableIndexError(`${FILES.vectors} does not hold ${windows} vectors of ${dimension} numbers`);
  for (const [name, { bytes }] of Object.entries(files)) {
    const stats = statsOf(join(folder, name));
    // Reading a device or a pipe would never end.
    if (!stats?.isFile()) throw new UnusableIndexError(`${name} is no file`);
    if (stats.size !== bytes) throw new UnusableIndexError(`${name} has the wrong size`);
  }
  return manifest;
}

/**
 * {@link sizedManifest}, and checks what the files hold.
 *
 * @param sum what the files' content is checked by: a cyclic redundancy check finds what a disk or a copy damaged,
 * at a quarter of the time
 * @throws UnusableIndexError
 */
export function verifiedManifest(folder: string, sum: keyof FileSums): Manifest {
  const manifest = sizedManifest(folder);
  for (const [name, recorded] of Object.entries(manifest.files))
    if (sumOf(join(folder, name), sum) !== recorded[sum]) throw new UnusableIndexError(`${name} is damaged`);
  return manifest;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw new UnusableIndexError(`${path} cannot be looked at`, { cause });
  }
}

function sumOf(path: string, sum: keyof FileSums): number | string {
  try {
    return sumsOfFile(path, [sum])[sum];
  } catch (cause) {
    throw new UnusableIndexError(`${path} cannot be read`, { cause });
  }
}

/** `sha256` is hexadecimal. */
export interface FileSums {
  readonly crc32: number;
  readonly sha256: string;
}

/** Sums of a file's content, those of `wanted`, in constant memory; the others are of nothing. */
export function sumsOfFile(path: string, wanted: readonly (keyof FileSums)[]): FileSums {
  const sha256 = createHash('sha256');
  let crc = 0;
  const chunk = Buffer.allocUnsafeSlow(CHUNK);
  const fd = openSync(path, 'r');
  try {
    for (let n = readSync(fd, chunk); n > 0; n = readSync(fd, chunk)) {
      const bytes = chunk.subarray(0, n);
      if (wanted.includes('crc32')) crc = zlib.crc32(bytes, crc);
      if (wanted.includes('sha256')) sha256.update(bytes);
    }
  } finally {
    closeSync(fd);
  }
  return { crc32: crc, sha256: sha256.digest('hex') };
}
