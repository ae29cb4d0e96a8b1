import { anyOf } from './any-of.ts';
import {
  ANY_MONTH,
  ANY_WEEKDAY,
  DAY_OF_MONTH,
  GERMAN_MONTH,
  GERMAN_ONLY_MONTHS,
  GERMAN_WEEKDAY,
  MONTH,
  MONTH_OF_YEAR,
  MONTHS,
  WEEKDAY,
} from './calendar-names.ts';
import { WORD_END } from './word-ends.ts';

const DAY = `(?:${WEEKDAY}|yesterday|today|tomorrow)`;
const GERMAN_DAY = `(?:${GERMAN_WEEKDAY}(?:abend|morgen|nachmittag|vormittag|nacht)?|sonnabend)`;
/** Months that tell a time without a day or a year beside them: "may" is a verb too, and "Mai" a name. */
const MONTH_ALONE = anyOf([...MONTHS, ...GERMAN_ONLY_MONTHS].filter((month) => !/^Ma[iy]$/.test(month)));

/** For the spaces in the patterns below: an expression may go on in the next line of hard-wrapped text. */
const WHITE_SPACE = String.raw`\s`;

/** Expressions of time: years, dates, weekdays, decades and centuries, clock times; German and Chinese ones too. */
export const TIME = new RegExp(
  byFirstCharacter(
    [
      // 2020年10月11日, 10月11日
      String.raw`\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
      // 8 p.m., 8.30am, 8 o'clock
      String.raw`\b\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b|o['’]clock\b)`,
      // 8 Uhr, 8.30 Uhr, 8 Uhr 30
      String.raw`\b\d{1,2}(?:[:.][0-5]\d)? uhr\b(?: [0-5]\d\b)?`,
      // 20:30; with "p.m." behind it is above
      String.raw`\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?! ?[ap]\.?m)`,
      // 11. Oktober 2020, 19. Jahrhundert
      String.raw`\b\d{1,2}\. (?:${GERMAN_MONTH}\b(?: \d{4}\b)?|jahrhunderts?\b)`,
      // 11.10.2020, 11. 10. 2020, 11/10/2020
      String.raw`\b\d{1,2}(?:\. ?\d{1,2}\. ?|/\d{1,2}/)\d{4}\b`,
      // 2020-10-11
      String.raw`\b\d{4}([-/.])${MONTH_OF_YEAR}\1${DAY_OF_MONTH}\b`,
      // 11 October, 11th of Oct., 2020
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b\.?(?:(?:, ?| )\d{4}\b)?`,
      // 1990, 1990s
      String.raw`\b(?:1[0-9]|20)\d{2}s?\b`,
      // 44 BC
      String.raw`\b\d{1,4} ?(?:bc|ad|bce|ce)\b`,
      // 19th century, 19th-century
      String.raw`\b\d{1,2}(?:st|nd|rd|th)[ -]century\b`,
    ],
    [
      String.raw`${DAY}s?\b`,
      String.raw`${GERMAN_DAY}s?\b`,
      // Oktober 2020; October 11th, 2020; Oct. 2020
      String.raw`${GERMAN_MONTH} \d{4}\b`,
      String.raw`${MONTH}\b\.? \d{1,2}(?:st|nd|rd|th)?\b(?:(?:, ?| )\d{4}\b)?`,
      String.raw`${MONTH}\b\.?,? \d{4}\b`,
      String.raw`(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)\b`,
      String.raw`${MONTH_ALONE}\b`,
    ],
    // "一周三次" counts weeks and names no day.
    '(?:(?<![一二两三四五六七八九十几])周|星期|礼拜)[一二三四五六日天末](?!次)|[月火水木金土日]曜日?',
  ).replaceAll(' ', WHITE_SPACE),
  'giu',
);

const NUMERALS = '一二三四五六七八九十百千万亿两';

/**
 * Where a number begins: one that is looked at again from each of its digits takes squared time. The digit is looked
 * for first, as most places have none.
 */
const NUMBER_START = String.raw`(?=\p{Nd})(?<!\p{Nd}|\p{Nd}[.,])`;
/**
 * "1 234 567.8": digits in groups of three, which are few, for the same reason. The space is that alone: in the next
 * line begins another number.
 */
const GROUPED = String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:[\u0020\u00a0\u2009\u202f'’]\p{Nd}{3}(?!\p{Nd})){1,4}(?:[.,]\p{Nd}+)?`;
/** Any other number in digits as well: "1,234.5", "5½". */
const FIGURE = String.raw`(?:${GROUPED}|\p{Nd}+(?:[.,]\p{Nd}+)*)[½¼¾]?`;
/** A hyphen before a digit is a minus only where a word may begin. */
const MINUS = String.raw`(?<![^\s(\[|"“‘])[-\u2212]`;

/** Signs of currencies, for a class of characters. */
const CURRENCY = '$€£¥₽';
const SCALES = [
  'percent|per cent|prozent|thousand|tausend|millions?|millionen|billions?|billionen|trillions?|milliarden?|milliards?',
  'millones|crore|lakh',
  'bn|mn|tn|mio|mrd',
];
const CHINESE_SCALES = '十百千万亿萬億';
/** What belongs to a number behind it: "5 %", "5 million", "5 €" (but "5 $10" are two), "5万元", "5k". */
const UNIT = String.raw` ?(?:%|${anyOf(SCALES)}${WORD_END}|[${CURRENCY}](?!\p{Nd})|[${CHINESE_SCALES}]*(?:美元|欧元|英镑|日元|元|円)|[${CHINESE_SCALES}]+)|[kmb]${WORD_END}`;

const BELOW_TEN = 'two|three|four|five|six|seven|eight|nine';
const WORDS_OVER_ONE = [
  BELOW_TEN,
  'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
  'hundreds?|thousands?|millions?|billions?|dozens?|half|twice',
].join('|');
/** "No one" counts nobody. */
const ONE = String.raw`(?<!\b(?:no|any|some|every|each) )one`;
/** What goes on with a number in words: "twenty-five", "five per cent"; "two hundred and fifty". */
const MORE_WORDS = [
  String.raw`[ -](?:one|${BELOW_TEN}|hundred|thousand|million|billion|percent|per cent)\b`,
  String.raw`(?<=hundred|thousand|[mb]illion)(?: and)?[ -](?:one|${WORDS_OVER_ONE})\b`,
].join('|');

/** Numbers in digits or English words, with a sign before and a unit or percent sign behind where there is one. */
export const NUMBER = new RegExp(numbersWith(`${ONE}|${WORDS_OVER_ONE}`), 'giu');
/** A number; the word "one" is none: "one of them" counts nothing. */
export const NUMBER_OVER_ONE = new RegExp(numbersWith(WORDS_OVER_ONE), 'iu');

/** Where a line or a sentence begins with the number of an item, which counts nothing: "(2) Changes", "2. Party". */
export const ITEM_NUMBER = new RegExp(
  String.raw`^[\s*_>#-]{0,5}(?:\(\d{1,2}\)|\d{1,2}[.)])(?=[*_]{0,2}\s+\S)(?! (?:${GERMAN_MONTH})\b)`.replaceAll(
    ' ',
    String.raw`\s+`,
  ),
  'gmu',
);

/**
 * Runs of capitalised words that are not merely the sentence's first word. The capital is looked for first:
 * looking back over white space from each of its places would take time that grows with its square.
 */
export const NAME =
  /(?=\p{Lu})(?<=[^\s.!?]\s+["'“‘(]?)\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:(?:of|the|de|da|di|van|von|der|al|bin|and)\s+)?\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;

/** What durations are told by beside digits: "an hour", "several days", "zwei Wochen". */
const QUANTITY_WORDS = [
  `an?|one|${BELOW_TEN}|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half an?|several|few`,
  'ein(?:e[nrm]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf',
];
const QUANTITY_WORD = String.raw`\b${anyOf(QUANTITY_WORDS)}\b`;
const QUANTITY = anyOf([
  // "2", "2-3", "2 to 3"
  `${NUMBER_START}${FIGURE}(?: ?(?:[-–—]|(?:to|or|bis|oder) ) ?${FIGURE})?`,
  '[½¼¾]',
  // "two", "two or three", "forty-five"
  `${QUANTITY_WORD}(?:(?: (?:and|to|or|bis|oder) |[ -])${QUANTITY_WORD})?`,
]);
const UNITS_OF_TIME = [
  'seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?',
  'centur(?:y|ies)',
  'sekunden?|minuten?|stunden?|tagen?|tage?s?|wochen?|monate?n?|jahre?n?|jahrzehnte?n?',
];
/** "2年底" is the end of a year, "2年代" a decade. */
const CHINESE_UNITS_OF_TIME = String.raw`秒|分钟|个?小时|天|周|个?星期|个月|年(?!\d|[底初代])`;

/** How long something takes: a number and a unit of time. */
export const DURATION = new RegExp(
  [
    // "Two hours", "two-hour", "two long hours".
    String.raw`${QUANTITY}[ -](?:\p{L}+ )?${anyOf(UNITS_OF_TIME)}\b`,
    String.raw`(?:${NUMBER_START}${FIGURE}|(?=[${NUMERALS}半])(?<![${NUMERALS}半])[${NUMERALS}半]+)(?:多|几)?(?:${CHINESE_UNITS_OF_TIME})`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'giu',
);

/** A share of something. */
export const PERCENTAGE =
  /\d\s?%|\b(?:percent|per\s+cent|prozent|half|hälfte|thirds?|quarters?|fifths?|drittel|viertel)\b|百分之|分之/iu;

const MONEY =
  'dollars?|euros?|pounds?|cents?|roubles?|rubles?|yen|francs?|prozent|percent|per cent|free|kostenlos';
const MEASURES = [
  'million|billion|trillion|thousand|millionen|milliarden',
  // Metres, grams and litres with what stands before them.
  'k?m|k?g|[mc]m|[km]?l|tonn?e?s|litres?|liters?|met(?:re|er)s?|miles?|feet|inch(?:es)?|acres?|hectares?',
  '[kmgt]b|usd|eur|gbp',
];

/** How much there is of something: money, a share, or a number with what it is measured in. */
export const AMOUNT = new RegExp(
  [
    String.raw`[${CURRENCY}] ?\d|\d ?[${CURRENCY}%]`,
    String.raw`\b(?:${MONEY})\b`,
    String.raw`\d ?${anyOf(MEASURES)}\b`,
    String.raw`\d ?(?:元|美元|欧元|英镑|公斤|千克|吨|公里|米|升|万|亿)`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'iu',
);

/** A year that is said. */
export const YEAR = /\b(?:1[0-9]|20)\d{2}s?\b|\d{3,4}年|\b\d{1,4}\s?(?:bc|ad|bce|ce)\b/iu;

/** What stands behind "in" is a time as often as a place: "in March", "im Jahr". */
const NO_TIME = String.raw`(?!(?:${ANY_WEEKDAY}|${ANY_MONTH}|Jahr\p{L}*)(?![\p{L}\p{M}]))`;

const WHERE = '[Ii]nt?o?|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]cross|[Tt]hrough|[Ii]m|[Bb]ei|[Nn]ach';

/** A name behind a word that says where something is: "in Baku", "near the old Harbour". */
export const PLACE = new RegExp(
  [String.raw`\b(?:${WHERE}) (?:(?:the|der|dem) )?(?:\p{Ll}+ )?${NO_TIME}\p{Lu}\p{L}`, '位于|坐落|[省市县州]']
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'u',
);

const TITLES =
  'Mr|Mrs|Ms|Dr|President|Minister|Sir|Lord|Lady|King|Queen|Prince|Princess|Captain|General|Pope|Emperor|Chancellor|' +
  'Secretary|Professor';

/** A name of somebody who does or says something, or by whom it is done. */
export const AGENT = new RegExp(
  [
    // "By the mayor of Aldra", "von Brandt".
    String.raw`\b(?:[Bb]y|[Vv]on|[Dd]urch) (?:\p{L}+ ){0,3}\p{Lu}\p{L}`,
    String.raw`\b(?:${TITLES})\b\.? \p{Lu}`,
    // "Said Brandt", "told reporters in Aldra"; "Odile F. Brandt, who".
    String.raw`\b(?:said|told) (?:\p{L}+ ){0,2}\p{Lu}\p{L}`,
    String.raw`\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}\p{Ll}+,? (?:said|told|was|is|who|had|has|became|will)\b`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'u',
);

/** Patterns that all begin with a digit, that all begin a word with a letter, and that may begin anywhere. */
function byFirstCharacter(digits: readonly string[], letters: readonly string[], others: string): string {
  // Told apart first: within words, where most places are, neither list is tried.
  return String.raw`(?=\d)(?:${digits.join('|')})|\b(?=\p{L})(?:${letters.join('|')})|${others}`;
}

function numbersWith(words: string): string {
  return [
    `(?:${MINUS})?[${CURRENCY}]?${FIGURE}(?:${UNIT})?`,
    String.raw`\b(?:${words})\b(?:${MORE_WORDS})*`,
    // Only before a word that counts: many numerals are parts of other words.
    String.raw`(?<![${NUMERALS}])[${NUMERALS}]+(?=[个次年人名种座场岁])`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE);
}
