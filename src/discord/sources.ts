import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Library, LibraryDocument } from '../index/library.ts';
import { nearestNames } from '../language/nearest-names.ts';
import { cutPlain, plainInline } from './escape.ts';
import { MAX_CHOICES, MAX_CHOICE_LENGTH } from './limits.ts';

/** A document to choose: how it is shown, and what the command gets for it; at most 100 characters each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** In characters of base64url, six bits each. */
const KEY_LENGTH = 12;
/** How a document matches what was typed, best first: `words` are all in its name and title, somewhere. */
const RANK = { begins: 0, inName: 1, inTitle: 2, words: 3, none: 4 } as const;
/** In characters: as much of what names no document is repeated and compared. */
const MAX_TYPED = 100;
/** In characters: of the name of a document that is suggested instead. */
const MAX_NEAR_NAME = 80;

/**
 * A document's name in {@link KEY_LENGTH} characters, for custom_ids and choices that could not hold the name itself.
 */
export function documentKey(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, KEY_LENGTH);
}

/** The document of a {@link documentKey}; `undefined` when the index has none such, or no longer. */
export function documentByKey(library: Library, key: string): LibraryDocument | undefined {
  return library.documents().find(({ source }) => documentKey(source) === key);
}

/** Autocomplete: the documents whose name or title holds what was typed, those that begin with it first. */
export function sourceChoices(library: Library, typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ source, title }: LibraryDocument): number => {
    const name = source.toLowerCase();
    if (name.startsWith(wanted)) return RANK.begins;
    if (name.includes(wanted)) return RANK.inName;
    if (title?.toLowerCase().includes(wanted) === true) return RANK.inTitle;
    const words = wanted.split(/[\s._/-]+/).filter((word) => word !== '');
    const haystack = `${name} ${title?.toLowerCase() ?? ''}`;
    return words.length > 0 && words.every((word) => haystack.includes(word)) ? RANK.words : RANK.none;
  };
  return library
    .documents()
    .map((document) => ({ document, rank: rank(document) }))
    .filter((entry) => entry.rank < RANK.none)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_CHOICES)
    .map(({ document }) => choiceOf(document));
}

function choiceOf({ source, title }: LibraryDocument): Choice {
  const shown = plainInline(source);
  const isPlain = shown === source && source.length <= MAX_CHOICE_LENGTH;
  const value = isPlain ? source : `#${documentKey(source)}`;
  const named = title === undefined ? shown : `${shown} · ${plainInline(title)}`;
  // Of a long path the end tells more than the beginning.
  const name = shown.length <= MAX_CHOICE_LENGTH ? cutPlain(named, MAX_CHOICE_LENGTH) : `…${endOf(shown)}`;
  return { name: name === '' ? value : name, value };
}

function endOf(name: string): string {
  const end = name.slice(-(MAX_CHOICE_LENGTH - 1));
  return /^[\udc00-\udfff]/.test(end) ? end.slice(1) : end;
}

/**
 * The document that a person named. What was typed is only ever compared with the names in the index.
 *
 * @throws UserError `SOURCE_UNKNOWN` with the nearest names
 */
export function findSource(library: Library, typed: string): LibraryDocument {
  const wanted = typed.trim();
  const exact = library.document(typed) ?? library.document(wanted);
  if (exact) return exact;
  const byKey = wanted.startsWith('#') ? documentByKey(library, wanted.slice(1)) : undefined;
  if (byKey) return byKey;
  const lower = wanted.toLowerCase();
  const documents = library.documents();
  const same = documents.filter(({ source }) => source.toLowerCase() === lower);
  const only = same[0] ?? onlyOne(documents.filter(({ source }) => baseName(source) === lower));
  if (only) return only;
  throw new UserError(
    'SOURCE_UNKNOWN',
    `There is no document "${cutPlain(plainInline(typed), MAX_TYPED)}".`,
    suggestion(documents, lower),
  );
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Without folder and extension. */
function baseName(source: string): string {
  return source
    .toLowerCase()
    .replace(/^.*\//s, '')
    .replace(/\.[^.]*$/, '');
}

function suggestion(documents: readonly LibraryDocument[], wanted: string): string {
  if (documents.length === 0) return 'There are no documents yet.';
  const sources = documents.map(({ source }) => source);
  const near = nearestNames(wanted.slice(0, MAX_TYPED), sources).map(
    (source) => `"${cutPlain(plainInline(source), MAX_NEAR_NAME)}"`,
  );
  return near.length === 0
    ? 'Pick one from the list.'
    : `Pick one from the list, such as ${near.join(', ')}.`;
}
