import { describe, expect, it } from 'vitest';
import { meaningText, sectionText, titleText } from '../../src/answer/wording.ts';

describe('the section of a quote', () => {
  it.each([
    ['Part 4 - The mill', 'Part 4: The *mill* › Owner', 'Owner'],
    ['Part 4 - The mill', 'Part 4 - The mill', undefined],
    ['Café “Zur Mühle”', "CAFE 'Zur Muhle' › Menu", 'Menu'],
    ['Prices in $', 'Prices in € › Boats', 'Prices in € › Boats'],
    ['Part 4', 'Part 4 › Ruins › Part 4', 'Ruins › Part 4'],
    ['Part 4', 'Part 5 › Owner', 'Part 5 › Owner'],
    ['???', '!!! › Owner', '!!! › Owner'],
    [undefined, 'Owner', 'Owner'],
    ['Part 4', undefined, undefined],
  ])('of %j in %j is shown as %j', (title, section, shown) => {
    expect(
      sectionText({
        ...(title === undefined ? {} : { title }),
        ...(section === undefined ? {} : { section }),
      }),
    ).toBe(shown);
  });
});

describe('the title of a quote', () => {
  it.each([
    ['The mill is shut', 'The mill stood in Brenna.', 'The mill is shut'],
    ['The mill is shut', 'The *mill* is shut', undefined],
    ['The mill is shut', 'The mill is shut until May.', 'The mill is shut'],
    [undefined, 'The mill is shut', undefined],
  ])('of %j is shown below %j as %j', (title, text, shown) => {
    expect(titleText({ ...(title === undefined ? {} : { title }), text })).toBe(shown);
  });
});

it.each([
  [undefined, "= 1 May 2024, counted from the article's date, 2 May 2024"],
  ['line', "= 1 May 2024, counted from the line's date, 2 May 2024"],
  ['section', "= 1 May 2024, counted from the section's date, 2 May 2024"],
  ['dateline', '= 1 May 2024, counted from the dateline, 2 May 2024'],
] as const)('a note tells that %j states what it is counted from', (statedBy, words) =>
  expect(
    meaningText({
      date: '2024-05-01',
      reference: '2024-05-02',
      ...(statedBy === undefined ? {} : { statedBy }),
    }),
  ).toBe(words),
);
