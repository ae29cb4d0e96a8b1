import type { Span } from '../../corpus/document.ts';
import { AMOUNT } from '../../language/expressions.ts';
import { before, type Asked, type FocusCandidate } from './asked.ts';
import { unitOfTime } from './durations.ts';
import { isMeasured } from './measures.ts';

/** Before an amount that leaves its unit to another ... */
const ANOTHER_AMOUNT = /(?:,|(?<!\p{L})(?:or|and))\s$/iu;
/** ... and behind it, for whom or what it is. */
const OF_AMOUNT =
  /^[^\S\n]?[^\s,;:.]{0,12}[^\S\n](?:for|an?|per|each|if)\s(?:(?!or\s|and\s)[^\s,;:.()]+\s?){0,5}/iu;
/** What may be told in a sentence beside what something costs. */
const MONEY = /[$€£¥₽]|(?<!\p{L})(?:dollars?|euros?|pounds?|cents?|francs?|pence|yen)(?!\p{L})/iu;
/** In UTF-16 code units: some six words. */
const MAX_OF_AMOUNT = 60;
/** In UTF-16 code units: as much is looked at for what an amount is of. */
const MAX_NEXT_WORD = 30;

/** In a question: that what is asked for is paid. */
const PAID = new Set(['cost', 'costs', 'price', 'pay', 'paid', 'fee', 'fare', 'rent', 'expensive', 'charge']);
/** Before a price in a currency that no list has, "costs 500 gems", or behind it ... */
const SAYS_PRICE_BEFORE =
  /(?<!\p{L})(?:costs?|priced?|prices|pays?|paid|charged?|charges|fees?|fares?|rent|worth|spends?|spent|sells?|sold|buys?|bought|needs?|takes?|for|at|of|is|are|was|were|only|just|it['’]s)\s(?:(?:about|some|only|just|at\sleast|up\sto|you|them|him|her|us|an?\s\p{L}+)\s)?$|(?:^|[:|=(–—-]\s?|^[^\p{L}]*)$/iu;
const SAYS_PRICE_BEHIND =
  /^\s(?:gold|silver|coins?|gems?|credits?|tokens?|points?|(?:\p{L}+\s)?(?:each|per))(?!\p{L})/iu;
/** In UTF-16 code units. */
const MAX_PRICE_BEHIND = 30;

/**
 * Of numbers those that may say how much: amounts with a unit where there are any, else all but times. What is paid is
 * not any number: "carries 900 passengers" is no price, and "for 500 coins" may be one.
 */
export function amountsAmong(asked: Asked, numbers: readonly Span[]): FocusCandidate[] {
  const { sentence } = asked;
  const amounts = numbers.filter(
    (found) => AMOUNT.test(withNextWord(sentence, found)) || isMeasured(sentence, found),
  );
  if (amounts.length > 0) {
    const money = asksForPrice(asked)
      ? amounts.filter((found) => MONEY.test(withNextWord(sentence, found)))
      : [];
    const found = withBare(asked, numbers, money.length > 0 ? money : amounts);
    const isOther = asksForPrice(asked) && money.length === 0;
    return found.map((amount) => ({ ...amount, doubtful: isOther && isMeasured(sentence, amount) }));
  }
  // "Every 30 days for 500 coins".
  const untimed = numbers.filter((found) => unitOfTime(sentence, found) === undefined);
  if (!isPaidFor(asked)) return [...(untimed.length > 0 ? untimed : numbers)];
  return untimed
    .filter(({ start, end }) => {
      return (
        SAYS_PRICE_BEFORE.test(before(sentence, start)) ||
        SAYS_PRICE_BEHIND.test(sentence.slice(end, end + MAX_PRICE_BEHIND))
      );
    })
    .map((found) => ({ ...found, doubtful: true }));
}

function isPaidFor({ forms }: Asked): boolean {
  return [...PAID].some((form) => forms.has(form));
}

/** "How much is the Mini", and not "how much water is". */
function asksForPrice(asked: Asked): boolean {
  const { question } = asked;
  const much = question.findIndex(({ form }) => form === 'much');
  return isPaidFor(asked) || ['is', 'are', 'was', 'were'].includes(question[much + 1]?.form ?? '');
}

/**
 * Amounts, or those of them that what is asked about stands behind, with the numbers that leave their unit to an amount
 * before them: "95 pounds, 60 for students", "guests pay 95 pounds, students 60".
 *
 * @param amounts those of `numbers` that are told with a unit; in order, as `numbers` are
 */
export function withBare(asked: Asked, numbers: readonly Span[], amounts: readonly Span[]): Span[] {
  const { sentence } = asked;
  const [first] = amounts;
  if (!first) return [];
  const isBare = (number: Span) =>
    !amounts.includes(number) &&
    number.start > first.end &&
    (isOfWordAsked(asked, number) ||
      (ANOTHER_AMOUNT.test(before(sentence, number.start)) && isAskedFor(asked, number)));
  const bare = numbers.filter(isBare);
  return bare.length > 0 ? [...amounts.filter((amount) => isAskedFor(asked, amount)), ...bare] : [...amounts];
}

/** Whether a word or name of the question stands between another amount and this one: "students 60", "her rival Doan 47". */
function isOfWordAsked({ sentence, anchors }: Asked, { start }: Span): boolean {
  const word = anchors.find(({ end }) => end === start - 1);
  if (word === undefined) return false;
  const ahead = before(sentence, word.start);
  return (
    ANOTHER_AMOUNT.test(ahead) ||
    (/^\p{Lu}/u.test(sentence.slice(word.start, word.end)) && /[,;]\s(?:[\p{L}’'-]+\s){1,3}$/u.test(ahead))
  );
}

/** A number with the word behind it: "5 kg", "120 gold". */
function withNextWord(sentence: string, { start, end }: Span): string {
  return (
    sentence.slice(start, end) + /^(?:\s?[\p{L}$€£¥₽%]+)?/u.exec(sentence.slice(end, end + MAX_NEXT_WORD))![0]
  );
}

/** Those amounts behind which stands what is asked about, "£1 for each film"; all, where that is behind none. */
export function forWhatIsAsked<T extends Span>(asked: Asked, amounts: readonly T[]): readonly T[] {
  const meant = amounts.filter((amount) => isAskedFor(asked, amount));
  return meant.length > 0 ? meant : amounts;
}

function isAskedFor({ sentence, anchors }: Asked, { end }: Span): boolean {
  const clause = OF_AMOUNT.exec(sentence.slice(end, end + MAX_OF_AMOUNT))?.[0] ?? '';
  return anchors.some((anchor) => anchor.start >= end && anchor.end <= end + clause.length);
}
