import { expect, it } from 'vitest';
import { partsOf } from '../../src/answer/passage-parts.ts';
import { openIndexFor } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

/** The parts of the first passage of a document, and which of them hold a word. */
async function parts(name: string, content: string, word: string) {
  using corpus = new TemporaryCorpus({ [name]: content });
  const { index } = await openIndexFor(corpus.options);
  const passage = index.passage(0);
  const found = partsOf(index, passage);
  const id = index.terms.idOf(word);
  const texts = found.map(({ start, end }) => passage.text.slice(start, end));
  const holding = texts.filter((_, i) => id !== undefined && [...found[i]!.terms].includes(id));
  index.close();
  return { texts, holding };
}

it("are a page's rows, whatever stands in their cells", async () => {
  const html =
    '<table><tr><th>Boat</th><th>Note</th></tr><tr><td>Cutter</td><td>Fast. Leaks a little.</td></tr><tr><td>Barge</td><td>Slow</td></tr></table>';
  expect(await parts('boats.html', html, 'barg')).toEqual({
    texts: ['Boat | Note', 'Cutter | Fast. Leaks a little.', 'Barge | Slow'],
    holding: ['Barge | Slow'],
  });
});

it('begin with the field of a record that holds prose', async () => {
  const record = {
    date: '2031-06-26',
    author: 'Odile',
    text: 'The regatta was won by a barge. Nine boats came.',
  };
  expect(
    await parts(
      'news.jsonl',
      `${JSON.stringify(record)}\n${JSON.stringify({ date: '2031-06-27', author: 'Reed' })}\n`,
      'barg',
    ),
  ).toEqual({
    texts: ['date: 2031-06-26\nauthor: Odile', 'The regatta was won by a barge.', 'Nine boats came.'],
    holding: ['The regatta was won by a barge.'],
  });
});

it('are the sentences of everything else', async () => {
  const { texts } = await parts(
    'talk.txt',
    'Reed: I sold the barge to my aunt.\nOdile: Which aunt was it?\n',
    'barg',
  );
  expect(texts).toEqual(['Reed: I sold the barge to my aunt.', 'Odile: Which aunt was it?']);
});

it('are the messages of a talk, which need no full stops', async () => {
  const lines = ['reed: the raft is gone', 'odile: the ferry took it', 'reed: then we row'];
  expect(await parts('talk.txt', `${lines.join('\n')}\n`, 'raft')).toEqual({
    texts: lines,
    holding: [lines[0]],
  });
  const stamped = [
    '[2031-05-02 10:14] reed: the raft is gone',
    '[2031-05-02 10:15] odile: the ferry took it',
  ];
  expect((await parts('log.txt', `${stamped.join('\n')}\n`, 'raft')).texts).toEqual(stamped);
});

it('are no lines of a list of facts', async () => {
  const facts = 'Height: 12 m\nBuilder: Odile\nCrew: four';
  expect((await parts('facts.txt', `${facts}\n`, 'crew')).texts).toEqual([facts]);
});
