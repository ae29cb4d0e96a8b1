import { parse as parseYaml } from 'yaml';
import type { DocumentMetadata, Span } from './document.ts';
import { lines, trimSpan } from './paragraphs.ts';

/** What a document says of itself. */
export interface StatedMetadata {
  readonly metadata: DocumentMetadata;
  /** Where it stands in the text; empty when there is none. */
  readonly span: Span;
}

const FENCE = /^---[ \t]*$/;
/** Front matter is at the top and short; past this it is something else that starts with dashes. */
const MAX_FRONT_MATTER = 20_000;

/** What a line of front matter may be: a field, or what goes on with one. */
const FIELD_LINE = /^(?:\s|#|-\s|[\p{L}][\p{L}\p{N} ._-]{0,40}:(?:\s|$)|$)/u;

/**
 * Front matter of a text that may begin with a line of dashes for another reason: all of it must be fields, and state
 * something.
 */
export function certainFrontMatter(text: string): StatedMetadata | undefined {
  const stated = frontMatter(text);
  if (!stated || Object.keys(stated.metadata).length === 0) return undefined;
  const inside = [...lines(text.slice(0, stated.span.end))].slice(1, -1);
  return inside.every(({ start, end }) => FIELD_LINE.test(text.slice(start, end))) ? stated : undefined;
}

/** Reads YAML front matter (`---` … `---`). What does not parse is still not quoted, but states nothing. */
export function frontMatter(text: string): StatedMetadata | undefined {
  let open: Span | undefined;
  for (const line of lines(text)) {
    const isFence = FENCE.test(text.slice(line.start, line.end));
    if (!open) {
      if (!isFence) return undefined;
      open = line;
    } else if (isFence) {
      const metadata = fieldsFromYaml(text.slice(open.end, line.start));
      return { metadata, span: { start: open.start, end: line.end } };
    } else if (line.start > MAX_FRONT_MATTER) return undefined;
  }
  return undefined;
}

function fieldsFromYaml(yaml: string): DocumentMetadata {
  let fields: unknown;
  try {
    fields = parseYaml(yaml, { schema: 'core', logLevel: 'error' });
  } catch {
    return fieldsFromLines(yaml);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return {};
  return metadataFrom(Object.entries(fields));
}

const HEADER_LINE = /^(title|date|url|author)\s*:\s+(\S.*)$/i;
/** A longer line is text, whatever it begins with. */
const MAX_HEADER_LENGTH = 500;
const DATE_PREFIX = /^date\s*:?\s+(\d{4}-\d{2}-\d{2})(?=\s|$)/i;
const DATE_LINE = /^date\s*:\s+\S+(?:\s+\d{1,2}:\d{2}\S*(?:\s+\S{1,9})?)?$/i;

/** Many write `title: Talks: a report`, which is no YAML. Lists, references and what is nested state nothing. */
function fieldsFromLines(yaml: string): DocumentMetadata {
  const fields: [string, string][] = [];
  for (const { start, end } of lines(yaml)) {
    const match = HEADER_LINE.exec(yaml.slice(start, Math.min(end, start + MAX_HEADER_LENGTH)));
    if (match && !/^[[{&*!|>]/.test(match[2]!))
      fields.push([match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, '$2')]);
  }
  return metadataFrom(fields);
}

/**
 * Reads what the first lines of a plain text state: lines such as `Title: …` and `Author: …` above the first
 * other line, or a date in front of the text as in `date 2020-10-13 The talks …`.
 */
export function headerLines(text: string): StatedMetadata {
  const fields: [string, string][] = [];
  let end = 0;
  for (const line of lines(text)) {
    const content = trimSpan(text, line);
    if (!content) {
      if (fields.length > 0) break;
      continue;
    }
    const words = text.slice(content.start, Math.min(content.end, content.start + MAX_HEADER_LENGTH));
    const prefix = DATE_LINE.test(words) ? null : DATE_PREFIX.exec(words);
    if (prefix && isoDate(prefix[1]!)) {
      fields.push(['date', prefix[1]!]);
      end = content.start + prefix[0].length;
      break;
    }
    const header = content.end - content.start > MAX_HEADER_LENGTH ? null : HEADER_LINE.exec(words);
    if (!header) break;
    fields.push([header[1]!, header[2]!]);
    end = content.end;
  }
  return { metadata: metadataFrom(fields), span: trimSpan(text, { start: 0, end }) ?? { start: 0, end: 0 } };
}

function metadataFrom(entries: Iterable<[string, unknown]>): DocumentMetadata {
  const metadata: { -readonly [K in keyof DocumentMetadata]: DocumentMetadata[K] } = {};
  for (const [key, value] of entries) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const stated = String(value)
      .replace(/[\p{Cc}\p{Cs}\ufffd\s]+/gu, ' ')
      .trim();
    const name = key.toLowerCase();
    if (stated === '') continue;
    if (name === 'date') {
      const date = isoDate(stated);
      if (date) metadata.date = date;
    } else if (name === 'title' || name === 'author' || name === 'url') metadata[name] = stated;
  }
  return metadata;
}

/** The calendar date that a string starts with, e.g. of `2020-10-13T08:00Z`; `undefined` if there is none. */
export function isoDate(stated: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(stated);
  if (!match) return undefined;
  const day = new Date(`${match[0]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(match[0]) ? match[0] : undefined;
}
