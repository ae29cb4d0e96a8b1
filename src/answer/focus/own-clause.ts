import type { Span } from '../../corpus/document.ts';
import type { Word } from '../../language/words.ts';
import type { Asked } from './asked.ts';
import type { CountAsked } from './count-asked.ts';

/** Any count of what is done or suffered is one of these. */
const PERSONS = new Set(
  'people persons person folk menschen personen leute personas personnes persone'.split(' '),
);

/** Where a clause ends, or the count of another thing begins. */
const CLAUSE_END =
  /[;:—()|]|,(?!\p{Nd})|\s[-–]\s|\s(?:and|or|but|while|whereas|und|oder|aber|y|et|e)(?=\s)/giu;
/** Between the end of a clause and a number that goes on with what governs the one before it: "and about 300 crew". */
const GOES_ON =
  /^\s*(?:(?:about|around|some|nearly|almost|over|only|another|as\smany\sas|more\sthan|less\sthan|fewer\sthan|up\sto|at\s(?:least|most)|a\stotal\sof|rund|etwa|mehr\sals)\s+)?$/iu;
const AUXILIARY =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|will|wurden?|sind|waren|haben|hatten)(?!\p{L})/iu;
/** Behind a number that leaves what it counts to another. */
const ELLIPSIS =
  /^(?:\s(?:more|others?|weitere|of\s(?:them|whom|which|those|these)))?(?:$|[^\p{L}\p{N}\s]|\s(?:is|are|was|were|has|have|had|will|and|or|but|in|at|on|by|from|to|after|when|while|und|oder|wurden?|sind|waren)(?!\p{L}))/iu;
const OF_THEM = /^\sof\s(?:them|whom|which|those|these)(?!\p{L})/iu;
/** What goes on so tells nothing of the number before. */
const OF_WHICH = /^\sof\s(?:whom|which)(?!\p{L})/iu;
/** In UTF-16 code units: as much is looked at behind a number for these, an aside of its own and all. */
const MAX_BEHIND = 64;
/** What says a number in another way: "1,388 (0.9 %)". */
const ASIDE = /(?<=\p{Nd}\p{L}{0,3}\s)\([^()]{1,40}\)/gu;

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
  return numbers.map(({ start }) => claimed[outside.findLastIndex((other) => other.start <= start)] ?? 0);
}

/** {@link claims} of the numbers of a sentence that stand in no aside. */
function claimsIn(
  sentence: string,
  { found, stands }: Asked,
  { nouns, head, predicate, isSubjectFirst }: CountAsked,
  numbers: readonly Span[],
): number[] {
  const generic = nouns.every(({ form }) => PERSONS.has(form));
  const { leads, rests } = clausesOf(sentence, numbers);
  const inside = (clauses: readonly Span[]) =>
    found.filter((word) => clauses.some((clause) => word.start >= clause.start && word.end <= clause.end));
  const shareOf = (wanted: readonly Word[], words: readonly Word[]) =>
    wanted.length === 0
      ? 0
      : wanted.filter((word) => words.some((other) => stands(other, word))).length / wanted.length;
  let near: Word[] = [];
  let own: Word[] = [];
  let told = 0;
  return numbers.map(({ start, end }, i) => {
    const behind = sentence.slice(end, end + MAX_BEHIND).replace(/^\s+/u, ' ');
    const ofThem = i > 0 && OF_THEM.test(behind);
    // "40 of which": these do what those do of which they are.
    near = [...(ofThem ? near : []), ...inside([...leads[i]!, rests[i]![0]!])];
    own = [...(ofThem ? own : []), ...inside([...leads[i]!, ...rests[i]!])];
    const share = shareOf(nouns, near);
    const isHead = head !== undefined && shareOf([head], near) === 1;
    const next = found.find((word) => word.start >= end);
    const isElliptic =
      ELLIPSIS.test(behind) ||
      (!isSubjectFirst &&
        next !== undefined &&
        sentence.slice(end, next.start).trim() === '' &&
        shareOf(predicate, [next]) > 0);
    const noun = NOUN * (isHead ? (1 + share) / 2 : share / 2);
    if (generic) told = UNTOLD + SAYS_PEOPLE * share;
    else told = isElliptic ? Math.max(UNTOLD, noun, predicate.length > 0 ? told : 0) : noun;
    // "Mira scored three goals and Kit two."
    const isGapped =
      isElliptic && own.some((word) => isNameBefore(sentence, word, start) && shareOf(predicate, [word]) > 0);
    const claim = told + PREDICATE * (isGapped ? 1 : shareOf(predicate, own));
    return ofThem ? OF_OTHERS * claim : claim;
  });
}

/** Whether a word is a name that stands right before a place. */
function isNameBefore(sentence: string, word: Word, at: number): boolean {
  return word.end === at - 1 && /^\p{Lu}/u.test(sentence.slice(word.start, word.end));
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
    if (own!.end === next) rests[i]!.push(...rests[i + 1]!);
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
