import { expect, it } from 'vitest';
import { focusOf, surest } from '../../../src/answer/focus/focus.ts';
import { questionKind } from '../../../src/language/question-kind.ts';

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
])('%s: of what several sentences hold, what is meant', (question, sentences, wanted) => {
  const found = sentences.flatMap((sentence) => {
    const focus = focusOf(sentence, questionKind(question), question);
    return focus ? [{ ...focus, text: sentence.slice(focus.start, focus.end) }] : [];
  });
  expect(surest(found).map(({ text }) => text)).toEqual(wanted);
});
