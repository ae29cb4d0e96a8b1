import { parse as parseYaml } from 'yaml';
import type { DocumentMetadata, Span } from './document.ts';
import { MAX_HEADER_LENGTH } from './header-fields.ts';
import { metadataFrom, type StatedMetadata } from './metadata.ts';
import { lines } from './paragraphs.ts';

const FENCE = /^---[ \t]*$/;
/** Front matter is at the top and short; past this it is something else that starts with dashes. */
const MAX_FRONT_MATTER = 20_000;
const YAML_LINE = /^["']?([\p{L}][\p{L} _-]{0,40}?)["']?\s*:\s+(\S.*)$/u;
/** What a line of front matter may be: a field, or what goes on with one. */
const FIELD_LINE = /^(?:\s|#|-\s|[\]}]|["']?[$_@]?[\p{L}][\p{L}\p{N} ._/-]{0,40}["']?:(?:\s|$)|$)/u;

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

/**
 * Reads YAML front matter (`---` … `---`). What stands between two rules but is no list of fields, as the first of some
 * slides, is none; fields that are no YAML (`title: Talks: a report`) are read line by line.
 */
export function frontMatter(text: string): StatedMetadata | undefined {
  let open: Span | undefined;
  for (const line of lines(text)) {
    const isFence = FENCE.test(text.slice(line.start, line.end));
    if (!open) {
      if (!isFence) return undefined;
      open = line;
    } else if (isFence) {
      const metadata = fieldsFromYaml(text.slice(open.end, line.start));
      return metadata && { metadata, span: { start: open.start, end: line.end } };
    } else if (line.start > MAX_FRONT_MATTER) return undefined;
  }
  return undefined;
}

/** `undefined` for what has no fields. */
function fieldsFromYaml(yaml: string): DocumentMetadata | undefined {
  let fields: unknown;
  try {
    fields = parseYaml(yaml, { schema: 'core', logLevel: 'error' });
  } catch {
    return fieldsFromLines(yaml);
  }
  if (yaml.trim() === '') return {};
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
  return metadataFrom(Object.entries(fields));
}

/** Lists, references and what is nested state nothing. */
function fieldsFromLines(yaml: string): DocumentMetadata | undefined {
  const written = [...lines(yaml)]
    .map(({ start, end }) => yaml.slice(start, end))
    .filter((line) => line.trim() !== '');
  const fieldLines = written.filter((line) => FIELD_LINE.test(line));
  if (!FIELD_LINE.test(written[0] ?? '') || fieldLines.length * 2 <= written.length) return undefined;
  const fields: [string, string][] = [];
  for (const { start, end } of lines(yaml)) {
    const match = YAML_LINE.exec(yaml.slice(start, Math.min(end, start + MAX_HEADER_LENGTH)));
    if (match && !/^[[{&*!|>]/.test(match[2]!))
      fields.push([match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, '$2')]);
  }
  return metadataFrom(fields);
}
