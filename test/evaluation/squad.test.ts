import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import { UserError } from '../../src/errors.ts';
import { questionSetOfSquad, type SquadSet } from '../../src/evaluation/squad.ts';

const MILL = 'The mill was built by Odile Farrow.';
const HARBOUR = 'The harbour 💥 has two moles.';

interface Article {
  readonly title?: string;
  readonly paragraphs: readonly { readonly context: string; readonly qas?: readonly object[] }[];
}

const convert = (...data: Article[]): SquadSet =>
  questionSetOfSquad(JSON.stringify({ version: '1.1', data }), 'some.json');
const asks = (id: string | number, question = 'Who?', text = 'Odile Farrow') => ({
  id,
  question,
  answers: [{ text, answer_start: 0 }],
});

/** What the questions' spans hold. */
const goldOf = ({ documents, questions }: SquadSet): string[] =>
  questions.flatMap(({ relevant }) =>
    relevant.map(({ source, start, end }) =>
      documents.find((document) => document.source === source)!.text.slice(start, end),
    ),
  );
const sourcesOf = (...titles: (string | undefined)[]): string[] =>
  convert(
    ...titles.map((title) => ({
      ...(title === undefined ? {} : { title }),
      paragraphs: [{ context: MILL, qas: [asks('1')] }],
    })),
  ).documents.map(({ source }) => source);

