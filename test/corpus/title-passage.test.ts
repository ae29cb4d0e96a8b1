import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/corpus/formats/html.ts';
import { parseMarkdown } from '../../src/corpus/formats/markdown.ts';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import type { ParsedDocument } from '../../src/corpus/document.ts';
import { passagesOf } from '../../src/corpus/passages.ts';

const BODY = 'Bring a lamp.\n\nThe stairs are steep.';

function quotable(document: ParsedDocument): string[] {
  const passages = passagesOf('a', document);
  for (const { start, end, text } of passages) expect(document.text.slice(start, end)).toBe(text);
  return passages.map(({ text }) => text);
}

describe('a title is quoted too', () => {
  it.each([
    ['The cellar is unlocked from six to eight'],
    ['CELLAR FLOODED TWICE IN MARCH'],
    ['ห้องใต้ดินเปิดตั้งแต่หกโมงถึงแปดโมง'],
    ['地下室は六時から八時まで開いています'],
    ['- Ruth has the lamp'],
  ])('of plain text: %s', (title) => {
    const document = parsePlainText(`${title}\n\n${BODY}\n`);
    expect(document.metadata.title).toBe(title);
    expect(quotable(document)).toEqual([title, 'Bring a lamp.', 'The stairs are steep.']);
  });

  it.each([
    ['underlined', 'The cellar is dry\n=================\n\n'],
    ['between two lines', '=================\nThe cellar is dry\n=================\n\n'],
    ['marked', '= The cellar is dry =\n\n'],
    ['above its date', 'The cellar is dry\n2 May 2031\n\n'],
  ])('without what makes it a heading of plain text: %s', (_, top) => {
    expect(quotable(parsePlainText(top + BODY))[0]).toBe('The cellar is dry');
  });

  it.each([
    ['# The cellar is dry', 'The cellar is dry'],
    ['## The cellar is dry ##\n\n# The cellar is dry #', 'The cellar is dry'],
    ['The cellar is dry\n====', 'The cellar is dry'],
    ['# The *cellar* is `dry`', 'The *cellar* is `dry`'],
    ['# The [cellar](plan.md) is dry', 'The [cellar](plan.md) is dry'],
    ['---\ntitle: The cellar is dry\n---\n\n# The cellar is dry', 'The cellar is dry'],
  ])('without what makes it a heading of Markdown: %j', (top, title) => {
    expect(quotable(parseMarkdown(`${top}\n\n${BODY}`))).toContain(title);
  });

  it('of a page', async () => {
    const page = await parseHtml('<h1>The cellar <i>is</i> dry</h1><p>Bring a lamp.</p>');
    expect(quotable(page)).toEqual(['The cellar is dry', 'Bring a lamp.']);
  });

  it('where it is all that a file holds', () => {
    expect(quotable(parsePlainText('The cellar is dry'))).toEqual(['The cellar is dry']);
    expect(quotable(parseMarkdown('# The cellar is dry\n'))).toEqual(['The cellar is dry']);
  });

  it('once, however often it stands there', async () => {
    const text = `The cellar is dry\n\nThe cellar is dry\n\n${BODY}`;
    expect(quotable(parsePlainText(text)).filter((words) => words === 'The cellar is dry')).toHaveLength(1);
    const page = await parseHtml('<h1>The cellar is dry</h1><p>The cellar is dry</p><p>Bring a lamp.</p>');
    expect(quotable(page)).toEqual(['The cellar is dry', 'Bring a lamp.']);
  });

  it('and is no paragraph, nor a headline where it stands alone', () => {
    const headlines = (text: string) =>
      passagesOf('a', parseMarkdown(text)).map(({ isHeadline }) => isHeadline ?? false);
    expect(headlines(`# The cellar is dry\n\n${BODY}`)).toEqual([true, false, false]);
    expect(headlines(`# The cellar is dry\n\nThe cellar is dry\n\n${BODY}`)).toEqual([false, false, false]);
    expect(headlines('# The cellar is dry\n')).toEqual([false]);
  });

  it('and no other heading, nor a title that stands in the front matter alone', () => {
    const text = `---\ntitle: The cellar is dry\n---\n\n## Lamps\n\n${BODY}`;
    expect(quotable(parseMarkdown(text))).toEqual(['Bring a lamp.', 'The stairs are steep.']);
  });
});
