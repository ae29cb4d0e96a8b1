import { expect, it } from 'vitest';
import { isPartOf } from '../../src/answer/contained.ts';
import type { Wording } from '../../src/answer/near-copies.ts';
import { uniformWords } from '../../src/answer/uniform-words.ts';

const wording = (text: string): Wording => ({ dateline: undefined, text, words: uniformWords(text, 'en') });

const REPORT =
  'The mill above Harrow burned down in the night, and 10 workers were hurt. The mayor was there.';

it.each([
  ['a sentence behind it', `${REPORT} Nobody knows why it burned.`],
  ['a sentence before it', `Harrow is in mourning. ${REPORT}`],
  ['sentences around it', `Harrow is in mourning. ${REPORT} Nobody knows why.`],
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
