import type { Block, ParsedDocument, Span } from './document.ts';
import { lines, trimSpan } from './paragraphs.ts';

/** The heading that is a document's title, and where its words stand without what marks it as a heading. */
interface TitlePassage {
  readonly heading: Block;
  readonly words: Span;
}

/** In UTF-16 code units: what is not shown of a title, e.g. where its links lead to, is seldom longer. */
const MAX_HIDDEN = 500;
/** Where a link of Markdown leads to, and tags. */
const HIDDEN = /\]\([^()]*\)|<[^<>]*>/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Of a heading in one line, in front of it and behind it. */
const MARK_BEFORE = /^[#=]{1,6}[ \t]+/;
const MARK_BEHIND = /[ \t]+[#=]{1,6}$/;

/**
 * The heading that is a document's title, to be quoted as well: it may state what no paragraph repeats, as the first line
 * of a notice does. Those of sections are shown with each paragraph below them, and searched with it.
 *
 * `undefined` where the title stands in no heading, or in a paragraph too.
 */
export function titlePassage({ text, blocks, metadata }: ParsedDocument): TitlePassage | undefined {
  const { title = '' } = metadata;
  const said = plain(title);
  if (said === '') return undefined;
  const isTitle = ({ start, end }: Span): boolean =>
    end - start <= 2 * title.length + MAX_HIDDEN && plain(text.slice(start, end)) === said;
  const heading = blocks.find((block) => block.kind === 'heading' && isTitle(block));
  if (!heading || blocks.some((block) => block.kind === 'paragraph' && isTitle(block))) return undefined;
  return { heading, words: withoutMarks(text, heading) };
}

/** What is said, whatever marks are set. */
function plain(words: string): string {
  const shown = words.replace(HIDDEN, ' ');
  return shown.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** A heading without the lines drawn above and below it, and without the marks of its level. */
function withoutMarks(text: string, heading: Span): Span {
  const written = [...lines(text.slice(0, heading.end), heading.start)].filter(({ start, end }) =>
    SAYS_SOMETHING.test(text.slice(start, end)),
  );
  const { start, end } = trimSpan(text, { start: written[0]!.start, end: written.at(-1)!.end })!;
  const words = text.slice(start, end);
  const before = MARK_BEFORE.exec(words)?.[0].length ?? 0;
  return { start: start + before, end: end - (MARK_BEHIND.exec(words.slice(before))?.[0].length ?? 0) };
}
