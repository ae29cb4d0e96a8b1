import { listPieces, tablePieces, type Container } from './html-containers.ts';
import { HtmlDetails, isSummaryHeading } from './html-details.ts';
import { MainPart } from './html-main-part.ts';
import { cellSpan } from './html-spans.ts';
import type { Piece } from './html-piece.ts';

const DROPPED =
  words(`script style noscript template iframe object svg canvas video audio map dialog head title
  button select option optgroup datalist input textarea progress meter nav footer aside`);
/** Of these, what a page may hold its only text in. */
const KEPT_IF_ALL_ELSE_FAILS = words('nav footer aside dialog');
const DROPPED_ROLES = words('navigation complementary contentinfo search');
/** Of what is left out, that which may stand within a line, beside what is inline anyway. */
const DROPPED_INLINE = words('script svg');
/** MediaWiki's "[edit]" behind a heading. */
const DROPPED_CLASS = /(?:^|\s)mw-editsection(?:\s|$)/;
/** All other elements start a new paragraph. */
const INLINE =
  words(`a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q
  meta link rp rt ruby s samp small span strike strong sub sup time tt u var wbr`);
/** Signs behind a heading that link to itself, by their class or by what they are. */
const PERMALINK = /\b(?:headerlink|copiable-link|header-anchor|anchorjs-link)\b/;
const PERMALINK_SIGNS = /^(?:[\s§¶#\u200b\p{Co}]|🔗|⚓|\ufe0f)+$/u;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Lists and tables nested deeper are read as plain paragraphs: each level would be copied once more. */
const MAX_NESTING = 12;

/**
 * Puts a page's text together from a parser's events, in time and memory linear in the page. A list up to
 * 2,000 characters is one piece with an item a line; of a longer one each item is. A table likewise: a row a
 * line with ` | ` between cells, or each row a piece of lines `column: value`. A table of one column, or with
 * whole paragraphs in a cell, is taken for layout, and its cells for ordinary text.
 */
export class HtmlBlocks {
  readonly #keepAll: boolean;
  readonly #part = new MainPart();
  /** For every open element that started a container, whether it was one too many. */
  readonly #containers: Container[] = [];
  #ignoredContainers = 0;
  readonly #details = new HtmlDetails();
  #dropDepth = 0;
  #preDepth = 0;
  #heading: number | undefined;
  #raised: 'sup' | 'sub' | undefined;
  #buffer: string[] = [];
  #linkDepth = 0;
  /** Where the link that was opened last begins in the buffer, if it leads to a place within a page. */
  #anchorFrom: number | undefined;

  /** @param keepAll whether navigation and the like is text too, and the page's main part is not set apart */
  constructor(keepAll: boolean) {
    this.#keepAll = keepAll;
  }

  /** Whether what comes now is left out. */
  get dropping(): boolean {
    return this.#dropDepth > 0;
  }

  /**
   * An element begins. Each must be closed, `<br>` and the like too.
   *
   * @param name in lower case, as are the names of the attributes
   */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#dropDepth > 0 || this.#isDropped(name, attributes)) {
      // What is left out still parts the words around it, unless it stands in a line of text.
      if (this.#dropDepth === 0 && !DROPPED_INLINE.has(name) && !INLINE.has(name)) {
        if (this.#details.inSummary) this.#buffer.push(' ');
        else this.#flush();
      }
      this.#dropDepth += 1;
    } else if (INLINE.has(name)) {
      if (name === 'br') this.#buffer.push('\n');
      else if (name === 'sup' || name === 'sub') this.#raised = name;
      else if (name === 'a') {
        this.#linkDepth += 1;
        this.#anchorFrom = attributes['href']?.includes('#') ? this.#buffer.length : undefined;
      }
    } else {
      this.#part.open(name, attributes['role']);
      if (this.#isInHeading(name)) this.#buffer.push(' ');
      else {
        if (this.#details.inSummary) this.#closeSummary();
        this.#flush();
        this.#openBlock(name, attributes);
      }
    }
  }

  /** Text of the element that is open, its entities decoded; it may come in parts. */
  text(text: string): void {
    if (this.#dropDepth > 0) return;
    const isHeading = this.#heading !== undefined && !this.#details.inSummary;
    if (this.#linkDepth === 0 && !isHeading) this.#part.weigh(text.trim().length);
    if (this.#preDepth > 0) this.#buffer.push(text);
    else {
      const raised = this.#raised === 'sup' ? SUPERSCRIPTS : this.#raised === 'sub' ? SUBSCRIPTS : undefined;
      const shown =
        raised && /^\d{1,9}$/.test(text) ? text.replace(/\d/g, (digit) => raised[Number(digit)]!) : text;
      this.#buffer.push(shown.replace(/[ \t\n\r\f]+/g, ' '));
    }
  }

  /** The element ends that was opened last and is still open. */
  close(name: string): void {
    if (this.#dropDepth > 0) this.#dropDepth -= 1;
    else if (INLINE.has(name)) {
      if (name === 'sup' || name === 'sub') this.#raised = undefined;
      else if (name === 'a') this.#closeLink();
    } else if (this.#isInHeading(name)) {
      this.#buffer.push(' ');
      this.#part.close();
    } else {
      this.#flush();
      // A list ends within the part that it stands in.
      this.#closeBlock(name);
      this.#part.close();
    }
  }

  /** The pieces of the page's main part, in order (see {@link MainPart}). To be called once, at the end. */
  finish(): readonly Piece[] {
    this.#flush();
    while (this.#containers.length > 0) this.#closeContainer();
    return this.#keepAll ? this.#part.all : this.#part.pieces();
  }

  /** A heading stays one, whatever boxes its words are laid out in. */
  #isInHeading(name: string): boolean {
    if (this.#heading === undefined) return false;
    return name === 'div' || this.#details.isOneLine(name);
  }

  #closeSummary(): void {
    this.#heading = undefined;
    this.#details.closeSummary();
  }

  #closeLink(): void {
    this.#linkDepth -= 1;
    const from = this.#anchorFrom;
    this.#anchorFrom = undefined;
    if (from !== undefined && PERMALINK_SIGNS.test(this.#buffer.slice(from).join('')))
      this.#buffer.length = from;
  }

  #isDropped(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#keepAll && KEPT_IF_ALL_ELSE_FAILS.has(name)) return false;
    if (DROPPED.has(name) || 'hidden' in attributes) return true;
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')) return true;
    const { class: classes = '' } = attributes;
    if (DROPPED_CLASS.test(classes) || (name === 'a' && PERMALINK.test(classes))) return true;
    return !this.#keepAll && DROPPED_ROLES.has(attributes['role'] ?? '');
  }

  #openBlock(name: string, attributes: Readonly<Record<string, string>>): void {
    const container = this.#containers.at(-1);
    if (name === 'pre') this.#preDepth += 1;
    else if (/^h[1-6]$/.test(name)) this.#heading = this.#details.level(Number(name[1]));
    else if (name === 'details') this.#details.open(container !== undefined);
    else if (name === 'summary') this.#heading = this.#details.openSummary();
    else if (name === 'ul' || name === 'ol' || name === 'dl') {
      const first = Number.parseInt(attributes['start'] ?? '1', 10);
      this.#openContainer({ type: 'list', marker: name, first: Number.isNaN(first) ? 1 : first, items: [] });
    } else if (name === 'table')
      this.#openContainer({ type: 'table', rows: [], spans: new Map(), hasHeader: false });
    else if (container?.type === 'list' && (name === 'li' || name === 'dt')) container.items.push([]);
    else if (container?.type === 'table') {
      if (name === 'tr' || name === 'caption') container.rows.push([]);
      if (name === 'td' || name === 'th' || name === 'caption') {
        if (container.rows.length === 0) container.rows.push([]);
        if (name === 'th' && container.rows.length === 1) container.hasHeader = true;
        const cell: Piece[] = [];
        const span = cellSpan(attributes);
        if (span) container.spans.set(cell, span);
        container.rows.at(-1)!.push(cell);
      }
    }
  }

  #closeBlock(name: string): void {
    if (name === 'pre') this.#preDepth -= 1;
    else if (/^h[1-6]$/.test(name)) this.#heading = undefined;
    else if (name === 'summary') this.#closeSummary();
    else if (name === 'details') {
      const level = this.#details.close();
      if (level !== undefined) this.#add({ text: '', level });
    } else if (name === 'ul' || name === 'ol' || name === 'dl' || name === 'table') {
      if (this.#ignoredContainers > 0) this.#ignoredContainers -= 1;
      else if (this.#containers.length > 0) this.#closeContainer();
    }
  }

  #openContainer(container: Container): void {
    if (this.#containers.length >= MAX_NESTING) this.#ignoredContainers += 1;
    else this.#containers.push(container);
  }

  #closeContainer(): void {
    const container = this.#containers.pop()!;
    for (const piece of container.type === 'list' ? listPieces(container) : tablePieces(container)) {
      this.#add(piece);
    }
  }

  #add(piece: Piece): void {
    const container = this.#containers.at(-1);
    if (container?.type === 'list') {
      if (container.items.length === 0) container.items.push([]);
      container.items.at(-1)!.push(piece);
    } else if (container) {
      if (container.rows.length === 0) container.rows.push([]);
      const row = container.rows.at(-1)!;
      if (row.length === 0) row.push([]);
      row.at(-1)!.push(piece);
    } else this.#part.add(piece);
  }

  #flush(): void {
    if (this.#buffer.length === 0) return;
    const raw = this.#buffer.join('');
    this.#buffer = [];
    this.#anchorFrom = undefined;
    const parts =
      this.#preDepth > 0
        ? [raw.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()]
        : raw
            .replace(/ {2,}/g, ' ')
            .replace(/ ?\n ?/g, '\n')
            .split(/\n{2,}/);
    const texts = parts
      .map((part) => (this.#preDepth > 0 ? part : part.trim()))
      // Bullets and bars that are only drawn.
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const level = this.#details.inSummary && !isSummaryHeading(texts) ? undefined : this.#heading;
    for (const text of texts) this.#add(level === undefined ? { text } : { text, level });
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
