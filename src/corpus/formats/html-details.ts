import { looksLikeHeadline } from '../headline.ts';
import { oneLine } from './record.ts';

/** What is in `<details>` is deeper than any heading around it, which has up to six levels. */
const LEVELS = 7;
/** One that only says that there is more names nothing. */
const SAYS_NOTHING =
  /^[^\p{L}]*(?:(?:show|read|see|view|reveal|hide|expand|open|click|tap)(?:\s+(?:here|me|to|for|the|all|more|full|details?|answers?|solutions?|expand|show|see|view|reveal|open|hide)){0,5}|more(?:\s+(?:info|information|details))?|details?|answers?|solutions?|spoilers?|mehr(?:\s+(?:anzeigen|lesen|erfahren))?|antwort(?:\s+anzeigen)?|weiterlesen|einzelheiten)[^\p{L}]*$/iu;
/** A summary with one of these in it is text: its words are set apart from each other. */
const SET_APART = new Set(['details', 'dl', 'ol', 'pre', 'summary', 'table', 'ul']);
/** A year or a version is the heading of what happened in it. */
const NUMBER = /^\d[\d./ –-]{0,20}$/;

/** The `<details>` that are open, and their summary's part of the page. */
export class HtmlDetails {
  /** For every open element of the name, whether its summary can be a heading. */
  readonly #open: boolean[] = [];
  #depth = 0;
  #inSummary = false;

  /** @param isInList whether it stands in a list or a table, which have no headings */
  open(isInList: boolean): void {
    this.#open.push(!isInList);
    if (!isInList) this.#depth += 1;
  }

  /** @returns the level from which on all headings end, if any do */
  close(): number | undefined {
    if (!this.#open.pop()) return undefined;
    this.#depth -= 1;
    return LEVELS * (this.#depth + 1);
  }

  /** @returns the level of the summary's heading; `undefined` where it is none */
  openSummary(): number | undefined {
    if (!this.#open.at(-1)) return undefined;
    this.#inSummary = true;
    return LEVELS * this.#depth;
  }

  closeSummary(): void {
    this.#inSummary = false;
  }

  /** Whether a summary is open that may be a heading. */
  get inSummary(): boolean {
    return this.#inSummary;
  }

  /** Whether an element in a summary leaves it one line, whatever it is laid out as. */
  isOneLine(name: string): boolean {
    return this.#inSummary && !SET_APART.has(name);
  }

  /** The level of a heading from 1 to 6 that stands here. */
  level(heading: number): number {
    return LEVELS * this.#depth + heading;
  }
}

/** Whether a summary is a heading: a sentence is to be quoted, but for a question, which the text below answers. */
export function isSummaryHeading(parts: readonly string[]): boolean {
  if (parts.length > 1) return false;
  const words = oneLine(parts[0] ?? '');
  return SAYS_NOTHING.test(words) || NUMBER.test(words) || looksLikeHeadline(words.replace(/[?？]$/, ''));
}

/** Whether a heading of this level is one within details that names nothing: "Show more". */
export function isNameless(heading: string, level: number): boolean {
  return level >= LEVELS && SAYS_NOTHING.test(heading);
}
