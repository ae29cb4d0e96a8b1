import { KINDS, kindOf } from './numbered-kinds.ts';
import {
  BEGINS,
  ENDS,
  FIGURE,
  isNumber,
  NUMERAL,
  numeral,
  type Numeral,
  numeralsIn,
  numeralsOf,
  oneOf,
  ORDINAL,
  ordinalsIn,
} from './numerals.ts';

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

const NOUN = oneOf([...KINDS.keys()]);
/** Between the noun and its number: "rule no. 3", "rule #3", "Level: 3", "level-3"; nothing in "lvl3". */
const BEFORE_NUMBER = String.raw`\.?[\s_:*-]{0,3}(?:(?:(?:no|nr)\b\.?|number\b|nummer\b)\s?)?[#(]?`;
const JOINING = String.raw`\s?(?:-|–|&|,(?:\s?(?:and|or))?|(?:and|or|to|through|und|oder|bis)(?=\s))\s?#?`;
const OR_MORE = String.raw`\+|\s(?:and|or)\s(?:above|up|higher|over|later|newer|more)\b|\sonwards?\b|\son\b`;
const AFTER_NOUN = new RegExp(
  `${BEGINS}(?<noun>${NOUN})(?<between>${BEFORE_NUMBER})(?<numbers>${NUMERAL}(?:${JOINING}${NUMERAL}){0,9})(?<more>${OR_MORE})?`,
  'giu',
);
/** A field of a record or a heading that says more than the noun: "Episode Number: 7", "Level (min): 20", "room_no: 102". */
const FIELD = new RegExp(
  `${BEGINS}(?<noun>${NOUN})(?<between>${ENDS}(?:[^\\p{N}\\n]{1,25}?[:#|)]|[^\\p{N}\\n]{0,25}?\`)\\s{0,3})(?<numbers>${NUMERAL}(?:${JOINING}${NUMERAL}){0,9})(?<more>${OR_MORE})?`,
  'giu',
);
/** "Levels between 5 and 10"; "the first ten levels". */
const BETWEEN = new RegExp(
  String.raw`${BEGINS}(?<noun>${NOUN})\s(?:between|from|zwischen|von)\s(?<from>${NUMERAL})\s(?:and|to|und|bis)\s(?<to>${NUMERAL})`,
  'giu',
);
const FIRST_OF = new RegExp(
  String.raw`${BEGINS}(?:first|ersten)\s(?<to>${NUMERAL})\s(?<noun>${NOUN})${ENDS}`,
  'giu',
);
/** What is counted or measured and not numbered: "is the book 310 pages long", "can I book 3 seats". */
const MEASURED =
  /^\s(?!(?:was|has|does|is|as|its|this|us|plus|vs|versus|always|says|tells|mentions|features|covers|starts|begins|ends|happens|costs|means|appears|takes|gives|shows|needs|requires|works|comes|goes|opens|closes|lasts|adds|changes|fixes|introduces|contains|supports|allows|forbids)(?!\p{L}))(?:\p{L}{2,}s|square|cubic|percent|per|people|men|women|children|km|kg|cm|mm|min|gb|mb|metre|meter|euro|pound|jahre|tage|seiten|minuten|stunden|wochen|kilometer)(?!\p{L})/iu;
const BEFORE_NOUN = new RegExp(
  `${BEGINS}(?<numbers>${ORDINAL}(?:\\s(?:and|or|to|und|oder|bis)\\s${ORDINAL})?)[\\s-](?<noun>${NOUN})${ENDS}`,
  'giu',
);
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
/** What a question tells from others of its kind by their number, in order. */
export function numberedThings(question: string): NumberedThing[] {
  // Every question comes by here, and few have such a word.
  if (kindOf(question) === undefined && !ABBREVIATED.test(question)) return [];
  return [
    ...afterNouns(question).flatMap(({ kind, noun, start, numerals }) =>
      (PLURAL.test(noun) && numerals.length < 2) ||
      numerals.some(({ end }) => MEASURED.test(question.slice(end)))
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
  for (const { kind, start, numerals, more } of [...afterNouns(text), ...afterNouns(text, FIELD)]) {
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
  named.push(...ranges(text));
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

/** Whether a text's numbers have the one of a thing of the same kind: version 2.3 is one of version 2. */
export function names(
  { kind, from, to }: NumbersNamed,
  thing: Pick<NumberedThing, 'kind' | 'number'>,
): boolean {
  const { number } = thing;
  if (to !== undefined)
    return inParts(from, number) <= 0 && (to === Infinity || inParts(number, `${to}`) <= 0);
  // Versions are headings of their own: "[2.5.0] - 2024-03-01".
  const haveParts = kind !== undefined || thing.kind === 'version';
  return from === number || (haveParts && from.startsWith(`${number}.`));
}

/** Less than 0 where `a` comes before `b`: 3.9 before 3.10. */
function inParts(a: string, b: string): number {
  const [others, parts] = [b.split('.').map(Number), a.split('.').map(Number)];
  const at = parts.findIndex((part, i) => part !== (others[i] ?? 0));
  return at < 0 ? 0 : parts[at]! - (others[at] ?? 0);
}

function ranges(text: string): NumbersNamed[] {
  const found = [...text.matchAll(BETWEEN), ...text.matchAll(FIRST_OF)];
  return found.map(({ groups }) => {
    const { noun, from = '1', to } = groups as Record<string, string>;
    return {
      kind: KINDS.get(noun!.toLowerCase())!,
      from: numeral(from, 0).number,
      to: Number(numeral(to!, 0).number),
    };
  });
}

function afterNouns(text: string, pattern = AFTER_NOUN) {
  return Array.from(text.matchAll(pattern), ({ index, groups }) => {
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
    const kind = KINDS.get(noun!.toLowerCase())!;
    return ordinalsIn(numbers!, index).map((found) => ({ kind, ...found }));
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
