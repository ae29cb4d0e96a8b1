import { withOption, outputBelow } from './commands.ts';
import type { CleanCopy } from './clean-copy.ts';
import { isReached } from './reached.ts';
import { tryBot } from './try-bot.ts';
import type { Expected } from './typed-command.ts';

/** Runs a command as README shows it, with something real in the place of DIR, FILE and the like. */
export type Try = (copy: CleanCopy, shown: string) => Promise<unknown>;

/** Why a command is not run. */
export interface NotRun {
  readonly notRun: string;
}

const ASK = 'npm run ask -- "question"';
const QUESTION = '"how many people died"';
const EVALUATE = 'npm run evaluate -- --corpus DIR --questions FILE.jsonl';
const SAMPLE_QUESTIONS = 'test/evaluation/sample/questions.jsonl';
/** One article in SQuAD's format. */
const SQUAD = {
  data: [
    {
      title: 'Bellcove_Lighthouse',
      paragraphs: [
        {
          context: 'The lighthouse of Bellcove was finished in 1871 by Odile Farrow.',
          qas: [{ id: '1', question: 'Who finished the lighthouse?', answers: [{ text: 'Odile Farrow' }] }],
        },
      ],
    },
  ],
};
/** Of a hundred questions, two. */
const TOLERANCE = 0.02;
const FEW_PASSAGES = '--sizes 500 --build 30';

const XQUAD = 'https://github.com/google-deepmind/xquad';
const NO_XQUAD: NotRun = {
  notRun: 'GitHub cannot be reached; import-squad and evaluate are run on a small file of the same format',
};
const tests: NotRun = {
  notRun: '.ci/run runs types, lint and tests itself, after npm ci in a clean checkout',
};

