import { asksForMore } from './asks-for-more.ts';
import { isStopWord, languageOf, type Language } from './languages.ts';
import { measureWords } from './measure-words.ts';
import { wholeWords, words } from './words.ts';

/** What the words of a question tell of whether it leans on those asked before it. */
export interface Leaning {
  /**
   * A personal pronoun: `before` where nothing in the question can be what it stands for ("what did he say"), `within`
   * where something can ("how did the club get its name").
   */
  readonly pronoun: 'before' | 'within' | undefined;
  /** Whether it points to something: "there", "these", "the others". */
  readonly points: boolean;
  /** Whether it begins as what goes on does: "and", "what about". */
  readonly opensWithLink: boolean;
  /** Words that say something; of text without spaces every second character is taken for one. */
  readonly content: number;
  /** Whether it holds a name: a word in capitals that is not merely the first. */
  readonly named: boolean;
  /** See {@link asksForMore}. */
  readonly asksForMore: boolean;
}

interface Pointers {
  /** Alternatives of a regular expression, as whole words. */
  readonly pronouns: string;
  readonly pointing: string;
  readonly goingOn: string;
}

/** Of other languages nothing is known: a word of theirs may be spelled like one of these. */
const POINTERS: Readonly<Partial<Record<Language, Pointers>>> = {
  en: {
    pronouns: 'he|she|they|him|her|them|his|hers|their|theirs|its|it',
    pointing: 'this|these|those|there|then|ones|same|others?|else|also|anything',
    goingOn: 'and|but|or|then|(?:what|how) about|why not|(?:what|who|where) else',
  },
  de: {
    pronouns: 'er|sie|ihm|ihn|ihnen|ihr|ihre[rsmn]?|seine[rsmn]?',
    pointing: 'dort|damals|dies|diese[rsmn]?|das(?=\\s*\\??$)|davon|dazu|darüber|danach|daran',
    goingOn: 'und|aber|oder|was ist mit',
  },
  fr: {
    pronouns: 'il|elle|ils|elles|lui|leurs?',
    pointing: 'cela|ça|celui|celle|ceux|là',
    goingOn: 'et|mais|ou',
  },
  es: { pronouns: 'él|ella|ellos|ellas', pointing: 'eso|esto|ese|esa|allí|ahí', goingOn: 'y|pero|o' },
  ru: { pronouns: 'он|она|они|его|её|ее|их|ему|ей|им', pointing: 'это|этот|там|тогда', goingOn: 'а|и|но' },
};
/** No word is. */
const NONE: Pointers = { pronouns: '(?!)', pointing: '(?!)', goingOn: '(?!)' };
const CHINESE = { pronouns: /[他她它]们?/u, pointing: /那里|这个|那个|这些|那些|那么/u };

/** "There" and "it" that stand for nothing, and what points to where and when the asker is. */
const IDLE = new RegExp(
  [
    String.raw`\b(?:is|are|was|were)\s+there\s+(?:an?|any|some|many|more|no|\p{L}+s)\b`,
    String.raw`\b(?:is|are|was|were)\s+there\b(?<=\bhow\s+(?:many|much)\b.*)`,
    String.raw`\bit\s+(?:takes?|took|costs?|true|possible|means?)\b`,
    String.raw`\b(?:is|was)\s+it\s+\p{L}+\s+(?:to|if|that|for)\b`,
    String.raw`\beach\s+other\b|\bother\s+than\b`,
    String.raw`\bthis\s+(?:year|month|week|weekend|season|spring|summer|autumn|fall|winter|morning|evening|server|channel|community|group)\b`,
  ].join('|'),
  'giu',
);
const THAT = /\bthat\s*\??$|^(?:is|was|did|does|when|why|how|who|what)\s+(?:\w+\s+){0,2}that\b/i;
/** A word with a capital that is not the first. */
const INNER_CAPITAL = /(?<=\S\s+["'“‘(]?)\p{Lu}[\p{L}\p{N}.]+/u;

/**
 * With fewer words that say something even a question that names somebody may lean: "why did Putin call". With 3 canard
 * has one fewer of its 790 first hits, and questions asked after others of another document have the same.
 */
const ENOUGH_WORDS = 4;

/**
 * Words that say something: what a question that only names another thing has at most. With 1 chat loses a third of a
 * hundredth of nDCG@10; with 4, and canard with both, the first hits are the same.
 */
const MOST_WORDS_OF_ANOTHER = 2;

const compiled = new Map<Language, { pronoun: RegExp; pointing: RegExp; goingOn: RegExp }>();

function pointersOf(language: Language) {
  let known = compiled.get(language);
  if (!known) {
    const { pronouns, pointing, goingOn } = POINTERS[language] ?? NONE;
    const whole = (alternatives: string) => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');
    known = {
      pronoun: whole(pronouns),
      pointing: whole(pointing),
      goingOn: new RegExp(`^(?:${goingOn})(?!\\p{L})`, 'iu'),
    };
    compiled.set(language, known);
  }
  return known;
}

/** @param fallback language of a question whose words do not tell */
export function leaning(question: string, fallback?: Language): Leaning {
  const text = question.trim().replace(IDLE, (idle) => ' '.repeat(idle.length));
  const found = words(text);
  const language = languageOf(found, fallback);
  const { pronoun, pointing, goingOn } = pointersOf(language);
  const measured = measureWords(text);
  const content = wholeWords(found).filter(
    (word) => !isStopWord(word, language) && !measured.has(word.start),
  );
  const leaningOn = pronoun.exec(text) ?? CHINESE.pronouns.exec(text);
  const at = leaningOn?.index;
  const spaced = content.filter(({ unspaced }) => !unspaced);
  const unspaced = new Set(content.filter((word) => word.unspaced).map(({ start }) => start));
  return {
    pronoun: at === undefined ? undefined : content.some(({ end }) => end <= at) ? 'within' : 'before',
    points: pointing.test(text) || CHINESE.pointing.test(text) || (language === 'en' && THAT.test(text)),
    opensWithLink: goingOn.test(text),
    content: spaced.length + Math.ceil(unspaced.size / 2),
    named: text !== text.toUpperCase() && INNER_CAPITAL.test(text),
    asksForMore: /^(?:its?)?$/i.test(leaningOn?.[0] ?? '') && asksForMore(text, content, language),
  };
}

/** What stands after "and", "what about" and the like at a question's beginning; the question where it opens otherwise. */
export function afterLink(question: string, language: Language): string {
  return question.trim().replace(pointersOf(language).goingOn, '').trim();
}

/** Whether a question surely stands by itself. */
export function standsAlone({ pronoun, points, opensWithLink, content, named }: Leaning): boolean {
  return named && content >= ENOUGH_WORDS && pronoun === undefined && !points && !opensWithLink;
}

/** "And in Barda?": nothing but a link and what it is about now. */
export function namesAnother({ opensWithLink, pronoun, points, content }: Leaning): boolean {
  return opensWithLink && pronoun === undefined && !points && content > 0 && content <= MOST_WORDS_OF_ANOTHER;
}
