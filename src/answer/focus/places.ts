import { isGermanPlace } from '../../language/german-names.ts';
import { before, type Asked, type FocusCandidate } from './asked.ts';
import { mayAnswer, namesIn, prepositionBefore, startOfName, withoutDay } from './names.ts';

/** A name behind these is surely a place's, as far as a preposition tells ... */
const OF_PLACES = new Set(['in', 'im', 'at', 'near', 'to', 'from', 'into', 'nach', 'aus', 'bei']);
/** ... and behind these it is somebody's or something's: "by Brandt", "with Brandt". */
const NOT_OF_PLACES = new Set(['by', 'with', 'durch', 'mit']);

/** Behind these may stand somebody, as where a place follows: "bought from Brandt in Aldra". */
const FROM_OR_TO = new Set(['from', 'to']);
const IN_PLACE = /^,?\s(?:in|at|near)\s(?:the\s)?\p{Lu}/u;
/** In UTF-16 code units: the longest of these. */
const MAX_IN_PLACE = 12;

/** Whoever is named behind these says what is quoted: "I fled", said Brandt. */
const SPEAKING = /(?<!\p{L})(?:said|says|told|added|asked|wrote|recalled)\s+$/iu;

/** Names of places that the question does not name itself, as far as the words before them tell. */
export function placesIn(asked: Asked): FocusCandidate[] {
  const { sentence, language } = asked;
  const found: FocusCandidate[] = [];
  for (const name of namesIn(sentence)) {
    // The rest of a name that begins the sentence: rather who did it than where.
    if (startOfName(asked, name.start) < name.start) continue;
    const { start, end } = withoutDay(sentence, name);
    if (!mayAnswer(asked, { start, end })) continue;
    const preposition = prepositionBefore(asked, { start, end });
    if (NOT_OF_PLACES.has(preposition) || SPEAKING.test(before(sentence, start))) continue;
    if (language === 'de' && !isGermanPlace(sentence, start, end)) continue;
    const fromSomebody =
      FROM_OR_TO.has(preposition) && IN_PLACE.test(sentence.slice(end, end + MAX_IN_PLACE));
    found.push({ start, end, doubtful: !OF_PLACES.has(preposition) || fromSomebody });
  }
  return found;
}