/** By command as README shows it, in an order in which each finds what it needs: what README says that it does. */
export const EXPECTATIONS: ReadonlyMap<string, Try | NotRun> = new Map<string, Try | NotRun>([
  [
    'npm ci && npm run ask -- "when did the Ganja strike happen"',
    async (copy, shown) => {
      // npm ci may compile the vector index.
      const ask = await copy.type(shown, { limit: 900 });
      const output = outputBelow(copy.read('README.md'), shown);
      ask.must(output !== '' && ask.printed.startsWith(output), `the output below it in README:\n${output}`);
    },
  ],
  ['git clone https://github.com/OWNER/cited && cd cited', { notRun: 'the clean copy is what it brings' }],
  ['npm ci', { notRun: 'the first command has run it' }],
  ['npm ci && npm test', tests],
  ['npm test', tests],
  ['npm run check', tests],
  [
    'cp .env.example .env',
    async (copy, shown) => {
      // Windows has a cp where Git's bash is, which .ci/run is run by.
      const cp = await copy.type(shown);
      cp.must(copy.read('.env') === copy.read('.env.example'), 'the same text in .env');
    },
  ],
  ['npm run feedback', (copy, shown) => copy.type(shown, { code: 3, prints: ['Nobody has voted yet.'] })],
  [
    'npm start',
    async (copy, shown) => {
      // With the token still to be written.
      await copy.type(shown, { code: 1, complains: ['DISCORD_TOKEN', 'Reset Token', '.env'] });
      await tryBot(copy, shown);
    },
  ],
  [
    'npm run feedback -- --export FILE',
    async (copy, shown) => {
      const votes = /1 answers? with votes: 👍 1, 👎 0/;
      const feedback = await copy.type(shown.replace('FILE', 'liked.jsonl'), { prints: [votes] });
      feedback.must(/^\{"id":.*\}\n$/.test(copy.read('liked.jsonl')), 'a question in the file');
      await copy.type(filled(EVALUATE, 'corpus', 'liked.jsonl'), { prints: [/│ 1 \(1\) +│ 1\.000 │/] });
    },
  ],
  [
    ASK,
    (copy, shown) =>
      copy.type(shown.replace('"question"', QUESTION), { prints: [/^1\. \S+ ¶\d+ · .*\n {3}│ /m, /^3\. /m] }),
  ],
  [
    withOption(ASK, '--top 5'),
    async (copy, shown) => {
      const ask = await copy.type(shown.replace('"question"', QUESTION));
      ask.must(sourcesIn(ask.printed).length === 5, 'five quotes');
    },
  ],
  [
    withOption(ASK, '--source FILE'),
    async (copy, shown) => {
      const file = 'barda-attack.md';
      const ask = await copy.type(shown.replace('"question"', QUESTION).replace('FILE', file));
      const sources = new Set(sourcesIn(ask.printed));
      ask.must(sources.size === 1 && sources.has(file), `quotes from ${file} and no other`);
    },
  ],
  [
    withOption(ASK, '--json'),
    async (copy, shown) => {
      const ask = await copy.type(shown.replace('"question"', QUESTION), { prints: [/^\{\n[^]*\}\n$/] });
      const { verdict, quotes } = JSON.parse(ask.printed) as { verdict?: unknown; quotes?: unknown[] };
      ask.must(verdict === 'answered' && (quotes?.length ?? 0) > 0, 'JSON with a verdict and quotes');
    },
  ],
  [
    withOption(ASK, '--explain'),
    (copy, shown) =>
      copy.type(shown.replace('"question"', QUESTION), {
        prints: [/^│ signal +│ +weight │ +quote 1 │ +quote 2 │/m, /^│ titleCosine +│/m, 'verdict answered'],
      }),
  ],
  [
    'npm run chat',
    async (copy, shown) => {
      const chat = await copy.type(shown, { input: 'when did the Ganja strike happen\nhow many died?\n' });
      const answers = chat.printed.split(/^> $/m).slice(1, 3);
      const isOfGanja = answers.map((answer) => sourcesIn(answer)[0]?.startsWith('ganja-') ?? false);
      chat.must(isOfGanja[0] === true && answers[0]!.includes('Oct. 11, 2020'), 'the day first');
      chat.must(isOfGanja[1] === true && /\b10 dead\b/.test(answers[1]!), 'then the dead of Ganja');
    },
  ],
  [
    'npm run index',
    async (copy, shown) => {
      copy.write(
        'corpus/lighthouse.md',
        'The lighthouse of Bellcove was finished in 1871 by Odile Farrow.\n',
      );
      copy.write('corpus/broken.pdf', 'no PDF');
      const prints = [
        'added: lighthouse.md',
        'skipped: broken.pdf: ',
        /; [1-9] windows embedded, \d{3} reused/,
      ];
      await copy.type(shown, { prints });
    },
  ],
  [
    'npm run index -- --force',
    async (copy, shown) => {
      copy.remove('corpus/lighthouse.md');
      copy.remove('corpus/broken.pdf');
      await copy.type(shown, { prints: ['removed: lighthouse.md', /; \d{3} windows embedded, \d reused/] });
    },
  ],
  [
    'npm run index -- --watch',
    async (copy, shown) => {
      const index = copy.start(shown);
      await index.until('Watching');
      copy.write('corpus/harbour.md', 'The harbour of Bellcove has two moles.\n');
      await index.until('added: harbour.md');
      await index.interrupt();
      copy.remove('corpus/harbour.md');
    },
  ],
  [
    EVALUATE,
    async (copy) => {
      copy.write('few.jsonl', copy.read(SAMPLE_QUESTIONS).split('\n').slice(0, 10).join('\n'));
      const prints = [/│ questions +│ hit@1 │.*│ nDCG@10 │.*│ p50 ms │/, /│ 10 \(10\) +│ [01]\.\d{3} │/];
      await copy.type(filled(EVALUATE, 'corpus', 'few.jsonl'), { prints });
    },
  ],
  [filled(EVALUATE, 'corpus', SAMPLE_QUESTIONS), evaluatesAsShown('sample')],
  [filled(EVALUATE, 'corpus', 'test/evaluation/chat/questions.jsonl'), evaluatesAsShown('chat')],
  [
    filled(EVALUATE, 'test/evaluation/community/corpus', 'test/evaluation/community/questions.jsonl'),
    evaluatesAsShown('community'),
  ],
  [
    'npm run import-squad -- FILE DIR',
    async (copy, shown) => {
      copy.write('squad.json', JSON.stringify(SQUAD));
      const typed = shown.replace('FILE', 'squad.json').replace('DIR', 'squad');
      await copy.type(typed, { prints: ['Wrote 1 documents and 1 questions to squad.'] });
      const prints = [/│ 1 \(1\) +│ 1\.000 │/];
      await copy.type(filled(EVALUATE, 'squad/corpus', 'squad/questions.jsonl'), { prints });
    },
  ],
  [
    'npm run import-squad -- FILE DIR --part 1/2',
    async (copy, shown) => {
      const halves = { data: [...SQUAD.data, { ...SQUAD.data[0]!, title: 'Another' }] };
      copy.write('two.json', JSON.stringify(halves));
      const typed = shown.replace('FILE', 'two.json').replace('DIR', 'half');
      await copy.type(typed, { prints: ['Wrote 1 documents and 1 questions to half.'] });
    },
  ],
  [`git clone ${XQUAD} ../xquad`, onXquad((copy, shown) => copy.type(shown))],
  [
    'npm run import-squad -- ../xquad/xquad.en.json ../xquad_en',
    onXquad((copy, shown) => copy.type(shown, { prints: ['Wrote 48 documents and 1190 questions'] })),
  ],
  [
    filled(EVALUATE, '../xquad_en/corpus', '../xquad_en/questions.jsonl'),
    onXquad(evaluatesAsShown('xquad_en', { limit: 300 })),
  ],
  [
    'npm run learn -- DIR...',
    (copy, shown) =>
      copy.type(shown.replace('DIR...', 'test/evaluation/wire test/evaluation/moons'), {
        // The first figure is by weights that were learned without the set.
        prints: [/^│ set +│ without it: hit@1/m, /^│ wire +│ 0\.\d{3} /m, /^│ moons +│ 0\.\d{3} /m],
      }),
  ],
  [
    'npm run bench',
    // What it measures unless told otherwise takes minutes.
    (copy, shown) =>
      copy.type(withOption(shown, FEW_PASSAGES), {
        limit: 300,
        prints: [
          ...['for 30 passages', 'bare embedding: ', '500 passages', /question p50 [\d.]+ ms/, /\d MB/],
          /│ 500 passages: recall@10 against exact +│ [\d.]+ +│ at least 0\.990 +│ ok +│/,
        ],
      }),
  ],
  [
    'npm run bench -- --full',
    // In seconds, and yet with the chart that it stands for.
    async (copy, shown) => {
      const bench = await copy.type(`${shown} ${FEW_PASSAGES} --kills 3 --starts 1`, {
        limit: 300,
        prints: [/│ 500 passages: opening +│ \d+ ms +│ at most 1000 ms at 100,000 +│ not at this size +│/],
      });
      bench.must(copy.read('embeddings/latency.svg').startsWith('<svg '), 'a chart');
    },
  ],
  [
    'npm run doctor',
    (copy, shown) =>
      copy.type(shown, { prints: ['✔ Node.js', '✔ Model', /^. Index: \d+ documents/m, 'Nothing to mend'] }),
  ],
  [
    'npm run licences',
    async (copy, shown) => {
      const licences = await copy.type(shown, { prints: [/^MIT \(\d+\): /m, ' discord.js@'] });
      licences.must(!licences.printed.includes('vitest@'), 'no package that production does not install');
    },
  ],
]);

