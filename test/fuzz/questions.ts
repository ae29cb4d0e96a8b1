import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Answer } from '../../src/answer/answer.ts';
import { DEFAULT_TOP, MAX_QUESTION_LENGTH, MAX_TOP } from '../../src/answer/answerer.ts';
import type { Turn } from '../../src/answer/conversation.ts';
import { renderAnswer as renderForTerminal } from '../../src/cli/render-answer.ts';
import { messageOf } from '../../src/discord/view.ts';
import { renderAnswer } from '../../src/discord/views/answer.ts';
import { UserError } from '../../src/errors.ts';
import { messageProblems } from '../support/fake-discord-rules.ts';
import { SAMPLE_CORPUS_DIR } from '../support/models.ts';
import { openAnswererFor } from '../support/sample.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';
import { assertSound } from '../support/sound-answer.ts';
import type { FuzzTarget } from './target.ts';

export interface FuzzedQuestion {
  readonly text: string;
  readonly history: readonly { readonly question: string; readonly goesOn: number }[];
  readonly source?: string | undefined;
  readonly top?: number | undefined;
}

/** Any text as a question to the sample corpus, alone and after others: the answer is sound and can be shown. */
export async function questionTarget(): Promise<FuzzTarget<FuzzedQuestion>> {
  const answerer = await openAnswererFor();
  return {
    inputs: anyQuestion,
    size: 1,
    check: async ({ text, history, source, top }) => {
      const turns: Turn[] = history.map(({ question, goesOn }) => ({
        question,
        answer: { ...EMPTY_ANSWER, question, goesOn },
      }));
      const options = {
        history: turns,
        ...(source === undefined ? {} : { source }),
        ...(top === undefined ? {} : { top }),
      };
      let answer: Answer;
      try {
        answer = await answerer.ask(text, options);
      } catch (error) {
        assert.ok(error instanceof UserError, String(error));
        assert.ok(
          isExpected(error.code, text, source),
          `${error.code} for ${JSON.stringify(text.slice(0, 100))}`,
        );
        return;
      }
      checkAnswer(answer, { source, top });
    },
    file: (input) => ({ extension: '.json', content: JSON.stringify(input, null, 2) }),
    close: () => {
      answerer.close();
      return Promise.resolve();
    },
  };
}

function isExpected(code: string, text: string, source: string | undefined): boolean {
  if (code === 'QUESTION_EMPTY') return text.replace(/[\p{Cc}\p{Cs}\p{Cf}\s]/gu, '') === '';
  if (code === 'QUESTION_TOO_LONG') return text.length > MAX_QUESTION_LENGTH;
  return code === 'SOURCE_UNKNOWN' && !SOURCES.includes(source ?? '');
}

function checkAnswer(answer: Answer, { source, top }: Pick<FuzzedQuestion, 'source' | 'top'>): void {
  assertSound(answer);
  assert.ok(answer.quotes.length <= Math.min(MAX_TOP, Math.max(1, top ?? DEFAULT_TOP)));
  if (source !== undefined) for (const quote of answer.quotes) assert.equal(quote.source, source);
  const shown = messageOf(
    renderAnswer({
      id: 'abcdefgh',
      question: answer.question,
      verdict: answer.verdict,
      quotes: answer.quotes,
      from: 0,
      echo: true,
      offer: { vote: true, delete: true, thread: true },
    }),
  );
  const body = { flags: shown.flags, components: shown.components, allowed_mentions: { parse: [] } };
  assert.deepEqual(messageProblems(body, 'create', []), []);
  // No document and no question drives a terminal: colour is off where there is none to see it.
  // eslint-disable-next-line no-control-regex -- that is what is looked for
  assert.doesNotMatch(renderForTerminal(answer), /[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]/);
}

const SOURCES = readdirSync(SAMPLE_CORPUS_DIR);

const WORDS = [
  'when', 'who', 'where', 'how many', 'how long', 'why', 'what', 'which', 'did', 'was', 'the', 'of', 'in', 'Ganja', 'Barda', 'Minsk',
  'Group', 'cease-fire', 'ceasefire', 'killed', 'people', 'died', 'strike', 'missile', 'Moscow', 'Aliyev', 'Erdogan', 'Putin', 'call',
  'October', '2020', 'Oct. 11', 'Sunday', 'it', 'he', 'they', 'there', 'that', 'and', 'also', 'not', '?', '!', ',', 'gamja', 'kiled',
  'and then', 'what about', 'tell me more', "who's", 'U.S.', 'Nagorno-Karabakh', '1', '10', '%', 'wann', 'кто', '甘贾', '北京什么时候',
  '\n', '\u200b', '\u202e', 'é', '👩‍👩‍👧', '"', '"); DROP TABLE passages; --', '<@1>', '\u001b[31m', '%s', '__proto__', 'constructor',
]; // prettier-ignore
const REAL = [
  'when did the Ganja strike happen',
  'How many people were killed in the attack on Barda?',
  'Which countries lead the Minsk Group of mediators?',
  'what did Erdogan and Putin talk about on the phone?',
  'When did the cease-fire agreed in Washington begin?',
];

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((parts) => parts.join(' '));
const misspelt = fc
  .tuple(
    fc.constantFrom(...REAL),
    fc.array(fc.tuple(fc.nat(60), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 }),
  )
  .map(([text, edits]) => edits.reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at + 1), text));
const long = fc
  .tuple(
    fc.oneof(words, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })),
    fc.integer({ min: 200, max: 2100 }),
  )
  .map(([text, length]) => (text === '' ? 'x' : text).repeat(length).slice(0, length));
const short = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 4, arbitrary: misspelt },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
);
const question = fc.oneof({ weight: 100, arbitrary: short }, { weight: 1, arbitrary: long });

const anyQuestion: fc.Arbitrary<FuzzedQuestion> = fc.record({
  text: question,
  history: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 2,
      arbitrary: fc.array(fc.record({ question: short, goesOn: fc.constantFrom(0, 0.3, 1) }), {
        maxLength: 8,
      }),
    },
  ),
  source: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constantFrom(...SOURCES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  ),
  top: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 40 }) },
  ),
});
