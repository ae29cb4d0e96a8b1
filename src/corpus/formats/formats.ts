import { extname } from 'node:path';
import { decode } from '../decode.ts';
import type { ParsedDocument } from '../document.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';

/** Turns a file's bytes into text with blocks. Throws when the bytes are not of the format. */
export type Parser = (bytes: Uint8Array) => ParsedDocument | Promise<ParsedDocument>;

const PARSERS: Readonly<Record<string, Parser>> = {
  '.txt': (bytes) => parsePlainText(decode(bytes)),
  '.text': (bytes) => parsePlainText(decode(bytes)),
  '.md': (bytes) => parseMarkdown(decode(bytes)),
  '.markdown': (bytes) => parseMarkdown(decode(bytes)),
};

/** Extensions that can be read, with their dot. */
export const FORMATS: readonly string[] = Object.keys(PARSERS);

/** The parser for a file by its extension; `undefined` when the format is not known. */
export function parserFor(path: string): Parser | undefined {
  return PARSERS[extname(path).toLowerCase()];
}
