import { expect, it } from 'vitest';
import { FORMATS } from '../../src/corpus/formats/formats.ts';
import { reasonText } from '../../src/corpus/reason-text.ts';
import { SKIP_CODES } from '../../src/corpus/skip-reason.ts';

it('is told of every code, and no two alike', () => {
  const texts = SKIP_CODES.map((code) => reasonText({ code, detail: 'this' }));
  for (const text of texts) expect(text).toMatch(/^\S.*[^\s.]$/);
  expect(new Set(texts).size).toBe(SKIP_CODES.length);
});

it('says what the detail adds, and of which folder it holds', () => {
  expect(reasonText({ code: 'damaged' })).toBe('damaged');
  expect(reasonText({ code: 'damaged', detail: 'no end' })).toBe('damaged: no end');
  expect(reasonText({ code: 'unreadable', detail: 'EACCES', folder: 'in' })).toBe(
    'in cannot be read (EACCES)',
  );
  expect(reasonText({ code: 'paragraph-too-long', detail: '1,000,000 characters' })).toBe(
    'a paragraph of more than 1,000,000 characters: put blank lines into it',
  );
  expect(reasonText({ code: 'unknown-format' })).toBe(`not one of ${FORMATS.join(' ')}`);
});
