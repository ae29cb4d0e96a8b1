import type { DocumentMetadata, Span } from './document.ts';
import { statedDate } from './stated-date.ts';

/** What a document says of itself. */
export interface StatedMetadata {
  readonly metadata: DocumentMetadata;
  /** Where it stands in the text; empty when there is none. */
  readonly span: Span;
}

/** Names of fields that state when a document was written, without spaces and marks, the better ones first. */
const DATE_FIELDS = (
  'date datum published publishedon publishedat publisheddate datepublished publicationdate publishdate publishedtime ' +
  'pubdate posted postedon dateposted veröffentlicht veröffentlichtam'
).split(' ');

/**
 * What is stated by fields of these names. A document's date is when it was written: when it was last changed is no
 * day that its "Sunday" could be counted from.
 */
export function metadataFrom(entries: Iterable<readonly [string, unknown]>): DocumentMetadata {
  const metadata: { -readonly [K in keyof DocumentMetadata]: DocumentMetadata[K] } = {};
  let best: number = DATE_FIELDS.length;
  for (const [key, value] of entries) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const stated = String(value)
      .replace(/[\p{Cc}\p{Cs}\ufffd\s]+/gu, ' ')
      .trim();
    const name = key.toLowerCase().replace(/[\s_-]/g, '');
    if (stated === '') continue;
    if (name === 'title' || name === 'author' || name === 'url') metadata[name] = stated;
    const rank = DATE_FIELDS.indexOf(name);
    const date = rank >= 0 && rank < best ? statedDate(stated) : undefined;
    if (date === undefined) continue;
    metadata.date = date;
    best = rank;
  }
  return metadata;
}
