import { SECTION_SEPARATOR } from '../corpus/sections.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { kindOf } from '../language/numbered-kinds.ts';
import {
  names,
  numbersInTitle,
  numbersNamed,
  type NumberedThing,
  type NumbersNamed,
} from '../language/numbering.ts';
import { cellsOf } from './focus/table.ts';
import type { Question } from './question.ts';

/** The part of an index that tells what a passage and its titles number. */
export type NumberedSource = Pick<OpenIndex, 'passage' | 'documentOf' | 'documentIdOf' | 'passageRange'>;

interface Asked {
  readonly at: number;
  readonly thing: NumberedThing;
}

interface Named {
  readonly inText: readonly NumbersNamed[];
  readonly inTitles: readonly NumbersNamed[];
}

/** A column that is of numbers, whatever of. */
const NUMBER_HEADING = /^\s*(?:#|no\.?|nr\.?|numbers?|nummer)\s*$/iu;
/** "10", "10-14", "10+". */
const CELL_NUMBER = /^[\s*`]*(\d{1,5}(?:\.\d{1,4}){0,2})(?:\s?(?:-|–|to|bis)\s?(\d{1,5})|(\+))?[\s*`]*$/u;

/** In UTF-16 code units: a longer passage may name any number, for reading it takes too long. */
const MOST_READ = 20_000;
/** In which a number may be told that a passage goes on about. */
const PARAGRAPHS_BEFORE = 3;
/**
 * Passages in which a list has gone on from the first of what it numbers. With 2 or 8, the questions of
 * {@link NumberMatcher} and all sets have the same verdicts.
 */
const OPENING = 4;

/**
 * What a question's words count for where it asks for a thing by its number: "40" of "episode 40" is found where an
 * episode 40 is named, in whatever form, and not in "40 minutes". Of 39 questions for what three invented corpora do not
 * have, 36 of them for another number, 20 were answered without this, and 3 are with it, one of those for a number; of
 * the 39 that they answer 37 were, and 38 are.
 */
export class NumberMatcher {
  readonly #index: NumberedSource;
  /** Positions in the question's terms, and what they ask for. */
  readonly #numbers: readonly Asked[];
  readonly #nouns: readonly Asked[];
  readonly #named = new Map<number, Named>();
  readonly #texts = new Map<number, readonly NumbersNamed[]>();

  constructor(index: NumberedSource, { terms }: Question) {
    this.#index = index;
    this.#numbers = terms.flatMap(({ numbers: thing }, at) => (thing ? [{ at, thing }] : []));
    this.#nouns = terms.flatMap(({ numberedAs: thing }, at) => (thing ? [{ at, thing }] : []));
  }

  /** Strengths of the question's terms in a passage's text, with those of such numbers set right. */
  inText(passage: number, strengths: Float64Array): Float64Array {
    return this.#corrected(passage, strengths, ({ inText }) => inText);
  }

  /** The same of the titles of its document and section. */
  inTitles(passage: number, strengths: Float64Array): Float64Array {
    return this.#corrected(passage, strengths, ({ inTitles }) => inTitles);
  }

  #corrected(
    passage: number,
    strengths: Float64Array,
    where: (named: Named) => readonly NumbersNamed[],
  ): Float64Array {
    if (this.#numbers.length === 0 || this.#isLong(passage)) return strengths;
    const named = this.#read(passage);
    const found = where(named);
    const corrected = strengths.slice();
    for (const { at, thing } of this.#numbers) {
      if (isNamed(thing, found)) corrected[at] = 1;
      // "The first version" may be told by other words where no number tells versions apart.
      else if (!thing.isOrdinal || others(thing, named)) corrected[at] = 0;
    }
    // "Ep." where the passage has "Episode 40".
    for (const { at, thing } of this.#nouns)
      if (found.some((other) => other.kind === thing.kind && names(other, thing))) corrected[at] = 1;
    return corrected;
  }

  /**
   * Whether neither a passage nor what it stands under nor the paragraphs before it name the thing that is asked for: such
   * an answer is right in all but the one thing that it is about.
   */
  lacks(passage: number): boolean {
    if (this.#numbers.length === 0 || this.#isLong(passage)) return false;
    const { first } = this.#index.passageRange(this.#index.documentIdOf(passage));
    const { inText, inTitles } = this.#read(passage);
    const before = [];
    for (let at = Math.max(first, passage - PARAGRAPHS_BEFORE); at < passage; at++)
      before.push(...this.#textNumbers(at));
    const all = { inText: [...inText, ...before], inTitles };
    const isFound = ({ thing }: Asked) => isNamed(thing, all.inText) || isNamed(thing, inTitles);
    return this.#numbers.some(
      (asked) =>
        !isFound(asked) &&
        (!asked.thing.isOrdinal || others(asked.thing, all)) &&
        // Of "rules 3 and 4" one passage has the one and another the other.
        !this.#numbers.some((other) => other.thing.kind === asked.thing.kind && isFound(other)),
    );
  }

  #read(passage: number): Named {
    let named = this.#named.get(passage);
    if (!named) {
      const { section, source } = this.#index.passage(passage);
      const { title } = this.#index.documentOf(passage);
      const file = source.replace(/\.[^./\\]+$/u, '').split(/[/\\]/u);
      const titles = [title ?? '', ...(section?.split(SECTION_SEPARATOR) ?? []), ...file.map(spaced)];
      const inText = this.#textNumbers(passage);
      const inTitles = [...titles.flatMap(numbersInTitle), ...this.#inOpening(passage, inText)];
      named = { inText, inTitles };
      this.#named.set(passage, named);
    }
    return named;
  }

  /**
   * What a document says that it is itself: "Welcome to episode 40". A list of episodes goes on with others, and a passage
   * may be about another.
   */
  #inOpening(passage: number, inText: readonly NumbersNamed[]): readonly NumbersNamed[] {
    const { first, end } = this.#index.passageRange(this.#index.documentIdOf(passage));
    if (first === passage) return [];
    const opening = this.#textNumbers(first);
    const around = [...opening, ...inText];
    for (let at = first + 1; at < Math.min(end, first + OPENING); at++) around.push(...this.#textNumbers(at));
    const byKind = new Map<string | undefined, Set<string>>();
    for (const { kind, from } of around) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(from));
    return opening.filter(
      ({ kind, to }) => kind !== undefined && to === undefined && byKind.get(kind)!.size === 1,
    );
  }

  #isLong(passage: number): boolean {
    return this.#index.passage(passage).text.length > MOST_READ;
  }

  #textNumbers(passage: number): readonly NumbersNamed[] {
    if (this.#isLong(passage)) return [];
    let numbers = this.#texts.get(passage);
    if (!numbers) {
      const { text } = this.#index.passage(passage);
      numbers = [...numbersNamed(text), ...inColumns(text)];
      this.#texts.set(passage, numbers);
    }
    return numbers;
  }
}

function isNamed(thing: NumberedThing, named: readonly NumbersNamed[]): boolean {
  return named.some(
    (other) => (other.kind === undefined || other.kind === thing.kind) && names(other, thing),
  );
}

/** Whether things of the same kind are named, and the one that is asked for is not. */
function others(thing: NumberedThing, { inText, inTitles }: Named): boolean {
  const all = [...inText, ...inTitles];
  return all.some(({ kind }) => kind === thing.kind) && !isNamed(thing, all);
}

/** What a table has in columns whose headings say that they number something. */
function inColumns(text: string): NumbersNamed[] {
  const [first, ...rows] = text.split('\n');
  if (!first!.includes('|')) return [];
  const kinds = cellsOf(first!).map(({ start, end }) => {
    const heading = first!.slice(start, end);
    return NUMBER_HEADING.test(heading) ? '' : kindOf(heading);
  });
  return rows.flatMap((row) =>
    cellsOf(row).flatMap(({ start, end }, column) => {
      const kind = kinds[column];
      const [, from, to, more] = (kind === undefined ? null : CELL_NUMBER.exec(row.slice(start, end))) ?? [];
      if (from === undefined) return [];
      const until = to === undefined ? (more ? { to: Infinity } : {}) : { to: Number(to) };
      return [{ kind: kind === '' ? undefined : kind, from, ...until }];
    }),
  );
}

function spaced(name: string): string {
  return name.replace(/[_-]+/gu, ' ');
}
