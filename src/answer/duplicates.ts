import type { OpenIndex } from '../index/open-index.ts';
import { relativeDates } from '../language/relative-dates.ts';
import { MOST_PLACES, type Quote } from './answer.ts';
import { isPartOf } from './contained.ts';
import { agree, isNearCopy, mayBeCopies, wordingOf, type CopySource, type Wording } from './near-copies.ts';
import { PassageTerms } from './passage-terms.ts';
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
  readonly alsoInPart: Quote['alsoIn'];
}

/** One of the texts that the candidates have, worked out as far as it is asked for. */
interface Text {
  /** The first passage that has it. */
  readonly passage: number;
  readonly terms: () => PassageTerms;
  readonly wording: () => Wording;
}

/** Candidates that say the same, in their order. */
interface Group {
  /** The first of all that it stands for. */
  first: Ranked;
  /** Those before it whose words are much the same. */
  readonly alike: readonly Group[];
  /** Groups whose text is a part of this one's. */
  readonly parts: Group[];
  readonly members: [Ranked, ...Ranked[]];
  /** The texts of the members, the first's first. */
  readonly texts: [Text, ...Text[]];
}

/**
 * So many different texts, or as many as are quoted, are compared with those before them: what ranks lower is quoted
 * by nobody, and those that say the same rank near each other. Of the sets in CONTRIBUTING.md clapnq_dev alone has any, two
 * passages that are part of another: with these folded, it has two more of its 300 first hits.
 */
const COMPARED = 12;

/** What was worked out for a ranking, as long as that is kept. */
const worked = new WeakMap<
  readonly Ranked[],
  { readonly index: DuplicateSource; readonly compared: number; readonly groups: readonly Group[] }
>();

/** The candidates that say different things: the first of each group that says the same. */
export function distinctTexts(index: DuplicateSource, ranked: readonly Ranked[]): Ranked[] {
  return groupsOf(index, ranked, COMPARED).map(({ first }) => first);
}

/**
 * The first `top` candidates that say different things. Passages with the same words, whatever their punctuation, are
 * one, and so are those that only differ as {@link isNearCopy} allows: two accounts of one event are not. Of dated
 * candidates the earliest stands for them, for "Sunday" is the original's, not the reprint's.
 */
export function foldDuplicates(index: DuplicateSource, ranked: readonly Ranked[], top: number): Folded[] {
  return groupsOf(index, ranked, Math.max(COMPARED, top))
    .slice(0, top)
    .map((group) => {
      const best = earliest(index, group.members);
      const copies = copiesOf(index, group, best).filter((copy) => copy !== best.passage);
      const parts = group.parts.flatMap((part) => copiesOf(index, part, earliest(index, part.members)));
      return {
        best,
        first: group.first,
        alsoIn: placesOf(index, copies),
        alsoInPart: placesOf(index, parts),
      };
    });
}

/** All passages with a group's texts, the best's own first. */
function copiesOf(index: DuplicateSource, { texts }: Group, best: Ranked): number[] {
  const own = index.firstCopy(best.passage);
  const others = texts.map(({ passage }) => passage).filter((text) => text !== own);
  return [own, ...others].flatMap((text) => index.copies(text));
}

/**
 * What the candidates say, the first of each in their order; what is a part of another is with that.
 *
 * @param compared how many of the groups are compared with one another; of the others each has its own words
 */
function groupsOf(index: DuplicateSource, ranked: readonly Ranked[], compared: number): readonly Group[] {
  // One answer asks three times: for its confidence, its quotes and their scores.
  const known = worked.get(ranked);
  if (known?.index === index && known.compared === compared) return known.groups;
  const groups = withParts(index, groupsWithoutParts(index, ranked, compared));
  worked.set(ranked, { index, compared, groups });
  return groups;
}

function groupsWithoutParts(index: DuplicateSource, ranked: readonly Ranked[], compared: number): Group[] {
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
    const alike =
      groups.length < compared
        ? groups.filter(({ texts: [first] }) => mayBeCopies(first.terms(), text.terms()))
        : [];
    let group = alike.find((other) => saysTheSame(index, other, text));
    if (group) {
      group.members.push(candidate);
      group.texts.push(text);
    } else {
      group = { first: candidate, members: [candidate], texts: [text], alike, parts: [] };
      groups.push(group);
    }
    byText.set(passage, group);
  }
  return groups;
}

/**
 * Each group that says no more than another does is put with it, which takes the place of the better: all that it says is
 * quoted there. Not where its date would be lost, which tells what its "Sunday" means.
 */
function withParts(index: DuplicateSource, groups: readonly Group[]): readonly Group[] {
  const wholes = new Map<Group, Group>();
  for (const group of groups) {
    for (const other of group.alike) {
      if (!wholes.has(group) && isWithin(index, group, other)) wholes.set(group, other);
      else if (!wholes.has(other) && isWithin(index, other, group)) wholes.set(other, group);
    }
  }
  if (wholes.size === 0) return groups;
  const places = new Map(groups.map((group, place) => [group, place]));
  for (const part of wholes.keys()) {
    let whole = part;
    for (let next = wholes.get(whole); next; next = wholes.get(whole)) whole = next;
    whole.parts.push(part);
    if (places.get(part)! >= places.get(whole)!) continue;
    whole.first = part.first;
    places.set(whole, places.get(part)!);
  }
  return groups
    .filter((group) => !wholes.has(group))
    .sort((one, other) => places.get(one)! - places.get(other)!);
}

function isWithin(index: DuplicateSource, part: Group, whole: Group): boolean {
  const { text } = part.texts[0].wording();
  if (!isPartOf(part.texts[0].wording(), whole.texts[0].wording())) return false;
  const date = dateOf(index, part);
  const itsDate = dateOf(index, whole);
  const isOlder = date !== undefined && (itsDate === undefined || date < itsDate);
  return !isOlder || relativeDates(text, date).length === 0;
}

function dateOf(index: DuplicateSource, { members }: Group): string | undefined {
  return index.documentOf(earliest(index, members).passage).date;
}

/** Whether a text is a near copy of a group's first, and has no dateline that contradicts another's of the group. */
function saysTheSame(index: DuplicateSource, { texts }: Group, text: Text): boolean {
  return (
    isNearCopy(index, texts[0].wording(), text.wording()) &&
    texts.every((other) => agree(other.wording().dateline, text.wording().dateline))
  );
}

function textOf(index: DuplicateSource, passage: number): Text {
  return {
    passage,
    terms: once(() => new PassageTerms(index.terms.sequence(passage))),
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
