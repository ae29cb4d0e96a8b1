import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { TypedCommand, type Expected } from './typed-command.ts';

/** What .gitignore names, for a folder that is no repository. */
const NOT_CLONED =
  /^(?:node_modules|\.git|\.env|coverage|fuzz-failures|embeddings\/(?!README\.md$).*)$|\.log$/;

/** The repository as `git clone` would bring it, in a temporary folder, to type commands into. */
export class CleanCopy {
  readonly #around = realpathSync(mkdtempSync(join(tmpdir(), 'cited-readme-')));
  /** Alone in another: what commands put beside it is removed with it. */
  readonly folder = join(this.#around, 'cited');
  /** Those that were started since {@link begin}. */
  #commands: TypedCommand[] = [];

  async fill(root: string): Promise<void> {
    const isCloned = clonedFrom(root);
    await cp(root, this.folder, {
      recursive: true,
      filter: (path) => isCloned(relative(root, path).replaceAll(sep, '/')),
    });
  }

  get commands(): readonly TypedCommand[] {
    return this.#commands;
  }

  /** Ends what is left of the commands before, and forgets them. */
  begin(): void {
    for (const command of this.#commands) command.kill();
    this.#commands = [];
  }

  start(line: string, input = ''): TypedCommand {
    const command = new TypedCommand(line, this.folder, input);
    this.#commands.push(command);
    return command;
  }

  /** Runs a command to its end. */
  async type(
    line: string,
    { input, ...expected }: Expected & { readonly input?: string } = {},
  ): Promise<TypedCommand> {
    const command = this.start(line, input);
    await command.end(expected);
    return command;
  }

  /** As on every system: lines end in a line feed. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8').replaceAll('\r\n', '\n');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** @param path in the copy; all of it and what is beside it, unless given */
  remove(path?: string): void {
    const removed = path === undefined ? this.#around : join(this.folder, path);
    // On Windows, files of a process that was just killed stay in use for a moment.
    rmSync(removed, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Tells by its path, with slashes, whether a file or folder would be cloned. */
function clonedFrom(root: string): (path: string) => boolean {
  const files = filesInGit(root);
  if (!files) return (path) => !NOT_CLONED.test(path);
  const paths = new Set(['']);
  for (const file of files) for (let path = file; path !== '.'; path = dirname(path)) paths.add(path);
  return (path) => paths.has(path);
}

/** Nothing where there is no git, no repository, or one that git does not trust. */
function filesInGit(root: string): string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter((path) => path !== '');
  } catch {
    return undefined;
  }
}
