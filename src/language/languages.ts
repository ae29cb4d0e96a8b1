import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import * as stopwords from 'stopword';
import { MONTHS_BY_SHORT_NAME } from './calendar-names.ts';
import {
  arabicStem,
  hebrewStem,
  persianStem,
  polishStem,
  portugueseStem,
  spanishStem,
} from './light-stems.ts';
import { fold, type Word } from './words.ts';

/** A language whose stop words are known, by its code of two letters (ISO 639-1). */
export type Language = keyof typeof LANGUAGES;

/** What is known of each; stop words also tell which language a text is in. No more than 31: see {@link STOP_BITS}. */
const LANGUAGES = {
  en: language(
    english,
    stopwords.eng,
    `what which who whom whose when where why how did does do done was were is are been being has have had will would
     can could should shall may might must there here s t please tell explain many much happen happened happens name
     named called`,
  ),
  de: language(
    german,
    stopwords.deu,
    'wieviel wieviele viele weshalb wieso woher wohin wozu womit wofür worin gibt geschah geschieht passiert passierte',
  ),
  fr: language(
    french,
    stopwords.fra,
    'quand combien pourquoi comment quel quelle quels quelles lequel laquelle où qui',
  ),
  es: language(
    spanishStem,
    stopwords.spa,
    `cuándo cuánto cuánta cuántos cuántas dónde adónde quién quiénes cuál cuáles qué cómo es son era eran fue fueron ha han
     sido`,
  ),
  it: language(
    italian,
    stopwords.ita,
    'quando quanto quanta quanti quante dove chi cosa come perché qual quale quali stato stata stati state furono venne',
  ),
  pt: language(
    portugueseStem,
    stopwords.por,
    'quando quanto quanta quantos quantas onde quem qual quais como porque porquê',
  ),
  nl: language(dutch, stopwords.nld, 'wanneer hoe hoeveel waarom wie wat waar welke welk'),
  sv: language(swedish, stopwords.swe, 'när hur många mycket varför vem vad vilken vilket vilka'),
  da: language(
    danish,
    stopwords.dan,
    'hvornår hvor mange meget hvorfor hvordan hvem hvad hvilken hvilket hvilke',
  ),
  no: language(
    norwegian,
    stopwords.nob,
    'når hvor mange mye hvorfor hvordan hvem hva hvilken hvilket hvilke',
  ),
  fi: language(finnish, stopwords.fin, 'milloin kuinka monta paljonko miksi miten kuka mikä missä mitä'),
  ru: language(
    russian,
    stopwords.rus,
    `когда сколько почему зачем кто кого кому кем где что чего чему чем как какой какая какое какие какого какую каких каким
     какими каком какому которого которой которую которых которым куда откуда чей чья чьё чьи является называется`,
  ),
  tr: language(
    turkish,
    stopwords.tur,
    'ne zaman kaç kaçıncı kaçtır neden nedir niçin niye kim kimdir kimin nerede nereye hangi hangisi nasıl mi mı mu mü',
  ),
  ar: language(arabicStem, stopwords.ara, 'متى كم لماذا من أين كيف ما ماذا هل أي'),
  el: language(
    greek,
    stopwords.ell,
    `πότε πόσο πόση πόσοι πόσες πόσα πού γιατί πώς ποιος ποια ποιο ποιοι ποιες ποιον ποιους ποιου ποιας ποιων τι είναι
     ήταν`,
  ),
  ro: language(romanian, stopwords.ron, 'când cât câtă câți câte unde cine cui ce care cum a o fost'),
  hi: language(
    hindi,
    stopwords.hin,
    'कब कितना कितने कितनी कहाँ कहां क्यों कैसे कैसा कैसी कौन किसने किसे किसको किसका किसके किसकी किस क्या',
  ),
  uk: language(
    ukrainian,
    stopwords.ukr,
    `коли скільки чому навіщо хто кого кому ким де що чого чим як який яка яке які якого якої якому яку яких яким якими куди
     звідки чий чия чиє чиї`,
  ),
  bg: language(unstemmed, stopwords.bul, 'кога колко защо кой коя кое кои къде какво как откъде чий чия'),
  hu: language(
    hungarian,
    stopwords.hun,
    'mikor hány mennyi miért ki kik kit kinek hol hová honnan mi mit melyik hogyan',
  ),
  id: language(
    indonesian,
    stopwords.ind,
    `kapan berapa mengapa kenapa siapa mana dimana apa bagaimana bilamana kapankah berapakah mengapakah siapakah manakah
     dimanakah apakah bagaimanakah adakah`,
  ),
  pl: language(
    polishStem,
    stopwords.pol,
    `kiedy ile ilu dlaczego czemu kto kogo komu kim gdzie skąd dokąd co czego czym czy jak jaki jaka jakie jakiego jakiej
     jakiemu jakim jakich jakimi jaką który która które którzy którego której któremu którym których którymi którą czyj
     czyja czyje czyjej jest są był była było były byli został została zostało zostały nazywa nazywał nazywała nazywają`,
  ),
  cs: language(
    unstemmed,
    stopwords.ces,
    `kdy kolik proč kdo koho komu kým kde kam odkud co čeho čemu čím jak jaký jaká jaké jakého jakou jakých jakým jakému který
     která které kteří kterého kterou kterých kterým kterému čí`,
  ),
  fa: language(
    persianStem,
    stopwords.fas,
    'کی چه چند چرا کجا کدام چگونه چطور چقدر چیست کیست است بود شد می را در از به که این آن با برای و',
  ),
  he: language(
    hebrewStem,
    stopwords.heb,
    'מתי כמה למה מדוע מי איפה היכן לאן מאין מה איך כיצד איזה איזו אילו של את על היה הייתה',
  ),
  vi: language(
    unstemmed,
    stopwords.vie,
    'khi nào bao giờ bao nhiêu mấy đâu ở tại làm sao vì thế như ai gì nào cái những các của là được đã và có cho một trong với',
  ),
};

