import type { Passage, Span } from '../../corpus/document.ts';
import type { Library, LibraryDocument } from '../../index/library.ts';
import { blockQuote } from '../block-quote.ts';
import { button, container, row, text } from '../components.ts';
import { formatCustomId } from '../custom-id.ts';
import { inline } from '../escape.ts';
import { firstPassage } from '../first-passage.ts';
import { MAX_TEXT } from '../limits.ts';
import { documentKey } from '../sources.ts';
import type { View } from '../view.ts';
import { dayText } from '../../answer/wording.ts';

/** Kept for the heading and the notes. */
const HEADER = 800;
/** Longest label over a paragraph. */
const LABEL = 120;
const MAX_SECTION = 60;
/** Paragraphs shown on each side of the one that was asked for. */
const NEIGHBOURS = 2;
/** Less room than this is not worth beginning another paragraph. */
const MIN_ROOM = 40 + LABEL;
/** Two characters each for the marks that stand for what an earlier or later page shows of a paragraph. */
const CUT_MARKS = 4;
/** Of what is told over a page, in characters. */
const MAX_NAME = 160;
const MAX_TITLE = 200;
const MAX_DATE = 20;
const MAX_AUTHOR = 80;
const MAX_URL = 150;

/** Which part of a document: a passage with what stands around it, or what begins or ends at an offset. */
export type Place =
  | { readonly kind: 'around'; readonly passage: Passage; readonly highlights: readonly Span[] }
  | { readonly kind: 'from' | 'until'; readonly offset: number };

/** What of a document is on the page, in document offsets. */
interface Page extends Span {
  readonly markdown: string;
}

/** A page of a document, with buttons to read on and to get the whole text. Reads no more than it shows. */
export function renderDocument(library: Library, document: LibraryDocument, place: Place): View {
  const { source, passages } = document;
  const page = pageAt(library, document, place);
  const key = documentKey(source);
  const first = library.passageAt(source, 0);
  const last = library.passageAt(source, passages - 1);
  const before = first !== undefined && first.start < page.start;
  const after = last !== undefined && last.end > page.end;
  const read = (direction: 'from' | 'until', offset: number): string =>
    formatCustomId({ kind: 'read', document: key, direction, offset });
  return {
    components: [
      container([text(headingOf(document)), text(page.markdown)]),
      row(
        button(read('until', page.start), '◀', { disabled: !before }),
        button(read('from', page.end), '▶', { disabled: !after }),
        button(formatCustomId({ kind: 'text', document: key }), 'Whole text'),
      ),
    ],
  };
}

function headingOf({ source, title, date, author, url, passages }: LibraryDocument): string {
  const name = inline(source, MAX_NAME);
  const facts = [
    ...(title === undefined ? [] : [name]),
    ...(date === undefined ? [] : [inline(dayText(date), MAX_DATE)]),
    ...(author === undefined ? [] : [inline(author, MAX_AUTHOR)]),
    `${passages} paragraphs`,
    ...(url === undefined ? [] : [inline(url, MAX_URL)]),
  ];
  return `**${title === undefined ? name : inline(title, MAX_TITLE)}**\n-# ${facts.join(' · ')}`;
}

function pageAt(library: Library, document: LibraryDocument, place: Place): Page {
  const at = (index: number): Passage | undefined => library.passageAt(document.source, index);
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
    const index = firstPassage(library, document, ({ start }) => start >= passage.start);
    let [up, down] = [!cut, !cut];
    for (let i = 1; i <= NEIGHBOURS; i++) {
      const next = at(index + i);
      const previous = at(index - i);
      down &&= next !== undefined && add(next, next, true, false);
      up &&= previous !== undefined && add(previous, previous, false, false);
    }
  } else if (place.kind === 'from') {
    const from = firstPassage(library, document, ({ end }) => end > place.offset);
    for (let i = from, passage = at(i); passage; passage = at(++i)) {
      const span = { start: Math.max(passage.start, place.offset), end: passage.end };
      if (!add(passage, span, true, false)) break;
    }
  } else {
    const until = firstPassage(library, document, ({ start }) => start >= place.offset);
    for (let i = until - 1, passage = at(i); passage; passage = at(--i)) {
      const span = { start: passage.start, end: Math.min(passage.end, place.offset) };
      if (!add(passage, span, false, true)) break;
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
  const quote = blockQuote(words, bold, room - LABEL - CUT_MARKS, anchorAtEnd ? words.length : 0);
  let markdown = quote.markdown;
  if (span.start > passage.start && quote.start === 0) markdown = markdown.replace('> ', '> … ');
  if (span.end < passage.end && quote.end === words.length) markdown += ' …';
  const label = [`paragraph ${passage.paragraph}`];
  if (passage.page !== undefined) label.push(`page ${passage.page}`);
  if (passage.section !== undefined) label.push(inline(passage.section, MAX_SECTION));
  return {
    piece: {
      markdown: `-# ${label.join(' · ')}\n${markdown}`,
      start: span.start + quote.start,
      end: span.start + quote.end,
    },
    cut: quote.cut,
  };
}
