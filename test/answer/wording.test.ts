import { describe, expect, it } from 'vitest';
import { sectionText, titleText } from '../../src/answer/wording.ts';

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
