import type { Piece } from './html-piece.ts';

/**
 * Of the page's own words, those of its part must be so many at least: `main` says of itself that it is the text, ...
 */
const LEAST_OF_MAIN = 0.25;
/** ... while an article may be one of several teasers beside it. */
const LEAST_OF_ARTICLES = 0.5;
/** Fewer characters than these outside of the part are a notice or a menu. */
const FEW = 100;

type Part = 'main' | 'article';

/** A page's pieces, and which of them are its text: those in what the page marks as such, if that holds its words. */
export class MainPart {
  /** All of the page's, in order. */
  readonly all: Piece[] = [];
  readonly #pieces: Readonly<Record<Part, Piece[]>> = { main: [], article: [] };
  /** For every open element, the part that it began. */
  readonly #open: (Part | undefined)[] = [];
  readonly #depth: Record<Part, number> = { main: 0, article: 0 };
  /** Characters of text that is neither linked nor a heading: menus and lists of teasers have next to none. */
  #allWords = 0;
  readonly #words: Record<Part, number> = { main: 0, article: 0 };

  /** An element that can hold others begins; each must be closed. */
  open(name: string, role: string | undefined): void {
    const part = name === 'main' || role === 'main' ? 'main' : name === 'article' ? 'article' : undefined;
    this.#open.push(part);
    if (part) this.#depth[part] += 1;
  }

  /** The element ends that was opened last and is still open. */
  close(): void {
    const part = this.#open.pop();
    if (part) this.#depth[part] -= 1;
  }

  /** @param characters of text that is read now, and is neither linked nor a heading */
  weigh(characters: number): void {
    this.#allWords += characters;
    if (this.#depth.main > 0) this.#words.main += characters;
    if (this.#depth.article > 0) this.#words.article += characters;
  }

  /** The next piece, of the elements that are open now. */
  add(piece: Piece): void {
    this.all.push(piece);
    if (this.#depth.main > 0) this.#pieces.main.push(piece);
    if (this.#depth.article > 0) this.#pieces.article.push(piece);
  }

  /** The pieces of `main` if they hold a fair share of the page's words, else those of articles, else all; in order. */
  pieces(): readonly Piece[] {
    if (this.#isFair('main', LEAST_OF_MAIN)) return this.#pieces.main;
    if (this.#isFair('article', LEAST_OF_ARTICLES)) return this.#pieces.article;
    return this.all;
  }

  #isFair(part: Part, least: number): boolean {
    if (this.#pieces[part].every(({ level }) => level !== undefined)) return false;
    const words = this.#words[part];
    return words >= this.#allWords * least || this.#allWords - words < FEW;
  }
}
