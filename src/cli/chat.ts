import { createInterface } from 'node:readline/promises';
import { Conversations } from '../answer/conversation.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { command, printUserError, run } from './command.ts';
import { openForTerminal } from './open-for-terminal.ts';
import { renderAnswer } from './render-answer.ts';

const CONVERSATION = 'terminal';

const program = command(
  'chat',
  'A conversation: follow-up questions may lean on earlier ones. Ctrl-D ends it.',
);

await run(program, async (config) => {
  const answerer = await openForTerminal(config);
  const conversations = new Conversations();
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') {
      try {
        const answer = await answerer.ask(line, { history: conversations.history(CONVERSATION) });
        conversations.add(CONVERSATION, { question: answer.question, answer });
        process.stdout.write(`\n${renderAnswer(answer)}\n`);
      } catch (error) {
        if (error instanceof UserError) printUserError(error);
        else if (answerer.isIndexWhole()) throw error;
        else printUserError(damagedIndex(error));
      }
    }
    terminal.prompt();
  }
  process.stdout.write('\n');
  answerer.close();
  return EXIT.done;
});

function damagedIndex(cause: unknown): UserError {
  return new UserError(
    'INDEX_DAMAGED',
    'The index was damaged while it was in use.',
    'Make it anew in another terminal: npm run index. This conversation can go on then.',
    { cause },
  );
}
