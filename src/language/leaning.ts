import { isStopWord, languageOf } from './languages.ts';
import { words } from './words.ts';

/**
 * How a question stands to the conversation before it, as far as its words tell; `brief`: it leans for all it says
 * itself, but names a thing and what is done with it ("How do I bake bread?") and refers to nothing.
 */
export type Leaning = 'leans' | 'brief' | 'stands' | 'unclear';

/** Pronouns for what was named before. `that` and `it` are judged apart: they often refer to nothing. */
const PRONOUN =
  /\b(?:he|she|they|him|her|them|his|hers|their|theirs|its|this|these|those|there|then|ones|same|others?|else|also|anything|er|sie|ihm|ihn|ihnen|ihr|ihre|ihrer|sein|seine|seiner|dort|damals|dies|diese[rsmn]?|il|elle|ils|elles|él|ella|ellos|ellas)\b|[他她它]们?|那里|这个|那个|这些|那些/iu;
const IT = /\bit\b(?!\s+(?:take|takes|took|cost|costs|true|possible|mean))/i;
const THAT = /\bthat\s*\??$|^(?:is|was|did|does|when|why|how|who|what)\s+(?:\w+\s+)?that\b/i;
const EXPLETIVE = /\b(?:is|are|was|were)\s+there\s+(?:an?|any|some|many|more|\p{L}+s\b)/iu;
/** Beginnings that go on from something. */
const GOES_ON =
  /^(?:and|but|so|or|then|what about|how about|why not|why|what else|who else|where else|und|et|y)\b/i;
/** A word in capitals that is not merely the first. */
const NAME = /(?<=\S\s+["'“‘(]?)\p{Lu}[\p{L}\p{N}.]+/u;

/** A question with fewer words that say something, and no name, cannot stand alone. */
const FEW_WORDS = 3;

/**
 * Whether a question leans on what was asked before it. Told from pronouns, from how it begins, from names and
 * from how much it says itself; `unclear` is for the answers to tell.
 */
export function leaning(question: string): Leaning {
  const text = question.trim();
  const found = words(text);
  const language = languageOf(found);
  const content = found.filter((word) => !isStopWord(word, language) && !word.unspaced);
  const shouting = text === text.toUpperCase();
  const named = !shouting && NAME.test(text);
  const pronoun = PRONOUN.test(text.replace(EXPLETIVE, ' ')) || IT.test(text) || THAT.test(text);
  if (pronoun) return named && content.length > FEW_WORDS ? 'unclear' : 'leans';
  if (GOES_ON.test(text) && !(named && content.length >= FEW_WORDS)) return named ? 'unclear' : 'leans';
  if (named) return content.length >= FEW_WORDS ? 'stands' : 'unclear';
  if (found.some(({ unspaced }) => unspaced)) return found.length > 12 ? 'unclear' : 'leans';
  if (content.length === 0) return 'leans';
  return content.length < FEW_WORDS ? 'brief' : 'unclear';
}
