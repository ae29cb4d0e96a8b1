import pc from 'picocolors';
import { command, EXIT, run } from './command.ts';
import { checks, type Finding } from './doctor-checks.ts';

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
  for (const { name, check } of checks(config)) {
    const { state, found, advice } = await check();
    process.stdout.write(`${MARKS[state]} ${name}: ${found}\n`);
    if (advice !== undefined) process.stdout.write(`  → ${advice}\n`);
    if (state === 'bad') bad += 1;
  }
  process.stdout.write(bad === 0 ? '\nAll is well.\n' : `\n${bad} to mend.\n`);
  return bad === 0 ? EXIT.done : EXIT.userError;
});
