import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/corpus/formats/pdf-lines.ts';
import { documentFromPages } from '../../../src/corpus/formats/pdf-paragraphs.ts';
import { runningLines } from '../../../src/corpus/formats/pdf-running-lines.ts';
import { blocksOf, expectSound } from './sound.ts';

type Drawn = readonly [text: string, y: number, size?: number];

const SIZE = 11;
const TEXT = [
  'The keeper of the lamp rose at four every morning and',
  'climbed the steps with a can of oil.',
];

/** On A4, flush left. */
function page(lines: readonly Drawn[]): Page {
  const set = lines.map(([text, y, size = SIZE]) => ({ text, x: 72, right: 72 + text.length * 5, y, size }));
  return { lines: set, top: 842, bottom: 0 };
}

/** So many pages, with text on them that differs from page to page. */
function pages(count: number, around: (number: number) => readonly Drawn[], lines = 20): Page[] {
  return Array.from({ length: count }, (_, i) =>
    page([
      ...around(i + 1),
      ...Array.from({ length: lines }, (_, k): Drawn => [`${TEXT[k % 2]!} ${i * 31 + k}`, 740 - 14 * k]),
    ]),
  );
}

function running(of: readonly Page[]): string[] {
  return [...runningLines(of, SIZE).keys()].map(({ text }) => text);
}

function passages(of: readonly Page[]): string[] {
  const document = documentFromPages(of, {});
  expectSound(document);
  return blocksOf(document);
}

