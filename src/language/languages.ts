import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import * as stopwords from 'stopword';
import { fold, type Word } from './words.ts';

export type Language = keyof typeof LANGUAGES;

const language = (stem: (word: string) => string, stop: readonly string[]) => ({
  stem,
  stop: new Set(stop.map((word) => fold(word))),
});

/** Languages whose words are stemmed; stop words also tell which language a text is in. */
const LANGUAGES = {
  en: language(english, [...stopwords.eng, ...questionWords()]),
  de: language(german, stopwords.deu),
  fr: language(french, stopwords.fra),
  es: language(spanish, stopwords.spa),
  it: language(italian, stopwords.ita),
  pt: language(portuguese, stopwords.por),
  nl: language(dutch, stopwords.nld),
  sv: language(swedish, stopwords.swe),
  da: language(danish, stopwords.dan),
  no: language(norwegian, stopwords.nob),
  fi: language(finnish, stopwords.fin),
  ru: language(russian, stopwords.rus),
  tr: language(turkish, stopwords.tur),
};

/** Words by which a question asks, that say nothing of what it asks about. */
function questionWords(): string[] {
  return `what which who whom whose when where why how did does do done was were is are been being has have had
    will would can could should shall may might must there here s t please tell explain many much happen
    happened happens name named called`.split(/\s+/);
}

const ZH_STOP = new Set([
  ...stopwords.zho,
  ...'的 了 是 在 和 与 有 为 个 哪 什么 谁 吗 呢 被 于 及 这 那'.split(' '),
]);

/**
 * The language of a text by its stop words.
 *
 * @param fallback returned when too few of its words tell, as in short questions
 */
export function languageOf(texts: readonly Word[], fallback: Language = 'en'): Language {
  let best = fallback;
  let most = 0;
  for (const [name, { stop }] of Object.entries(LANGUAGES)) {
    let count = 0;
    for (const { form } of texts) if (stop.has(form)) count++;
    if (count > most || (count === most && name === fallback)) {
      most = count;
      best = name as Language;
    }
  }
  return most >= 1 ? best : fallback;
}

/** Whether a word says nothing by itself. Unspaced words are looked up in Chinese's, whatever the language is. */
export function isStopWord({ form, unspaced }: Word, name: Language): boolean {
  return unspaced ? ZH_STOP.has(form) : LANGUAGES[name].stop.has(form);
}

const stems = new Map<string, string>();
/** Bounds the cache; a corpus has some 100,000 word forms. */
const MAX_STEMS = 200_000;

/** The Snowball stem of a word (https://snowballstem.org); numbers and unspaced words are their own. */
export function stem({ form, unspaced }: Word, name: Language): string {
  if (unspaced || /\p{Nd}/u.test(form)) return form;
  const key = `${name} ${form}`;
  let stemmed = stems.get(key);
  if (stemmed === undefined) {
    stemmed = LANGUAGES[name].stem(form);
    if (stems.size >= MAX_STEMS) stems.clear();
    stems.set(key, stemmed);
  }
  return stemmed;
}
