import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { CONFIDENCE_FEATURES } from '../../src/answer/confidence.ts';
import { UNDERSTOOD } from '../../src/answer/weights.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { confidenceExamples } from '../../src/evaluation/confidence-examples.ts';
import { hitsOf, rankingExamples, readLearningSet } from '../../src/evaluation/learning-set.ts';
import type { OpenIndex } from '../../src/index/open-index.ts';
import { openIndexFor } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const NOTICE = 'Timetables of the Karlsborg ferry and of all others can change without notice.';
const FERRY = 'The ferry to Karlsborg leaves from the north pier at a quarter past nine.';
const TOWNS = ['Aldra', 'Besk', 'Corvin', 'Dunmare', 'Elzet', 'Farrow'];

let corpus: TemporaryCorpus;
let index: OpenIndex;
let embedder: Embedder;
beforeAll(async () => {
  corpus = new TemporaryCorpus({ 'a/ferry.txt': FERRY, 'b/ferry.txt': FERRY });
  for (const town of TOWNS)
    corpus.write({
      [`${town}.txt`]: [`The bakery of ${town} sells bread.`, `${town} has a mill.`, NOTICE].join('\n\n'),
    });
  ({ index, embedder } = await openIndexFor(corpus.options));
});
afterAll(() => {
  index.close();
  corpus[Symbol.dispose]();
});

function read(question: string, through = embedder) {
  const relevant = [{ source: 'a/ferry.txt', start: 0, end: FERRY.length }];
  const gold = { id: '1', question, relevant, answers: [], impossible: false, history: [] };
  return readLearningSet({ name: 'a set', weight: 1, index }, [gold], through);
}

it('embeds a question as it was meant, as an answer to it does', async () => {
  const embedded: string[] = [];
  const embed: Embedder['embed'] = (text, kind) => {
    embedded.push(text);
    return embedder.embed(text, kind);
  };
  await read('when does the ferry to Karlsbrog leave', { ...embedder, embed });
  await ask('when does the ferry to Karlsbrog leave', {}, { ...embedder, embed }, () => index);
  expect(embedded[0]).not.toContain('Karlsbrog');
  expect(embedded[1]).toBe(embedded[0]);
});

it('takes a text that answers for an answer wherever it stands', async () => {
  const [{ candidates, relevant }] = (await read('when does the ferry to Karlsborg leave?')).questions as [
    Awaited<ReturnType<typeof read>>['questions'][number],
  ];
  const answering = candidates.filter((_, i) => relevant[i]).map(({ passage }) => index.passage(passage));
  expect(answering.map(({ source }) => source).sort()).toEqual(['a/ferry.txt', 'b/ferry.txt']);
});

it('ranks as an answer would: what stands everywhere behind, and each text once', async () => {
  const asked = 'notice of a change of the ferry to Karlsborg';
  const set = await read(asked);
  const [hits] = hitsOf(set, UNDERSTOOD).map(({ relevant }) => relevant);
  const { answer } = await ask(asked, { top: 20 }, embedder, () => index);
  expect(hits).toEqual(answer.quotes.map(({ text }) => text === FERRY));

  const [{ losses }] = rankingExamples(set) as [ReturnType<typeof rankingExamples>[number]];
  const repeated = set.questions[0]!.candidates.map(({ passage }) => index.passage(passage).text === NOTICE);
  expect(repeated).toContain(true);
  expect(losses.map((loss) => loss > 0)).toEqual(repeated);
});

it('tells the confidence of different texts, and takes all copies of an answer away', async () => {
  const set = await read('when does the ferry to Karlsborg leave?');
  const { answerable, takenAway } = await confidenceExamples(set, UNDERSTOOD, [], embedder);
  const feature = (name: (typeof CONFIDENCE_FEATURES)[number], { features } = answerable[0]!) =>
    features[CONFIDENCE_FEATURES.indexOf(name)]!;
  expect(feature('leadOverNext')).toBeGreaterThan(0);
  expect(feature('coverage')).toBe(1);
  expect(feature('coverage', takenAway[0])).toBeLessThan(1);
});
