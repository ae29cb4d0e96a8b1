import { askedHeadings } from '../asked-headings.ts';
import { withDatedLines } from '../dated-lines.ts';
import { withDateline } from '../dateline.ts';
import { decode } from '../decode.ts';
import type { DocumentMetadata, ParsedDocument } from '../document.ts';
import { isCopyrightLine } from '../copyright-line.ts';
import { isoDate, statedDate } from '../stated-date.ts';
import { Sections } from '../sections.ts';
import { withTitleDate } from '../title-date.ts';
import { ExtractedText } from './extracted-text.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { isNameless } from './html-details.ts';
import type { Piece } from './html-piece.ts';
import { oneLine } from './record.ts';

/** What a page writes beside its text. */
interface Head {
  title: string;
  meta: Map<string, string>;
  canonical?: string;
  time?: string;
}

/** In UTF-16 code units: as much of a page is looked at for its encoding. */
const CHARSET_WITHIN = 4000;
const CHARSET = /<meta[^<>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i;
const XML_ENCODING = /^\s*<\?xml[^<>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})["']/i;
const DATES = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.issued',
];
const AUTHORS = ['author', 'article:author', 'dc.creator'];

/**
 * HTML: paragraphs as a browser would show them, a list or table whole while it is short (see
 * {@link HtmlBlocks}), headings and the short summaries of details as sections. Navigation, footers, asides, scripts and
 * forms' controls are left out, and where the page marks its main part (`main`, else `article`), all that is not in it,
 * unless that is most of the page or nothing would be left.
 */
export async function parseHtml(html: string): Promise<ParsedDocument> {
  const { Parser } = await import('htmlparser2');
  const read = (keepAll: boolean): { head: Head; pieces: readonly Piece[] } => {
    const head: Head = { title: '', meta: new Map() };
    const blocks = new HtmlBlocks(keepAll);
    let inTitle = false;
    const parser = new Parser({
      onopentag(name, attributes) {
        inTitle = name === 'title' && head.title === '';
        readHead(head, name, attributes, blocks.dropping);
        blocks.open(name, attributes);
      },
      ontext(text) {
        if (inTitle) head.title += text;
        blocks.text(text);
      },
      onclosetag(name) {
        inTitle = false;
        blocks.close(name);
      },
    });
    parser.end(html);
    return { head, pieces: blocks.finish() };
  };
  const content = read(false);
  const saysSomething = content.pieces.some(({ level }) => level === undefined);
  return toDocument(saysSomething ? content : read(true));
}

/** {@link parseHtml} of bytes, whose encoding the page itself may state. */
export function parseHtmlBytes(bytes: Uint8Array): Promise<ParsedDocument> {
  return parseHtml(decodeHtml(bytes));
}

function decodeHtml(bytes: Uint8Array): string {
  const text = decode(bytes);
  // Bytes that are valid UTF-8 by chance are next to impossible, so only the fallback is in question.
  if (isUtf(bytes)) return text;
  const start = text.slice(0, CHARSET_WITHIN);
  const charset = (XML_ENCODING.exec(start) ?? CHARSET.exec(start))?.[1];
  if (charset === undefined) return text;
  try {
    const decoder = new TextDecoder(charset);
    // Read as Windows-1252 already, better than several releases of Node.js do; and a page whose declaration could be
    // read byte by byte is not in UTF-16.
    return /^(?:windows-1252|utf-16)/.test(decoder.encoding) ? text : decoder.decode(bytes);
  } catch {
    return text;
  }
}

function isUtf(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function readHead(
  head: Head,
  name: string,
  attributes: Readonly<Record<string, string>>,
  dropped: boolean,
): void {
  if (name === 'meta') {
    const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase();
    const content = oneLine(attributes['content'] ?? '');
    if (key !== undefined && content !== '' && !head.meta.has(key)) head.meta.set(key, content);
  } else if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical') {
    head.canonical ??= attributes['href']?.trim() ?? '';
  } else if (name === 'time' && !dropped && isoDate(attributes['datetime']?.trim() ?? '')) {
    head.time ??= attributes['datetime']!.trim();
  }
}

function toDocument({ head, pieces }: { head: Head; pieces: readonly Piece[] }): ParsedDocument {
  const tops = pieces.filter(({ level }) => level === 1);
  const top = tops[0] ? oneLine(tops[0].text) : '';
  // What browsers show as the title often names the site too; one heading above all others says it better.
  const title =
    head.meta.get('og:title') ??
    ((tops.length === 1 && top) || oneLine(head.title) || (pieces[0] === tops[0] && top) || '');
  const text = new ExtractedText();
  const sections = new Sections();
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1];
    const isAlone = piece.text !== '' && next?.text === '' && next.level === piece.level;
    if (piece.level !== undefined && !isAlone) {
      const words = oneLine(piece.text);
      const isTitle = words === title || (piece === tops[0] && tops.length === 1);
      sections.enter(piece.level, isTitle || isNameless(words, piece.level) ? '' : words);
      if (words !== '') text.add('heading', piece.text);
    } else if (isCopyrightLine(piece.text)) text.add('boilerplate', piece.text);
    else text.add('paragraph', piece.text, { section: sections.path });
  }
  const { blocks, ...parsed } = text.finish(metadataOf(head, title));
  const dated = withDatedLines({ ...parsed, blocks });
  return withTitleDate(withDateline({ ...dated, blocks: askedHeadings(dated.text, dated.blocks) }));
}

function metadataOf(head: Head, title: string): DocumentMetadata {
  const stated = (names: readonly string[]) => names.map((name) => head.meta.get(name));
  const date = [...stated(DATES), head.time].map((at) => statedDate(at ?? '')).find((at) => at !== undefined);
  const url = [head.canonical, head.meta.get('og:url')].find((address) => isWebAddress(address ?? ''));
  // Some sites give the author's page instead of a name.
  const author = stated(AUTHORS).find((name) => name !== undefined && !isWebAddress(name));
  return {
    ...(title === '' ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
  };
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/i.test(address);
}
