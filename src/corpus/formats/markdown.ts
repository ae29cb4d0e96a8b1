import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { askedHeadings, SECTION_SEPARATOR } from '../asked-headings.ts';
import { isCopyrightLine } from '../boilerplate.ts';
import type { Block, ParsedDocument } from '../document.ts';
import { frontMatter } from '../metadata.ts';
import { paragraphs, trimSpan } from '../paragraphs.ts';
import { htmlBlocks } from './markdown-html.ts';
import { oneLine } from './record.ts';

/** What is drawn or names a target, and says nothing itself. */
const NOT_CONTENT: ReadonlySet<RootContent['type']> = new Set(['thematicBreak', 'definition']);

/**
 * Markdown with GitHub's extensions: lists, tables, quotations and code stay whole; headings, and lines all in
 * bold, name sections.
 */
export function parseMarkdown(text: string): ParsedDocument {
  const stated = frontMatter(text);
  const from = stated?.span.end ?? 0;
  const blocks: Block[] = stated ? [{ ...stated.span, kind: 'metadata' }] : [];
  let title = stated?.metadata.title;
  const sections: { depth: number; words: string }[] = [];

  if (isTangled(text, from)) {
    for (const span of paragraphs(text, from)) {
      const isCopyright = isCopyrightLine(text.slice(span.start, span.end));
      blocks.push({ ...span, kind: isCopyright ? 'boilerplate' : 'paragraph' });
    }
    return { text, blocks, metadata: { ...stated?.metadata } };
  }
  // Front matter is blanked, not cut, so that the parser's offsets are the document's; and so is a byte order
  // mark, which the parser would cut.
  const body = text.slice(0, from).replace(/[^\n\r]/g, ' ') + text.slice(from).replace(/^\ufeff/, ' ');
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  let at = from;
  for (const [i, node] of tree.children.entries()) {
    const span = spanOf(text, node, at);
    if (!span) continue;
    at = span.end;
    const depth = headingDepth(node, tree.children[i + 1]);
    const section = sections.map(({ words }) => words).join(SECTION_SEPARATOR);
    const inSection = section === '' ? {} : { section };
    if (node.type === 'html') {
      for (const block of htmlBlocks(text, span))
        blocks.push({ ...block, ...(block.kind === 'paragraph' ? inSection : {}) });
    } else if (depth !== undefined) {
      const words = oneLine(plainWords(node));
      while (sections.length > 0 && sections.at(-1)!.depth >= depth) sections.pop();
      if (!title && depth === 1) title = words;
      else if (words !== '') sections.push({ depth, words });
      blocks.push({ ...span, kind: 'heading' });
    } else if (NOT_CONTENT.has(node.type) || isCopyrightLine(text.slice(span.start, span.end))) {
      blocks.push({ ...span, kind: 'boilerplate' });
    } else {
      blocks.push({ ...span, kind: 'paragraph', ...inSection });
    }
  }
  return {
    text,
    blocks: askedHeadings(text, blocks),
    metadata: { ...stated?.metadata, ...(title ? { title } : {}) },
  };
}

/** Below all of Markdown's own. */
const BOLD_DEPTH = 7;
const MAX_BOLD_LENGTH = 200;

/**
 * A line that is bold from end to end and no whole statement is a heading to its author, where something stands
 * under it. `undefined` for what is no heading.
 */
function headingDepth(node: RootContent, next: RootContent | undefined): number | undefined {
  if (node.type === 'heading') return node.depth;
  if (
    !isBold(node) ||
    !next ||
    next.type === 'heading' ||
    NOT_CONTENT.has(next.type) ||
    next.type === 'html' ||
    isBold(next)
  )
    return undefined;
  const words = plainWords(node);
  return words.length <= MAX_BOLD_LENGTH && !/[.!。！]$/.test(words.trim()) ? BOLD_DEPTH : undefined;
}

function isBold(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'strong';
}

/** Past these, CommonMark's rules take the parser minutes, or more stack than there is. */
const MAX_BLOCK_LENGTH = 50_000;
/** Closing brackets of a block: each is compared with what was opened before it. */
const MAX_BRACKETS = 2000;
const NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){50}/m;

/** Whether a text is Markdown by its name only: no person writes such a thing. */
function isTangled(text: string, from: number): boolean {
  return (
    NESTED.test(text) ||
    paragraphs(text, from).some(
      ({ start, end }) =>
        end - start > MAX_BLOCK_LENGTH || text.slice(start, end).split(']').length > MAX_BRACKETS,
    )
  );
}

/**
 * The node's place in the text, but not before `from`: the parser lets an underlined heading begin at the link
 * target above it.
 */
function spanOf(text: string, node: RootContent, from: number) {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined)
    throw new Error('The Markdown parser gave a node no position.');
  return trimSpan(text, { start: Math.max(start, from), end });
}

function plainWords(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plainWords).join('');
  return '';
}