describe("a file of SQuAD's", () => {
  it('is taken in parts that hold every article once, under the same name', () => {
    const data = ['one', 'two', 'three'].map((title) => ({
      title,
      paragraphs: [{ context: MILL, qas: [asks(title)] }],
    }));
    const json = JSON.stringify({ data });
    const partOf = (number: number) => questionSetOfSquad(json, 'some.json', { number, of: 2 });
    const [first, second] = [partOf(1), partOf(2)];
    expect([...first.documents, ...second.documents]).toEqual(
      questionSetOfSquad(json, 'some.json').documents,
    );
    expect([...first.questions, ...second.questions].map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect([first.documents.length, second.documents.length]).toEqual([1, 2]);
  });

  it('gives a document an article, and for each question the paragraph that it was written about', () => {
    const qas = [asks('b', 'How many moles are there?', 'two')];
    const set = convert(
      {
        title: 'The_Mill',
        paragraphs: [
          { context: HARBOUR, qas: [] },
          { context: MILL, qas: [asks('a')] },
        ],
      },
      { title: 'Harbour_(Bellcove)', paragraphs: [{ context: HARBOUR, qas }] },
    );
    expect(set).toEqual({
      documents: [
        { source: '000-the-mill.txt', text: `${HARBOUR}\n\n${MILL}\n` },
        { source: '001-harbour-bellcove.txt', text: `${HARBOUR}\n` },
      ],
      questions: [
        {
          id: 'a',
          question: 'Who?',
          relevant: [{ source: '000-the-mill.txt', start: 31, end: 66 }],
          answers: ['Odile Farrow'],
          impossible: false,
        },
        {
          id: 'b',
          question: 'How many moles are there?',
          relevant: [{ source: '001-harbour-bellcove.txt', start: 0, end: 29 }],
          answers: ['two'],
          impossible: false,
        },
      ],
      leftOut: [],
    });
    expect(goldOf(set)).toEqual([MILL, HARBOUR]);
  });

  it('makes one passage of one context, whatever white space it holds', () => {
    const long = Array.from({ length: 300 }, (_, i) => `Line ${i} is about the mill.`).join('\r\n');
    const odd = [
      'One.\n\n  Two.\r\n \t\r\nThree.\u2028\u2029Four.',
      `\ufeff \n${MILL}\n\n`,
      long,
      'A\0B \ud800.',
    ];
    const set = convert({
      title: 'Mill',
      paragraphs: odd.map((context, i) => ({ context, qas: [asks(i, 'Which\n\nmill? ')] })),
    });
    const [{ text }] = set.documents as [SquadSet['documents'][number]];
    const passages = parsePlainText(text).blocks.map(({ kind, start, end }) => [
      kind,
      text.slice(start, end),
    ]);
    const expected = ['One. Two. Three. Four.', MILL, long.replaceAll('\r\n', ' '), 'A\ufffdB \ufffd.'];
    expect(passages).toEqual(expected.map((passage) => ['paragraph', passage]));
    expect(goldOf(set)).toEqual(expected);
    expect(set.questions[0]!.question).toBe('Which mill?');
  });

  it('has questions that its paragraphs do not answer', () => {
    const impossible = { ...asks('no'), is_impossible: true, plausible_answers: [{ text: 'two' }] };
    const { questions } = convert({ title: 'Mill', paragraphs: [{ context: MILL, qas: [impossible] }] });
    expect(questions).toEqual([{ id: 'no', question: 'Who?', relevant: [], answers: [], impossible: true }]);
  });

  it('takes each answer once and none that is empty; without any, the paragraph still answers', () => {
    const answers = ['Farrow', 'Odile\n\nFarrow', 'Farrow ', '', ' '].map((text) => ({ text }));
    const qas = [
      { id: '1', question: 'Who?', answers },
      { id: 2, question: 'Who?', answers: [] },
      { id: '3', question: 'Who?' },
    ];
    const set = convert({ title: 'Mill', paragraphs: [{ context: MILL, qas }] });
    expect(set.questions.map(({ id, answers: texts }) => [id, texts])).toEqual([
      ['1', ['Farrow', 'Odile Farrow']],
      ['2', []],
      ['3', []],
    ]);
    expect(goldOf(set)).toEqual([MILL, MILL, MILL]);
  });

  it('keeps articles without questions, and leaves out what cannot be asked or read', () => {
    const set = convert(
      { title: 'Empty', paragraphs: [] },
      { title: 'Blank', paragraphs: [{ context: ' \n', qas: [asks('blank')] }] },
      { title: 'Unasked', paragraphs: [{ context: MILL }] },
      {
        title: 'Asked',
        paragraphs: [
          { context: '\n', qas: [] },
          { context: MILL, qas: [asks('empty', ' '), asks('long', 'why'.repeat(1000)), asks('good')] },
        ],
      },
    );
    expect(set.documents).toEqual([
      { source: '002-unasked.txt', text: `${MILL}\n` },
      { source: '003-asked.txt', text: `${MILL}\n` },
    ]);
    expect(set.questions.map(({ id }) => id)).toEqual(['good']);
    expect(goldOf(set)).toEqual([MILL]);
    expect(set.leftOut).toEqual(['blank', 'empty', 'long']);
  });

  it('names its documents after their titles, each otherwise', () => {
    expect(sourcesOf('Oil/Gas_(50%)', '../../etc', 'Beyonc%C3%A9', '100%_%C3_%2F', "Queen's_Mill")).toEqual([
      '000-oil-gas-50.txt',
      '001-etc.txt',
      '002-beyoncé.txt',
      '003-100-c3.txt',
      '004-queens-mill.txt',
    ]);
    expect(sourcesOf('Mill', 'mill', '黑豹队', '!?', undefined)).toEqual([
      '000-mill.txt',
      '001-mill.txt',
      '002-黑豹队.txt',
      '003.txt',
      '004.txt',
    ]);
  });

  it('has names that sort as its articles do, and that are short enough for a file system', () => {
    const many = sourcesOf(...Array.from({ length: 1001 }, () => '𝔐'.repeat(300)));
    expect(many.toSorted()).toEqual(many);
    expect(many[1000]).toMatch(/^1000-𝔐+\.txt$/u);
    expect(Math.max(...many.map((name) => Buffer.byteLength(name)))).toBeLessThan(256);
  });

  it('may begin with a byte order mark', () => {
    const json = JSON.stringify({ data: [{ paragraphs: [{ context: MILL, qas: [asks('1')] }] }] });
    expect(questionSetOfSquad(`\ufeff${json}`, 'some.json').questions).toHaveLength(1);
  });

  it.each([
    ['', 'no JSON'],
    ['{"id":"1"}\n{"id":"2"}', 'no JSON'],
    ['[]', 'data: '],
    ['{"data":[{"title":"Mill"}]}', 'data.0.paragraphs: '],
    ['{"data":[{"paragraphs":[{"qas":[]}]}]}', 'data.0.paragraphs.0.context: '],
    [
      '{"data":[{"paragraphs":[{"context":"a","qas":[{"id":"1"}]}]}]}',
      'data.0.paragraphs.0.qas.0.question: ',
    ],
    ['{"data":[]}', 'holds no question'],
    ['{"data":[{"paragraphs":[{"context":"a"}]}]}', 'holds no question'],
  ])('is not %j', (json, problem) => {
    let refused: unknown;
    try {
      questionSetOfSquad(json, 'some.json');
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(UserError);
    const { code, message, hint } = refused as UserError;
    expect([code, message, hint]).toEqual([
      'SQUAD_INVALID',
      expect.stringContaining(problem),
      expect.stringContaining('SQuAD'),
    ]);
    expect(message).toMatch(/^some\.json /);
  });
});
