/** What opens a question that asks for something else than "when", "where" and "who" further on in it. */
const OPENS_OTHERWISE =
  /^\W{0,5}(?:(?:in|on|at|for|by|to|of) )?(?:what|which|why|how|is|are|was|were|am|do|does|did|can|could|may|might|shall|should|must|will|would|has|have|had)(?![\p{L}\p{N}])/iu;
const ASKING_WORD = /^(?:when|where|who|whom|whose)(?![\p{L}\p{N}])/iu;
/** In UTF-16 code units: the longest of them with what ends it. */
const MAX_ASKING_WORD = 7;
/** "The name of the man who built it" asks for him all the same. */
const NAME = /(?<!\p{L})names?(?!\p{L})/iu;

/** Right before a word that asks all the same. */
const ASKED_AFTER = new Set(
  [
    // "What happened and when"
    'and or but',
    // "Is it known when", "do they say who", "is it clear where"
    'know knows known knew say says said tell tells told ask asks asked see seen show shows shown check find found',
    'clear sure idea decide decides decided remember explain explains explained state stated mention mentioned',
    // "Could you tell me who", "did they find out when", "is there a list of when"
    'me us them out about of',
    // "Since when", "by whom"
    'since until till by from to with against',
  ].flatMap((words) => words.split(' ')),
);
/** In UTF-16 code units: no word of {@link ASKED_AFTER} is longer. */
const MAX_LAST = 20;
/** The last word, or a mark that stands between clauses. */
const LAST = new RegExp(String.raw`(?:\p{L}{1,${MAX_LAST}}|[,;:–—-])$`, 'u');

/**
 * Whether "when", "where" or "who" at a place in an English question asks for nothing, but begins a clause that says
 * what is meant: "what happens when the gate closes", "a fee for those who come late".
 *
 * @param at UTF-16 offset
 */
export function beginsSubordinateClause(question: string, at: number): boolean {
  if (!ASKING_WORD.test(question.slice(at, at + MAX_ASKING_WORD)) || !OPENS_OTHERWISE.test(question))
    return false;
  const lead = question.slice(0, at).trimEnd();
  const last = LAST.exec(lead.slice(-MAX_LAST))?.[0].toLowerCase() ?? '';
  return !ASKED_AFTER.has(last) && /\p{L}$/u.test(lead) && !NAME.test(lead);
}
