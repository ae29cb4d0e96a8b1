import { expect, it } from 'vitest';
import { speeches } from '../../src/language/speech.ts';
import { dateNotes } from '../support/date-notes.ts';

/** A Monday. */
const WRITTEN = '2024-05-20';

it.each([
  ['He said: "Go." She said: “No.”', ['"Go."', '“No.”']],
  ["It's the workers' 'last day', he said.", ["'last day'"]],
  ['‘It’s late,’ she said.', ['‘It’s late,’']],
  ['They read: "Come at once.', ['"Come at once.']],
  ["In the '90s it was ours.", []],
])('finds what is said in %j', (text, said) =>
  expect(speeches(text).map(({ start, end }) => text.slice(start, end))).toEqual(said),
);

it.each([
  'The letter, dated 4 May 1901, says: "Last week the mill burned. Yesterday we buried him."',
  'In her diary of 1888 she wrote: ‘Yesterday we saw the sea. Last week it rained.’',
  "'We opened the hall yesterday,' Ann Lee had said in 2019.",
  '"They came last week," he had told the court.',
  '"The dam broke on Tuesday," the telegram of 3 June 1911 reads.',
  'In a 2019 interview, he said: "Last month we lost two ships."',
  '"They left yesterday. We follow." Ann Lee wrote in 1901.',
])('counts nothing that was said at another time: %j', (text) =>
  expect(dateNotes(text, WRITTEN)).toEqual([]),
);

it.each([
  ['"We opened the hall yesterday," Ann Lee said.', 'yesterday = 2024-05-19'],
  ['"We left it yesterday." The mill was built in 1902.', 'yesterday = 2024-05-19'],
  ['"The mill, built in 1902, burned yesterday," Ann Lee said.', 'yesterday = 2024-05-19'],
  ['Ann Lee, who was born in 1950, said it broke last week.', 'last week = 2024-05-13 to 2024-05-19'],
])('counts what was said at the time: %j', (text, note) => expect(dateNotes(text, WRITTEN)).toEqual([note]));
