import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedText, windowsOf } from '../../src/index/windows.ts';

/** A token for each word, as short texts have. */
const model = { maxTokens: 20, countTokens: (text: string) => text.split(/\s+/).filter(Boolean).length };
const sentence = (words: number, first: string) =>
  `${[first, ...Array<string>(words - 1).fill('word')].join(' ')}.`;
const levels = (text: string) => windowsOf(text, model).map(({ level }) => level);

test('a single sentence is one window', () => {
  expect(levels(sentence(9, 'One'))).toEqual(['passage']);
});

test('several sentences are windows beside the whole', () => {
  const windows = windowsOf(`${sentence(15, 'One')} ${sentence(15, 'Two')}`, { ...model, maxTokens: 40 });
  expect(windows.map(({ level }) => level)).toEqual(['passage', 'sentence', 'sentence']);
});

test('short sentences go with the next', () => {
  expect(levels(`${sentence(3, 'One')} ${sentence(9, 'Two')}`)).toEqual(['passage']);
});

test('what does not fit has several windows, and a sentence that does not fit is cut', () => {
  const text = sentence(70, 'Long');
  const windows = windowsOf(text, model);
  expect(windows.length).toBeGreaterThanOrEqual(4);
  for (const { start, end } of windows)
    expect(model.countTokens(text.slice(start, end))).toBeLessThanOrEqual(20);
});

test("a passage is embedded under its section's title, and fits the model with it", () => {
  const section = 'How do I install it?';
  const text = `${sentence(12, 'One')} ${sentence(12, 'Two')}`;
  for (const { start, end, level } of windowsOf(text, model, section)) {
    const embedded = embeddedText(text.slice(start, end), level, section);
    expect(embedded.startsWith(section)).toBe(level === 'passage');
    expect(model.countTokens(embedded)).toBeLessThanOrEqual(20);
  }
  const long = embeddedText('text', 'passage', 'x'.repeat(5000));
  expect(long.length).toBeLessThan(200);
});

test('every character that is not white space is in a window of each level that there is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Ab', 'cd', '.', '! ', ' ', '\n', '。', '北', '𝒳')), (parts) => {
      const text = parts.join('');
      const covered = new Set<number>();
      for (const { start, end, level } of windowsOf(text, model)) {
        if (level === 'passage') for (let i = start; i < end; i++) covered.add(i);
      }
      for (let i = 0; i < text.length; i++) if (text[i]!.trim() !== '') expect(covered.has(i)).toBe(true);
    }),
  );
});
