import type { Span } from '../../corpus/document.ts';
import { partitionPoint } from '../../partition-point.ts';
import type { Asked } from './asked.ts';
import type { CountAsked } from './count-asked.ts';

/** Any count of what is done or suffered is one of these. */
export const PERSONS = new Set(
  'people persons person folk menschen personen leute personas personnes persone'.split(' '),
);

/** Who may be called just "people" where their number is told. */
const KINDS_OF_PERSONS =
  /^(?:passengers|workers|employees|residents|inhabitants|citizens|villagers|guests|visitors|members|students|soldiers|victims)$/u;
const OF_PEOPLE = /^\s(?:people|persons)(?!\p{L})/iu;

/** What a number surely counts: "ten beds". */
const OTHER_NOUN = /^\s\p{Ll}{2,30}s(?:[.,;]|$|\s(?:in|on|at|and|for)(?!\p{L}))/u;

/** Where a clause ends, or the count of another thing begins. */
const CLAUSE_END =
  /[;:—()|]|,(?!\p{Nd})|\s[-–]\s|\s(?:and|or|but|while|whereas|und|oder|aber|y|et|e)(?=\s)/giu;
/** Between the end of a clause and a number that goes on with what governs the one before it: "and about 300 crew". */
const GOES_ON =
  /^\s*(?:(?:about|around|some|nearly|almost|over|only|another|as\smany\sas|more\sthan|less\sthan|fewer\sthan|up\sto|at\s(?:least|most)|a\stotal\sof|rund|etwa|mehr\sals)\s+)?$/iu;
const AUXILIARY =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|will|wurden?|sind|waren|haben|hatten)(?!\p{L})/iu;
/** Behind a number that leaves what it counts to another. */
export const ELLIPSIS =
  /^(?:\s(?:more|others?|weitere|of\s(?:them|whom|which|those|these)))?(?:$|[^\p{L}\p{N}\s]|\s(?:is|are|was|were|has|have|had|will|an?|and|or|but|in|at|on|by|from|to|after|when|while|und|oder|wurden?|sind|waren)(?!\p{L}))/iu;
const OF_THEM = /^\sof\s(?:them|whom|which|those|these)(?!\p{L})/iu;
/** What goes on so tells nothing of the number before. */
const OF_WHICH = /^\sof\s(?:whom|which)(?!\p{L})/iu;
/** In UTF-16 code units: as much is looked at behind a number for these, an aside of its own and all. */
const MAX_BEHIND = 64;
/** What says a number in another way: "1,388 (0.9 %)". */
const ASIDE = /(?<=\p{Nd}\p{L}{0,3}\s)\([^()]{1,40}\)/gu;

/** Of clauses that are others' too, so many are looked at. */
const MAX_CLAUSES = 4;

/** What a number's clause counts for that has what is asked to be counted, beside its predicate ... */
const NOUN = 2;
const PREDICATE = 1.5;
/** ... and what one counts for that does not say what it counts, as far as that goes. */
export const UNTOLD = 1;
/** What some of others count for that are told of before. */
const OF_OTHERS = 0.95;
/** Saying "people" tells little. */
const SAYS_PEOPLE = 0.25;

/**
 * How much of what is asked to be counted stands in each number's own clause: "ten people were hurt" of "a child was
 * killed and ten people were hurt", "122 wounded civilians" of "39 civilian deaths and 122 wounded civilians".
 *
 * @param numbers all of a sentence, in order
 * @returns for each 0, if nothing does and it counts something else, to 3.5
 */
export function claims(asked: Asked, what: CountAsked, numbers: readonly Span[]): number[] {
  const { sentence } = asked;
  const plain = sentence.replace(ASIDE, (aside) => ' '.repeat(aside.length));
  const outside = numbers.filter(({ start }) => plain[start] === sentence[start]);
  const claimed = claimsIn(plain, asked, what, outside);
  // What stands in an aside is of the number before.
  const outsideBefore = (at: number) => partitionPoint(outside.length, (i) => outside[i]!.start > at);
  return numbers.map(({ start }) => claimed[outsideBefore(start) - 1] ?? 0);
}

