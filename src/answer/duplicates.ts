import type { OpenIndex } from '../index/open-index.ts';
import { MOST_PLACES, type Quote } from './answer.ts';
import {
  agree,
  isNearCopy,
  mayBeCopies,
  termsIn,
  wordingOf,
  type CopySource,
  type Wording,
} from './near-copies.ts';
import type { Ranked } from './rank.ts';

/** The part of an index that tells what says the same. */
export type DuplicateSource = CopySource & Pick<OpenIndex, 'firstCopy' | 'copies'>;

/** A passage and where its text stands again. */
export interface Folded {
  /** The one that is quoted. */
  readonly best: Ranked;
  /** The first in the ranking of those that say the same. */
  readonly first: Ranked;
  readonly alsoIn: Quote['alsoIn'];
}

/** One of the texts that the candidates have, worked out as far as it is asked for. */
interface Text {
  /** The first passage that has it. */
  readonly passage: number;
  readonly terms: () => ReadonlySet<number>;
  readonly wording: () => Wording;
}

/** Candidates that say the same, in their order. */
interface Group {
  readonly members: [Ranked, ...Ranked[]];
  /** The texts of the members, the first's first. */
  readonly texts: [Text, ...Text[]];
}

/**
 * So many different texts, or as many as are quoted, are compared with those before them: what ranks lower is quoted
 * by nobody, and those that say the same rank near each other.
 */
const COMPARED = 12;

/** The candidates that say different things: the first of each group that says the same. */
export function distinctTexts(index: DuplicateSource, ranked: readonly Ranked[]): Ranked[] {
  return groupsOf(index, ranked, COMPARED).map(({ members: [first] }) => first);
}

/**
 * The first `top` candidates that say different things. Passages with the same words, whatever their punctuation, are
 * one, and so are those that only differ as {@link isNearCopy} allows: two accounts of one event are not. Of dated
 * candidates the earliest stands for them, for "Sunday" is the original's, not the reprint's.
 */
export function foldDuplicates(index: DuplicateSource, ranked: readonly Ranked[], top: number): Folded[] {
  return groupsOf(index, ranked, Math.max(COMPARED, top))
    .slice(0, top)
    .map(({ members, texts }) => {
      const best = earliest(index, members);
      const own = index.firstCopy(best.passage);
      const others = texts.map(({ passage }) => passage).filter((text) => text !== own);
      const copies = [own, ...others].flatMap((text) => index.copies(text));
      return {
        best,
        first: members[0],
        alsoIn: placesOf(
          index,
          copies.filter((copy) => copy !== best.passage),
        ),
      };
    });
}

/** @param compared how many of the groups are compared with one another; the others have the same words */
function groupsOf(index: DuplicateSource, ranked: readonly Ranked[], compared: number): Group[] {
  const groups: Group[] = [];
  const byText = new Map<number, Group>();
  for (const candidate of ranked) {
    const passage = index.firstCopy(candidate.passage);
    const known = byText.get(passage);
    if (known) {
      known.members.push(candidate);
      continue;
    }
    const text = textOf(index, passage);
    let group =
      groups.length < compared ? groups.find((other) => saysTheSame(index, other, text)) : undefined;
    if (group) {
      group.members.push(candidate);
      group.texts.push(text);
    } else {
      group = { members: [candidate], texts: [text] };
      groups.push(group);
    }
    byText.set(passage, group);
  }
  return groups;
}

/** Whether a text is a near copy of a group's first, and has no dateline that contradicts another's of the group. */
function saysTheSame(index: DuplicateSource, { texts }: Group, text: Text): boolean {
  return (
    mayBeCopies(texts[0].terms(), text.terms()) &&
    isNearCopy(index, texts[0].wording(), text.wording()) &&
    texts.every((other) => agree(other.wording().dateline, text.wording().dateline))
  );
}

function textOf(index: DuplicateSource, passage: number): Text {
  return {
    passage,
    terms: once(() => termsIn(index, passage)),
    wording: once(() => wordingOf(index, passage)),
  };
}

function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

function placesOf(index: DuplicateSource, passages: readonly number[]): Quote['alsoIn'] {
  return passages.slice(0, MOST_PLACES).map((passage) => {
    const { source, paragraph } = index.passage(passage);
    return { source, paragraph };
  });
}

function earliest(index: DuplicateSource, members: Group['members']): Ranked {
  let best = members[0];
  let date = index.documentOf(best.passage).date;
  for (const other of members.slice(1)) {
    const otherDate = index.documentOf(other.passage).date;
    if (otherDate === undefined || (date !== undefined && otherDate >= date)) continue;
    best = other;
    date = otherDate;
  }
  return best;
}
