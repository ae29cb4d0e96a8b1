/** What a sentence can hold that a question may ask for; also the bits that are kept for each sentence. */
export const HOLDS = { time: 1, number: 2, name: 4 } as const;

/** What an answer has to be, as far as the question's words tell. */
export type QuestionKind = 'time' | 'number' | 'person' | 'place' | 'other';

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'time',
    /\b(?:when|what (?:year|date|day|month|time|century|decade)|(?:which|in what|on what) (?:year|date|day|month|century|decade)|how long ago|since when|wann|seit wann|in welchem jahr|quand|cuándo|quando)\b|什么时候|何时|哪一年|哪年|几月|いつ/iu,
  ],
  [
    'number',
    /\b(?:how (?:many|much|old|long|far|tall|high|big|large|often|fast|deep|wide|heavy|few)|what (?:percent|percentage|number|proportion|fraction|age|distance|temperature)|(?:death )?toll|population|wie ?viele?|wie (?:hoch|lange|alt|groß|weit|oft)|combien|cuánt[oa]s?|quant[oiae]s?)\b|多少|几个|几次|多长|多大|百分之/iu,
  ],
  ['person', /\b(?:who|whom|whose|wer|wem|wen|wessen|qui|quién(?:es)?)\b|谁/iu],
  [
    'place',
    /\b(?:where|what (?:city|country|place|town|state|location)|which (?:city|country|place|town|state)|wo|wohin|woher|où|dónde)\b|哪里|哪儿|在哪|什么地方/iu,
  ],
];

/** The first kind whose words the question holds, by where they stand: "when did the man who …" asks for a time. */
export function questionKind(question: string): QuestionKind {
  let first: QuestionKind = 'other';
  let at = Infinity;
  for (const [kind, pattern] of KINDS) {
    const index = question.search(pattern);
    if (index >= 0 && index < at) {
      at = index;
      first = kind;
    }
  }
  return first;
}

/** The bits of {@link HOLDS} that a sentence needs in order to answer a question of a kind; 0: any will do. */
export function bitsFor(kind: QuestionKind): number {
  if (kind === 'time') return HOLDS.time;
  if (kind === 'number') return HOLDS.number;
  return kind === 'other' ? 0 : HOLDS.name;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)';

const GERMAN_MONTH =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)';

/** For the spaces in the patterns below: an expression may go on in the next line of hard-wrapped text. */
const WHITE_SPACE = String.raw`\s`;

/** Expressions of time: years, dates, weekdays, decades and centuries, clock times; German dates too. */
export const TIME = new RegExp(
  [
    String.raw`\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
    String.raw`\b${DAY}s?\b`,
    String.raw`\b\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b|o['’]clock\b)`,
    String.raw`\b\d{1,2}(?:[:.][0-5]\d)? uhr\b(?: [0-5]\d\b)?`,
    String.raw`\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?! ?[ap]\.?m)`,
    String.raw`\b\d{1,2}\. (?:${GERMAN_MONTH}\b(?: \d{4}\b)?|jahrhunderts?\b)`,
    String.raw`\b\d{1,2}\.\d{1,2}\.\d{4}\b`,
    String.raw`\b${GERMAN_MONTH} \d{4}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b\.?(?:,? \d{4})?`,
    String.raw`\b${MONTH}\b\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
    String.raw`\b${MONTH}\b\.?,? \d{4}\b`,
    String.raw`\b(?:1[0-9]|20)\d{2}s?\b`,
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
    String.raw`\b\d{1,4} ?(?:bc|ad|bce|ce)\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)[ -]century\b`,
    String.raw`\b(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)\b`,
    String.raw`\b(?:january|february|march|april|june|july|august|september|october|november|december)\b`,
    // "Mai" alone is a name too.
    String.raw`\b(?:januar|jänner|februar|märz|juni|juli|oktober|dezember)\b`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'giu',
);

const NUMERALS = '一二三四五六七八九十百千万亿两';

/** Numbers in digits or English words, with a unit or percent sign where one follows. */
export const NUMBER = new RegExp(
  [
    String.raw`[$€£¥]?\p{Nd}+(?:[.,]\p{Nd}+)*[½¼¾]?(?:\s?(?:%|percent|per cent|million|billion|trillion|thousand))?`,
    String.raw`\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|twice)\b(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion|percent|per cent))*`,
    String.raw`(?<![${NUMERALS}])[${NUMERALS}]+(?=[个次年人名种座场岁])`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'giu',
);

/**
 * Runs of capitalised words that are not merely the sentence's first word. The capital is looked for first:
 * looking back over white space from each of its places would take time that grows with its square.
 */
export const NAME =
  /(?=\p{Lu})(?<=[^\s.!?]\s+["'“‘(]?)\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:of|the|de|da|di|van|von|der|al|bin|and)\s+)?\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;

/** The bits of {@link HOLDS} for what a sentence holds. */
export function holds(sentence: string): number {
  return (
    (sentence.search(TIME) >= 0 ? HOLDS.time : 0) |
    (sentence.search(NUMBER) >= 0 ? HOLDS.number : 0) |
    (sentence.search(NAME) >= 0 ? HOLDS.name : 0)
  );
}