/** What needs XQuAD's files, where they can be had. */
function onXquad(attempt: Try): Try | NotRun {
  return isReached(XQUAD) ? attempt : NO_XQUAD;
}

function filled(command: string, folder: string, file: string): string {
  return command.replace('DIR', folder).replace('FILE.jsonl', file);
}

/** Expects about the figures of the set's row in README: the last digits of a cosine differ between processors. */
function evaluatesAsShown(set: string, expected: Expected = {}): Try {
  return async (copy, shown) => {
    const evaluate = await copy.type(shown, expected);
    const inReadme = cellsOf(copy.read('README.md'), '|', `\`${set}\``);
    const printed = cellsOf(evaluate.printed, '│', set);
    const [first, firstThree, ndcg] = inReadme.slice(-3).map(Number);
    const pairs = [
      [first, printed[2]],
      [firstThree, printed[3]],
      [ndcg, printed[6]],
    ] as const;
    for (const [expected, measured] of pairs)
      evaluate.must(Math.abs(Number(measured) - expected!) <= TOLERANCE, `about ${expected} as README says`);
  };
}

/** The cells of a table's row that begins with `name`. */
function cellsOf(text: string, border: string, name: string): string[] {
  const rows = text.split('\n').map((line) =>
    line
      .split(border)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.find(([first]) => first === name) ?? [];
}

/** The documents of an answer's quotes. */
function sourcesIn(printed: string): string[] {
  return [...printed.matchAll(/^\d+\. (\S+) ¶/gm)].map((match) => match[1]!);
}