/** {@link claims} of the numbers of a sentence that stand in no aside. */
function claimsIn(
  sentence: string,
  { foundFor }: Asked,
  { nouns, head, predicate, isSubjectFirst }: CountAsked,
  numbers: readonly Span[],
): number[] {
  const generic = nouns.every(({ form }) => PERSONS.has(form));
  const ofPersons = head !== undefined && KINDS_OF_PERSONS.test(head.form);
  const { leads, rests } = clausesOf(sentence, numbers);
  const forNouns = nouns.map(foundFor);
  const forHead = head ? [foundFor(head)] : [];
  const forPredicate = predicate.map(foundFor);
  let near: Span[] = [];
  let own: Span[] = [];
  let told = 0;
  return numbers.map(({ start, end }, i) => {
    const behind = sentence.slice(end, end + MAX_BEHIND).replace(/^\s+/u, ' ');
    const ofThem = i > 0 && OF_THEM.test(behind);
    // "40 of which": these do what those do of which they are.
    near = [...(ofThem ? near.slice(-MAX_CLAUSES) : []), ...leads[i]!, rests[i]![0]!];
    own = [...(ofThem ? own.slice(-MAX_CLAUSES) : []), ...leads[i]!, ...rests[i]!];
    const share = shareIn(near, forNouns);
    const countsOther = OTHER_NOUN.test(behind) && shareIn([rests[i]![0]!], forNouns) === 0;
    const noun = countsOther ? 0 : NOUN * (shareIn(near, forHead) === 1 ? (1 + share) / 2 : share / 2);
    const isBeforePredicate =
      !isSubjectFirst &&
      forPredicate.some((found) => {
        const next = found[partitionPoint(found.length, (at) => found[at]!.start >= end)];
        return next && sentence.slice(end, Math.min(next.start, end + MAX_BEHIND)).trim() === '';
      });
    const isElliptic = isBeforePredicate || ELLIPSIS.test(behind);
    const isOfPeople = ofPersons && OF_PEOPLE.test(behind);
    if (generic) told = UNTOLD + SAYS_PEOPLE * share;
    else told = isElliptic || isOfPeople ? Math.max(UNTOLD, noun, predicate.length > 0 ? told : 0) : noun;
    // "Mira scored three goals and Kit two."
    const isGapped = isElliptic && forPredicate.some((found) => isBesideName(sentence, found, start));
    const claim = told + PREDICATE * (isGapped ? 1 : shareIn(own, forPredicate));
    return ofThem ? OF_OTHERS * claim : claim;
  });
}

/** How many of some words clauses hold, of all, 0 to 1. @param words for each where it is found, in order */
function shareIn(clauses: readonly Span[], words: readonly (readonly Span[])[]): number {
  const isHeld = (found: readonly Span[]) =>
    clauses.some(({ start, end }) => {
      const first = found[partitionPoint(found.length, (at) => found[at]!.start >= start)];
      return first !== undefined && first.end <= end;
    });
  return words.length === 0 ? 0 : words.filter(isHeld).length / words.length;
}

/** Whether one of some words is a name that stands right before a place. */
function isBesideName(sentence: string, found: readonly Span[], at: number): boolean {
  const last = found[partitionPoint(found.length, (i) => found[i]!.end >= at) - 1];
  return last?.end === at - 1 && /^\p{Lu}/u.test(sentence.slice(last.start, last.end));
}

/** Where what each number governs, or is governed by, stands in a sentence; see {@link claims}. */
function clausesOf(sentence: string, numbers: readonly Span[]): { leads: Span[][]; rests: Span[][] } {
  const leads: Span[][] = [];
  const rests: Span[][] = [];
  for (const [i, { start, end }] of numbers.entries()) {
    const from = numbers[i - 1]?.end ?? 0;
    const last = lastBreak(sentence, from, start);
    if (i === 0 || last) {
      const begin = last?.end ?? from;
      const goesOn = i > 0 && GOES_ON.test(sentence.slice(begin, start));
      leads.push(goesOn ? leads[i - 1]! : [{ start: begin, end: start }]);
    } else leads.push([]);
    const next = numbers[i + 1]?.start;
    const until = next === undefined ? sentence.length : (lastBreak(sentence, end, next)?.start ?? next);
    rests.push([{ start: end, end: until }]);
  }
  for (let i = numbers.length - 2; i >= 0; i--) {
    const [own] = rests[i]!;
    const [after] = rests[i + 1]!;
    const next = numbers[i + 1]!.start;
    const isBeside = leads[i + 1] === leads[i] && !OF_WHICH.test(sentence.slice(after!.start, after!.end));
    // "Ten people in two towns were hurt."
    if (own!.end === next) rests[i]!.push(...rests[i + 1]!.slice(0, MAX_CLAUSES));
    // "39 men and 12 women were hurt."
    else if (isBeside && !AUXILIARY.test(sentence.slice(own!.start, own!.end))) {
      const verb = AUXILIARY.exec(sentence.slice(after!.start, after!.end));
      if (verb) rests[i]!.push({ start: after!.start + verb.index, end: after!.end });
    }
  }
  return { leads, rests };
}

function lastBreak(sentence: string, start: number, end: number): Span | undefined {
  // "Most tackles (118)", "Tackles: 118": what it counts stands before the mark.
  const text = sentence.slice(start, end).replace(/\($|:(?=\s$)/u, ' ');
  const last = [...text.matchAll(CLAUSE_END)].at(-1);
  return last && { start: start + last.index, end: start + last.index + last[0].length };
}
