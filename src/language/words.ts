/** One word of a text, folded for comparison but not yet stemmed. */
export interface Word {
  /** Lower case, without marks over letters, apostrophes and digit grouping. */
  readonly form: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** In lower case with the marks over its letters, where it has any. */
  readonly marked?: string;
  /** Whether it is written without spaces around it, as in Chinese; such words are never stemmed. */
  readonly unspaced: boolean;
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Hangul}ー';
const ACRONYM = String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}`;
/** With the ending of an ordinal, which {@link fold} takes off. */
const NUMERIC_WORD = String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?:(?:st|nd|rd|th|ST|ND|RD|TH)(?![\p{L}\p{M}\p{N}]))?`;
/** Seen by nobody inside a word: soft hyphens and what joins or does not join letters; {@link fold} takes them out. */
const INVISIBLE = String.raw`[\u00ad\u2060]|\u200c|\u200d`;
const LETTERS = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{No}\p{Nl}])(?:(?![${UNSPACED}])[\p{L}\p{M}\p{No}\p{Nl}]|${INVISIBLE})*(?:['’ʼ](?:(?![${UNSPACED}])[\p{L}\p{M}])+)*`;
const WORD = new RegExp(`${ACRONYM}|${NUMERIC_WORD}|${LETTERS}|[${UNSPACED}]+`, 'gu');
/**
 * Pairs of their letters, which are those of an alphabet, tell nothing: with them xquad's Thai has 1.9 hundredths fewer
 * first hits.
 */
const DICTIONARY_SCRIPT = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/**
 * Of Japanese: endings and what joins words, so that a pair with one lies across two words. With such pairs 86.6 % of
 * 1,029 questions of JaQuAD's first dev file have the right passage first, without 87.0 %, and a quarter more are sure.
 */
const HIRAGANA = /\p{Script=Hiragana}/u;
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** Also one that divides a word at the end of a line. */
const HYPHEN = /^[-‐‑](?:\r?\n[ \t]*)?$/;

const APOSTROPHE = /['’ʼ]/;
/** An article or a preposition of French, Italian or Catalan that runs into the word: "l'église", "dell'acqua". */
const ELIDED =
  /^(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu|(?:de|a|da|ne|su|co)ll|que(?:ll|st)|gl|degl|agl|un)['’ʼ](?=[\p{L}\p{N}]{2})/iu;
/** What Turkish sets off from a name: "Ankara'nın". A single vowel is left, for it ends names too: "Sana'a". */
const CASE_ENDING =
  /(?<=\p{L}{2})['’ʼ](?:[yn][ıiuüae]|n?[ıiuü]n|n?[dt][ae]n?|y?l[ae]|n?[dt][ae]ki(?:ler)?|l[ae]r\p{L}*|s[ıiuü]\p{L}*|[ıiuü]?nc[ıiuü])$/u;

/** Latin letters with marks, and marks by themselves. */
const MARKED = /[\u00c0-\u036f\u1e00-\u1eff]/u;
/** Longer runs of letters are no words; cut, they cannot bloat an index. */
const MAX_WORD_LENGTH = 60;

/** A syllable of Korean may stand as the letters that it is made of. */
const CHARACTER = /[\u1100-\u115f][\u1160-\u11ff]*|./gsu;
let segmenter: Intl.Segmenter | undefined;
/** Over so many characters no person writes without a stop, and the segmenter's time outgrows their number. */
const MAX_SEGMENTED = 1000;

const PLAIN_ASCII = /^[a-z0-9]+$/;
const ORDINAL_ENDING = /(?<=^\p{Nd}.*)(?:st|nd|rd|th)$/u;
/**
 * Over a letter, and what is seen by nobody. Those of й and ї are not over a letter but make another, which endings
 * have.
 */
const MARK = /(?<!и)\u0306|(?<!і)\u0308|[\u0300-\u0305\u0307\u0309-\u036f\u00ad\u200b-\u200d\u2060]/g;
/** Letters that Unicode does not take apart into a letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  // Two forms of one letter, the one at the end of words.
  ς: 'σ',
  // Of Persian and of Arabic keyboards.
  ی: 'ي',
  ک: 'ك',
};

/** In capitals these are countries; `us` is a pronoun. */
const COUNTRY_ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'u.s'],
  ['U.S.', 'u.s'],
  ['USA', 'u.s'],
  ['U.S.A.', 'u.s'],
]);

/**
 * The words of a text, in order. Compounds with a hyphen give their parts and then the whole without the
 * hyphen, so that `cease-fire` is found by `ceasefire` and by `fire`, also when a line ends at the hyphen.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let compound: Word | undefined;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const raw = match[0];
    const end = start + raw.length;
    if (STARTS_UNSPACED.test(raw)) {
      compound = undefined;
      pushUnspaced(raw, start, found);
      continue;
    }
    const elided = APOSTROPHE.test(raw) ? (ELIDED.exec(raw)?.[0].length ?? 0) : 0;
    const written = raw.slice(elided);
    const form = fold(written);
    if (form === '') continue;
    const word: Word = {
      form,
      start: start + elided,
      end,
      unspaced: false,
      ...(MARKED.test(written) ? { marked: written.toLowerCase().normalize('NFC') } : {}),
    };
    const previous: Word | undefined = found.at(-1);
    const joined = previous !== undefined && HYPHEN.test(text.slice(previous.end, start));
    found.push(word);
    if (joined) {
      const first: Word = compound ?? previous;
      compound = {
        form: (first.form + form).slice(0, MAX_WORD_LENGTH),
        start: first.start,
        end,
        unspaced: false,
      };
      found.push(compound);
    } else compound = undefined;
  }
  return found;
}

/** {@link words} without the parts of compounds. */
export function wholeWords(found: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (const word of found.toReversed()) {
    const next = whole.at(-1);
    const isPart = next !== undefined && !next.unspaced && next.start <= word.start;
    if (!isPart) whole.push(word);
  }
  return whole.reverse();
}

/**
 * Words by dictionary, and every pair of neighbouring characters, since dictionaries disagree on word breaks; in
 * Korean, where what spaces divide has endings of its own, only a pair tells what it is about.
 */
function pushUnspaced(raw: string, offset: number, found: Word[]): void {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let from = 0;
  while (from < raw.length) {
    const cutsPair = /[\ud800-\udbff]/.test(raw.charAt(from + MAX_SEGMENTED - 1));
    const until = from + MAX_SEGMENTED + (cutsPair ? 1 : 0);
    for (const { segment, index } of segmenter.segment(raw.slice(from, until))) {
      const start = offset + from + index;
      found.push({
        form: segment.normalize('NFKC').slice(0, MAX_WORD_LENGTH),
        start,
        end: start + segment.length,
        unspaced: true,
      });
    }
    from = until;
  }
  if (DICTIONARY_SCRIPT.test(raw)) return;
  let before: RegExpExecArray | undefined;
  for (const character of raw.matchAll(CHARACTER)) {
    if (before) {
      const [start, end] = [before.index, character.index + character[0].length];
      const form = raw.slice(start, end).normalize('NFC');
      if (!HIRAGANA.test(form))
        found.push({ form, start: offset + start, end: offset + end, unspaced: true });
    }
    before = character;
  }
}

/**
 * The form under which a word is compared: `Kalın’s` is `kalin`, `1,009` is `1009`, `10th` is `10`, `U.S.` and `US`
 * are `u.s`.
 */
export function fold(raw: string): string {
  const country = COUNTRY_ACRONYMS.get(raw);
  if (country) return country;
  const lower = raw.toLowerCase().replace(ORDINAL_ENDING, '');
  if (PLAIN_ASCII.test(lower)) return lower.slice(0, MAX_WORD_LENGTH);
  return lower
    .normalize('NFKD')
    .replace(MARK, '')
    .normalize('NFC')
    .replace(CASE_ENDING, '')
    .replace(/['’ʼ]s?$/u, '')
    .replace(/['’ʼ]/gu, '')
    .replace(/(?<=\p{Nd})[,٬](?=\p{Nd}{3})/gu, '')
    .replace(/[ıøłđðþßæœəςیک]/g, (letter) => UNDECOMPOSED[letter]!)
    .replace(/(?<=\p{L})\.|\.$/gu, '')
    .slice(0, MAX_WORD_LENGTH);
}
