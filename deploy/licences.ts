import { readFileSync } from 'node:fs';

// npm run licences: what the packages that are installed in production are licensed under.

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** Permissive licences, which ask for no more than that they are passed on. */
const ALLOWED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Zlib']);

/** By package: why what it states is all right. */
const LOOKED_INTO: readonly { readonly name: RegExp; readonly states: string; readonly why: string }[] = [
  {
    name: /^@img\/sharp-/,
    states: 'LGPL-3.0-or-later',
    why: 'libvips, a library of its own that is used unchanged; the bot loads no picture',
  },
  { name: /^duck$/, states: 'BSD', why: 'its LICENSE file is BSD-2-Clause' },
  { name: /^flatbuffers$/, states: 'SEE LICENSE IN LICENSE.txt', why: 'its LICENSE.txt is Apache-2.0' },
];

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};

const byLicence = new Map<string, string[]>();
const refused: string[] = [];
for (const [path, { version, license: stated = 'none stated', dev }] of Object.entries(packages)) {
  if (path === '' || dev === true) continue;
  const name = path.replace(/^.*node_modules\//, '');
  byLicence.set(stated, [...(byLicence.get(stated) ?? []), `${name}@${version ?? ''}`]);
  if (!isAllowed(name, stated)) refused.push(`${name}: ${stated}`);
}
for (const [licence, names] of [...byLicence].sort((a, b) => b[1].length - a[1].length)) {
  process.stdout.write(`${licence} (${names.length}): ${names.sort().join(', ')}\n`);
}
for (const { name, states, why } of LOOKED_INTO) {
  process.stdout.write(`Looked into: ${name.source}, ${states}: ${why}\n`);
}
for (const one of refused) process.stderr.write(`Not allowed: ${one}\n`);
process.exitCode = refused.length > 0 ? 1 : 0;

/** Of an expression in SPDX, every part joined by AND must be allowed, and one of those joined by OR. */
function isAllowed(name: string, expression: string): boolean {
  const isOne = (licence: string): boolean =>
    ALLOWED.has(licence) || LOOKED_INTO.some((known) => known.name.test(name) && known.states === licence);
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' AND ')
    .every((part) => part.split(' OR ').some(isOne));
}