/**
 * Of Chinese, Japanese, Korean and Thai in one list: their words are told from those of other languages by how they are
 * written. Words by which a question asks are first.
 */
const UNSPACED_STOP = new Set([
  ...`的 了 是 在 和 与 有 为 个 哪 什么 谁 吗 呢 被 于 及 这 那 怎么 怎样 怎么样 如何 为何 为什么 哪里 哪儿 哪个 哪些 几个 几点
    多少 多久 什么时候 时候 何时 何人 何地 是否 可以 应该 需要 请问 一个 没有`.split(/\s+/),
  ...`何 誰 だれ どこ いつ なぜ どう どの どれ どんな どうやって いくら いくつ です ます でした ました ください か は した たか なの だっ 何年 何月 何日
    何月何日 何時 何人 何歳 何回 何度 何曜日 何号 何色 何故 何処 何代`.split(/\s+/),
  ...`อะไร ใคร ที่ไหน ไหน ไหร่ เท่า ไร เมื่อไหร่ เมื่อไร ทำไม อย่างไร ยังไง เท่าไหร่ เท่าไร กี่ ไหม หรือไม่ ครับ คะ ค่ะ`.split(
    /\s+/,
  ),
  ...`언제 누가 누구 누구의 어디 어디서 어디에서 무엇 무엇을 무엇인가 무엇인가요 왜 어떻게 몇 얼마나 어느 어떤 무슨 이다 있는 있다 했다 하는 것은 것이 것을`.split(
    /\s+/,
  ),
  ...stopwords.zho,
  ...stopwords.jpn,
  ...stopwords.tha,
  ...stopwords.kor,
]);

/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<Language> = new Set<Language>(['de', 'nl', 'sv', 'da', 'no', 'fi']);

const NAMES = Object.keys(LANGUAGES) as readonly Language[];

