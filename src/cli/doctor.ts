import pc from 'picocolors';
import type { Finding } from '../discord/diagnose.ts';
import { EXIT } from '../exit-code.ts';
import { visibleOnOneLine } from '../language/visible.ts';
import { command, run } from './command.ts';
import { checks } from './doctor-checks.ts';

const program = command(
  'doctor',
  'Checks the machine, the corpus, the model, the index and the Discord set-up.',
);

const MARKS: Readonly<Record<Finding['state'], string>> = {
  good: pc.green('✔'),
  note: pc.yellow('!'),
  bad: pc.red('✘'),
};

await run(program, async (config) => {
  let bad = 0;
  let notes = 0;
  for (const { name, check } of checks(config)) {
    const { state, found, advice } = await check();
    process.stdout.write(`${MARKS[state]} ${name}: ${visibleOnOneLine(found)}\n`);
    if (advice !== undefined) process.stdout.write(`  → ${advice}\n`);
    if (state === 'bad') bad += 1;
    else if (state === 'note') notes += 1;
  }
  process.stdout.write(`\n${verdict(bad, notes)}\n`);
  return bad === 0 ? EXIT.done : EXIT.userError;
});

function verdict(bad: number, notes: number): string {
  if (bad > 0) return `${bad} to mend.`;
  return notes > 0 ? `Nothing to mend, ${notes} to know of.` : 'All is well.';
}
