import { decodeHTML } from 'entities';
import type { Block, Span } from '../document.ts';
import { trimSpan } from '../paragraphs.ts';
import type { Sections } from '../sections.ts';
import { HtmlDetails, isNameless, isSummaryHeading } from './html-details.ts';
import { oneLine } from './record.ts';

/** Comments, what a browser runs or styles by, and tags; none of its parts is looked through twice. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w-]*)(?=[\s/>])[^<>]*>|<[?!][^<>]*>/gi;
/** Tags inside of a sentence. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img ins kbd mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
);

/** The HTML that stands in Markdown, piece by piece; what is between two pieces may stand in details that they open. */
export class MarkdownHtml {
  readonly #text: string;
  readonly #blocks: Block[];
  readonly #sections: Sections;
  readonly #details = new HtmlDetails();
  /** Of the heading that the last summary made, until details end. */
  #summary = -1;

  /** @param blocks those of the document so far, to which is added */
  constructor(text: string, blocks: Block[], sections: Sections) {
    this.#text = text;
    this.#blocks = blocks;
    this.#sections = sections;
  }

  /** The depth of a heading of Markdown's that stands here. */
  depth(heading: number): number {
    return this.#details.level(heading);
  }

  /**
   * Adds the blocks of a piece: the text between its tags can be quoted, the tags cannot, and a summary is a heading as
   * in a page ({@link isSummaryHeading}). Together they hold every character that is no white space, in order.
   */
  add(span: Span): void {
    const html = this.#text.slice(span.start, span.end);
    let summary: { level: number; from: number } | undefined;
    let kind: Block['kind'] = 'paragraph';
    let from = span.start;
    const first = this.#blocks.length;
    const close = (end: number, as: Block['kind']): void => {
      const trimmed = trimSpan(this.#text, { start: from, end });
      from = end;
      if (trimmed)
        this.#push(trimmed, as !== 'boilerplate' && this.#words(trimmed) !== '' ? as : 'boilerplate', first);
    };
    for (const match of html.matchAll(MARKUP)) {
      const name = match[3]?.toLowerCase();
      if (name !== undefined && INLINE.has(name)) continue;
      const opens = match[2] === '';
      const at = span.start + match.index;
      close(at, kind);
      if (name === 'summary' && !opens && summary) this.#endSummary(summary);
      if (name === 'summary') {
        const level = opens ? this.#details.openSummary() : undefined;
        summary = level === undefined ? undefined : { level, from: this.#blocks.length };
      } else if (name === 'details') this.#turnDetails(opens);
      close(at + match[0].length, 'boilerplate');
      kind = name !== undefined && /^h[1-6]$/.test(name) && opens ? 'heading' : 'paragraph';
    }
    close(span.end, kind);
  }

  #push(span: Span, kind: Block['kind'], first: number): void {
    const last = this.#blocks.at(-1);
    if (kind === 'boilerplate' && last?.kind === kind && this.#blocks.length > first)
      this.#blocks[this.#blocks.length - 1] = { ...last, end: span.end };
    else this.#blocks.push({ ...span, kind, ...(kind === 'paragraph' ? this.#inSection() : {}) });
  }

  #endSummary({ level, from }: { level: number; from: number }): void {
    this.#details.closeSummary();
    const said = this.#blocks.slice(from).filter(({ kind }) => kind !== 'boilerplate');
    const words = said.map((block) => this.#words(block));
    if (!said[0] || !isSummaryHeading(words)) return;
    const { start, end } = said[0];
    this.#summary = this.#blocks.lastIndexOf(said[0]);
    this.#blocks[this.#summary] = { start, end, kind: 'heading' };
    this.#sections.enter(level, isNameless(words[0]!, level) ? '' : words[0]!);
  }

  #turnDetails(opens: boolean): void {
    if (opens) this.#details.open(false);
    const level = opens ? undefined : this.#details.close();
    if (level === undefined) return;
    this.#sections.enter(level, '');
    const summary = this.#blocks[this.#summary];
    // With nothing below it, it is what there is to quote.
    if (summary && this.#blocks.slice(this.#summary + 1).every(({ kind }) => kind === 'boilerplate'))
      this.#blocks[this.#summary] = { ...summary, kind: 'paragraph', ...this.#inSection() };
    this.#summary = -1;
  }

  #inSection(): Pick<Block, 'section'> {
    return this.#sections.path === undefined ? {} : { section: this.#sections.path };
  }

  /** What a browser would show of a span, if that says something. */
  #words({ start, end }: Span): string {
    const shown = this.#text.slice(start, end).replace(MARKUP, '');
    return /[\p{L}\p{N}]/u.test(shown) ? oneLine(decodeHTML(shown)) : '';
  }
}
