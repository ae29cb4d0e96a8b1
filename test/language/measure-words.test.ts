import { expect, it } from 'vitest';
import { asksForMeasure, measureWords } from '../../src/language/measure-words.ts';

const measured = (question: string) =>
  [...measureWords(question)].map((start) => /^\w+/.exec(question.slice(start))![0]);

it('finds the word by which "how" asks for a measure', () => {
  expect(measured('How long is the bridge, and how old?')).toEqual(['long', 'old']);
  expect(measured('for how  often')).toEqual(['often']);
});

it('finds none in what is no such question', () => {
  expect(measured('how many are old')).toEqual([]);
  expect(measured('somehow long')).toEqual([]);
  expect(measured('how longitude is told')).toEqual([]);
});

it.each([
  ['How tall is the mast?', true],
  ['how old was she when it sank', true],
  ["What's the population of Ostby?", true],
  ['how many people live in Ostby?', true],
  ['how long does it take?', false],
  ['how often is it painted?', false],
  ['What is the head of the town called?', false],
  ['show old pictures', false],
])('tells whether %j asks for a measure', (question, expected) => {
  expect(asksForMeasure(question)).toBe(expected);
});
