import { expect, it } from 'vitest';
import { isPartOf } from '../../src/answer/contained.ts';
import type { Wording } from '../../src/answer/near-copies.ts';
import { uniformWords } from '../../src/answer/uniform-words.ts';

const wording = (text: string): Wording => ({
  dateline: undefined,
  language: 'en',
  text,
  words: uniformWords(text, 'en'),
});

const REPORT =
  'The mill above Harrow burned down in the night, and 10 workers were hurt. The mayor was there.';

it.each([
  ['a sentence behind it', `${REPORT} Nobody knows why it burned.`],
  ['two sentences behind it', `${REPORT} Nobody knows why. Divers search the river.`],
  ['a sentence with a relative clause', `${REPORT} Ann Weiss owns the mill that stands there now.`],
  ['another preposition too', `${REPORT.replace('in the', 'during the')} Nobody knows why.`],
])('a text is a part of one with %s', (_, whole) => {
  expect(isPartOf(wording(REPORT), wording(whole))).toBe(true);
  expect(isPartOf(wording(whole), wording(REPORT))).toBe(false);
});

it.each([
  ['itself', REPORT],
  ['one with another number', `${REPORT.replace('10', '12')} Nobody knows why.`],
  ['one that goes on within its sentence', `${REPORT.slice(0, -1)}, and wept.`],
  ['one that begins before it', `It is not true that ${REPORT} Nobody knows why.`],
  ['one more than twice as long', `${REPORT} ${'Nobody in the whole town knows why. '.repeat(8).trim()}`],
  ['one with a sentence before it, which may tell how to take it', `Harrow is in mourning. ${REPORT}`],
  ['one with sentences around it', `Harrow is in mourning. ${REPORT} Nobody knows why.`],
  ['one with a sentence between', REPORT.replace('hurt. ', 'hurt. Nobody knows why. ')],
])('a text is no part of %s', (_, whole) => expect(isPartOf(wording(REPORT), wording(whole))).toBe(false));

it('what leaves out an item says that it is not there', () => {
  const list = '- The north gate opens at noon.\n- The south gate opens at noon.\n- The mill opens at noon.';
  expect(isPartOf(wording(list), wording(`${list}\n- The east gate opens at noon.`))).toBe(false);
  const names = 'Those who keep the gates are Ann Weiss, Jon Ilves, Marta Berg';
  expect(isPartOf(wording(names), wording(`${names}, Otto Lind`))).toBe(false);
});

it('a short sentence is no report', () => {
  expect(isPartOf(wording('The mill burned.'), wording('The mill burned. Nobody knows.'))).toBe(false);
});

it.each([
  'This was made up.',
  'None of that is so.',
  'That is how the mayor tells it.',
  'The owner laughed at that.',
  'All of it, and nobody doubts that, is gossip.',
  'Those who wrote it apologised.',
  'The paper took its report back.',
  'The story was invented by a clerk.',
  'It never happened.',
  'It turned out to be a prank.',
  'It was all in a novel.',
  'A spokesman denied it.',
  'In fact nobody was there.',
  'However, only two were hurt.',
  'But the mill still stands.',
  'Police say the fire was staged.',
  'Did it really burn?',
  'The fire was only a drill.',
  'Harrow is a town of fiction.',
  'A clerk made it all up.',
  'Nobody knows why. All of it was a joke.',
])('a text is no part of one that goes on to tell how far it is true: %s', (added) =>
  expect(isPartOf(wording(REPORT), wording(`${REPORT} ${added}`))).toBe(false),
);

it('a text is no part of one that only quotes it', () =>
  expect(isPartOf(wording(REPORT), wording(`“${REPORT}” Ann Weiss wrote down.`))).toBe(false));

it('a text is no part of one in a language in which nobody can tell what the rest says of it', () => {
  const german = (text: string): Wording => ({ ...wording(text), language: 'de' });
  expect(isPartOf(german(REPORT), german(`${REPORT} Alles war erfunden.`))).toBe(false);
});
