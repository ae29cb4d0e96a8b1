import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { loadEnvironment, readConfig, type Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { visible, visibleOnOneLine } from '../language/visible.ts';

/** A command of package.json. Where it would end the process, it throws a CommanderError, which {@link run} takes. */
export function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .exitOverride()
    .showHelpAfterError()
    .configureHelp({ showGlobalOptions: true });
}

/**
 * Runs a command to its exit code, one of {@link EXIT}: a {@link UserError} is one line with a hint, anything else that
 * is thrown is a bug and keeps its stack.
 */
export async function run(program: Command, action: (config: Config) => Promise<number>): Promise<void> {
  // V8 translates a pattern to bytecode when it first runs and to machine code when it runs again. What is asked once
  // runs a hundred large ones a few times each: to machine code at once, that takes half of 0.1 s.
  setFlagsFromString('--no-regexp-tier-up');
  // Whoever reads the output has seen enough, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.done);
  });
  program.action(async () => {
    const config = readConfig(loadEnvironment());
    for (const warning of config.warnings) printWarning(warning);
    process.exitCode = await action(config);
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.badUsage;
    else if (error instanceof UserError) {
      printUserError(error);
      process.exitCode = EXIT.userError;
    } else throw error;
  }
}

/** To stderr, what happened on one line and the next step below it; nothing in them can drive the terminal. */
export function printUserError({ message, hint }: UserError): void {
  process.stderr.write(
    `${pc.red('Error:')} ${visibleOnOneLine(message)}\n${pc.dim('Hint:')} ${visible(hint)}\n`,
  );
}

/** To stderr, on one line; nothing in the text can drive the terminal. */
export function printWarning(text: string): void {
  process.stderr.write(`${pc.yellow('Warning:')} ${visibleOnOneLine(text)}\n`);
}

/** Parser for options that take a whole number. */
export function wholeNumber(low: number, high: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < low || number > high) {
      throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
    }
    return number;
  };
}
