import { anyOf } from './any-of.ts';
import {
  AGENT,
  AMOUNT,
  DURATION,
  NAME,
  NUMBER,
  NUMBER_OVER_ONE,
  PERCENTAGE,
  PLACE,
  TIME,
  YEAR,
} from './expressions.ts';
import { beginsSubordinateClause } from './subordinate.ts';
import { WORD_END, WORD_START } from './word-ends.ts';

/** What a sentence can hold that a question may ask for; also the bits that are kept for each sentence. */
export const HOLDS = {
  time: 1,
  year: 2,
  /** That is no date, and more than "one". */
  number: 4,
  duration: 8,
  amount: 16,
  percentage: 32,
  agent: 64,
  place: 128,
  name: 256,
  anyNumber: 512,
  /** A number that may say how many there are: no date, duration, place in a row ("3rd") or part of a name ("S-300"). */
  count: 1024,
} as const;

/** What an answer has to be, as far as the question's words tell. */
export type QuestionKind =
  'time' | 'year' | 'count' | 'number' | 'duration' | 'amount' | 'percentage' | 'person' | 'place' | 'other';

/**
 * @param spaced a pattern's source for each way to ask, or for each language: whole words
 * @param unspaced the same for languages without spaces between words: wherever it stands
 */
const asked = (spaced: readonly string[], unspaced: readonly string[] = []) =>
  new RegExp([`${WORD_START}${anyOf(spaced)}${WORD_END}`, ...unspaced].join('|'), 'iu');

/** What may stand before the noun that tells what is asked for: "the ice boat record". */
const FEW_WORDS = String.raw`(?:[\p{L}\p{Nd}'’-]+ ){0,3}`;
const WHAT_IS_THE = `what(?: is| was|['’]?s) the ${FEW_WORDS}`;
/** ... and behind it: the end, or what it is of. */
const ENDS = String.raw`(?=\s*[?!.]*$| (?:of|for|in|on|at|to|per|from)(?![\p{L}]))`;
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

/** How a question asks for each kind. Where two begin at one place the first in this list is meant. */
const ASKED_BY: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'year',
    asked(
      [
        '(?:what|which) (?:year|decade)',
        'in welchem jahr|welches jahr',
        'en quelle année',
        'en qué año',
        'в каком году',
      ],
      ['哪一?年', '何年'],
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
      ],
      ['什么时候', '几点', '何时|何時', 'いつ', 'เมื่อไ(?:หร่|ร)'],
    ),
  ],
  [
    'duration',
    asked(
      [
        // "How long is the bridge" asks for a number.
        '(?:how long|wie lange|combien de temps)(?! (?:is|are) the(?![a-z]))',
        'how much (?:time|longer)|how many (?:more )?(?:seconds|minutes|hours|days|nights|weeks|months|years)',
        `${WHAT_IS_THE}(?:cool-?down|time-?out|duration|delay|time limit)${ENDS}`,
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
      `${WHAT_IS_THE}(?:price|cost|fee|fare|rent|salary|budget)${ENDS}|how expensive`,
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
      ],
      ['多少', '几个', '几次'],
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
        'wie (?:hoch|alt|groß|weit|oft)',
        'cuánt[oa]',
        'quant[oa]',
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
      ],
      ['[谁誰]'],
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
      ],
      ['哪里|哪儿|在哪|什么地方', 'どこ'],
    ),
  ],
];

/** The first kind whose words the question holds, by where they stand: "when did the man who …" asks for a time. */
export function questionKind(question: string): QuestionKind {
  let first: QuestionKind = 'other';
  let at = Infinity;
  for (const [kind, pattern] of ASKED_BY) {
    const index = question.search(pattern);
    if (index >= 0 && index < at && !beginsSubordinateClause(question, index)) {
      at = index;
      first = kind;
    }
  }
  return first;
}

/** Bits of {@link HOLDS} that make a sentence one that may answer, and those that make it a poorer one. */
interface Wanted {
  readonly surely: number;
  readonly perhaps: number;
}

const WANTED: Readonly<Record<QuestionKind, Wanted>> = {
  time: { surely: HOLDS.time, perhaps: 0 },
  year: { surely: HOLDS.year, perhaps: HOLDS.time },
  count: { surely: HOLDS.count, perhaps: HOLDS.anyNumber },
  number: { surely: HOLDS.number, perhaps: HOLDS.anyNumber },
  duration: { surely: HOLDS.duration, perhaps: HOLDS.anyNumber },
  amount: { surely: HOLDS.amount, perhaps: HOLDS.anyNumber },
  percentage: { surely: HOLDS.percentage, perhaps: HOLDS.anyNumber },
  person: { surely: HOLDS.agent, perhaps: HOLDS.name },
  place: { surely: HOLDS.place, perhaps: HOLDS.name },
  other: { surely: 0, perhaps: 0 },
};

/**
 * How well a sentence that holds `bits` fits a kind of question: 1 with what surely answers, 1/2 with what may, as any
 * number may be an amount; else 0, and 0 too when any sentence will do.
 */
export function fit(kind: QuestionKind, bits: number): number {
  const { surely, perhaps } = WANTED[kind];
  if ((bits & surely) !== 0) return 1;
  return (bits & perhaps) !== 0 ? 0.5 : 0;
}

/** The bits of {@link HOLDS} for what a sentence holds. */
export function holds(sentence: string): number {
  const timeless = sentence.replace(TIME, ' ');
  let bits = 0;
  for (const [bit, isHeld] of HELD) if (isHeld(sentence, timeless)) bits |= bit;
  return bits;
}

/** Numbers that are no count: what is paid, a place in a row, a share, a part of a name ("S-300"). */
const NO_COUNT = new RegExp(
  [
    String.raw`[$€£¥₽]\s?\p{Nd}[\p{Nd}.,]*`,
    // Looked at from its first digit only: from each of them it would take squared time.
    String.raw`(?<!\p{Nd})\p{Nd}+(?:(?:st|nd|rd|th)(?![\p{L}\p{M}])|\s?%)`,
    // "Like the first two" speaks of them, and does not say how many there are.
    String.raw`\b(?:first|last|next|other|previous)\s+[\p{L}\p{Nd}]+`,
    String.raw`(?<=\p{L}[-‐‑–]?)\p{Nd}+`,
  ].join('|'),
  'gu',
);

/** @param timeless the sentence without its dates and times */
type IsHeld = (sentence: string, timeless: string) => boolean;

const HELD: readonly (readonly [number, IsHeld])[] = [
  [HOLDS.time, (sentence) => sentence.search(TIME) >= 0],
  [HOLDS.year, (sentence) => YEAR.test(sentence)],
  [HOLDS.number, (_, timeless) => NUMBER_OVER_ONE.test(timeless)],
  [HOLDS.duration, (sentence) => sentence.search(DURATION) >= 0],
  [HOLDS.amount, (sentence) => AMOUNT.test(sentence)],
  [HOLDS.percentage, (sentence) => PERCENTAGE.test(sentence)],
  [HOLDS.agent, (sentence) => AGENT.test(sentence)],
  [HOLDS.place, (sentence) => PLACE.test(sentence)],
  [HOLDS.name, (sentence) => sentence.search(NAME) >= 0],
  [HOLDS.anyNumber, (sentence) => sentence.search(NUMBER) >= 0],
  [
    HOLDS.count,
    (_, timeless) => NUMBER_OVER_ONE.test(timeless.replace(DURATION, ' ').replace(NO_COUNT, ' ')),
  ],
];
