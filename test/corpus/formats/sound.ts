import { expect } from 'vitest';
import type { ParsedDocument } from '../../../src/corpus/document.ts';
import { passagesOf } from '../../../src/corpus/passages.ts';

/** Blocks in order, apart, covering all that is not white space; passages that are slices of the text, numbered in order. */
export function expectSound(document: ParsedDocument): void {
  const { text, blocks } = document;
  let at = 0;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(at, start).trim()).toBe('');
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
  let last = 0;
  for (const { start, end, text: passage, paragraph } of passagesOf('a', document)) {
    expect(text.slice(start, end)).toBe(passage);
    expect(paragraph).toBeGreaterThan(last);
    last = paragraph;
  }
}

/** The blocks of a kind, as text. */
export function blocksOf({ text, blocks }: ParsedDocument, kind = 'paragraph'): string[] {
  return blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));
}

/** The blocks with their texts, and the sections they stand in. */
export function shownBlocks({ text, blocks }: ParsedDocument) {
  return blocks.map(({ kind, start, end, section }) => ({
    kind,
    text: text.slice(start, end),
    ...(section === undefined ? {} : { section }),
  }));
}
