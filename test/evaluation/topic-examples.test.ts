import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOPIC_FEATURES } from '../../src/answer/topic.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { readLearningSet, type LearningSet } from '../../src/evaluation/learning-set.ts';
import type { EvaluationQuestion } from '../../src/evaluation/question-set.ts';
import { topicExamples, type TopicExample } from '../../src/evaluation/topic-examples.ts';
import type { OpenIndex } from '../../src/index/open-index.ts';
import { openIndexFor } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const FILES = {
  'bridge.txt': 'The stone bridge of Aldra was built by Ines Corvin.\n\nIt was opened to carts in May 1840.',
  'mill.txt': 'The paper mill of Besk was built by Tomas Dunmare.\n\nIt was opened to workers in June 1852.',
  'ferry.txt': 'The ferry to Istra was ordered by the harbour board.\n\nIt sailed first in July 1863.',
};

let corpus: TemporaryCorpus;
let index: OpenIndex;
let embedder: Embedder;
beforeAll(async () => {
  corpus = new TemporaryCorpus(FILES);
  ({ index, embedder } = await openIndexFor(corpus.options));
});
afterAll(() => {
  index.close();
  corpus[Symbol.dispose]();
});

/** A question that is answered by a text of a document; by none, where it is impossible. */
function question(
  text: string,
  source?: keyof typeof FILES,
  answer = '',
  history: readonly string[] = [],
): EvaluationQuestion {
  const start = source === undefined ? 0 : FILES[source].indexOf(answer);
  return {
    id: text,
    question: text,
    relevant: source === undefined ? [] : [{ source, start, end: start + answer.length }],
    answers: [],
    impossible: source === undefined,
    history: [...history],
  };
}

const setOf = (...questions: EvaluationQuestion[]): Promise<LearningSet> =>
  readLearningSet({ name: 'a set', weight: 1, index }, questions, embedder);
const BUILT = question('who built the stone bridge?', 'bridge.txt', 'Ines Corvin');
const OPENED = question('When was it opened?', 'bridge.txt', 'May 1840', [BUILT.question]);
const MILL = question('who built the paper mill?', 'mill.txt', 'Tomas Dunmare');
const FERRY = question('who ordered the ferry?', 'ferry.txt', 'harbour board');
const NOWHERE = question('How do I bake bread?');

const feature = ({ features }: TopicExample, name: (typeof TOPIC_FEATURES)[number]) =>
  features[TOPIC_FEATURES.indexOf(name)];

describe('of a set with conversations', () => {
  it('are its follow-ups, each told from what is found alone and what is found after the others', async () => {
    const examples = await topicExamples(await setOf(BUILT, OPENED, MILL, NOWHERE), [], embedder);
    expect(examples).toHaveLength(1);
    expect(examples[0]).toMatchObject({ followed: true });
    expect(feature(examples[0]!, 'pronounBefore')).toBe(1);
  });

  it('follows the conversation that is given', async () => {
    const astray = question('When was it opened?', 'bridge.txt', 'May 1840', [MILL.question]);
    const [example] = await topicExamples(await setOf(BUILT, astray), [], embedder);
    expect(example).toMatchObject({ followed: false });
  });
});

describe('of a set without conversations', () => {
  it('are its questions, each asked twice after others of another document', async () => {
    const examples = await topicExamples(await setOf(BUILT, MILL, FERRY, NOWHERE), [], embedder);
    expect(examples).toHaveLength(6);
    for (const example of examples) expect(example.alone).toBe(true);
  });

  it('are asked after one question, and after two of one document', async () => {
    const carts = question('what could cross it from 1840 on?', 'bridge.txt', 'carts');
    const embedded: string[] = [];
    const embed: Embedder['embed'] = (text, kind) => {
      embedded.push(text);
      return embedder.embed(text, kind);
    };
    await topicExamples(await setOf(BUILT, carts, FERRY), [], { ...embedder, embed });
    expect(embedded).toContain(`${carts.question} ${FERRY.question}`);
    expect(embedded).toContain(`${carts.question} ${BUILT.question} ${FERRY.question}`);
  });

  it('are none that surely stand by themselves', async () => {
    const named = question('Where does the white ferry to Istra sail?', 'ferry.txt', 'Istra');
    expect(await topicExamples(await setOf(named, BUILT), [], embedder)).toHaveLength(2);
  });

  it('are none where all is answered by one document', async () => {
    const other = question('What was built of stone?', 'bridge.txt', 'stone bridge');
    expect(await topicExamples(await setOf(BUILT, other), [], embedder)).toEqual([]);
  });
});

it('questions of other sets are best asked alone, whatever is found', async () => {
  const others = await setOf(MILL, NOWHERE);
  const examples = await topicExamples(await setOf(BUILT), [others], embedder);
  expect(examples.map(({ alone, followed }) => [alone, followed])).toEqual([
    [true, false],
    [true, false],
  ]);
});

it('a follow-up that a person rewrote is asked as they did, where it is one of another set', async () => {
  const others = await setOf({ ...OPENED, rewrite: 'when was the stone bridge opened to carts?' });
  const [example] = await topicExamples(await setOf(MILL), [others], embedder);
  expect(feature(example!, 'pronounBefore')).toBe(0);
});
