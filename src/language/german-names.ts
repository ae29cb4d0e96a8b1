// Names in German, in which all nouns have capitals.

/** As much of what stands before a name is looked at, in UTF-16 code units: prepositions are short. */
const LEAD = 30;

/** Nouns that stand behind a preposition in a phrase of their own: "in Höhe von", "im Durchschnitt", "im Sommer". */
const PHRASE_NOUNS = [
  'Höhe|Angaben|Angst|Anfang|Ende|Mitte|Folge|Form|Kraft|Richtung|Bezug|Betrieb|Frage|Kosten|Ruhe|Eintritt|Ruhetag',
  String.raw`Jahr\p{L}*|Teil\p{L}*|Sommer|Winter|Herbst|Frühling|Regen|Protest|Anspruch|Begleitung|Ansicht|Aussagen?`,
  'Rahmen|Auftrag|Alter|Laufe?|Durchschnitt|Schnitt|Vergleich|Gegensatz|Fall|Namen?|Wesentlichen|Allgemeinen',
  'Gegenteil|Prinzip|Zuge?|Bereich',
];
/** Endings of nouns for what nobody can stand in: "Verwaltung", "Freiheit", "Nationen". */
const ABSTRACT = String.raw`\p{L}+(?:ung|heit|keit|schaft|tion|tät|nis|ismus)(?:en|s|se)?`;
/** Nouns that name neither a place nor a person, though a preposition stands before them. */
const NAMES_NOTHING = new RegExp(`^(?:${PHRASE_NOUNS.join('|')}|${ABSTRACT})$`, 'u');

/** Words with a capital that measure: "Millionen Euro" has two and names nobody. */
const MEASURE =
  /^(?:Millionen?|Milliarden?|Euro|Dollar|Prozent|Meter|Kilometer|Kilogramm|Tonnen?|Liter|Uhr|Anfang|Ende|Mitte|Jahr\p{L}*|Ein\p{Ll}+|Herr|Frau)$/u;

/**
 * Whether words with capitals are a person's name: two such words one behind the other, or one behind "von", "durch",
 * "Herr" or "Frau".
 *
 * @param start first UTF-16 code unit of the words in the sentence, `end` the one behind them
 */
export function isGermanPerson(sentence: string, start: number, end: number): boolean {
  const parts = partsOf(sentence, start, end);
  if (holdsTwoNouns(parts)) return true;
  const whole = parts.length === 1 && !NAMES_NOTHING.test(parts[0]!);
  return whole && /(?<!\p{L})(?:von|durch|Herrn?|Frau)\s+$/u.test(leadOf(sentence, start));
}

/**
 * Whether words with capitals are a place's name: two such words one behind the other, or what stands behind a
 * preposition of place, with an article too. What has an article besides ("die Mühle") is a thing.
 *
 * @param start first UTF-16 code unit of the words in the sentence, `end` the one behind them
 */
export function isGermanPlace(sentence: string, start: number, end: number): boolean {
  const parts = partsOf(sentence, start, end);
  if (holdsTwoNouns(parts)) return true;
  if (NAMES_NOTHING.test(parts[0]!)) return false;
  return /(?<!\p{L})(?:[Ii]m|(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei)(?:\s+(?:der|den|dem))?)\s+$/u.test(
    leadOf(sentence, start),
  );
}

function partsOf(sentence: string, start: number, end: number): string[] {
  return sentence.slice(start, end).split(/\s+/u);
}

function leadOf(sentence: string, start: number): string {
  return sentence.slice(Math.max(0, start - LEAD), start);
}

function holdsTwoNouns(parts: readonly string[]): boolean {
  return parts.some((part, i) => {
    const next = parts[i + 1];
    return next !== undefined && isNoun(part) && isNoun(next);
  });
}

function isNoun(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && !MEASURE.test(word);
}
