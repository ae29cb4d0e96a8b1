import { describe, expect, it } from 'vitest';
import { MainPart } from '../../../src/corpus/formats/html-main-part.ts';

/** Characters that a text has, a menu or a notice has few. */
const LONG = 400;
const SHORT = 40;

/** A page of elements, each with as many characters of text. */
function page(...elements: readonly (readonly [name: string, text: string, characters: number])[]) {
  const part = new MainPart();
  for (const [name, text, characters] of elements) {
    const [tag, role] = name.split('.');
    part.open(tag!, role);
    part.weigh(characters);
    part.add({ text });
    part.close();
  }
  return part.pieces().map((piece) => piece.text);
}

describe('the main part of a page', () => {
  it.each(['main', 'div.main', 'article'])('is what stands in %s', (name) => {
    expect(page(['div', 'Cookies?', SHORT], [name, 'Text.', LONG], ['div', 'More', SHORT])).toEqual([
      'Text.',
    ]);
  });

  it('is all articles, where none says that it is the text', () => {
    expect(page(['article', 'One.', LONG], ['div', 'Cookies?', SHORT], ['article', 'Two.', LONG])).toEqual([
      'One.',
      'Two.',
    ]);
  });

  it('is what says that it is the text, rather than articles beside it', () => {
    expect(page(['main', 'Text.', LONG], ['article', 'Read on', LONG])).toEqual(['Text.']);
  });

  it.each([
    ['nothing is marked', ['div', 'One.', LONG], ['p', 'Two.', LONG]],
    ['it holds next to nothing of the page', ['main', 'One.', SHORT], ['div', 'Two.', LONG]],
    ['articles are teasers beside the text', ['div', 'One.', LONG], ['article', 'Two.', LONG - 1]],
  ] as const)('is the whole where %s', (_, first, second) => {
    expect(page(first, second)).toEqual([first[1], second[1]]);
  });

  it.each([
    ['is empty', []],
    ['holds nothing but headings', [{ text: 'Permits', level: 1 }]],
  ])('is the whole where it %s', (_, pieces) => {
    const part = new MainPart();
    part.open('main', undefined);
    for (const piece of pieces) part.add(piece);
    part.close();
    part.weigh(SHORT);
    part.add({ text: 'They cost 40 euros.' });
    expect(part.pieces().map(({ text }) => text)).toEqual([
      ...pieces.map(({ text }) => text),
      'They cost 40 euros.',
    ]);
  });

  it('holds what is nested in it, and nothing behind it', () => {
    const part = new MainPart();
    part.open('main', undefined);
    part.open('div', undefined);
    part.weigh(LONG);
    part.add({ text: 'Inside' });
    part.close();
    part.add({ text: 'Still inside' });
    part.close();
    part.add({ text: 'Outside' });
    expect(part.pieces().map(({ text }) => text)).toEqual(['Inside', 'Still inside']);
    expect(part.all).toHaveLength(3);
  });
});
