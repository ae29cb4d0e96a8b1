import { anyOf } from './any-of.ts';
import { beginsSubordinateClause } from './subordinate.ts';
import { WORD_END, WORD_START } from './word-ends.ts';

/** What an answer has to be, as far as the question's words tell. */
export type QuestionKind =
  'time' | 'year' | 'count' | 'number' | 'duration' | 'amount' | 'percentage' | 'person' | 'place' | 'other';

/** How a kind is asked for. */
interface Asking {
  /** In questions of ASCII letters: half of the ways, which each question pays for. */
  readonly ascii: RegExp;
  readonly any: RegExp;
}

/** What may stand before the noun that tells what is asked for: "the ice boat record". */
const FEW_WORDS = String.raw`(?:[\p{L}\p{Nd}'’-]+ ){0,3}`;
const WHAT_IS_THE = `what(?: is| was|['’]?s) the ${FEW_WORDS}`;
/** ... and behind it: the end, or what it is of. */
const ENDS = String.raw`(?=\s*[?!.]*$| (?:of|for|in|on|at|to|per|from)(?![\p{L}]))`;
/** The same, as people type it without a verb: "cooldown of the horn". What begins otherwise may ask whether or why. */
const ONLY_THE = String.raw`^(?!(?:is|are|was|were|am|do|does|did|can|could|may|might|shall|should|must|will|would|has|have|had|what|which|who|why|how|when|where|whether|if|any|no|and|or|but|i|we|you)(?![\p{L}\p{M}]))(?:the )?${FEW_WORDS}`;
/** What is said as a duration, and as an amount. */
const DURATIONS =
  'cool-?down|time-?out|duration|delay|time limit|notice period|period of notice|waiting time';
const AMOUNTS = 'price|cost|fee|fare|fine|rent|salary|budget';
/** What is said as a number. */
const MEASURES =
  'turnout|limit|record|speed|height|length|width|depth|weight|size|temperature|capacity|distance|maximum|minimum|max|min|score|quota';
/** What is said as a time. */
const TIMES = 'deadline|due date|closing date|(?:opening|closing|start|starting) (?:times?|hours?)|next date';
/** A server's port, where what is asked of it is not asked of a ship's. */
const PORT_OF_SERVER = String.raw`port number|(?:what|which) (?:[\p{L}\p{Nd}]+ )?ports?(?=.{0,60} (?:us|listen|run|open|need|forward|expos|connect|on)(?:e?s|ed|ing|e)?(?![\p{L}\p{M}\p{N}]))`;
/** Who has a name that is asked for. */
const PERSONS =
  'captain|owner|mayor|king|queen|prince|princess|president|minister|chancellor|author|director|founder|inventor|leader|chief|boss|manager|coach|teacher|doctor|driver|pilot|father|mother|wife|husband|son|daughter|brother|sister|man|woman|boy|girl|victim|winner|suspect|admin|moderator|developer|maintainer';

/** A curly apostrophe may stand in any question. */
const BEYOND_ASCII = /[^\p{ASCII}’]/u;

/** "Who" as names have it. */
const WITH_CAPITAL = /^(?:Who|WHO)(?!\p{L})/u;
/** In UTF-16 code units, with what ends it. */
const MAX_WHO = 4;
/** What a name goes on from: "Doctor Who"; "And Who" begins a question. */
const NAMED_BEFORE = /(?<!\p{L})(?:the|(?!And |But |So |Or |Tell |Then )\p{Lu}\p{L}+)\s$/u;

