// Which names a passage knows as places, whatever their own sentence tells.

/** No longer than that: a list of words with capitals would take squared time. */
const NAME = String.raw`(\p{Lu}[\p{L}\p{M}-]*(?:\s+\p{Lu}[\p{L}\p{M}-]*){0,5})`;
/** A possessive ("in Anna's") is no place. */
const NO_POSSESSIVE = String.raw`(?!['’\p{L}\p{M}])`;

const PREPOSITIONS = 'in|near|outside|across|throughout';
const KINDS = 'capital|city|town|village|district|province|region|port|river|island';
/** "Order", "firm" and the like come from somebody as well; who comes from somewhere is named by a pronoun. */
const COMES_FROM = String.raw`(?:who|[Hh]e|[Ss]he|[Tt]hey)\s(?:comes?|came|hails?|hailed|is|was|are|were|moved|fled)(?:\s\p{Ll}+ly)?\sfrom`;
const GOES_TO = String.raw`(?:moved|emigrated|migrated|flew|sailed|travell?ed|fled)\sto`;
/** Somebody who is not named: "by a widow from Aldra". */
const SOMEBODY_FROM = String.raw`by\san?\s(?:\p{Ll}+\s){1,2}from`;

/** "In Baku", "the capital, Baku", "who comes from Baku". */
const BEHIND = new RegExp(
  String.raw`(?<!\p{L})(?:${PREPOSITIONS}|(?:${KINDS})(?:,|\s+of)?|${COMES_FROM}|${GOES_TO}|${SOMEBODY_FROM})\s+${NAME}${NO_POSSESSIVE}`,
  'gu',
);
/** "Baku, where", "Baku is a large city". */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{M}’'-])${NAME}${NO_POSSESSIVE}(?=,\swhere\s|,?\s(?:is|was|are|were)\san?\s(?:[\p{Ll}-]+\s){0,2}(?:${KINDS})(?!\p{L}))`,
  'gu',
);

/** Names of a passage that stand where only places do. */
export function placesNamedIn(passage: string): Set<string> {
  return new Set(
    [BEHIND, BEFORE].flatMap((pattern) => Array.from(passage.matchAll(pattern), ([, name]) => name!)),
  );
}
