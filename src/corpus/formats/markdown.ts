import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { askedHeadings } from '../asked-headings.ts';
import { isCopyrightLine } from '../copyright-line.ts';
import type { Block, ParsedDocument, Span } from '../document.ts';
import { withDatedLines } from '../dated-lines.ts';
import { withDateline } from '../dateline.ts';
import { frontMatter } from '../front-matter.ts';
import { paragraphs, trimSpan } from '../paragraphs.ts';
import { plainHeadings } from '../plain-headings.ts';
import { Sections } from '../sections.ts';
import { withTitleDate } from '../title-date.ts';
import { MarkdownHtml } from './markdown-html.ts';
import { oneLine } from './record.ts';

/** What is drawn or names a target, and says nothing itself. */
const NOT_CONTENT: ReadonlySet<RootContent['type']> = new Set(['thematicBreak', 'definition']);
/** Below all of Markdown's own, above the summary of details. */
const BOLD_DEPTH = 6.5;
const MAX_BOLD_LENGTH = 200;
/** Past these, CommonMark's rules take the parser minutes, or more stack than there is. */
const MAX_BLOCK_LENGTH = 50_000;
/** Closing brackets of a block: each is compared with what was opened before it. */
const MAX_BRACKETS = 2000;
const NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){50}/m;
/** The beginning or the end of a block of code; the parser is to see where code stands. */
const FENCE = /^[ \t]{0,3}(?:`{3,}|~{3,})[^`\n]{0,100}$/gm;

const BADGE = /\bbadges?\b|\bshields\.io\//i;

/**
 * Markdown with GitHub's extensions: lists, tables, quotations and code stay whole; headings, lines all in
 * bold, short summaries of details, and lines that are headings by their form (see {@link plainHeadings}) name sections.
 */
export function parseMarkdown(text: string): ParsedDocument {
  const stated = frontMatter(text);
  const from = stated?.span.end ?? 0;
  const blocks: Block[] = stated ? [{ ...stated.span, kind: 'metadata' }] : [];
  let title = stated?.metadata.title;
  const sections = new Sections();
  const html = new MarkdownHtml(text, blocks, sections);

  const tangled = paragraphs(text, from)
    .filter(({ start, end }) => isTangled(text.slice(start, end)))
    .flatMap((span) => [...withoutFences(text, span)]);
  // Front matter is blanked, not cut, so that the parser's offsets are the document's; and so are what it must not
  // be given and a byte order mark, which it would cut.
  let body = blanked(text, [{ start: 0, end: from }, ...tangled]);
  if (text.charCodeAt(from) === 0xfeff) body = blanked(body, [{ start: from, end: from + 1 }]);
  const inSection = () => (sections.path === undefined ? {} : { section: sections.path });
  const pushTangled = (before: number): void => {
    while (tangled[0] && tangled[0].end <= before) {
      const span = tangled.shift()!;
      const isCopyright = isCopyrightLine(text.slice(span.start, span.end));
      if (isCopyright) blocks.push({ ...span, kind: 'boilerplate' });
      else blocks.push({ ...span, kind: 'paragraph', ...inSection() });
    }
  };
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  let at = from;
  for (const [i, node] of tree.children.entries()) {
    const span = spanOf(text, node, at);
    if (!span) continue;
    at = span.end;
    pushTangled(span.start);
    // What stands in a fence is the code's.
    while (tangled[0] && tangled[0].start < span.end) tangled.shift();
    const depth = headingDepth(node, tree.children[i + 1]);
    if (node.type === 'html') {
      html.add(span);
    } else if (depth !== undefined) {
      const words = oneLine(plainWords(node));
      const isTitle = !title && depth === 1;
      if (isTitle) title = words;
      sections.enter(html.depth(depth), isTitle ? '' : words);
      blocks.push({ ...span, kind: 'heading' });
    } else if (
      NOT_CONTENT.has(node.type) ||
      isBadges(node) ||
      isCopyrightLine(text.slice(span.start, span.end))
    ) {
      blocks.push({ ...span, kind: 'boilerplate' });
    } else {
      blocks.push({ ...span, kind: 'paragraph', ...inSection() });
    }
  }
  pushTangled(Infinity);
  const parsed = withDatedLines(
    { text, blocks, metadata: { ...stated?.metadata, ...(title ? { title } : {}) } },
    withoutEmphasis,
  );
  return withTitleDate(
    withDateline({ ...parsed, blocks: askedHeadings(text, plainHeadings(text, parsed.blocks)) }),
  );
}

/** What a line says that is short, without the marks of bold and italics and those of a line's end. */
function withoutEmphasis(line: string): string {
  return line.replace(/(?<![^\s(:])[*_]{1,3}|[*_]{1,3}(?![^\s:.,)\\])|\\$/g, '');
}

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

/** Whether a paragraph is nothing but pictures that lead elsewhere, or tell a project's state. */
function isBadges(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const shown = node.children.filter(
    (child) => plainWords(child).trim() !== '' || isPicture(child) || 'children' in child,
  );
  return (
    shown.length > 0 &&
    shown.every(
      (child) =>
        (child.type === 'image' && BADGE.test(child.url)) ||
        ((child.type === 'link' || child.type === 'linkReference') &&
          child.children.length > 0 &&
          child.children.every(isPicture)),
    )
  );
}

function isPicture({ type }: Nodes): boolean {
  return type === 'image' || type === 'imageReference';
}

/** Whether the parser must not be given a block: it is quoted as it stands, as a paragraph. */
function isTangled(block: string): boolean {
  return block.length > MAX_BLOCK_LENGTH || block.split(']').length > MAX_BRACKETS || NESTED.test(block);
}

function* withoutFences(text: string, { start, end }: Span): Generator<Span> {
  let at = start;
  for (const { index, 0: fence } of text.slice(start, end).matchAll(FENCE)) {
    const before = trimSpan(text, { start: at, end: start + index });
    if (before) yield before;
    at = start + index + fence.length;
  }
  const rest = trimSpan(text, { start: at, end });
  if (rest) yield rest;
}

/** The text with spaces for what stands in the spans, line ends kept: every offset stays. */
function blanked(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ');
    at = end;
  }
  return out + text.slice(at);
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
