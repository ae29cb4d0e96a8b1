/** As much of what stands before a name is looked at, in UTF-16 code units: prepositions are short. */
const LEAD = 30;

/** Nouns that stand behind a preposition of place, and are none. */
const NO_PLACE =
  /^(?:Höhe|Angaben|Angst|Anfang|Ende|Mitte|Folge|Form|Kraft|Richtung|Bezug|Betrieb|Frage|Kosten|Ruhe|Eintritt|Ruhetag|Jahr\p{L}*|Teil\p{L}*|Sommer|Winter|Herbst|Frühling|Regen|Protest|Anspruch|Begleitung|Ansicht|Aussagen?|Rahmen|Auftrag|Alter|Laufe?|Durchschnitt|Schnitt|Vergleich|Gegensatz|Fall|Namen?|Wesentlichen|Allgemeinen|Gegenteil|Prinzip|Zuge?|Bereich|\p{L}+(?:ung|heit|keit|schaft|tion|tät|nis|ismus)(?:en|s|se)?)$/u;

/** Words with a capital that measure: "Millionen Euro" has two and names nobody. */
const MEASURE =
  /^(?:Millionen?|Milliarden?|Euro|Dollar|Prozent|Meter|Kilometer|Kilogramm|Tonnen?|Liter|Uhr|Anfang|Ende|Mitte|Jahr\p{L}*|Ein\p{Ll}+|Herr|Frau)$/u;

/**
 * Whether words with capitals are a name, in a language in which all nouns have them: two such words one behind the
 * other, or one behind a preposition; what has an article besides is a place only where it stands there.
 *
 * @param persons whether a person's is wanted, else a place's
 */
export function isGermanName(sentence: string, start: number, end: number, persons: boolean): boolean {
  const parts = sentence.slice(start, end).split(/\s+/u);
  const isTwo = parts.some((part, i) => {
    const next = parts[i + 1];
    return next !== undefined && isNoun(part) && isNoun(next);
  });
  if (isTwo) return true;
  const lead = sentence.slice(Math.max(0, start - LEAD), start);
  if (persons) {
    const whole = parts.length === 1 && !NO_PLACE.test(parts[0]!);
    return whole && /(?<!\p{L})(?:von|durch|Herrn?|Frau)\s+$/u.test(lead);
  }
  if (NO_PLACE.test(parts[0]!)) return false;
  return /(?<!\p{L})(?:[Ii]m|(?:[Ii]n|[Nn]ach|[Aa]us|[Bb]ei)(?:\s+(?:der|den|dem))?)\s+$/u.test(lead);
}

function isNoun(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && !MEASURE.test(word);
}
