import { expect, it } from 'vitest';
import { focusOf } from '../../src/answer/focus.ts';
import type { QuestionKind } from '../../src/language/question-kind.ts';

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
