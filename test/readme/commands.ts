/** A block of code, a row of a table that begins with a command, or a command in a sentence. */
const PIECES =
  /^ *```(?<language>\w*)\n(?<block>[^]*?)^ *```$|^\| `(?<command>npm [^`]+)`(?<row>.*)$|`(?<inline>npm\s[^`]+)`/gm;

/**
 * Every command that a README shows, once, in its order: the lines of its `sh` and `bash` blocks without their
 * comments, those that its sentences and tables name, and in a table each option of a command beside the command.
 */
export function commandsOf(readme: string): string[] {
  const commands: string[] = [];
  for (const { groups = {} } of readme.matchAll(PIECES)) {
    const { language, block, command, row = '', inline } = groups;
    if (language === 'sh' || language === 'bash')
      commands.push(...block!.split('\n').map((line) => line.replace(/(?:^|\s)#.*$/, '')));
    if (command !== undefined) {
      const inRow = (what: RegExp): string[] => [...row.matchAll(what)].map((match) => match[1]!);
      commands.push(command, ...inRow(/`(npm [^`]+)`/g));
      commands.push(...inRow(/`(--[^`]+)`/g).map((option) => withOption(command, option)));
    }
    if (inline !== undefined) commands.push(inline);
  }
  const plain = commands.map((command) => command.replace(/\s+/g, ' ').trim());
  return [...new Set(plain)].filter((command) => command !== '');
}

/** npm hands on what stands behind the first `--`. */
export function withOption(command: string, option: string): string {
  return `${command}${command.includes(' -- ') ? '' : ' --'} ${option}`;
}

/** What a README shows as the output of a command, in the next block, up to the `…` that leaves out the rest. */
export function outputBelow(readme: string, command: string): string {
  const blocks = [...readme.matchAll(PIECES)].flatMap(({ groups }) => groups?.['block'] ?? []);
  const below = blocks[blocks.findIndex((block) => block.trim() === command) + 1] ?? '';
  return below.replace(/^…\n[^]*$/m, '');
}
