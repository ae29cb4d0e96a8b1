import { describe, expect, test } from 'vitest';
import { fit, HOLDS, holds } from '../../src/language/holds.ts';
import type { QuestionKind } from '../../src/language/question-kind.ts';

const held = (sentence: string) => {
  const bits = holds(sentence);
  return Object.entries(HOLDS).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
};

describe('holds', () => {
  test.each([
    ['The ferry sank on 3 May 1931.', 'time year name anyNumber'],
    ['It happened late on Tuesday.', 'time name'],
    ['One of them was saved.', 'anyNumber'],
    ['Twelve passengers were saved.', 'number anyNumber count'],
    ['It sank two days after the fair.', 'number duration anyNumber'],
    ['The first two sank.', 'number anyNumber'],
    ['It was the 3rd to sink, by an S-300.', 'number name anyNumber'],
    ['In 1931 the ferry took 40 passengers.', 'time year number anyNumber count'],
    ['The crossing takes about 20 minutes.', 'number duration anyNumber'],
    ['It was closed for a few days.', 'duration'],
    ['摆渡需要20分钟。', 'number duration anyNumber'],
    ['A ticket costs $3.', 'number amount anyNumber'],
    ['It is free on weekdays.', 'amount'],
    ['(2) Members pay.', ''],
    ['3) The chair opens.', ''],
    ['4. The chair greets 12 guests.', 'number anyNumber count'],
    ['3. Mai: Fest.', 'time name anyNumber'],
    ['Some 60 % voted.', 'number amount percentage anyNumber'],
    ['A third of the members voted.', 'percentage'],
    ['The mill was built by the miller Ada Brook.', 'agent name'],
    ['Ada Brook was a miller.', 'agent name'],
    ['The river ends in the old Harbour.', 'place name'],
    ['It was founded in September.', 'time name'],
    ['Er wohnt in Hamburg.', 'place name'],
    ['The ship lay in Mariupol.', 'place name'],
    ['It was agreed in Sept.', 'name'],
    ['Es war im Oktober.', 'time name'],
    ['No one was saved.', ''],
    ['Am Sonntag wurde getanzt.', 'time name'],
    ['周日开门。', 'time'],
    ['The fair is on 2025-03-22.', 'time year anyNumber'],
    ['It takes 1.5 hours.', 'number duration anyNumber'],
    ['The mill belongs to her.', ''],
    ['', ''],
  ])('%s: %s', (sentence, bits) => expect(held(sentence).join(' ')).toBe(bits));
});

test('any sentence may answer a question of no certain kind', () => {
  expect(fit('other', holds('Ada Brook sold 3 boats in Riverton on 3 May 1931.'))).toBe(0);
});

test.each<[QuestionKind, string, string, string]>([
  ['time', 'It was built in June.', '', 'It was built.'],
  ['year', 'It was built in 1840.', 'It was built in June.', 'It was built.'],
  ['duration', 'It takes two hours.', 'It has two doors.', 'It takes long.'],
  ['percentage', 'A quarter of them agreed.', 'Six of them agreed.', 'They agreed.'],
  ['amount', 'It weighs 3 tons.', 'It has 3 doors.', 'It is heavy.'],
  ['number', 'It has 3 doors.', 'It was built in 1840.', 'It is old.'],
  ['person', 'It was led by Ada Brook.', 'It is called Brook Mill.', 'It is called so.'],
  ['place', 'It stands in Riverton.', 'It is called Brook Mill.', 'It is called so.'],
])('what asks for a %s is answered by "%s", perhaps by "%s", not by "%s"', (kind, surely, perhaps, not) => {
  expect(fit(kind, holds(surely))).toBe(1);
  if (perhaps !== '') expect(fit(kind, holds(perhaps))).toBe(0.5);
  expect(fit(kind, holds(not))).toBe(0);
});

test('a number of 100,000 digits is read once, and not again from each of them', () => {
  const before = process.cpuUsage();
  holds(`It has ${'1'.repeat(100_000)} pages.`);
  // Of the processor: a hundred times what it takes, and a fifth of what squared time does.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(700);
});
