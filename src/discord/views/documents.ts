import type { Library } from '../../index/library.ts';
import { button, container, row, text } from '../components.ts';
import { formatCustomId } from '../custom-id.ts';
import { inline } from '../escape.ts';
import type { View } from '../view.ts';
import { dayText } from '../../answer/wording.ts';
import { count } from '../../language/counted.ts';

const DOCUMENTS_PER_PAGE = 10;
/** A search goes on in the custom_id of the page buttons. */
export const MAX_SEARCH = 70;
/** What is shown, in characters; of a search more than it may have, for what escaping adds. */
const MAX_SEARCH_SHOWN = 150;
const MAX_NAME = 140;
const MAX_TITLE = 100;
const MAX_DATE = 20;

interface Entry {
  readonly source: string;
  readonly note: string;
}

/** One page of all documents or, with `search`, of those that mention its words, most mentions first. */
export function renderDocuments(library: Library, search: string, page: number): View {
  const entries: Entry[] =
    search === ''
      ? library.documents().map(({ source, passages }) => ({ source, note: count(passages, 'paragraph') }))
      : library
          .mentions(search)
          .map(({ source, count: times }) => ({ source, note: count(times, 'mention') }));
  const pages = Math.max(1, Math.ceil(entries.length / DOCUMENTS_PER_PAGE));
  const at = Math.min(page, pages - 1);
  const shown = entries.slice(at * DOCUMENTS_PER_PAGE, (at + 1) * DOCUMENTS_PER_PAGE);
  const total = count(entries.length, 'document');
  const heading =
    search === ''
      ? `**${total}**`
      : `**${total}** ${entries.length === 1 ? 'mentions' : 'mention'} ${inline(search, MAX_SEARCH_SHOWN)}`;
  const lines = shown.map((entry) => renderEntry(library, entry));
  const footer = pages > 1 ? [`-# Page ${at + 1} of ${pages}`] : [];
  const goTo = (target: number): string => formatCustomId({ kind: 'list', page: target, search });
  return {
    components: [
      container([text([heading, ...lines, ...footer].join('\n'))]),
      ...(pages > 1
        ? [
            row(
              button(goTo(Math.max(0, at - 1)), '◀', { disabled: at === 0 }),
              button(goTo(at + 1), '▶', { disabled: at === pages - 1 }),
            ),
          ]
        : []),
    ],
  };
}

function renderEntry(library: Library, { source, note }: Entry): string {
  const document = library.document(source);
  const parts = [inline(source, MAX_NAME)];
  if (document?.title !== undefined) parts.push(inline(document.title, MAX_TITLE));
  if (document?.date !== undefined) parts.push(inline(dayText(document.date), MAX_DATE));
  return `‣ ${[...parts, note].join(' · ')}`;
}
