const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)';

const GERMAN_MONTH =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)';

/** For the spaces in the patterns below: an expression may go on in the next line of hard-wrapped text. */
const WHITE_SPACE = String.raw`\s`;

/** Patterns that all begin with a digit, and patterns that all begin a word with a letter. */
function byFirstCharacter(digits: readonly string[], letters: readonly string[]): string {
  // Told apart first: within words, where most places are, neither list is tried.
  return String.raw`(?=\d)(?:${digits.join('|')})|\b(?=\p{L})(?:${letters.join('|')})`;
}

/** Expressions of time: years, dates, weekdays, decades and centuries, clock times; German dates too. */
export const TIME = new RegExp(
  byFirstCharacter(
    [
      String.raw`\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
      String.raw`\b\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.m\.|[ap]m\b|o['’]clock\b)`,
      String.raw`\b\d{1,2}(?:[:.][0-5]\d)? uhr\b(?: [0-5]\d\b)?`,
      String.raw`\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?! ?[ap]\.?m)`,
      String.raw`\b\d{1,2}\. (?:${GERMAN_MONTH}\b(?: \d{4}\b)?|jahrhunderts?\b)`,
      String.raw`\b\d{1,2}\.\d{1,2}\.\d{4}\b`,
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\b\.?(?:,? \d{4})?`,
      String.raw`\b(?:1[0-9]|20)\d{2}s?\b`,
      String.raw`\b\d{4}-\d{2}-\d{2}\b`,
      String.raw`\b\d{1,4} ?(?:bc|ad|bce|ce)\b`,
      String.raw`\b\d{1,2}(?:st|nd|rd|th)[ -]century\b`,
    ],
    [
      String.raw`${DAY}s?\b`,
      String.raw`${GERMAN_MONTH} \d{4}\b`,
      String.raw`${MONTH}\b\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
      String.raw`${MONTH}\b\.?,? \d{4}\b`,
      String.raw`(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)\b`,
      String.raw`(?:january|february|march|april|june|july|august|september|october|november|december)\b`,
      // "Mai" alone is a name too.
      String.raw`(?:januar|jänner|februar|märz|juni|juli|oktober|dezember)\b`,
    ],
  ).replaceAll(' ', WHITE_SPACE),
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

const QUANTITY = String.raw`(?:\p{Nd}+|[½¼¾]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half an?|several|few|ein(?:e[nrm]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)\b)`;

/** How long something takes: a number and a unit of time. */
export const DURATION = new RegExp(
  [
    String.raw`${QUANTITY}[ -](?:\p{L}+ )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?|tagen?|tage?s?|wochen?|monate?n?|jahre?n?|jahrzehnte?n?)\b`,
    String.raw`[\d${NUMERALS}半](?:多|几)?(?:秒|分钟|个?小时|天|周|个?星期|个月|年(?!\d|[底初代]))`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'iu',
);

/** A share of something. */
export const PERCENTAGE =
  /\d\s?%|\b(?:percent|per\s+cent|prozent|half|hälfte|thirds?|quarters?|drittel|viertel)\b|百分之|分之/iu;

/** How much there is of something: money, a share, or a number with what it is measured in. */
export const AMOUNT = new RegExp(
  [
    String.raw`[$€£¥₽] ?\d|\d ?[$€£¥₽%]`,
    String.raw`\b(?:dollars?|euros?|pounds?|cents?|roubles?|rubles?|yen|francs?|prozent|percent|per cent|free|kostenlos)\b`,
    String.raw`\d ?(?:million|billion|trillion|thousand|millionen|milliarden|k?m|k?g|[mc]m|[km]?l|tonn?e?s|litres?|liters?|met(?:re|er)s?|miles?|feet|inch(?:es)?|acres?|hectares?|[kmgt]b|usd|eur|gbp)\b`,
    String.raw`\d ?(?:元|美元|欧元|英镑|公斤|千克|吨|公里|米|升|万|亿)`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'iu',
);

/** A year that is said. */
export const YEAR = /\b(?:1[0-9]|20)\d{2}s?\b|\d{3,4}年|\b\d{1,4}\s?(?:bc|ad|bce|ce)\b/iu;

/** Names of days and months with their capitals, as patterns' sources. */
export const DAY_NAME =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch';
export const MONTH_NAME =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)\\.?|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember';

const NO_PLACE = String.raw`(?!(?:${DAY_NAME}|${MONTH_NAME}|Jahr\p{L}*)(?![\p{L}\p{M}]))`;

/** A name behind a word that says where something is. */
export const PLACE = new RegExp(
  [
    String.raw`\b(?:[Ii]nt?o?|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]cross|[Tt]hrough|[Ii]m|[Bb]ei|[Nn]ach) (?:(?:the|der|dem) )?(?:\p{Ll}+ )?${NO_PLACE}\p{Lu}\p{L}`,
    '位于|坐落|[省市县州]',
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'u',
);

/** A name of somebody who does or says something, or by whom it is done. */
export const AGENT = new RegExp(
  [
    String.raw`\b(?:[Bb]y|[Vv]on|[Dd]urch) (?:\p{L}+ ){0,3}\p{Lu}\p{L}`,
    String.raw`\b(?:Mr|Mrs|Ms|Dr|President|Minister|Sir|Lord|Lady|King|Queen|Prince|Princess|Captain|General|Pope|Emperor|Chancellor|Secretary|Professor)\b\.? \p{Lu}`,
    String.raw`\b(?:said|told) (?:\p{L}+ ){0,2}\p{Lu}\p{L}`,
    String.raw`\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?\p{Lu}\p{Ll}+,? (?:said|told|was|is|who|had|has|became|will)\b`,
  ]
    .join('|')
    .replaceAll(' ', WHITE_SPACE),
  'u',
);
