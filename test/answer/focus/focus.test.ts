import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusOf, surest } from '../../../src/answer/focus/focus.ts';
import { questionKind, type QuestionKind } from '../../../src/language/question-kind.ts';
import { words } from '../../../src/language/words.ts';
import { runs } from '../../support/property-runs.ts';

const focus = (sentence: string, kind: QuestionKind, question: string) => {
  const span = focusOf(sentence, kind, question);
  return span && sentence.slice(span.start, span.end);
};

it('marks no day and no month as a name', () => {
  expect(focus('They talked late on Tuesday.', 'person', 'Who talked?')).toBeUndefined();
  expect(focus('On Sunday the army, led by Anna Roth, denied it.', 'person', 'Who denied it?')).toBe(
    'Anna Roth',
  );
});

it('leaves the full stop of the sentence out of a name, but not that of an abbreviation', () => {
  expect(focus('The adviser works for the United States.', 'place', 'Where does he work?')).toBe(
    'United States',
  );
  expect(focus('The adviser works in the U.S.', 'place', 'Where does he work?')).toBe('U.S.');
});

const CALL = 'President Recep Tayyip Erdogan spoke with President Ilham Aliyev by phone.';
const MEETING = 'President Ilham Aliyev met Putin on Monday in Moscow.';
const LIBRARY = 'The library in Riverton was founded by Anna Weiss in 1921.';
const HOURS = 'It opens at 9 a.m.; it was built in 1921.';
const POTION = 'It heals 50 HP and costs 120 gold.';
const VOTE = 'The referendum of 1991, held on Dec. 10, was boycotted.';

describe('what the question asks for', () => {
  it.each<[QuestionKind, string, string, string | undefined]>([
    ['person', 'who spoke with Erdogan?', CALL, 'President Ilham Aliyev'],
    ['person', 'who spoke with Erdogan?', 'President Recep Tayyip Erdogan spoke by phone.', undefined],
    ['person', 'who met Aliyev?', 'On Monday Aliyev and Putin met.', 'Putin'],
    [
      'person',
      'who is the president of Azerbaijan?',
      'Ilham Aliyev is the president of Azerbaijan.',
      'Ilham Aliyev',
    ],
    ['person', 'who is the president of Azerbaijan?', 'He is the president of Azerbaijan.', undefined],
    [
      'person',
      'who is the president of Azerbaijan?',
      'There President Ilham Aliyev of Azerbaijan spoke.',
      'President Ilham Aliyev',
    ],
    ['person', 'who founded the library?', LIBRARY, 'Anna Weiss'],
    ['person', 'who spoke?', 'Yesterday Anna Weiss spoke.', 'Anna Weiss'],
    ['person', 'who spoke?', 'On Monday President Anna Weiss spoke.', 'President Anna Weiss'],
    ['place', 'where did Aliyev meet Putin?', MEETING, 'Moscow'],
    ['place', 'where did they talk?', 'They talked with Anna Weiss.', undefined],
    ['place', 'where is the library?', LIBRARY, 'Riverton'],
    ['place', 'where was it agreed?', 'It was agreed in the Russian capital, Moscow.', 'Moscow'],
    ['time', '爆炸什么时候发生？', '爆炸发生在2020年10月4日晚上。', '2020年10月4日'],
    ['time', 'when did it open?', 'It opened on Monday, May 3, 1921.', 'Monday, May 3, 1921'],
    [
      'time',
      'when does the raid start?',
      'The raid starts on Friday at 8 p.m. server time.',
      'Friday at 8 p.m.',
    ],
    ['time', 'when did he die?', 'He was born in 1850 and died in 1921.', '1921'],
    ['number', 'how many people died?', 'In 2020年 10 people died.', '10'],
    ['time', 'when does the library open?', HOURS, '9 a.m.'],
    ['time', 'when was the library built?', HOURS, '1921'],
    ['time', 'when does it close?', 'It closes at 20:30.', '20:30'],
    ['time', 'wann öffnet die Bücherei?', 'Die Bücherei öffnet um 9 Uhr.', '9 Uhr'],
    ['time', 'when was the referendum held?', VOTE, 'Dec. 10'],
    ['time', 'when was the referendum?', 'It was the referendum of 1991.', '1991'],
    ['time', 'wann war das Turnier?', 'Das Turnier fand am 3. Mai 2021 statt.', '3. Mai 2021'],
    ['time', 'wann begann der Krieg?', 'Der Krieg begann am 27. September 2020.', '27. September 2020'],
    ['number', 'how much does the potion cost?', POTION, '120'],
    ['number', 'how many HP does the potion heal?', POTION, '50'],
    ['number', '多少人死亡？', '2020年，爆炸造成10人死亡。', '10'],
    ['number', 'how many people died?', 'On Oct. 4, 2020, at 8 p.m., 12 people died.', '12'],
    ['number', 'how many people died?', 'In 1921 1500 people died.', '1500'],
    ['number', 'how many people died?', 'People died in 1921.', undefined],
    ['number', 'wie viele Menschen starben?', 'Am 3. Mai 2021 starben 12 Menschen.', '12'],
  ])('%s: %s in %j', (kind, question, sentence, wanted) => {
    expect(focus(sentence, kind, question)).toBe(wanted);
  });
});

