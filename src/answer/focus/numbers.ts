import type { Span } from '../../corpus/document.ts';
import { PERCENTAGE } from '../../language/expressions.ts';
import type { QuestionKind } from '../../language/question-kind.ts';
import { amountsAmong, forWhatIsAsked, withBare } from './amounts.ts';
import { before, isStated, type Asked, type FocusCandidate } from './asked.ts';
import { countAsked } from './count-asked.ts';
import { countsAmong, withMostOfAsked } from './counts.ts';
import { isDimensionTold, ofDimensionAsked } from './dimensions.ts';
import { durationsAsked, lengths } from './durations.ts';
import { isConversion, measuredAsAsked, populations } from './measures.ts';
import { nobodyIn } from './nobody.ts';
import { ofPiece } from './parallel.ts';
import { quantities } from './quantities.ts';
import { inColumn } from './table.ts';
import { isYearOfName } from './times.ts';

/** Before how many of its parts something has, which is how long it is too: "the list has 12 names". */
const HAS_SO_MANY =
  /(?<!\p{L})(?:holds?|has|have|had|contains?|comprises?|consists?\sof|is|are|was|were|of|with)\s(?:about\s|only\s|up\sto\s)?$|:\s$/iu;

/** Behind how many more there are than of another. */
const FEWER_THAN = /^\s(?:fewer|more|less)\sthan(?!\p{L})/iu;
/** In UTF-16 code units, with what ends it. */
const MAX_FEWER_THAN = 13;

/**
 * The numbers of a sentence that the question does not state itself, of the kind that it asks for: a share or a
 * duration is nothing else, while an amount may be of what only the sentence tells ("120 gold").
 */
export function numbersIn(asked: Asked, kind: QuestionKind): FocusCandidate[] {
  const { sentence, forms } = asked;
  const isStatedHere = ({ start, end }: Span) => isStated(sentence.slice(start, end), forms);
  if (kind === 'duration') return durationsOrLengths(asked);
  const all = quantities(asked);
  const unstated = all.filter(
    (found, i) =>
      !isStatedHere(found) &&
      !isYearOfName(sentence, found) &&
      !isConversion(sentence, found) &&
      !isChange(asked, found, all[i + 1]),
  );
  switch (kind) {
    case 'percentage':
      return percentagesAmong(asked, all, unstated);
    case 'count':
      return forms.has('population')
        ? [...populations(asked, ofPiece(asked, unstated, true))]
        : countsOrNobody(asked, all, unstated);
    case 'number':
      return measuresAmong(asked, all, unstated);
    default: {
      // Beside a price, a row may tell speeds and sizes, which have more of a unit.
      const inRow = sentence.includes('|') ? inColumn(asked, unstated, kind) : unstated;
      if (inRow.length > 0 && inRow.length < unstated.length) return [...inRow];
      const amounts = amountsAmong(asked, unstated);
      const piece = ofPiece(asked, amounts, false);
      return [...(piece.length < amounts.length ? piece : forWhatIsAsked(asked, amounts))];
    }
  }
}

/** By how much something changes that is told to be so much then, or differs: "rose by 8 % to 310", "80 fewer than". */
function isChange({ sentence, forms }: Asked, { start, end }: Span, next: Span | undefined): boolean {
  if (FEWER_THAN.test(sentence.slice(end, end + MAX_FEWER_THAN))) {
    return !['more', 'fewer', 'less'].some((form) => forms.has(form));
  }
  return (
    next !== undefined &&
    /^(?:\s[\p{L}%]+)?\s(?:to|auf)\s$/iu.test(sentence.slice(end, next.start)) &&
    /(?<!\p{L})(?:by|um)\s$/iu.test(before(sentence, start)) &&
    !forms.has('by') &&
    !forms.has('um')
  );
}

/** "How long is Lake Karn" asks for no time where a sentence tells of none, and says "long". */
function durationsOrLengths(asked: Asked): FocusCandidate[] {
  const lasting = durationsAsked(asked);
  if (lasting.length > 0 || !asked.forms.has('long') || !/\blong/iu.test(asked.sentence)) return lasting;
  const reaching = lengths(asked, quantities(asked));
  return isDimensionTold(asked, reaching) ? [...ofDimensionAsked(asked, reaching)] : [];
}

function countsOrNobody(asked: Asked, all: readonly Span[], unstated: readonly Span[]): FocusCandidate[] {
  const nobody = nobodyIn(asked);
  if (nobody.some(({ isSure }) => isSure)) return nobody;
  return [...nobody, ...countsAmong(asked, all, ofPiece(asked, unstated, true))];
}

function percentagesAmong(asked: Asked, all: readonly Span[], unstated: readonly Span[]): FocusCandidate[] {
  const shares = unstated.filter(({ start, end }) => PERCENTAGE.test(asked.sentence.slice(start, end)));
  const withOthers = withBare(asked, unstated, shares);
  return withOthers.every((found) => shares.includes(found))
    ? withMostOfAsked(asked, countAsked(asked), all, [], withOthers).map(({ count }) => count)
    : withOthers;
}

/** Of numbers those in units of the measure that the question asks for, as "how deep"; all, if it tells none. */
function measuresAmong(asked: Asked, all: readonly Span[], unstated: readonly Span[]): FocusCandidate[] {
  const fitting = ofPiece(asked, ofDimensionAsked(asked, unstated), false);
  const long = asked.forms.has('long') ? ofDimensionAsked(asked, lengths(asked, fitting)) : [];
  if (long.length > 0) return [...long];
  if (asked.forms.has('long'))
    return fitting.filter(({ start }) => HAS_SO_MANY.test(before(asked.sentence, start)));
  const measured = measuredAsAsked(asked, fitting);
  // "12 wide" has no unit.
  if (measured && (measured.length > 0 || !isDimensionTold(asked, fitting))) return measured;
  return countsAmong(asked, all, fitting);
}