/** For each stop word a bit for every language that it is one of, in their order: one look-up tells for all of them. */
const STOP_BITS = stopBits();

/** Stems that were worked out, by language and form. */
const stems = new Map<Language, Map<string, string>>(NAMES.map((name) => [name, new Map()]));
/** Bounds the cache of a language; a corpus has some 100,000 word forms. */
const MAX_STEMS = 200_000;
/** Different stop words. With one, a text that says "para" or "bin" twice would be Spanish or German. */
const LEAST_TELLING = 2;

/** What English shortens, and so do those who ask: "Oct. 10" is found by "October 10th". */
const FULL_MONTHS: ReadonlyMap<string, string> = new Map(
  Array.from(MONTHS_BY_SHORT_NAME, ([short, full]) => [fold(short), fold(full)]),
);

/** For Vietnamese, whose words have one form, and languages for whose stems there is no sound package. */
function unstemmed(word: string): string {
  return word;
}

/** @param asking words by which a question asks, that say nothing of what it asks about */
function language(stem: (word: string) => string, stop: readonly string[], asking: string) {
  return { stem, stop: [...stop, ...asking.split(/\s+/)].map((word) => fold(word)) };
}

function stopBits(): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [i, name] of NAMES.entries())
    for (const form of LANGUAGES[name].stop) bits.set(form, (bits.get(form) ?? 0) | (1 << i));
  return bits;
}

/**
 * The language of words by the stop words among them.
 *
 * @param fallback returned when too few of its words tell, as in short questions
 */
export function languageOf(found: readonly Word[], fallback: Language = 'en'): Language {
  const counts = new Uint32Array(NAMES.length);
  for (const { form } of found)
    for (let bits = STOP_BITS.get(form) ?? 0; bits !== 0; bits &= bits - 1)
      counts[31 - Math.clz32(bits & -bits)]! += 1;
  const most = Math.max(...counts);
  return counts[NAMES.indexOf(fallback)] === most ? fallback : NAMES[counts.indexOf(most)]!;
}

/**
 * The language of a document. A table of codes has words of one letter and a heading like "bin", each of which is a stop
 * word somewhere: fewer than {@link LEAST_TELLING} others make no language but English.
 */
export function languageOfDocument(found: readonly Word[]): Language {
  const language = languageOf(found);
  const bit = 1 << NAMES.indexOf(language);
  const telling = new Set<string>();
  for (const { form } of found)
    if (((STOP_BITS.get(form) ?? 0) & bit) !== 0 && !/^[a-z]\d*$/.test(form)) telling.add(form);
  return telling.size < LEAST_TELLING ? 'en' : language;
}

/**
 * Whether a word says nothing by itself. Unspaced ones are looked up in a list of their own, whatever the language is.
 */
export function isStopWord({ form, unspaced }: Word, name: Language): boolean {
  return unspaced ? UNSPACED_STOP.has(form) : ((STOP_BITS.get(form) ?? 0) & (1 << NAMES.indexOf(name))) !== 0;
}

/** Whether a language writes compounds as one word, so that half of one is a word too. */
export function writesCompounds(name: Language): boolean {
  return COMPOUNDING.has(name);
}

/**
 * The stem of a word, by Snowball (https://snowballstem.org) or light-stems.ts; of an English month that of its full name.
 * Numbers, unspaced words and those of languages without a stemmer are their own.
 */
export function stem({ form: written, unspaced }: Word, name: Language): string {
  if (unspaced || /\p{Nd}/u.test(written)) return written;
  const form = (name === 'en' ? FULL_MONTHS.get(written) : undefined) ?? written;
  const known = stems.get(name)!;
  let stemmed = known.get(form);
  if (stemmed === undefined) {
    // A word that is all ending, as Turkish "leri" is, has no stem.
    stemmed = LANGUAGES[name].stem(form) || form;
    if (known.size >= MAX_STEMS) known.clear();
    known.set(form, stemmed);
  }
  return stemmed;
}