const PIECES = [
  ...['Anna', ' Weiss', ' met ', ' in ', 'Baku', ' by ', 'é', 'ß', "'s ", ' and ', 'between ', ' to ', ', ', '. ', ' ', '-'],
  ...['1', '12', '000', '.5', ',', '%', ' %', 'kg', ' 1 000', '$', '−', 'million', 'aires', 'One hundred', ' twenty'],
  ...['2020', '-10-04', '22.03.2025', 'May 3', 'Sunday', 'Sonntag', 'abend', '9 a.m.', '年', '月', '周日', '三', '人'],
  ...['two hours', ' third', 'half', ' | ', '\n', 'the mayor', 'COVID', 'th', 's', '🎉'],
]; // prettier-ignore
const KINDS: readonly QuestionKind[] = [
  ...(['time', 'year', 'number', 'duration', 'amount', 'percentage', 'person', 'place'] as const),
];

/** Not compounds, which have their parts beside them; before a possessive's ending, a word is whole. */
function isWithinWord(text: string, at: number): boolean {
  if (/['’]/u.test(text.charAt(at))) return false;
  return words(text).some(
    ({ start, end, unspaced }) =>
      !unspaced && start < at && at < end && !/[-\s]/u.test(text.slice(start, end)),
  );
}

it('lies in the sentence, and begins and ends inside no word and no number, whatever stands there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }),
      fc.constantFrom(...KINDS),
      (parts, kind) => {
        const sentence = parts.join('');
        const span = focusOf(sentence, kind, 'What did the mayor do?');
        if (!span) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(sentence.length);
        expect(isWithinWord(sentence, span.start), `${sentence}: ${JSON.stringify(span)}`).toBe(false);
        expect(isWithinWord(sentence, span.end), `${sentence}: ${JSON.stringify(span)}`).toBe(false);
      },
    ),
    { numRuns: runs(2000) },
  );
});

describe('surest', () => {
  it.each([
    // Doubtful beside sure.
    [
      'Where will the fountain stand?',
      ['A fountain by Odile Brandt is planned.', 'It will stand on the square in Karden.'],
      ['Karden'],
    ],
    // Far from the question's words, and next to them.
    [
      'How many survived in 1921?',
      ['In 1921 the old steamer, on its way home in a storm, sank with 150 people.', 'Some 40 survived.'],
      ['40'],
    ],
    // One is as near as the other.
    ['How many boats sank?', ['In spring 12 boats sank.', 'In autumn 14 boats sank.'], ['12', '14']],
    ['Where did they go?', ['They went with Weiss.', 'They went Odile Brandt.'], ['Odile Brandt']],
  ])('is what is meant of what several sentences hold: %s', (question, sentences, wanted) => {
    const found = sentences.flatMap((sentence) => {
      const focus = focusOf(sentence, questionKind(question), question);
      return focus ? [{ ...focus, text: sentence.slice(focus.start, focus.end) }] : [];
    });
    expect(surest(found).map(({ text }) => text)).toEqual(wanted);
  });
});
