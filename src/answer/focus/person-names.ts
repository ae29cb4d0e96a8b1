import type { Span } from '../../corpus/document.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { isStopWord, type Language } from '../../language/languages.ts';
import { isNationality, isRegion } from '../../language/region-names.ts';
import { words } from '../../language/words.ts';
import { before, type Asked } from './asked.ts';
import { prepositionAsked } from './names.ts';
import { asksWhom } from './roles.ts';

// Which words with capitals are somebody's name, or a group's, and which rather something else's.

/** What happens, is awarded, written or built is nobody, nor is a water or a piece of land. */
const THINGS = [
  'bowl|cup|trophy|awards?|prizes?|medals?|championships?|olympics|games|marathon|festival|elections?',
  'wars?|battle|siege|massacre|treaty|revolution|reformation|renaissance|revolt|uprising|crusade|conference|summit|accords?',
  'act|code|constitution|amendment|hypothesis|theorem|century|era|dynasty',
  'river|ocean|sea|islands?|peninsula|valley|mountains?|county|province|district|street|avenue|airport|station',
  'museum|library|palace|tower|cathedral|stadium|arena|theat(?:re|er)',
];
const THING = new RegExp(String.raw`(?<!\p{L})(?:${THINGS.join('|')})(?!\p{L})`, 'iu');
/** What a name is of: "the Lady of the River" is a lady. */
const OF = /\s(?:of|de|da|di|van|von|der)\s.*$/su;
/** What a place's name may begin with. */
const BEGINS_PLACE =
  /^(?:Fort|Mount|Lake|Cape|Port|Camp|Gulf|Bay|North(?:ern)?|South(?:ern)?|East(?:ern)?|West(?:ern)?|Central)\s/u;
/** "Sign Language (SL)": letters in brackets are another name of what stands before them. */
const LETTERS = /^(?:\p{Ll}*\p{Lu}){2,6}\p{Ll}?$/u;

