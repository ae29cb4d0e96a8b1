import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/corpus/document.ts';
import { parseMarkdown } from '../../src/corpus/formats/markdown.ts';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import { runs } from '../support/property-runs.ts';
import { expectSound } from './formats/sound.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;
const TEXTS = ['The pump leaks.', 'It was painted green.', 'Nobody objects.'];

const shown = ({ text, blocks }: ParsedDocument) =>
  blocks.map(({ kind, start, end, section }) =>
    [...(kind === 'paragraph' ? [] : [kind]), text.slice(start, end), ...(section ? [section] : [])].join(
      ' | ',
    ),
  );
/** What stands above the first paragraph of all, so that no other is the title. */
const TOP = 'It met on Monday.';
const parsed = (text: string) => shown(parsePlainText(`${TOP}\n\n${text}`)).slice(1);
/** Each heading in front of a text, a blank line between all. */
const spaced = (headings: readonly string[]) =>
  headings.map((heading, i) => `${heading}\n\n${TEXTS[i]!}`).join('\n\n');
const asSections = (headings: readonly string[]) =>
  headings.flatMap((heading, i) => [`heading | ${heading}`, `${TEXTS[i]!} | ${heading}`]);

describe('lines that are headings by their form', () => {
  it.each([
    [
      'steps',
      [
        '1. Turn off the power at the box',
        '2. Wait for all of ten minutes',
        '3. Press the red button below it',
      ],
    ],
    ['what leads into a sentence', ['For example:', 'However:', 'In winter:']],
    ['greetings', ['Dear Tom:', 'Dear Ann:', 'Dear Joe:']],
  ])('are not %s, which say something', (_, said) => {
    expect(parsed(spaced(said))).toEqual(said.flatMap((line, i) => [line, TEXTS[i]!]));
  });

  it.each([
    ['numbered', ['1. Pump', '2. Fence', '3. New boat']],
    ['numbered with brackets', ['1) Pump', '2) Fence', '3) New boat']],
    ['numbered in Roman', ['I. Pump', 'II. Fence', 'III. New boat']],
    ['numbered within numbers', ['1.1 Pump', '1.2 Fence', '1.3 New boat']],
    ['paragraphs of a law', ['§ 1 Pump', '§ 2 Fence', '§ 2a New boat']],
    ['articles', ['Article 1. Pump', 'Article 2. Fence', 'Article 3. New boat']],
    ['sections', ['Section 1: Pump', 'Section 2: Fence', 'Section 3: New boat']],
    ['chapters without a name', ['Chapter 1', 'Chapter 2', 'Chapter 3']],
    ['items of an agenda', ['TOP 1 Pump', 'TOP 2 Fence', 'TOP 3 New boat']],
    ['in capitals', ['PUMP', 'FENCE', 'NEW BOAT']],
    ['before a colon', ['Pump:', 'Fence:', 'New boat:']],
  ])('are %s', (_, headings) => {
    expect(parsed(spaced(headings))).toEqual(asSections(headings));
    expect(shown(parseMarkdown(`${TOP}\n\n${spaced(headings)}`)).slice(1)).toEqual(asSections(headings));
  });

  it('may stand right above their text', () => {
    const text =
      '§ 1 Pump\nThe pump leaks.\n\n§ 2 Fence\nIt was painted\ngreen.\n\n§ 3 Boat\nNobody objects.';
    const sections = [
      ...['heading | § 1 Pump', 'The pump leaks. | § 1 Pump', 'heading | § 2 Fence'],
      ...['It was painted\ngreen. | § 2 Fence', 'heading | § 3 Boat', 'Nobody objects. | § 3 Boat'],
    ];
    expect(parsed(text)).toEqual(sections);
    expect(shown(parseMarkdown(`${TOP}\n\n${text}`)).slice(1)).toEqual(sections);
  });

  it('hold for all paragraphs down to the next, and stand under the headings around them', () => {
    const text = `## Spring\n\n${spaced(['1. Pump', '2. Fence', '3. Boat'])}\n\nIt is old.\n\n## Autumn\n\nNobody came.`;
    expect(shown(parseMarkdown(text)).slice(-4)).toEqual([
      'Nobody objects. | Spring › 3. Boat',
      'It is old. | Spring › 3. Boat',
      'heading | ## Autumn',
      'Nobody came. | Autumn',
    ]);
  });

  it('are within each other by the order of their styles', () => {
    const text = ['A', 'B', 'C']
      .map((letter, i) => `PART ${letter}\n\n1. Pump ${letter}\n\n${TEXTS[i]!}`)
      .join('\n\n');
    expect(parsed(text)).toContain('It was painted green. | PART B › 1. Pump B');
  });

  it('leave what has nothing below it to be quoted, and a table of contents', () => {
    const headings = ['1. Pump', '2. Fence', '3. New boat'];
    const contents = headings.join('\n\n');
    expect(parsed(`${contents}\n\nIt met again.\n\n${spaced(headings)}\n\n4. Keys\n\n5. Thanks`)).toEqual([
      ...['1. Pump', '2. Fence'],
      ...['heading | 3. New boat', 'It met again. | 3. New boat'],
      ...asSections(headings),
      ...['4. Keys | 3. New boat', '5. Thanks | 3. New boat'],
    ]);
  });

  it.each([
    ['a list', '1. Flour\n2. Water\n3. Salt\n\nMix it.'],
    ['a list with space', '1. Flour\n\n2. Water\n\n3. Salt\n\n4. Oil\n\nMix it.'],
    ['steps', spaced(['1. Open the lid.', '2. Press the button.', '3. Wait for the light.'])],
    [
      'steps that are wrapped',
      ['1. Open the lid of the pump and look\nInside.', '2. Press\n   The button.', '3. Wait\nfor it.'].join(
        '\n\n',
      ),
    ],
    ['two only', spaced(['1. Pump', '2. Fence'])],
    ['a dialogue', ['ANN:', 'BO:', 'ANN:', 'BO:'].map((name) => `${name}\n\nWell said.`).join('\n\n')],
    ['a play', ['ANN', 'BO', 'ANN', 'BO'].map((name) => `${name}\nWell said, my friend.`).join('\n\n')],
    ['names', 'ANN OAK\n\nBO ASH\n\nCY ELM\n\nDI FIR\n\nAll of them came.'],
    [
      'a poem',
      'The rain, the rain\nUpon the roof\n\nThe wind, the wind\nAround the door\n\nThe sea, the sea\nBelow',
    ],
    ['labels of lists', 'Bring:\n- oil\n- rope\n\nLeave:\n- dogs\n\nAsk:\n- Bo'],
    ['acronyms and numbers', spaced(['12.50', '§§', '1.'])],
    ['a clock', spaced(['1.30 PM', '2.30 PM', '3.30 PM'].map((time) => `${time}, then`))],
    ['columns', spaced(['1. Pump     12', '2. Fence    14', '3. Boat     16'])],
    [
      'what somebody says now and then',
      ['Ann said:', 'Bo wrote:', 'Cy called:']
        .map((said) => `${said}\n\nYes.\n\n${'It rained.\n\n'.repeat(9)}`)
        .join(''),
    ],
  ])('are not seen in %s', (_, text) => {
    for (const document of [parsePlainText(`${TOP}\n\n${text}`), parseMarkdown(`${TOP}\n\n${text}`)]) {
      expect(document.blocks.filter(({ kind }) => kind === 'heading')).toEqual([]);
    }
  });

  it('lose nothing of any text, and only lines that name a section are not quoted', () => {
    const line = fc.constantFrom(
      ...[
        '1. Pump',
        '2. Fence',
        '3. Boat',
        '§ 4 Keys',
        '§ 5 Boat',
        'GARDEN',
        'PARKING',
        'Bins:',
        'It is old.',
        'and dry',
      ],
      ...['', '', '', '', '  - oil', '# Spring', '---'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), (all, end) => {
        for (const parse of [parsePlainText, parseMarkdown]) {
          const document = parse(all.join(end));
          expectSound(document);
          for (const [i, { kind, start, end: to }] of document.blocks.entries()) {
            if (kind !== 'heading' || /^#|---$/.test(document.text.slice(start, to))) continue;
            const words = document.text.slice(start, to);
            const below = document.blocks.slice(i + 1).find((block) => block.kind === 'paragraph');
            if (words !== document.metadata.title) expect(below?.section).toContain(words);
          }
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([
    '1. Pump\n\nIt leaks.\n\n',
    '1. Pump\nIt leaks.\n\n',
    'PUMP\n\n',
    '1. Pump\n',
    `1. ${'A '.repeat(50)}\n\n`,
    'A:\n\n',
  ])('take a time that grows with the text of thousands of %j', { timeout: SOON }, (piece) => {
    expectSound(parsePlainText(piece.repeat(20_000)));
  });
});
