import { anyOf } from './any-of.ts';

/** A thing that is told from others of its kind by its number: "episode 40", "the second volume", "S2E3". */
export interface NumberedThing {
  /** One for all words that say the same: `episode` for "ep." too. */
  readonly kind: string;
  /** In digits, "2" or "2.3", without zeros in front. */
  readonly number: string;
  /** Whether it stands before the noun, where it may say something else: "the first version" is the earliest. */
  readonly isOrdinal: boolean;
  /** Half-open UTF-16 range of the number in the text. */
  readonly start: number;
  readonly end: number;
  /** The same of the noun, where there is one. */
  readonly noun?: { readonly start: number; readonly end: number };
}

/** Numbers by which a text tells things of a kind apart: one, or a range with both its ends. */
export interface NumbersNamed {
  /** `undefined` where nothing says of what: "3. Printers", "#40". */
  readonly kind: string | undefined;
  readonly from: string;
  /** May be infinite: "level 10 or higher". */
  readonly to?: number;
}

interface Numeral {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** What people number to tell one from another: a kind a line, the words for it. */
const WORDS_FOR = [
  'episode episodes ep eps folge folgen',
  'season seasons series staffel staffeln',
  'chapter chapters ch chap kapitel',
  'volume volumes vol vols book books band bd',
  'part parts pt teil teile',
  'rule rules regel regeln',
  'section sections sec paragraph paragraphs article articles clause clauses abschnitt artikel §',
  'level levels lvl lvls lv stufe stufen',
  'version versions ver v patch release update',
  'step steps schritt schritte',
  'stage stages phase phases',
  'floor floors storey storeys etage stockwerk',
  'wave waves welle wellen',
  'round rounds runde runden',
  'session sessions sitzung sitzungen',
  'lesson lessons lektion lektionen unit units module modules modul',
  'week weeks woche wochen',
  'day days tag',
  'act acts akt',
  'scene scenes szene szenen',
  'issue issues ausgabe ausgaben',
  'mission missions quest quests',
  'tier tiers',
  'task tasks exercise exercises question questions aufgabe aufgaben frage fragen',
  'appendix annex anhang',
  'figure fig abbildung',
  'table tabelle',
  'room rooms raum zimmer',
  'gate gates',
  'platform platforms gleis',
  'bus buses line lines route routes linie linien',
  'zone zones sector sectors',
  'track tracks',
  'game games match matches spiel',
  'group groups gruppe gruppen',
].map(list);
const KINDS: ReadonlyMap<string, string> = new Map(
  WORDS_FOR.flatMap((words) => words.map((word) => [word, words[0]!] as const)),
);

const BELOW_TEN = list('one two three four five six seven eight nine');
const TEENS = list('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const TENS = list('twenty thirty forty fifty sixty seventy eighty ninety');
const ORDINALS = list(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
const GERMAN = list('eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf');
const GERMAN_ORDINALS = list(
  'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte',
);
const ROMAN = list('I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX');
/** What numerals in lower case mean. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[[...BELOW_TEN, ...TEENS], ORDINALS, GERMAN, GERMAN_ORDINALS, ROMAN].flatMap((numerals) =>
    numerals.map((numeral, i) => [numeral.toLowerCase(), i + 1] as const),
  ),
  ...TENS.flatMap((ten, i) => ['', ...BELOW_TEN].map((one, j) => [ten + one, 10 * (i + 2) + j] as const)),
]);

const BEGINS = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;
const NOUN = oneOf([...KINDS.keys()]);
/** No year, which rather tells when: "season 2019"; and no share. */
const FIGURE = String.raw`(?!(?:1[5-9]|20)\d\d(?![\p{N}.]))\d{1,5}(?:\.\d{1,4}){0,3}(?:st|nd|rd|th)?(?!\p{N}|[.,]\p{N}|\s?%)`;
const NUMERAL = `(?:${FIGURE}|(?:${anyOf(TENS)}(?:[ -]${oneOf(BELOW_TEN)})?|${oneOf([...BELOW_TEN, ...TEENS, ...GERMAN])}|${oneOf(ROMAN)})${ENDS})`;
const NUMERALS = new RegExp(NUMERAL, 'giu');
/** Between the noun and its number: "rule no. 3", "rule #3", "Level: 3", "level-3"; nothing in "lvl3". */
const BEFORE_NUMBER = String.raw`\.?[\s_:*-]{0,3}(?:(?:(?:no|nr)\b\.?|number\b|nummer\b)\s?)?[#(]?`;
const JOINING = String.raw`\s?(?:-|–|&|,(?:\s?(?:and|or))?|(?:and|or|to|through|und|oder|bis)(?=\s))\s?#?`;
const OR_MORE = String.raw`\+|\s(?:and|or)\s(?:above|up|higher|over|later|newer|more)\b|\sonwards?\b|\son\b`;
const AFTER_NOUN = new RegExp(
  `${BEGINS}(?<noun>${NOUN})(?<between>${BEFORE_NUMBER})(?<numbers>${NUMERAL}(?:${JOINING}${NUMERAL}){0,9})(?<more>${OR_MORE})?`,
  'giu',
);
/** None that ends a greater one: "twenty-first". */
const ORDINAL = String.raw`(?<!\p{L}-)(?:\d{1,3}(?:st|nd|rd|th)|${oneOf(ORDINALS)}|${anyOf(GERMAN_ORDINALS)}[rsnm]?)${ENDS}`;
const BEFORE_NOUN = new RegExp(
  `${BEGINS}(?<numbers>${ORDINAL}(?:\\s(?:and|or|to|und|oder|bis)\\s${ORDINAL})?)[\\s-](?<noun>${NOUN})${ENDS}`,
  'giu',
);
const ORDINAL_ALONE = new RegExp(ORDINAL, 'giu');
/** "S2E3", "s02 e03", "E40". */
const SEASON_AND_EPISODE = new RegExp(
  String.raw`${BEGINS}(?:s(?<season>\d{1,2})(?:\s?e(?<episode>\d{1,4}))?|e(?<alone>\d{1,4}))${ENDS}`,
  'giu',
);
const ABBREVIATED = /(?:^|[^\p{L}\p{M}\p{N}])[se]\d/iu;
/** Of something that was said before: the number of an item or of a table's row, "#40", "§ 3", "2.3". */
const OF_ANYTHING = new RegExp(
  String.raw`(?<=^[\s|*_>#(-]{0,8})${FIGURE}(?=[.):|\]*]|\s\||\s[–—-]\s)|(?<=[#§]\s?)${FIGURE}|(?<![\p{N}.,])\d{1,4}\.\d{1,4}(?:\.\d{1,4}){0,2}(?!\p{N}|[.,]\p{N}|\s?%)`,
  'gimu',
);
/** A heading's or a file's. */
const IN_FRONT = new RegExp(String.raw`^[\s(§]{0,3}${FIGURE}(?=\P{N}|$)`, 'iu');

const FROM_HERE =
  /(?:\b(?:from|at least|since|above|over|after|starting (?:at|with|in))|(?<!\p{L})ab)\s(?:the\s)?$/iu;
const UNTIL_HERE = /(?:\b(?:up to|until|till|below|under|before)|(?<!\p{L})bis)\s(?:the\s)?$/iu;
const IS_RANGE = /^\s?(?:-|–|(?:to|through|bis)\s)/iu;
/** In UTF-16 code units: such words before a noun are shorter. */
const WORDS_BEFORE = 20;
/** Of several: "episodes 3, 4 and 7". "Season 1, 12 episodes" has one, and "who books 3 rooms" none. */
const PLURAL = /(?<!^(?:serie|bu))s$/iu;
/** A pronoun, unless its clause or line ends here: "the part I liked", "Part I." */
const PRONOUN_AHEAD = /^[^\S\n]+\p{Ll}/u;

/** What a question tells from others of its kind by their number, in order. */
export function numberedThings(question: string): NumberedThing[] {
  // Every question comes by here, and few have such a word.
  if (kindOf(question) === undefined && !ABBREVIATED.test(question)) return [];
  return [
    ...afterNouns(question).flatMap(({ kind, noun, start, numerals }) =>
      PLURAL.test(noun) && numerals.length < 2
        ? []
        : numerals.map((numeral) => ({
            ...numeral,
            kind,
            isOrdinal: false,
            noun: { start, end: start + noun.length },
          })),
    ),
    ...beforeNouns(question).map((thing) => ({ ...thing, isOrdinal: true })),
    ...seasonsAndEpisodes(question).map((thing) => ({ ...thing, isOrdinal: false })),
  ].sort((a, b) => a.start - b.start);
}

/** The numbers by which a text tells things apart. */
export function numbersNamed(text: string): NumbersNamed[] {
  const named: NumbersNamed[] = [];
  for (const { kind, start, numerals, more } of afterNouns(text)) {
    const before = text.slice(Math.max(0, start - WORDS_BEFORE), start);
    const isRange = (i: number) =>
      i >= 0 &&
      i + 1 < numerals.length &&
      IS_RANGE.test(text.slice(numerals[i]!.end, numerals[i + 1]!.start));
    for (const [i, { number }] of numerals.entries()) {
      if (isRange(i - 1)) continue;
      const isLast = i === numerals.length - 1;
      if (isRange(i)) named.push({ kind, from: number, to: Number(numerals[i + 1]!.number) });
      else if (isLast && (more !== undefined || FROM_HERE.test(before)))
        named.push({ kind, from: number, to: Infinity });
      else if (isLast && UNTIL_HERE.test(before)) named.push({ kind, from: '0', to: Number(number) });
      else named.push({ kind, from: number });
    }
  }
  for (const { kind, number } of [...beforeNouns(text), ...seasonsAndEpisodes(text)])
    named.push({ kind, from: number });
  for (const { number } of numeralsOf(OF_ANYTHING, text)) named.push({ kind: undefined, from: number });
  return named;
}

/** The same of a heading or a file's name, which may begin with its number. */
export function numbersInTitle(title: string): NumbersNamed[] {
  const [front] = IN_FRONT.exec(title) ?? [];
  const number = front === undefined ? undefined : numeralsIn(front, 0)[0]?.number;
  return [...(number === undefined ? [] : [{ kind: undefined, from: number }]), ...numbersNamed(title)];
}

/** The first kind that a text has a word for: "Level" above a table's column. */
export function kindOf(text: string): string | undefined {
  const found = text.toLowerCase().match(/[\p{L}§]+/gu) ?? [];
  return found.map((word) => KINDS.get(word)).find((kind) => kind !== undefined);
}

/** Whether a text's numbers have the one of a thing: version 2.3 is one of version 2. */
export function names({ kind, from, to }: NumbersNamed, number: string): boolean {
  if (to === undefined) return from === number || (kind !== undefined && from.startsWith(`${number}.`));
  return Number(from) <= Number(number) && Number(number) <= to;
}

function afterNouns(text: string) {
  return Array.from(text.matchAll(AFTER_NOUN), ({ index, groups }) => {
    const { noun, between, numbers, more } = groups as Record<string, string>;
    const at = index + noun!.length + between!.length;
    const listed = PLURAL.test(noun!) ? numbers! : numbers!.replace(/,.*$/su, '');
    const numerals = numeralsIn(listed, at).filter(({ start, end }) => isNumber(text, start, end));
    // "Partone" is a word, and so is "parti".
    const isRead = between !== '' || /^\d/u.test(numbers!);
    return {
      kind: KINDS.get(noun!.toLowerCase())!,
      noun: noun!,
      start: index,
      numerals: isRead ? numerals : [],
      more,
    };
  });
}

function beforeNouns(text: string): (Numeral & { kind: string })[] {
  return Array.from(text.matchAll(BEFORE_NOUN)).flatMap(({ index, groups }) => {
    const { noun, numbers } = groups as Record<string, string>;
    return Array.from(numbers!.matchAll(ORDINAL_ALONE), ({ index: at, 0: raw }) => ({
      kind: KINDS.get(noun!.toLowerCase())!,
      ...numeral(raw, index + at),
    }));
  });
}

function seasonsAndEpisodes(text: string): (Numeral & { kind: string })[] {
  return Array.from(text.matchAll(SEASON_AND_EPISODE)).flatMap(({ index, 0: all, groups }) => {
    const { season, episode = groups?.['alone'] } = groups as Record<string, string | undefined>;
    return [
      ...(season === undefined ? [] : [{ kind: 'season', ...numeral(season, index + 1) }]),
      ...(episode === undefined
        ? []
        : [{ kind: 'episode', ...numeral(episode, index + all.length - episode.length) }]),
    ];
  });
}

function numeralsIn(text: string, offset: number): Numeral[] {
  return Array.from(text.matchAll(NUMERALS), ({ index, 0: raw }) => numeral(raw, offset + index));
}

function numeralsOf(pattern: RegExp, text: string): Numeral[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: raw }) => numeral(raw, index));
}

function numeral(raw: string, start: number): Numeral {
  const word = raw.toLowerCase().replace(/[\s-]/gu, '');
  const value = VALUES.get(word) ?? VALUES.get(word.replace(/[rsnm]$/u, ''));
  const number =
    value === undefined ? word.replace(/(?:st|nd|rd|th|\.)$/u, '').replace(/^0+(?=\d)/u, '') : `${value}`;
  return { number, start, end: start + raw.length };
}

/** Roman numerals are in capitals. */
function isNumber(text: string, start: number, end: number): boolean {
  const raw = text.slice(start, end);
  if (!/^[ivx]+$/iu.test(raw)) return true;
  return raw === raw.toUpperCase() && !(raw === 'I' && PRONOUN_AHEAD.test(text.slice(end)));
}

/** Any of some words, of which none hides a longer one. */
function oneOf(words: readonly string[]): string {
  return anyOf([...words].sort((a, b) => b.length - a.length));
}

function list(words: string): string[] {
  return words.split(' ');
}
