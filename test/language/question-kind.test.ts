import { describe, expect, test } from 'vitest';
import { bitsFor, HOLDS, holds, questionKind } from '../../src/language/question-kind.ts';

describe('questionKind', () => {
  test.each([
    ['when did the ferry sink', 'time'],
    ['In which year was the mill built?', 'time'],
    ['when did the man who built the mill die', 'time'],
    ['How many people were on board?', 'number'],
    ['what is the population of the town', 'number'],
    ['Who owns the mill?', 'person'],
    ['Where does the river end?', 'place'],
    ['Wie viele Menschen waren an Bord?', 'number'],
    ['谁建造了磨坊', 'person'],
    ['Why did the ferry sink?', 'other'],
    ['', 'other'],
  ])('%s: %s', (question, kind) => expect(questionKind(question)).toBe(kind));
});

describe('holds', () => {
  test.each([
    ['The ferry sank on 3 May 1931.', HOLDS.time | HOLDS.number | HOLDS.name],
    ['It happened late on Tuesday.', HOLDS.time | HOLDS.name],
    ['Twelve passengers were saved.', HOLDS.number],
    ['The mill belongs to Ada Brook.', HOLDS.name],
    ['Nothing happened.', 0],
    ['', 0],
  ])('%s', (sentence, bits) => expect(holds(sentence)).toBe(bits));
});

test('any sentence may answer a question of no certain kind', () => {
  expect(bitsFor('other')).toBe(0);
  expect(bitsFor('person')).toBe(HOLDS.name);
  expect(bitsFor('place')).toBe(HOLDS.name);
});
