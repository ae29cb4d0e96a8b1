import type { OpenIndex } from '../index/open-index.ts';
import type { Ranked } from './rank.ts';
import { AT } from './signals.ts';

/**
 * In scores, how far a paragraph may be ahead of the headline above it that answers in its place. With 1, "The office is on
 * the top floor" stands before its opening hours; the sets in test/evaluation have the same answers.
 */
const AHEAD = 2;
/** In scores: right before its paragraph, and behind all that is before that. */
const RIGHT_BEFORE = 0.001;
/** Share of the question's words, by weight, that says nothing. */
const NOTHING = 0.01;
/**
 * The score of a headline that answers: as it is, or right before its own document's paragraphs, where these are ahead
 * for the headline's words alone.
 */
export function beforeItsOwn(
  index: Pick<OpenIndex, 'isHeadline' | 'documentIdOf'>,
  headline: Ranked,
  ranked: readonly Ranked[],
  score: number,
): number {
  const document = index.documentIdOf(headline.passage);
  const ahead = ranked.filter(
    (other) =>
      other.score >= score &&
      index.documentIdOf(other.passage) === document &&
      !index.isHeadline(other.passage),
  );
  const best = ahead[0];
  if (!best || best.score > headline.score + AHEAD) return score;
  return ahead.every((paragraph) => answersBelow(headline, paragraph)) ? best.score + RIGHT_BEFORE : score;
}

/**
 * Whether a headline holds the kind of answer asked for, and a paragraph below it surely does not, nor anything else
 * that is asked and that the headline lacks; where the headline surely holds it and the paragraph does not, whatever else.
 */
function answersBelow({ signals: above }: Ranked, { signals: below }: Ranked): boolean {
  if (above[AT.kind]! <= below[AT.kind]! || below[AT.holdsKind]! === 1) return false;
  const addsNothing = below[AT.coverageWithTitle]! - below[AT.title]! < NOTHING;
  return addsNothing || (above[AT.holdsKind]! === 1 && below[AT.holdsKind]! === 0);
}
