/** Between the titles of a section and of the one it is a part of. */
export const SECTION_SEPARATOR = ' › ';

/** A longer heading is cut: each passage below carries those of all sections around it. In UTF-16 code units. */
const MAX_WORDS = 200;
/** No more sections in each other are named; of a heading deeper still, the innermost takes the place. */
const MAX_OPEN = 8;

/** The sections that a place in a document is in, which is read from top to bottom. */
export class Sections {
  readonly #open: { readonly depth: number; readonly words: string }[] = [];
  #path: string | undefined;

  /**
   * A heading: ends all sections that are as deep or deeper.
   *
   * @param depth any number; those that are further in have greater ones
   * @param words in one line; none for a heading that names nothing, such as the document's own title
   */
  enter(depth: number, words: string): void {
    while (this.#open.length > 0 && this.#open.at(-1)!.depth >= depth) this.#open.pop();
    if (words !== '') {
      if (this.#open.length === MAX_OPEN) this.#open.pop();
      this.#open.push({ depth, words: shortened(words) });
    }
    this.#path = this.#open.map((section) => section.words).join(SECTION_SEPARATOR) || undefined;
  }

  /** Their titles, the outermost first; `undefined` outside of all. */
  get path(): string | undefined {
    return this.#path;
  }
}

function shortened(words: string): string {
  if (words.length <= MAX_WORDS) return words;
  // Never within a pair of surrogates.
  return `${words.slice(0, MAX_WORDS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
