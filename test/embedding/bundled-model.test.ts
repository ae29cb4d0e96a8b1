import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BUNDLED_MODEL, ensureBundledModel } from '../../src/embedding/bundled-model.ts';
import { MODELS_DIR } from '../support/models.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

it('removes what exports left behind that were killed, and nothing else', async () => {
  using temporary = new TemporaryCorpus();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const path = (name: string) => join(temporary.root, name);
  const left = [`${BUNDLED_MODEL}.${gone}.tmp`, `${BUNDLED_MODEL}.${process.pid}.tmp`];
  const others = [`${BUNDLED_MODEL}.${process.ppid}.tmp`, `${BUNDLED_MODEL}.x.tmp`, `other.${gone}.tmp`];
  for (const name of [...left, ...others]) {
    mkdirSync(path(name));
    writeFileSync(path(`${name}/model.onnx`), 'half');
  }
  const old = new Date('2020-01-01');
  utimesSync(path(`${BUNDLED_MODEL}.${process.pid}.tmp`), old, old);
  symlinkSync(join(MODELS_DIR, BUNDLED_MODEL), path(BUNDLED_MODEL));
  expect(await ensureBundledModel(temporary.root)).toBe(false);
  expect(left.filter((name) => existsSync(path(name)))).toEqual([]);
  expect(others.filter((name) => existsSync(path(name)))).toEqual(others);
});
