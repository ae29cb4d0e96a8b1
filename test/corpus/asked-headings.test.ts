import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/corpus/formats/markdown.ts';
import { parsePlainText } from '../../src/corpus/formats/plain-text.ts';
import type { ParsedDocument } from '../../src/corpus/document.ts';

const shown = ({ text, blocks }: ParsedDocument) =>
  blocks.map(({ kind, start, end, section }) => `${kind} ${text.slice(start, end)} | ${section ?? '–'}`);

const FAQ = [
  'Can I bring a friend?',
  'Yes, one.',
  'Q: What does it cost?',
  'Nothing.',
  'Who leads it?',
  'Ana.',
];

describe('the questions of a list of questions and answers', () => {
  it('are the headings of their answers', () => {
    expect(shown(parsePlainText(FAQ.join('\n\n')))).toEqual([
      'heading Can I bring a friend? | –',
      'paragraph Yes, one. | Can I bring a friend?',
      'heading Q: What does it cost? | –',
      'paragraph Nothing. | What does it cost?',
      'heading Who leads it? | –',
      'paragraph Ana. | Who leads it?',
    ]);
  });

  it('stand under the heading around them, and end with it', () => {
    const text = ['# FAQ', '## Joining', ...FAQ, '## Leaving', 'Write to us.'].join('\n\n');
    const blocks = shown(parseMarkdown(text));
    expect(blocks).toContain('paragraph Yes, one. | Joining › Can I bring a friend?');
    expect(blocks.at(-1)).toBe('paragraph Write to us. | Leaving');
  });

  it('stay paragraphs in a story, as the last word, and where nobody answers', () => {
    const story = ['He came in.', '“Who is there?”', 'Nobody spoke.', 'Was it the wind?', 'It was late.'];
    expect(shown(parsePlainText(story.join('\n\n'))).every((block) => block.startsWith('paragraph'))).toBe(
      true,
    );
    const open = ['Who?', 'When?', 'Where?', 'Why?'];
    expect(shown(parsePlainText(open.join('\n\n'))).some((block) => block.startsWith('heading W'))).toBe(
      false,
    );
  });
});

describe('a line of Markdown that is bold from end to end', () => {
  it('is a heading when something stands under it', () => {
    const text =
      '## Patch\n\n**Balance**\n\nStone Skin lasts 35 s.\n\n**Bugs:**\n\n- A crash.\n\n**The end**';
    expect(shown(parseMarkdown(text))).toEqual([
      'heading ## Patch | –',
      'heading **Balance** | –',
      'paragraph Stone Skin lasts 35 s. | Patch › Balance',
      'heading **Bugs:** | –',
      'paragraph - A crash. | Patch › Bugs:',
      'paragraph **The end** | Patch › Bugs:',
    ]);
  });

  it('is quoted when it is a statement', () => {
    const text = '**Never share your token.**\n\nIt is a password.';
    expect(shown(parseMarkdown(text))).toEqual([
      'paragraph **Never share your token.** | –',
      'paragraph It is a password. | –',
    ]);
  });
});
