import { AttachmentBuilder } from 'discord.js';
import type { Passage, Span } from '../../corpus/document.ts';
import type { Library, LibraryDocument } from '../../index/library.ts';
import { blockQuote } from '../block-quote.ts';
import { button, container, file, row, text } from '../components.ts';
import { formatCustomId } from '../custom-id.ts';
import { inline } from '../escape.ts';
import { MAX_ATTACHMENT_BYTES, MAX_TEXT } from '../limits.ts';
import { documentKey } from '../sources.ts';
import type { View } from '../view.ts';
import { formatDate } from '../wording.ts';

/** Kept for the heading and the notes. */
const HEADER = 800;
/** Longest label over a paragraph. */
const LABEL = 120;
/** Paragraphs shown on each side of the one that was asked for. */
const NEIGHBOURS = 2;
/** Less room than this is not worth beginning another paragraph. */
const MIN_ROOM = 40 + LABEL;

export type Place =
  | { readonly kind: 'around'; readonly passage: Passage; readonly highlights: readonly Span[] }
  | { readonly kind: 'from' | 'until'; readonly offset: number };

/** What of a document is on the page, in document offsets. */
interface Page extends Span {
  readonly markdown: string;
}

/** A page of a document, with buttons to read on and the whole text as a file. */
export function renderDocument(library: Library, document: LibraryDocument, place: Place): View {
  const passages = library.passages(document.source);
  const page = pageAt(passages, place);
  const key = documentKey(document.source);
  const before = passages.some(({ start }) => start < page.start);
  const after = passages.some(({ end }) => end > page.end);
  const attachment = attachmentOf(library, document);
  const note = attachment ? '' : '\n-# The whole text is too large to be attached.';
  const read = (direction: 'from' | 'until', offset: number): string =>
    formatCustomId({ kind: 'read', document: key, direction, offset });
  return {
    components: [
      container([text(`${headingOf(document)}${note}`), text(page.markdown)]),
      row(
        button(read('until', page.start), '◀', { disabled: !before }),
        button(read('from', page.end), '▶', { disabled: !after }),
      ),
      ...(attachment ? [file(attachment.name)] : []),
    ],
    files: attachment ? [attachment.file] : [],
  };
}

function headingOf({ source, title, date, author, url, passages }: LibraryDocument): string {
  const name = inline(source, 160);
  const facts = [
    ...(title === undefined ? [] : [name]),
    ...(date === undefined ? [] : [inline(formatDate(date), 20)]),
    ...(author === undefined ? [] : [inline(author, 80)]),
    `${passages} paragraphs`,
    ...(url === undefined ? [] : [inline(url, 150)]),
  ];
  return `**${title === undefined ? name : inline(title, 200)}**\n-# ${facts.join(' · ')}`;
}

function pageAt(passages: readonly Passage[], place: Place): Page {
  const pieces: Page[] = [];
  const room = (): number =>
    MAX_TEXT - HEADER - pieces.reduce((sum, { markdown }) => sum + markdown.length + 1, 0);
  /** @returns whether there may be room for more */
  const add = (passage: Passage, span: Span, atEnd: boolean, anchorAtEnd: boolean): boolean => {
    if (room() < MIN_ROOM) return false;
    const { piece, cut } = renderPiece(passage, span, [], room(), anchorAtEnd);
    if (cut && pieces.length > 0) return false;
    if (atEnd) pieces.push(piece);
    else pieces.unshift(piece);
    return !cut;
  };
  if (place.kind === 'around') {
    const { passage, highlights } = place;
    const { piece, cut } = renderPiece(passage, passage, highlights, room(), false);
    pieces.push(piece);
    const index = passages.findIndex(({ start }) => start === passage.start);
    let [up, down] = [!cut, !cut];
    for (let i = 1; i <= NEIGHBOURS; i++) {
      const next = passages[index + i];
      const previous = passages[index - i];
      down &&= next !== undefined && add(next, next, true, false);
      up &&= previous !== undefined && add(previous, previous, false, false);
    }
  } else if (place.kind === 'from') {
    for (const passage of passages) {
      const span = { start: Math.max(passage.start, place.offset), end: passage.end };
      if (span.start < span.end && !add(passage, span, true, false)) break;
    }
  } else {
    for (const passage of passages.toReversed()) {
      const span = { start: passage.start, end: Math.min(passage.end, place.offset) };
      if (span.start < span.end && !add(passage, span, false, true)) break;
    }
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) {
    const end = place.kind === 'from' ? place.offset : 0;
    return { markdown: '-# There is nothing more to read here.', start: end, end };
  }
  return { markdown: pieces.map(({ markdown }) => markdown).join('\n'), start: first.start, end: last.end };
}

function renderPiece(
  passage: Passage,
  span: Span,
  highlights: readonly Span[],
  room: number,
  anchorAtEnd: boolean,
): { piece: Page; cut: boolean } {
  const words = passage.text.slice(span.start - passage.start, span.end - passage.start);
  const bold = highlights.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  // Two characters each for the marks that stand for what an earlier or later page shows of the paragraph.
  const quote = blockQuote(words, bold, room - LABEL - 4, anchorAtEnd ? words.length : 0);
  let markdown = quote.markdown;
  if (span.start > passage.start && quote.start === 0) markdown = markdown.replace('> ', '> … ');
  if (span.end < passage.end && quote.end === words.length) markdown += ' …';
  const label = [`paragraph ${passage.paragraph}`];
  if (passage.page !== undefined) label.push(`page ${passage.page}`);
  if (passage.section !== undefined) label.push(inline(passage.section, 60));
  return {
    piece: {
      markdown: `-# ${label.join(' · ')}\n${markdown}`,
      start: span.start + quote.start,
      end: span.start + quote.end,
    },
    cut: quote.cut,
  };
}

function attachmentOf(
  library: Library,
  { source }: LibraryDocument,
): { name: string; file: AttachmentBuilder } | undefined {
  const bytes = Buffer.from(library.text(source) ?? '', 'utf8');
  if (bytes.length === 0 || bytes.length > MAX_ATTACHMENT_BYTES) return undefined;
  const name = attachmentName(source);
  return { name, file: new AttachmentBuilder(bytes, { name }) };
}

/** A name that Discord leaves as it is, so that the component that shows the file finds it. */
function attachmentName(source: string): string {
  const base = source.replace(/^.*\//s, '');
  const stem = base
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  const extension = /\.(?:md|txt)$/i.exec(base)?.[0].toLowerCase() ?? '.txt';
  return `${stem === '' ? 'document' : stem}${extension}`;
}
