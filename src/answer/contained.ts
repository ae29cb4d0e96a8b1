import { sentences } from '../language/sentences.ts';
import { agree, type Wording } from './near-copies.ts';

/** A shorter text is no report of its own: "Nobody was hurt." */
const MIN_PART = 8;
/** Share of a text's words that a part must have: of a longer text, the part is the shorter answer. */
const MIN_SHARE = 0.5;
const ENDS_SENTENCE = /[.!?…。！？][”’"')\]»]*\s*$/u;
/**
 * What is added may tell how all before it is to be taken: it points back to it, tells how far it is true or in what kind
 * of text it stands, or says the contrary.
 */
const SPEAKS_OF_REPORT = new RegExp(
  String.raw`\b(?:${[
    // Not "a rhyme that is older".
    'this|these|those|such|(?<=^|[.!?…]\\s|\\b(?:of|in|all|about|to|for|with|from|by|on|at)\\s)that|that(?=\\s*(?:$|[.,;:!?)]|(?:is|was|were|are|has|had)\\s(?:an?|the|not|no|so|it|all|how|why)\\b))',
    'reports?|reported|reportedly|claim(?:s|ed)?|stor(?:y|ies)|accounts?|articles?|statements?|news|rumou?rs?|tales?|texts?|' +
      'passages?|quot(?:es?|ed|ation)|versions?|posts?|headlines?|alleg\\w+',
    'hoax(?:es)?|false(?:ly)?|fake[ds]?|untrue|true|truth|lie[sd]?|lying|wrong(?:ly)?|incorrect\\w*|mistak\\w*|errors?|inaccura\\w+|' +
      'misl\\w+|invent\\w*|fabricat\\w*|made (?:\\w+ ){0,2}up|make-believe|bogus|gossip|nonsense|propaganda|so-called|forge\\w*|baseless|unfounded|unconfirmed|unverified|' +
      'happened|occurred|existed|existing',
    'ficti\\w+|books?|novels?|films?|movies?|plays?|series|episodes?|scenes?|characters?|satir\\w+|parod\\w+|jok\\w+|pranks?|' +
      'mock\\w*|exercises?|drills?|simulat\\w+|rehears\\w+|games?|examples?|scenarios?|imagin\\w+|hypothe\\w+|dream\\w*|' +
      'pretend\\w*|staged|legends?|myths?|fables?|spoofs?|tricks?|April Fools?',
    'correct\\w*|retract\\w*|withdr\\w+|revis\\w+|den(?:y|ies|ied|ials?)|disput\\w+|refut\\w+|contradict\\w*|reject\\w*|dismiss\\w*|' +
      'debunk\\w*|doubt\\w*|question\\w*|apologi\\w+',
    'but|however|yet|although|though|instead|rather|contrary|fact|actually|really|reality|only|no|not|never|none|supposed\\w*|' +
      'would|might|if',
  ].join('|')})\b|n['’]t\b|[?？]`,
  'i',
);
/** A line of a list or of a table, where what is left out says that it is not there. */
const LISTED = /^[^\S\n]*(?:[-*+•|>]|\p{Nd}{1,3}[.)])\s/mu;

/**
 * Whether a text is what another begins with, whole sentences and at least half of it, word for word as near copies are: a
 * paragraph to which the other adds a sentence. Not where the sentences added may change what it means: what stands
 * before it may tell that all is invented or over, what stands behind may deny it. Only of English prose, whose words tell
 * that, and never of the same text.
 */
export function isPartOf(part: Wording, whole: Wording): boolean {
  const length = part.words.length;
  if (length < MIN_PART || length >= whole.words.length || length < MIN_SHARE * whole.words.length)
    return false;
  if (part.language !== 'en' || whole.language !== 'en') return false;
  if (!agree(part.dateline, whole.dateline) || !isProse(part) || !isProse(whole)) return false;
  if (opening(part) !== opening(whole)) return false;
  const added = sentences(whole.text).find(({ start }) => wordAt(whole, start) === length);
  if (!added || SPEAKS_OF_REPORT.test(whole.text.slice(added.start))) return false;
  return part.words.every(({ form }, i) => form === whole.words[i]!.form);
}

/** The signs before the first word: of one who only quotes the other, a quotation mark. */
function opening({ text }: Wording): string {
  return /^[^\p{L}\p{N}]*/u.exec(text)![0].trim();
}

function isProse({ text }: Wording): boolean {
  return ENDS_SENTENCE.test(text) && !LISTED.test(text);
}

/** Position of the first word from an offset on. */
function wordAt({ words }: Wording, offset: number): number {
  const at = words.findIndex(({ start }) => start >= offset);
  return at < 0 ? words.length : at;
}