/** How a question asks for each kind. Where two begin at one place the first in this list is meant. */
const ASKED_BY: readonly (readonly [QuestionKind, Asking])[] = [
  [
    'year',
    asked(
      [
        '(?:what|which) (?:year|decade)',
        'in welchem jahr|welches jahr',
        'en quelle année',
        'en qué año',
        'в каком году',
        'in che anno|quale anno',
        '(?:em|in) que ano',
        'hangi sene(?:de)?',
        'hangi yıl(?:da)?',
        'في أي (?:عام|سنة)',
        '(?:ποια χρονιά|ποιο έτος|ποιο χρόνο)',
        'în ce an',
        'किस (?:वर्ष|साल|सन)',
        'năm (?:nào|mấy)',
      ],
      ['哪一?年', '何年', 'ปี(?:ใด|ไหน|อะไร)', '몇 ?년|어느 해'],
    ),
  ],
  [
    'time',
    asked(
      [
        'when|(?:what|which) (?:date|day|month|time|century|hour)',
        "what(?: is| was|['’]s) the (?:date|day|time|hour) (?:of|for|when|that|on)",
        'how long ago|since when',
        `(?:${WHAT_IS_THE}|^(?:the )?)(?:${TIMES})${ENDS}`,
        // As people type it: "next market day?"
        String.raw`^(?:the )?next (?!to )(?:[\p{L}\p{Nd}'’-]+ ){0,3}[\p{L}\p{Nd}'’-]+(?=[?!.]*$)`,
        'wann',
        'quand',
        'cuándo',
        'quando',
        'когда',
        'متى',
        'ne zaman',
        'πότε',
        'când',
        'कब',
        'khi nào|bao giờ|lúc nào|ngày nào',
      ],
      ['什么时候', '几点', '何时|何時', 'いつ', 'เมื่อ(?:ไ(?:หร่|ร)|ใด)', '언제'],
    ),
  ],
  [
    'duration',
    asked(
      [
        // "How long is the bridge" asks for a number.
        '(?:how long|wie lange|combien de temps)(?! (?:is|are) the(?![a-z]))',
        'cuánto (?:tiempo|dur[aó]\\p{L}*)',
        'quanto (?:tempo|dura\\p{L}*)',
        'how much (?:time|longer)|how many (?:more )?(?:seconds|minutes|hours|days|nights|weeks|months|years)',
        `(?:${WHAT_IS_THE}|${ONLY_THE})(?:${DURATIONS})${ENDS}`,
        'wie ?viele (?:sekunden|minuten|stunden|tage|wochen|monate|jahre)',
      ],
      ['多长时间', '多久'],
    ),
  ],
  [
    'percentage',
    asked(
      [
        '(?:what|which) (?:percent|percentage|proportion|fraction|share)|how many percent',
        'wie ?viel prozent|welcher (?:anteil|prozentsatz)',
      ],
      ['百分之'],
    ),
  ],
  [
    'amount',
    asked([
      // Between the two stands what costs; further off, "cost" is rather of another clause.
      'how much|how many (?:dollars|euros|pounds|cents)|what (?:does|do|did) .{1,40} cost',
      `(?:${WHAT_IS_THE}|${ONLY_THE})(?:${AMOUNTS})${ENDS}|how expensive`,
      `what(?: is|['’]?s) an? ${FEW_WORDS}cost${ENDS}`,
      'wie ?viel',
    ]),
  ],
  [
    'count',
    asked(
      [
        'how (?:many|few)|what number|(?:death )?toll|population',
        'wie ?viele',
        'combien',
        'cuánt[oa]s',
        'quant(?:[oa]s|[ie])',
        'сколько',
        'kaç',
        'كم',
        'πόσ(?:οι|ες|ους)',
        'câ(?:ți|te|ţi)',
        'कितन[ेी]',
        'bao nhiêu|mấy',
      ],
      ['多少', '几个', '几次', 'กี่|เท่า(?:ไ(?:หร่|ร)|ใด)', '몇|얼마나'],
    ),
  ],
  [
    'number',
    asked(
      [
        'how (?:old|long|far|tall|high|big|large|often|frequently|fast|deep|wide|heavy|cold|hot|warm|thick|steep)|what (?:age|distance|temperature)',
        `${WHAT_IS_THE}(?:${MEASURES})${ENDS}`,
        PORT_OF_SERVER,
        `(?:min|max|minimum|maximum) (?:[\\p{L}\\p{Nd}-]+ ){0,2}(?:${MEASURES})`,
        'wie (?:hoch|alt|weit|oft)',
        'wie groß',
        'cuánt[oa]',
        'quant[oa]',
        'πόσ[οηα]',
        'cât[ăa]?',
        'कितना',
      ],
      ['多长', '多大'],
    ),
  ],
  [
    'person',
    asked(
      [
        '(?:what|which) (?:person|man|woman)|whos?|whom|whose',
        `name of (?:the |a )?${FEW_WORDS}(?:${PERSONS})${ENDS}`,
        `(?:what(?: is| was|['’]?s) )(?:the )?${FEW_WORDS}(?:${PERSONS})(?:['’]?s|['’])? name`,
        'wer|wem|wen|wessen',
        'qui',
        'quién(?:es)?',
        'кто',
        'chi (?:era|fu|ha|hanno|sono)',
        'chi è',
        'quem',
        'ποι(?:ος|ον)',
        'cine|cui',
        'कौन|किस(?:ने|े|को)',
        '(?:là|do|của|bởi|với) ai|ai (?:là|đã|có)',
      ],
      ['[谁誰]', 'ใคร', '누구|누가'],
    ),
  ],
  [
    'place',
    asked(
      [
        'where|what (?:city|country|place|town|state|location)|which (?:city|country|place|town|state)',
        'wo|wohin|woher',
        'où',
        'dónde',
        'где',
        // A bird in English.
        'dove (?:si|sono|era|fu|ha|hanno)',
        'dove è',
        'onde',
        'nere(?:de|ye|den|si)',
        'أين',
        'πού',
        'unde',
        'कह(?:ाँ|ां)',
        '(?:ở )?đâu',
      ],
      ['哪里|哪儿|在哪|什么地方', 'どこ', 'ที่(?:ไหน|ใด)', '어디'],
    ),
  ],
];

/** The first kind whose words the question holds, by where they stand: "when did the man who …" asks for a time. */
export function questionKind(question: string): QuestionKind {
  let first: QuestionKind = 'other';
  let at = Infinity;
  const alphabet = BEYOND_ASCII.test(question) ? 'any' : 'ascii';
  for (const [kind, asking] of ASKED_BY) {
    const index = question.search(asking[alphabet]);
    if (index < 0 || index >= at || isOfName(question, index)) continue;
    if (!beginsSubordinateClause(question, index)) {
      at = index;
      first = kind;
    }
  }
  return first;
}

/** Whether a word that asks is part of a name, in a question in which capitals tell names: "Doctor Who", "the WHO". */
function isOfName(question: string, index: number): boolean {
  if (
    !WITH_CAPITAL.test(question.slice(index, index + MAX_WHO)) ||
    !NAMED_BEFORE.test(question.slice(0, index))
  ) {
    return false;
  }
  const initials = question.match(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu) ?? [];
  return 2 * initials.filter((initial) => /\p{Ll}/u.test(initial)).length >= initials.length;
}

/**
 * @param spaced a pattern's source for each way to ask, or for each language: whole words
 * @param unspaced the same for languages without spaces between words: wherever it stands
 */
function asked(spaced: readonly string[], unspaced: readonly string[] = []): Asking {
  const words = (alternatives: readonly string[]) => `${WORD_START}${anyOf(alternatives)}${WORD_END}`;
  return {
    ascii: new RegExp(words(spaced.filter((alternative) => !BEYOND_ASCII.test(alternative))), 'iu'),
    any: new RegExp([words(spaced), ...unspaced].join('|'), 'iu'),
  };
}
