import { extname } from 'node:path';
import { decode } from '../decode.ts';
import type { ParsedDocument } from '../document.ts';
import { ChildParser } from '../parse-in-child.ts';

/** Turns a file's bytes into text with blocks. Throws when the bytes are not of the format. */
export type Parser = (bytes: Uint8Array) => ParsedDocument | Promise<ParsedDocument>;

interface Format {
  /** Loads its parser when it is first used: most questions need none. */
  readonly parse: Parser;
  /** Files of so many bytes or more are parsed in another process: what they cost is not bounded otherwise. */
  readonly childFrom: number;
}

/** Where time does not outgrow the file, memory decides. */
const LARGE = 4 * 1024 * 1024;
/** Text of nothing but lines of one letter takes 150 times its size. */
const PLAIN = 1024 * 1024;
/** Parsers of markup can be made to take time that grows with the square of a file's size. */
const MARKUP = 64 * 1024;
const plainText: Format = {
  parse: async (bytes) => (await import('./plain-text.ts')).parsePlainText(decode(bytes)),
  childFrom: PLAIN,
};
const markdown: Format = {
  parse: async (bytes) => (await import('./markdown.ts')).parseMarkdown(decode(bytes)),
  childFrom: MARKUP,
};
const html: Format = {
  parse: async (bytes) => (await import('./html.ts')).parseHtmlBytes(bytes),
  childFrom: MARKUP,
};
const jsonLines: Format = {
  parse: async (bytes) => (await import('./jsonl.ts')).parseJsonl(decode(bytes)),
  childFrom: LARGE,
};

const FORMAT_BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.txt': plainText,
  '.text': plainText,
  '.md': markdown,
  '.markdown': markdown,
  '.html': html,
  '.htm': html,
  '.pdf': { parse: async (bytes) => (await import('./pdf.ts')).parsePdf(bytes), childFrom: 0 },
  '.docx': { parse: async (bytes) => (await import('./docx.ts')).parseDocx(bytes), childFrom: 0 },
  '.csv': { parse: async (bytes) => (await import('./csv.ts')).parseCsv(decode(bytes)), childFrom: LARGE },
  '.tsv': {
    parse: async (bytes) => (await import('./csv.ts')).parseCsv(decode(bytes), '\t'),
    childFrom: LARGE,
  },
  '.jsonl': jsonLines,
  '.ndjson': jsonLines,
  '.srt': { parse: async (bytes) => (await import('./srt.ts')).parseSrt(decode(bytes)), childFrom: LARGE },
  '.vtt': { parse: async (bytes) => (await import('./vtt.ts')).parseVtt(decode(bytes)), childFrom: LARGE },
};

/** Extensions that can be read, with their dot. */
export const FORMATS: readonly string[] = Object.keys(FORMAT_BY_EXTENSION);

const childParser = new ChildParser();

/** With its dot, in lower case; empty when there is none. */
export function extensionOf(path: string): string {
  return extname(path).toLowerCase();
}

/** The parser for a file by its extension; `undefined` when the format is not known. */
export function parserFor(path: string): Parser | undefined {
  const extension = extensionOf(path);
  const format = formatOf(extension);
  if (!format) return undefined;
  return (bytes) =>
    bytes.length >= format.childFrom ? childParser.parse(extension, bytes) : format.parse(bytes);
}

/**
 * Parses in this process, whatever it costs.
 *
 * @param extension with its dot, in lower case
 * @throws RefusedFileError for bytes that are none of the format; Error for an extension of no format
 */
export function parseHere(extension: string, bytes: Uint8Array): ParsedDocument | Promise<ParsedDocument> {
  const format = formatOf(extension);
  if (!format) throw new Error(`There is no format ${extension}.`);
  return format.parse(bytes);
}

function formatOf(extension: string): Format | undefined {
  return Object.hasOwn(FORMAT_BY_EXTENSION, extension) ? FORMAT_BY_EXTENSION[extension] : undefined;
}
