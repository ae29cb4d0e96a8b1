import { expect, it } from 'vitest';
import { measureWords } from '../../src/language/measure-words.ts';

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
