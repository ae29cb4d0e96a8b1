import type { Block, Span } from '../document.ts';
import { trimSpan } from '../paragraphs.ts';

/** Comments, what a browser runs or styles by, and tags; none of its parts is looked through twice. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w-]*)(?=[\s/>])[^<>]*>|<[?!][^<>]*>/gi;
/** Tags inside of a sentence. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
);

/**
 * The blocks of a piece of HTML that stands in Markdown: the text between its tags can be quoted, the tags cannot.
 * Together they hold every character of the span that is no white space, in order.
 */
export function htmlBlocks(text: string, span: Span): Block[] {
  const blocks: Block[] = [];
  const html = text.slice(span.start, span.end);
  let kind: Block['kind'] = 'paragraph';
  let from = 0;
  const close = (end: number, as: Block['kind']): void => {
    const trimmed = trimSpan(text, { start: span.start + from, end: span.start + end });
    from = end;
    if (!trimmed) return;
    const last = blocks.at(-1);
    const saysSomething = /[\p{L}\p{N}]/u.test(text.slice(trimmed.start, trimmed.end).replace(MARKUP, ''));
    if (as !== 'boilerplate' && saysSomething) blocks.push({ ...trimmed, kind: as });
    else if (last?.kind === 'boilerplate') blocks[blocks.length - 1] = { ...last, end: trimmed.end };
    else blocks.push({ ...trimmed, kind: 'boilerplate' });
  };
  for (const match of html.matchAll(MARKUP)) {
    const name = match[3]?.toLowerCase();
    if (name !== undefined && INLINE.has(name)) continue;
    close(match.index, kind);
    close(match.index + match[0].length, 'boilerplate');
    kind = name !== undefined && /^h[1-6]$/.test(name) && match[2] === '' ? 'heading' : 'paragraph';
  }
  close(html.length, kind);
  return blocks;
}
