import { expect, it } from 'vitest';
import { headingRow } from '../../../src/answer/focus/table.ts';
import { focus } from '../../support/focus.ts';

const MARKDOWN = '| Town | Dead | Wounded |\n|---|---|---|\n| Karden | 7 | 70 |\n| Barsk | 3 | – |';
const PLAIN = 'Town | Soldiers killed | Civilians killed\nKarden | 7 | 70';

it.each([
  ['How many wounded in Karden?', '| Karden | 7 | 70 |', MARKDOWN, '70'],
  ['How many dead in Karden?', '| Karden | 7 | 70 |', MARKDOWN, '7'],
  ['How many civilians were killed in Karden?', 'Karden | 7 | 70', PLAIN, '70'],
])('%s: the number in the column that the question names', (question, row, table, wanted) => {
  expect(focus(question, row, table)).toBe(wanted);
});

it('is none of several numbers where no heading tells which', () => {
  expect(focus('How many houses in Karden?', '| Karden | 7 | 70 |', MARKDOWN)).toBeUndefined();
  expect(focus('How many people were killed in Karden?', 'Karden | 7 | 70', PLAIN)).toBeUndefined();
  expect(focus('How many wounded in Karden?', '| Karden | 7 | 70 |')).toBeUndefined();
  expect(focus('How many wounded in Karden?', '| Karden | 7 |', MARKDOWN)).toBe('7');
});

const STAFF =
  '| Name | Role | Zone | Looks after |\n|---|---|---|---|\n| reed_77 | owner | UTC+1 | money |\n| Odile | cook | UTC | the kitchen |';
const CLASSES = '| Date | Course | Teacher | Seats |\n|---|---|---|---|\n| 12 April | Knots | Odile | 6 |';
const MAYORS = 'Town | Mayor | Since\nKarden | Anna Weiss | 2019';

it.each([
  ['Who is the owner?', '| reed_77 | owner | UTC+1 | money |', STAFF, 'reed_77'],
  ['Who looks after the kitchen?', '| Odile | cook | UTC | the kitchen |', STAFF, 'Odile'],
  ['Who is the mayor of Karden?', 'Karden | Anna Weiss | 2019', MAYORS, 'Anna Weiss'],
  ['Who teaches knots?', '| 12 April | Knots | Odile | 6 |', CLASSES, 'Odile'],
  ['Who is the cook?', '| Odile | cook | UTC |', undefined, 'Odile'],
  ['Who is the cook?', '| Cook | **Odile Brandt** |', undefined, 'Odile Brandt'],
  ['Who is the cook?', '| 12 | cook | UTC |', undefined, undefined],
])('%s: the name in the row %s', (question, row, table, wanted) => {
  expect(focus(question, row, table)).toBe(wanted);
});

const BOATS =
  'Boat | Price | Rowers | Speed\nCutter | 1,200 shells | 4 | 11 knots\nBarge | 900 shells | 6 | 3 knots';

it.each([
  ['How much is a cutter?', 'Cutter | 1,200 shells | 4 | 11 knots', '1,200'],
  ['How much speed has a cutter?', 'Cutter | 1,200 shells | 4 | 11 knots', '11'],
  ['How many rowers has a barge?', 'Barge | 900 shells | 6 | 3 knots', '6'],
])('%s: the number in the row %s', (question, row, wanted) => {
  expect(focus(question, row, BOATS)).toBe(wanted);
});

it('has headings, where a column has figures but in the first line', () => {
  expect(headingRow(BOATS)).toBe('Boat | Price | Rowers | Speed');
  expect(headingRow('Cutter | 4\nBarge | 6')).toBeUndefined();
  expect(headingRow('Day | Guest\nMonday | Odile')).toBeUndefined();
  expect(headingRow('Odile | cook')).toBeUndefined();
  expect(headingRow(MARKDOWN)).toBeUndefined();
});

const COURSES =
  '| Date | Time | Course | Seats | Fee |\n|---|---|---|---|---|\n| 10 May | 11:00-15:00 | Knots | 10 | 8 euros |';
const COURSE = '| 10 May | 11:00-15:00 | Knots | 10 | 8 euros |';

it.each([
  ['When is the course in knots?', '10 May'],
  ['What time is the course in knots?', '11:00-15:00'],
  ['How much is the course in knots?', '8'],
  ['How many seats has the course in knots?', '10'],
])('%s: what a column of that kind holds, where the question names none', (question, wanted) => {
  expect(focus(question, COURSE, COURSES)).toBe(wanted);
});