describe('runningLines', () => {
  it.each([
    ['a title', () => 'ACME handbook'],
    ['a number', (n: number) => `${n}`],
    ['a number of a front matter', (n: number) => ['i', 'ii', 'iii', 'iv', 'v', 'vi'][n - 1]!],
    ['a number between dashes', (n: number) => `– ${n} –`],
    ['a number that begins later', (n: number) => `${n + 16}`],
    ['a capital Roman number', (n: number) => ['I', 'II', 'III', 'IV', 'V', 'VI'][n - 1]!],
    ['a number of a chapter', (n: number) => `4-${n}`],
    ['how many there are', (n: number) => `Page ${n} of 40`],
    ['how many there are in a letter', (n: number) => `Page ${((n - 1) % 2) + 1} of 2`],
    ['a title and a number', (n: number) => `ACME handbook, page ${n}`],
    ['a title and a number in another language', (n: number) => `Příručka, strana ${n}`],
    [
      'a chapter and a number',
      (n: number) => `${['Wind', 'Oil', 'Boats', 'Rain', 'Fog', 'Ice'][n - 1]} | ${n}`,
    ],
    ['a title and a date', () => 'ACME handbook | 12.03.2024'],
    ['left and right pages', (n: number) => (n % 2 ? `ACME handbook | ${n}` : `${n} | ACME handbook`)],
  ])('are found at the top and bottom of pages: %s', (_, text) => {
    for (const y of [795, 40]) {
      const found = running(pages(6, (n) => [[text(n), y]]));
      expect(found).toEqual([1, 2, 3, 4, 5, 6].map((n) => text(n)));
    }
  });

  it('have a bare number behind a title only so near the edge that no text would be set there', () => {
    const of = (y: number) => running(pages(6, (n) => [[`ACME handbook ${n}`, y]]));
    expect(of(815)).toHaveLength(6);
    expect(of(25)).toHaveLength(6);
    expect(of(780)).toEqual([]);
  });

  it.each([
    ['articles', (n: number) => `Article ${n}`],
    ['customers', (n: number) => `Customer ${4710 + n}`],
    ['amounts', (n: number) => `Amount due: ${19 + n} francs`],
    ['days', (n: number) => `Meeting of ${n} March 2021`],
    ['answers', (n: number) => `Allergic to penicillin: ${n % 3 ? 'yes' : 'no'}`],
    ['grades', (n: number) => `Final grade: ${[5, 5, 7, 5, 7, 5][n - 1]}`],
    ['years beside a label', (n: number) => `Balance sheet | ${2010 + n}`],
  ])('are not what tells full pages apart: %s', (_, text) => {
    for (const y of [775, 70]) expect(running(pages(6, (n) => [[text(n), y]]))).toEqual([]);
  });

  it('are quoted once where they tell what may stand nowhere else', () => {
    const of = pages(5, (n) => [
      ['ACME handbook', 815],
      ['Emergency telephone: 555 0199', 40],
      [`Page ${n} of 5`, 25],
    ]);
    const all = passages(of);
    expect(all.filter((text) => text.includes('555 0199'))).toEqual(['Emergency telephone: 555 0199']);
    expect(all.join('\n')).not.toMatch(/ACME|Page \d/);
  });

  it('have how many pages there are on the last page too', () => {
    const of = pages(6, (n) => [[`Lease agreement — Page ${n} of 6`, 60]]);
    expect(running(of)).toHaveLength(6);
  });

  it('may be several, and one of them missing where a chapter begins', () => {
    const of = pages(8, (n) => [
      ['ACME handbook', 800],
      ['Harbour Works', 787],
      ...(n % 4 === 1 ? [] : ([[`${n}`, 50]] as const)),
      ['Printed in Brandt', 37],
    ]);
    expect(running(of)).toHaveLength(8 * 3 + 6);
  });

  it('are of a chapter, or of the left and the right pages', () => {
    const chapters = pages(12, (n) => (n % 4 === 1 ? [] : [[`Part ${'ABC'[(n - 1) >> 2]}`, 795]]));
    expect(running(chapters)).toHaveLength(9);
    const sides = pages(8, (n) => (n === 1 ? [] : [[n % 2 ? 'Of wind' : 'ACME handbook', 795]]));
    expect(running(sides)).toHaveLength(7);
  });

  it('leave a sentence whole that goes on behind them', () => {
    const of = [0, 1, 2, 3].map((n) =>
      page([
        ['ACME handbook', 795],
        ...(n === 0 ? [] : ([[`oil up all ${n} of the stairs.`, 740]] as const)),
        [`On morning ${n} the keeper rose at four`, 712],
        ...(n === 3 ? [] : ([[`and so he carried the can with the`, 698]] as const)),
        [`${n + 1}`, 40],
      ]),
    );
    expect(passages(of)).toContain(
      'On morning 1 the keeper rose at four and so he carried the can with the oil up all 2 of the stairs.',
    );
  });

  it('are not what says something else on each page', () => {
    const names = ['Ann Oak', 'Bert Elm', 'Cleo Ash', 'Dan Fir', 'Eve Yew', 'Finn Box'];
    for (const line of [
      (n: number) => `Phone: 555-0${104 + 13 * n}`,
      (n: number) => `Phone: | ${104 + 13 * n}`,
      (n: number) => `The pressure must be ${3 * n} bar.`,
      (n: number) => `${100 * n}`,
      (n: number) => `${names[n - 1]}`,
      (n: number) => `Version 2.${n}`,
      (n: number) => `Ends on ${n}/4/2024`,
    ])
      for (const y of [795, 40]) expect(running(pages(6, (n) => [[line(n), y]]))).toEqual([]);
  });

  it('are not what stands farther in than something else', () => {
    const of = pages(6, (n) => [
      ['Open the valve beside the door and wait', 62],
      ['for a minute or two.', 49],
      [`The pressure must be ${3 * n} bar.`, 36],
    ]);
    expect(running(of)).toEqual([]);
  });

  it('are not what stands where the text does, or elsewhere on every page', () => {
    const slides = Array.from({ length: 6 }, (_, i) =>
      page([
        ['Budget', 700],
        [`${i} crowns, and what is left of the year before`, 660],
        ['Owner: Ann Oak', 620],
      ]),
    );
    expect(running(slides)).toEqual([]);
    expect(running(pages(6, (n) => [['See the map.', 130 - 18 * n]]))).toEqual([]);
  });

  it('are not what stands on few of many pages', () => {
    const of = pages(40, (n) => (n > 20 && n < 25 ? [['Owner: Ann Oak', 40]] : []));
    expect(running(of)).toEqual([]);
  });

  it('are not the names of cards, nor all that is on them', () => {
    const tickets = (size: number) =>
      Array.from({ length: 5 }, (_, i) =>
        page([
          [`Ticket ${i + 1}`, 800, size],
          [`The fine is ${15 * (i + 1)} crowns.`, 760],
        ]),
      );
    expect(passages(tickets(SIZE))).toHaveLength(10);
    expect(passages(tickets(20))).toHaveLength(5);
    expect(blocksOf(documentFromPages(tickets(20), {}), 'heading')).toHaveLength(5);
    const same = Array.from({ length: 5 }, (_, i) =>
      page([
        ['Way out', 800],
        [`Door ${i + 1}`, 30],
      ]),
    );
    expect(running(same)).toEqual([]);
  });

  it('are not what some cards have in common', () => {
    const staff = ['Kitchen', 'Kitchen', 'Kitchen', 'Office', 'Office', 'Office'].map((room, i) =>
      page([
        [room, 800],
        [`Person ${i * i}`, 770],
      ]),
    );
    expect(running(staff)).toEqual([]);
  });

  it('are not a sentence that every card says', () => {
    const steps = Array.from({ length: 6 }, (_, i) =>
      page([
        ['Open the valve and look at the gauge beside the door', 800],
        ['before you go on.', 786],
        [`The pressure must be ${3 * i} bar.`, 758],
      ]),
    );
    expect(running(steps)).toEqual([]);
  });

  it('count on from the numbers of other pages, wherever they stand', () => {
    const of = pages(6, (n) => (n === 4 ? [['12', 60]] : [[`Of wind | ${n + 8}`, 795]]));
    expect(running(of)).toContain('12');
  });

  it('are found on a page that has nothing else, such as a picture’s', () => {
    const around = (n: number): readonly Drawn[] => [
      ['ACME handbook', 795],
      [`${n}`, 40],
    ];
    expect(running([...pages(6, around), page(around(7))])).toHaveLength(14);
  });

  it('keep two lines a page of thousands', () => {
    const of = Array.from({ length: 2000 }, (_, i) =>
      page([
        [`Locker ${i + 1}`, 760],
        [`Opens by ${(i * 7919) % 10_000}.`, 730],
      ]),
    );
    expect(
      passages(of)
        .join(' ')
        .match(/Locker|Opens/g),
    ).toHaveLength(4000);
  });

  it('are told in pages without edges, too', () => {
    const of = pages(4, () => [['ACME handbook', 795]]).map((at) => ({ ...at, top: NaN, bottom: NaN }));
    expect(running(of)).toEqual([]);
  });
});
