import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanCopy } from './clean-copy.ts';
import { commandsOf } from './commands.ts';
import { EXPECTATIONS, type Try } from './expectations.ts';
import { Unmet } from './typed-command.ts';

// npm run readme: types every command of README.md into a clean copy of the repository, as a newcomer would, and
// looks whether it does what README says. expectations.ts holds what that is.

const ROOT = join(import.meta.dirname, '../..');
/** Of each stream of a command that failed, in characters. */
const MAX_SHOWN = 6000;

const say = (line: string): unknown => process.stdout.write(`${line}\n`);

const started = performance.now();
const shown = commandsOf(readFileSync(join(ROOT, 'README.md'), 'utf8').replaceAll('\r\n', '\n'));
const mismatches = [
  ...shown
    .filter((line) => !EXPECTATIONS.has(line))
    .map((line) => `README shows "${line}", which nothing is expected of`),
  ...[...EXPECTATIONS.keys()]
    .filter((line) => !shown.includes(line))
    .map((line) => `"${line}" is expected, but README does not show it`),
];
for (const mismatch of mismatches) say(`✗ ${mismatch}; see test/readme/expectations.ts.`);
if (mismatches.length > 0) process.exit(1);

const copy = new CleanCopy();
process.once('exit', () => {
  copy.begin();
  copy.remove();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await copy.fill(ROOT);

const [installation] = EXPECTATIONS.keys();
const failed: string[] = [];
for (const [line, expectation] of EXPECTATIONS) {
  if (typeof expectation === 'object') say(`– ${line}: not run, ${expectation.notRun}`);
  else if (!(await isMet(line, expectation))) failed.push(line);
  // Without the packages, nothing runs.
  if (failed[0] === installation) break;
}
say(`\n${failed.length === 0 ? 'README is right' : `${failed.length} failed`}, ${seconds(started)}.`);
process.exit(failed.length === 0 ? 0 : 1);

/** Says how it went, and all about it where it went wrong. */
async function isMet(line: string, expectation: Try): Promise<boolean> {
  const from = performance.now();
  copy.begin();
  try {
    await expectation(copy, line);
    const typed = copy.commands.map((command) => command.line).filter((one) => one !== line);
    say(`✓ ${line}, ${seconds(from)}${typed.length > 0 ? `, typed as: ${typed.join('; ')}` : ''}`);
    return true;
  } catch (error) {
    say(`✗ ${line}, ${seconds(from)}`);
    say(`  Expected: ${error instanceof Unmet ? error.message : String((error as Error).stack)}`);
    const last = copy.commands.at(-1);
    if (last)
      say(`  Typed: ${last.line}\n  On stdout:\n${end(last.stdout)}\n  On stderr:\n${end(last.stderr)}`);
    return false;
  }
}

function end(text: string): string {
  return text.length > MAX_SHOWN ? `…${text.slice(-MAX_SHOWN)}` : text;
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
