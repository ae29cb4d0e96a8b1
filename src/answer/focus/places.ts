import { isGermanPlace } from '../../language/german-names.ts';
import { before, type Asked, type FocusCandidate } from './asked.ts';
import { isStopWord } from '../../language/languages.ts';
import { isRegion } from '../../language/region-names.ts';
import { words } from '../../language/words.ts';
import {
  isUnit,
  mayAnswer,
  namesIn,
  prepositionAsked,
  prepositionBefore,
  startOfName,
  withoutDay,
} from './names.ts';

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

/** Whoever is named behind these has that trade or is that to somebody: "the baker Brandt". */
const OF_SOMEBODY =
  /(?<!\p{L})(?:(?:clock|shoe|watch)?maker|baker|painter|sculptor|architect|engineer|poet|writer|author|singer|actor|actress|doctor|teacher|farmer|miner|sailor|soldier|general|captain|mayor|minister|president|king|queen|prince|princess|director|manager|chairman|chairwoman|coach|player|officer|lawyer|judge|prosecutor|professor|scientist|historian|journalist|reporter|explorer|composer|musician|designer|founder|owner|husband|wife|son|daughter|brother|sister|father|mother|uncle|aunt|widow|deputy|predecessor|successor),?\s+$/iu;

/** Whoever has the name: "the Brandt family". */
const FAMILY = /^\s(?:family|clan|dynasty|household|brothers|sisters|siblings|twins|couple)(?!\p{L})/u;
/** In UTF-16 code units: the longest of these, with what ends it. */
const MAX_FAMILY = 12;

/** What a question may ask for by "what" or "which", as far as a name tells that it is that or is not. */
const COUNTRIES = new Set(['country', 'countries', 'nation', 'nations']);
const TOWNS = new Set(['city', 'cities', 'town', 'towns', 'village', 'villages']);
const POSSESSIVE = /['’]s?$/u;

/** In UTF-16 code units, by how much a name is farther from the question's words, or nearer, than it stands. */
const FARTHER = { possessive: 20, behindPreposition: -20, countryAsked: -20, countryForTown: 30 } as const;

/** Names of places that the question does not name itself, as far as the words before them tell. */
export function placesIn(asked: Asked): FocusCandidate[] {
  const { sentence, language } = asked;
  const found: FocusCandidate[] = [];
  for (const name of namesIn(sentence)) {
    // The rest of a name that begins the sentence: rather who did it than where.
    if (startOfName(asked, name.start) < name.start) continue;
    const { start, end } = withoutDay(sentence, name);
    if (!mayAnswer(asked, { start, end }) || isUnit(sentence, { start, end })) continue;
    if (OF_SOMEBODY.test(before(sentence, start))) continue;
    const preposition = prepositionBefore(asked, { start, end });
    if (NOT_OF_PLACES.has(preposition) || SPEAKING.test(before(sentence, start))) continue;
    if (language === 'de' && !isGermanPlace(sentence, start, end)) continue;
    const text = sentence.slice(start, end);
    if (isStopWordAlone(asked, text) || FAMILY.test(sentence.slice(end, end + MAX_FAMILY))) continue;
    const fromSomebody =
      FROM_OR_TO.has(preposition) && IN_PLACE.test(sentence.slice(end, end + MAX_IN_PLACE));
    const doubtful = !OF_PLACES.has(preposition) || fromSomebody;
    found.push({ start, end, doubtful, farther: fartherAs(asked, text, preposition) });
  }
  return found;
}

/** By how much a name is farther from the question's words than it stands, in UTF-16 code units. */
function fartherAs(asked: Asked, name: string, preposition: string): number {
  let farther = fartherAsKind(asked, name);
  if (POSSESSIVE.test(name)) farther += FARTHER.possessive;
  if (preposition !== '' && preposition === prepositionAsked(asked)) farther += FARTHER.behindPreposition;
  return farther;
}

function fartherAsKind({ question }: Asked, name: string): number {
  const what = question.findIndex(({ form }) => form === 'what' || form === 'which');
  const kind = question[what + 1]?.form ?? '';
  if (COUNTRIES.has(kind)) return name.split(/\s+and\s+/u).every(isRegion) ? FARTHER.countryAsked : 0;
  return TOWNS.has(kind) && isRegion(name) ? FARTHER.countryForTown : 0;
}

function isStopWordAlone({ language }: Asked, name: string): boolean {
  const [first, ...others] = words(name);
  return first !== undefined && others.length === 0 && isStopWord(first, language);
}
