import { describe, expect, it } from 'vitest';
import { focusOf } from '../../src/answer/focus/focus.ts';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { windowsOf } from '../../src/index/windows.ts';
import { HOLDS, holds } from '../../src/language/holds.ts';
import { sentences } from '../../src/language/sentences.ts';
import { words } from '../../src/language/words.ts';

/** Lines of some 60 characters, as in old plain-text books; ends of lines fall where it hurts. */
const BOOK = `
     The mill stood empty from the spring of that year. Mr.
Fenn, who had kept it for the Abbey, left the valley on 14
May 1902 with one cart and two
hundred sheep, and nobody asked where he went. The wheel was
taken down in the autumn of
1931. The beams were sold to a ship-
wright at Harrow Quay, who paid twenty
five crowns for them and complained of the price -- as
everybody did who bought of the Abbey.

     It is said that the millstone lies in the pond still; the
children dive for it in summer!  None has
found it.
`;

const passages = passagesOf('book.txt', parsePlainText(BOOK));
const sentencesOf = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('hard-wrapped text', () => {
  it('is quoted as it stands, a paragraph a passage', () => {
    expect(passages).toHaveLength(2);
    for (const { start, end, text } of passages) expect(BOOK.slice(start, end)).toBe(text);
    expect(passages[0]!.text).toContain('from the spring of that year. Mr.\nFenn');
  });

  it('is cut into sentences as if its lines were joined', () => {
    const joined = passages[0]!.text.replaceAll('\n', ' ');
    expect(sentencesOf(passages[0]!.text).map((sentence) => sentence.replaceAll('\n', ' '))).toEqual(
      sentencesOf(joined),
    );
    expect(sentencesOf(joined).map((sentence) => sentence.slice(0, 12))).toEqual([
      'The mill sto',
      'Mr. Fenn, wh',
      'The wheel wa',
      'The beams we',
    ]);
  });

  it('does not take a year at the start of a line for the number of an item', () => {
    expect(sentencesOf(passages[0]!.text)[2]).toBe('The wheel was\ntaken down in the autumn of\n1931.');
    expect(sentencesOf('It needs:\n1. flour\n12. water')).toEqual(['It needs:', '1. flour', '12. water']);
  });

  it('finds a word that is divided at the end of a line', () => {
    const { text } = passages[0]!;
    const whole = words(text).find(({ form }) => form === 'shipwright')!;
    expect(text.slice(whole.start, whole.end)).toBe('ship-\nwright');
  });

  it('gives the windows that its joined lines would', () => {
    const model = { maxTokens: 60, countTokens: (text: string) => text.split(/\s+/).length };
    const [{ text }] = passages as [(typeof passages)[0]];
    const windows = windowsOf(text, model).map(({ start, end }) =>
      text.slice(start, end).replaceAll('\n', ' '),
    );
    const joined = text.replaceAll('\n', ' ');
    expect(windows).toEqual(windowsOf(joined, model).map(({ start, end }) => joined.slice(start, end)));
  });

  it('holds dates and numbers that go on in the next line', () => {
    expect(holds('he left on 14\nMay') & HOLDS.time).toBe(HOLDS.time);
    const sentence = sentencesOf(passages[0]!.text)[1]!;
    const day = focusOf(sentence, 'time', 'When did Fenn leave?')!;
    expect(sentence.slice(day.start, day.end)).toBe('14\nMay 1902');
    const sheep = focusOf(sentence, 'number', 'How many sheep?')!;
    expect(sentence.slice(sheep.start, sheep.end)).toBe('two\nhundred');
  });
});
