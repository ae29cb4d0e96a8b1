import { FORMATS } from './formats/formats.ts';
import type { SkipReason } from './skip-reason.ts';

/** By code, from its detail; empty where there is none. */
const TEXTS: Readonly<Record<SkipReason['code'], (detail: string) => string>> = {
  'name-not-utf8': () => 'its name is not UTF-8',
  'link-outside': () => 'a link that leads out of the corpus',
  'link-to-folder': () => 'a link to a folder',
  'not-a-file': () => 'not a file',
  'unknown-format': () => `not one of ${FORMATS.join(' ')}`,
  'file-too-large': (limit) => `larger than ${limit}`,
  gone: () => 'gone while the corpus was read',
  unreadable: (error) => (error === '' ? 'cannot be read' : `cannot be read (${error})`),
  'folder-unreadable': () => 'its folder cannot be read',
  'no-text': () => 'no text',
  'no-text-layer': () => 'no text (scanned?)',
  'paragraph-too-long': (limit) => `a paragraph of more than ${limit}: put blank lines into it`,
  binary: () => 'binary, not text',
  encrypted: () => 'encrypted',
  'encrypted-or-doc': () => 'encrypted, or an old .doc: save it as .docx without a password',
  damaged: (words) => (words === '' ? 'damaged' : `damaged: ${words}`),
  'nested-too-deeply': () => 'damaged: nested too deeply',
  'not-json-lines': () => 'damaged: not one JSON value a line',
  'no-cues': () => 'damaged: no subtitles with times',
  'too-many-pages': (limit) => `more than ${limit}`,
  'too-many-entries': (limit) => `more than ${limit} in the archive`,
  'unpacked-too-large': (limit) => `unpacks to more than ${limit}`,
  'text-too-long': (limit) => `more than ${limit} of text`,
  'parser-failed': (words) => words,
  'parser-too-slow': (limit) => `takes more than ${limit} to parse`,
  'parser-out-of-memory': (limit) => `takes more than ${limit} of memory`,
  'parser-broken': (ending) => `breaks the parser (${ending})`,
  'parser-killed': (signal) => `its parser was killed (${signal})`,
  'parser-unreachable': (words) => `its parser cannot be reached (${words})`,
};

/**
 * A reason as it is told, in English, without a full stop. It may hold a file's name and what a library said of the
 * file: not yet safe to print.
 */
export function reasonText({ code, detail = '', folder }: SkipReason): string {
  const text = TEXTS[code](detail);
  return folder === undefined ? text : `${folder} ${text}`;
}
