import { MAX_TOP, DEFAULT_TOP } from '../answer/answerer.ts';
import { EXIT } from '../exit-code.ts';
import { command, run, wholeNumber } from './command.ts';
import { openForTerminal } from './open-for-terminal.ts';
import { renderAnswer } from './render-answer.ts';
import { answerJson } from './answer-json.ts';

const program = command(
  'ask',
  'Answers one question by quoting the corpus. Builds the index first where needed.',
)
  .argument('<question...>', 'the question')
  .option('--top <number>', 'quotes to show', wholeNumber(1, MAX_TOP), DEFAULT_TOP)
  .option('--source <file>', 'quote from this document only')
  .option('--json', 'print the answer as JSON')
  .option('--explain', 'show the signals and weights behind each quote');

await run(program, async (config) => {
  const options = program.opts<{ top: number; source?: string; json?: true; explain?: true }>();
  const answerer = await openForTerminal(config);
  try {
    const { top, source } = options;
    const explained = await answerer.explain(program.args.join(' '), {
      top,
      ...(source === undefined ? {} : { source }),
    });
    const { answer } = explained;
    if (options.json) process.stdout.write(`${JSON.stringify(answerJson(answer), null, 2)}\n`);
    else process.stdout.write(renderAnswer(answer));
    if (options.explain) {
      const { explanationTable } = await import('./explain.ts');
      process[options.json ? 'stderr' : 'stdout'].write(`\n${explanationTable(explained)}\n`);
    }
    return answer.verdict === 'not-found' ? EXIT.nothingFound : EXIT.done;
  } finally {
    answerer.close();
  }
});
