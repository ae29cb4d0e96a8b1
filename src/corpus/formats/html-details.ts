/** What is in `<details>` is deeper than any heading around it, which has up to six levels. */
const LEVELS = 7;
/** One that only says that there is more names nothing. */
const SAYS_NOTHING =
  /^[^\p{L}]*(?:(?:show|read|see|view|reveal|hide|expand|open|click|tap)(?:\s+(?:here|me|to|for|the|all|more|full|details?|answers?|solutions?|expand|show|see|view|reveal|open|hide)){0,5}|more(?:\s+(?:info|information|details))?|details?|answers?|solutions?|spoilers?|mehr(?:\s+(?:anzeigen|lesen|erfahren))?|antwort(?:\s+anzeigen)?|weiterlesen|einzelheiten)[^\p{L}]*$/iu;

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

  /** Whether a summary is open, which stays one heading whatever it is laid out as. */
  get inSummary(): boolean {
    return this.#inSummary;
  }

  /** The level of a heading from 1 to 6 that stands here. */
  level(heading: number): number {
    return LEVELS * this.#depth + heading;
  }
}

/** Whether a heading of this level is one within details that names nothing: "Show more". */
export function isNameless(heading: string, level: number): boolean {
  return level >= LEVELS && SAYS_NOTHING.test(heading);
}
