import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { MANIFEST } from '../../src/index/generation-files.ts';
import { currentGeneration, generationFolder } from '../../src/index/generations.ts';
import { sumsOfFile } from '../../src/index/manifest.ts';

const KINDS = [
  'remove', 'empty', 'truncate', 'flip', 'flip', 'flip', 'overwrite', 'append', 'folder', 'loop', 'swap file', 'swap generations',
  'file for folder', 'pointer', 'manifest', 'manifest', 'unfinished',
] as const; // prettier-ignore

export interface Damage {
  readonly kind: (typeof KINDS)[number];
  /** Which of the files, whatever their number is. */
  readonly file: number;
  /** Where in it, 0 to 1. */
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly field: number;
  readonly value: unknown;
}

const POINTERS = [
  '',
  '\n',
  'x',
  '../../etc',
  '.',
  '20200101T000000Z-00000000',
  '20200101T000000Z-00000000\n20200101T000000Z-00000001\n',
  '\0',
  'current',
  'models',
  'x'.repeat(100_000),
];
const VALUES = [
  null,
  0,
  -1,
  1.5,
  1,
  2,
  192,
  768,
  1e15,
  2 ** 53,
  '',
  'x',
  '../x',
  '__proto__',
  [],
  {},
  true,
  '0'.repeat(64),
];

export const anyDamage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...KINDS),
  file: fc.nat(10_000),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  field: fc.nat(10_000),
  value: fc.oneof(fc.constantFrom<unknown>(...VALUES), fc.constantFrom(...POINTERS), fc.integer()),
});

/** Does damage to an embeddings folder. What cannot be done to what is left of it is not done. */
export function damageFolder(embeddingsDir: string, damage: Damage): void {
  try {
    applied(embeddingsDir, damage);
  } catch (error) {
    // An earlier damage took away what this one needs.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function applied(dir: string, { kind, file, at, bytes, field, value }: Damage): void {
  const files = filesIn(dir);
  const path = files[file % files.length];
  if (path === undefined) return;
  const old = lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  const place = Math.floor(at * old.length);
  switch (kind) {
    case 'remove': {
      rmSync(path, { recursive: true });
      return;
    }
    case 'empty': {
      writeFileSync(path, '');
      return;
    }
    case 'truncate': {
      writeFileSync(path, old.subarray(0, place));
      return;
    }
    case 'flip':
      if (old.length > 0) old[place]! ^= 1 << (bytes[0]! & 7);
      {
        writeFileSync(path, old);
        return;
      }
    case 'overwrite':
      old.set(bytes.subarray(0, old.length - place), place);
      {
        writeFileSync(path, old);
        return;
      }
    case 'append': {
      writeFileSync(path, bytes, { flag: 'a' });
      return;
    }
    case 'folder':
      rmSync(path);
      return void mkdirSync(join(path, 'inside'), { recursive: true });
    case 'loop':
      rmSync(path);
      {
        symlinkSync(basename(path), path);
        return;
      }
    case 'swap file': {
      swap(path, otherGenerations(dir, path)[0]);
      return;
    }
    case 'swap generations': {
      swap(dirname(path), otherGenerations(dir, dirname(path))[0]);
      return;
    }
    case 'file for folder':
      if (dirname(path) === dir) return;
      rmSync(dirname(path), { recursive: true });
      {
        writeFileSync(dirname(path), bytes);
        return;
      }
    case 'pointer': {
      writeFileSync(
        join(dir, 'current'),
        typeof value === 'string' ? value : POINTERS[field % POINTERS.length]!,
      );
      return;
    }
    case 'manifest': {
      editManifest(dir, field, value);
      return;
    }
    case 'unfinished': {
      cpSync(dirname(path), join(dir, '20200101T000000Z-00000000.building'), { recursive: true });
      return;
    }
  }
}

/** Every file but the bot's own database, in order. */
function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The same place in the other generations. */
function otherGenerations(dir: string, path: string): string[] {
  const generation = /\d{8}T\d{6}Z-[0-9a-f]{8}/.exec(path)?.[0];
  if (generation === undefined) return [];
  return readdirSync(dir)
    .filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{8}$/.test(name) && name !== generation)
    .map((name) => path.replace(generation, name))
    .filter((other) => existsSync(other));
}

function swap(a: string, b: string | undefined): void {
  if (b === undefined) return;
  renameSync(a, `${a}.swapped`);
  renameSync(b, a);
  renameSync(`${a}.swapped`, b);
}

function manifestPath(dir: string): string | undefined {
  const generation = currentGeneration(dir);
  return generation === undefined ? undefined : join(generationFolder(dir, generation), MANIFEST);
}

type Fields = Record<string, unknown>;

function editManifest(dir: string, field: number, value: unknown): void {
  const path = manifestPath(dir);
  if (path === undefined) return;
  const manifest = parsed(path);
  const places = Object.keys(manifest).flatMap((name) => {
    const inside = manifest[name];
    return typeof inside === 'object' && inside !== null
      ? Object.keys(inside).map((key) => ({ in: inside as Fields, name: key }))
      : [{ in: manifest, name }];
  });
  const place = places[field % places.length];
  if (!place) return;
  place.in[place.name] = value;
  // Half the dimension with twice the windows is as many bytes.
  if (place.name === 'dimension' && value === 192) manifest['windows'] = Number(manifest['windows']) * 2;
  writeFileSync(path, JSON.stringify(manifest));
}

function parsed(path: string): Fields {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

/** Writes into the manifest the sizes and sums that the files have now, as somebody would who forges an index. */
export function reseal(dir: string): void {
  const path = manifestPath(dir);
  if (path === undefined || !existsSync(path) || !lstatSync(path).isFile()) return;
  const manifest = parsed(path);
  const files = manifest['files'];
  if (typeof files !== 'object' || files === null) return;
  for (const name of Object.keys(files)) {
    const file = join(dirname(path), name);
    if (!existsSync(file) || !lstatSync(file).isFile()) continue;
    (files as Fields)[name] = { bytes: lstatSync(file).size, ...sumsOfFile(file, ['crc32', 'sha256']) };
  }
  writeFileSync(path, JSON.stringify(manifest));
}