/** Before a nation's name that may be that of who is of it: "the French". */
const BEFORE_NATION = /(?<!\p{L})(?:the|and|or)\s$/iu;
/** What stands with a small letter behind a name. */
const WORD_BEHIND = /^\s+(\p{Ll}[\p{L}'’-]{2,30})(?![\p{L}\p{N}])/u;
/** In UTF-16 code units: the longest of these, with the white space before it. */
const MAX_BEHIND = 36;
/** "Brandt reformed" and "Brandt finally left" tell what Brandt did. */
const VERB_OR_ADVERB = /(?:ed|ly)$/u;
/** Adverbs that end otherwise, as far as they are no stop words. */
const OTHER_ADVERBS = new Set(
  `alone together later soon often sometimes always twice already still yesterday today tomorrow tonight overnight
  abroad upstairs downstairs online himself herself themselves`.split(/\s+/),
);
/** A verb in the present, or a plural. */
const VERB_OR_PLURAL = /s$/u;
const TWO_WORDS = /^\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$/u;
const POSSESSIVE = /['’]s?$/u;

const STATE = /\s(?:Republic|Kingdom|Empire|Union|Commonwealth|Confederation|Federation)$/u;
/** What somebody is, where no name follows: "General Manager". */
const ENDS_IN_ROLE =
  /(?:^|\s)(?:President|Ministers?|Manager|Director|Officer|Chief|Coach|Emperor|King|Queen|Governor|Mayor|Chair|Council)$/u;
/** So begin titles of works and groups, inside of a sentence. */
const BEGINS_TITLE = /^The\s/u;

/** What somebody is or does, as the word right before the name: "the architect Odile Brandt", "her son Tomas". */
const WORD_BEFORE = /(?<![\p{L}-])(\p{Ll}{3,}),?\s$/u;
const OF_TRADE = /(?:ist|ian|man|woman|eer|smith|er|or|ant|ess)$/u;
const ROLES = new Set(
  `poet king queen duke pope saint general son brother sister wife husband nephew niece uncle aunt cousin back coach
  captain champion guard monk knight priest prince earl count chief head judge critic mechanic named called`.split(
    /\s+/,
  ),
);
/** Words that end as trades do. */
const NO_TRADES = new Set(
  `after under over other another former later earlier however never ever whether rather further together either neither
  greater number order winter summer letter paper water river december september october november`.split(
    /\s+/,
  ),
);

/** Who stands in for somebody or had or gets their place: what stands before the name, and words of a question for it. */
const STAND_INS = [
  [
    String.raw`deputy|deputies|vice|assistant|Stellvertreter(?:in)?`,
    'deputy|deputies|vice|assistant|stellvertret.*',
  ],
  [
    String.raw`predecessor|Vorgänger(?:in)?`,
    'predecessor|before|precede[sd]?|vorganger(?:in)?|vor|previous|former|succeed(?:s|ed)?|replace[sd]?',
  ],
  [
    String.raw`successor|Nachfolger(?:in)?`,
    'successor|after|succeed(?:s|ed)?|replace[sd]?|nachfolger(?:in)?|nach|next',
  ],
].map(([before, asked]) => ({
  before: new RegExp(String.raw`(?<!\p{L})(?:${before}),?\s(?:\p{Ll}+,?\s){0,2}$`, 'iu'),
  asked: new RegExp(`^(?:${asked})$`, 'u'),
}));

/** Before what is brought in beside who does something. */
const BESIDE = new RegExp(
  String.raw`(?<!\p{L})(?:to|from|with|against|over|after|before|under|for|on|than|like|as|since|during|between|among|upon|towards?|alongside|beside|despite|through|about|via|within|across|versus)\s` +
    String.raw`(?:(?:the|an?|his|her|its|their|\p{L}+['’]s)\s)?(?:\p{Ll}[\p{L}-]*\s)?$`,
  'iu',
);
/** Before what is talked about and where it is. */
const TOPIC =
  /(?<!\p{L})(?:over|between|among|about|across|within|around|inside|outside|throughout|during|via)\s(?:the\s)?$/iu;
/** Behind these stands who owns, gives or sells: "belongs to Brandt", "got it from Brandt", or who does it as well. */
const CONVERSE =
  /(?<!\p{L})(?:(?:belong(?:s|ed|ing)?|thanks)\sto|(?:together|jointly)\swith|(?:get|gets|got|receive[sd]?|buy|buys|bought|inherit(?:s|ed)?|learn(?:s|ed)?|borrow(?:s|ed)?)\s[^,;:.]{0,60}\sfrom)\s(?:(?:the|an?|his|her|its|their)\s)?(?:\p{Ll}[\p{L}-]*\s)?$/u;
/** In UTF-16 code units: the longest of these is about as long. */
const MAX_CONVERSE = 100;
/** "By the mayor Brandt", "by Brandt, Ross and". */
const BY_PHRASE = /(?<!\p{L})by\s(?:[^\s;:.]+\s){0,3}$/u;
/** Behind the name of a kind: "by the Cubist painter Brandt". */
const TRADE_AND_NAME = /^\s\p{Ll}[\p{L}-]+\s\p{Lu}/u;
const BY = /(?<!\p{L})by\s(?:(?:the|an?)\s)?$/u;
/** Between what somebody is and the name, which is set off by commas: "her brother, Tomas Brandt, left". */
const SET_OFF = /(?:\p{Ll}{3,}|\)),\s$/u;
/** Behind these, "of" stands before whoever it is that does it. */
const LED_BY =
  /(?<!\p{L})(?:leadership|command|reign|rule|direction|guidance|supervision|presidency|hands|work|idea|brainchild|invention)\s+of\s+(?:the\s+)?$/iu;

/**
 * In UTF-16 code units, by how much a name is farther from the question's words, or nearer, for what it is and what stands
 * before it. With these and with what is surely nobody left out, 68 of the 95 persons that are marked in xquad_en's right
 * passages are right, not 62 of 117, and of other articles of SQuAD's, 159 of 216, not 144 of 251.
 */
const FARTHER = {
  ofNation: 30,
  role: 15,
  title: 20,
  beside: 30,
  /** Where whom somebody met is asked for, by whom it was arranged is not. */
  byAnother: 20,
  by: -10,
  ofTrade: -15,
  setOff: -15,
  behindPreposition: -20,
  roleAsked: -60,
  otherRole: 60,
  whose: -20,
} as const;

/** Whether a name is that of an event, a work, a building or a piece of land. */
export function isThing(name: string): boolean {
  return THING.test(name.replace(OF, ''));
}

/** Whether words with capitals surely are nobody's name, nor that of a group. */
export function isNobody({ sentence, language }: Asked, { start, end }: Span): boolean {
  const name = sentence.slice(start, end);
  const head = name.replace(OF, '');
  if (THING.test(head) || BEGINS_PLACE.test(head)) return true;
  const found = words(name);
  if (found.length === 1 && isStopWord(found[0]!, language)) return true;
  if (/^\p{Lu}\.?$/u.test(name)) return true;
  if (found.length === 1 && baseOf(found[0]!.form) !== undefined && beginsLine(sentence, start)) return true;
  if (sentence.charAt(start - 1) === '(' && sentence.charAt(end) === ')' && LETTERS.test(name)) return true;
  if (language !== 'en') return false;
  // "Aldra's General Manager" is told of somebody who is named elsewhere.
  if (ENDS_IN_ROLE.test(name) && /['’]s\s/u.test(name)) return true;
  if (isNationality(name) && !BEFORE_NATION.test(before(sentence, start))) return true;
  return tellsKind(sentence, { start, end }, language);
}

/** What begins a line has its capital anyway: "Made in Aldra". */
function beginsLine(sentence: string, start: number): boolean {
  return /(?:^|\n)[^\p{L}\n]*$/u.test(before(sentence, start));
}

/**
 * Whether a name only tells of which kind something is: "the Aldran general Brandt", "Cluniac reform". Behind "by", what
 * follows a name is rather an adverb: "by Brandt again".
 */
function tellsKind(sentence: string, { start, end }: Span, language: Language): boolean {
  const name = sentence.slice(start, end);
  if (POSSESSIVE.test(name)) return false;
  const [behind] = words(WORD_BEHIND.exec(sentence.slice(end, end + MAX_BEHIND))?.[1] ?? '');
  if (!behind || isStopWord(behind, language)) return false;
  if (baseOf(behind.form) !== undefined || VERB_OR_ADVERB.test(behind.form)) return false;
  if (OTHER_ADVERBS.has(behind.form)) return false;
  if (isRegion(name) || isNationality(/[^\s-]+$/u.exec(name)![0])) return true;
  if (VERB_OR_PLURAL.test(behind.form) || TWO_WORDS.test(name)) return false;
  return (
    !BY_PHRASE.test(before(sentence, start)) || TRADE_AND_NAME.test(sentence.slice(end, end + MAX_BEHIND))
  );
}

/** Whether a name stands behind an "of" that tells who leads or did it: "under the leadership of Brandt". */
export function isLeader({ sentence }: Asked, { start }: Span): boolean {
  return LED_BY.test(before(sentence, start));
}

/**
 * By how much a name is farther from the question's words than it stands.
 *
 * @param asksForDoer whether the question asks who does something
 * @returns UTF-16 code units; negative, where it is nearer
 */
export function fartherAs(asked: Asked, { start, end }: Span, asksForDoer: boolean): number {
  const { sentence, forms } = asked;
  const name = sentence.slice(start, end);
  const lead = before(sentence, start);
  const wanted = prepositionAsked(asked);
  let farther = 0;
  if (isState(name) || isNationality(name)) farther += FARTHER.ofNation;
  if (ENDS_IN_ROLE.test(name)) farther += FARTHER.role;
  if (BEGINS_TITLE.test(name)) farther += FARTHER.title;
  if (isTrade(WORD_BEFORE.exec(lead)?.[1] ?? '')) farther += FARTHER.ofTrade;
  if (BY.test(lead)) farther += asksWhom(asked) ? FARTHER.byAnother : FARTHER.by;
  if (SET_OFF.test(lead) && /[,.;)]|^$/u.test(sentence.charAt(end))) farther += FARTHER.setOff;
  if (asksForDoer && BESIDE.test(lead) && !isConverse(sentence, start)) farther += FARTHER.beside;
  if (
    wanted !== undefined &&
    lead
      .toLowerCase()
      .replace(/\s(?:the|an?)\s$/u, ' ')
      .endsWith(` ${wanted} `)
  ) {
    farther += FARTHER.behindPreposition;
  }
  farther += fartherAsStandIn(asked, lead);
  if (forms.has('whose') && POSSESSIVE.test(name)) farther += FARTHER.whose;
  return farther;
}

/** The mayor's deputy is not the mayor, nor is the one before: it depends on which of them is asked for. */
function fartherAsStandIn({ question }: Asked, lead: string): number {
  const role = STAND_INS.find((names) => names.before.test(lead));
  if (!role) return 0;
  return question.some(({ form }) => role.asked.test(form)) ? FARTHER.roleAsked : FARTHER.otherRole;
}

/** Whether a name is that of what is done something about, or of where: "spoke about the war between Aldra and Harrow". */
export function isTopic({ sentence }: Asked, { start }: Span): boolean {
  return TOPIC.test(before(sentence, start));
}

function isConverse(sentence: string, start: number): boolean {
  return CONVERSE.test(sentence.slice(Math.max(0, start - MAX_CONVERSE), start));
}

/** Whether it is a state, or several: "Egypt and Syria". */
function isState(name: string): boolean {
  return STATE.test(name) || name.split(/\s+and\s+/u).every(isRegion);
}

function isTrade(word: string): boolean {
  return ROLES.has(word) || (word.length > 4 && OF_TRADE.test(word) && !NO_TRADES.has(word));
}
