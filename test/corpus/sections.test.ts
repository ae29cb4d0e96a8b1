import { expect, it } from 'vitest';
import { Sections } from '../../src/corpus/sections.ts';

it('names the section a place is in and those around it', () => {
  const sections = new Sections();
  expect(sections.path).toBeUndefined();
  sections.enter(2, 'Linux');
  sections.enter(4, 'Installation');
  expect(sections.path).toBe('Linux › Installation');
  sections.enter(3, 'Use');
  expect(sections.path).toBe('Linux › Use');
  sections.enter(2, '');
  expect(sections.path).toBeUndefined();
});

it('stays short, however deep and long the headings are', () => {
  const sections = new Sections();
  for (let depth = 0; depth < 1000; depth++) sections.enter(depth, '🎉'.repeat(100_000));
  expect(sections.path!.length).toBeLessThan(2000);
  expect(sections.path).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
