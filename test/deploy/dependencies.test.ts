import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version: string; integrity?: string; hasInstallScript?: boolean }>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

describe('the dependencies', () => {
  it('are licensed as is allowed', () => {
    const listed = execFileSync(process.execPath, ['--import', 'tsx/esm', 'deploy/licences.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(listed).toContain('discord.js@');
    expect(listed).not.toContain('vitest@');
  });

  it('run no install script that is not allowed or denied by name', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    const withScript = locked.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path));
    expect(new Set(withScript)).toEqual(new Set(Object.keys(allowScripts)));
    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
  });

  it('are pinned to their content', () => {
    const loose = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it.each([
    ['protobufjs', [7, 6, 5]],
    ['sharp', [0, 35, 4]],
    ['undici', [6, 27, 0]],
    ['ws', [8, 21, 0]],
    ['@xmldom/xmldom', [0, 8, 15]],
    ['mammoth', [1, 11, 0]],
    ['yaml', [2, 8, 3]],
  ])('hold no %s older than SECURITY.md says', (name, least) => {
    const versions = locked.filter(([path]) => nameOf(path) === name).map(([, { version }]) => version);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) {
      const parts = version.split('.').map(Number);
      const first = parts.findIndex((part, i) => part !== least[i]);
      expect(first < 0 || parts[first]! > least[first]!, version).toBe(true);
    }
  });
});
