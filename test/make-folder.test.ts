import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';

describe('makeFolder', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'cited-folder-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('makes a folder and those above it, and leaves one that is there', () => {
    const deep = join(root, 'a', 'b', 'c');
    makeFolder(deep);
    writeFileSync(join(deep, 'file'), '');
    makeFolder(deep);
    makeFolder(join(root, 'a'));
    expect(existsSync(join(deep, 'file'))).toBe(true);
  });

  it('throws where a file is in the way', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(root, 'file', 'below'))).toThrow(/ENOTDIR/);
  });

  it('takes a link to a folder for one', () => {
    mkdirSync(join(root, 'real'));
    makeFolder(join(root, 'real', '..', 'real'));
    expect(existsSync(join(root, 'real'))).toBe(true);
  });

  it.runIf(process.platform === 'linux')('gives up where the system lets nobody make any', () => {
    for (const path of ['/proc/nope', '/proc/nope/deeper/still']) {
      expect(() => makeFolder(path)).toThrow(/ENOENT/);
    }
  });
});
