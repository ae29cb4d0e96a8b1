import type { Span } from '../corpus/document.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { StoredPassage } from '../index/store.ts';
import { languageOf, stem, type Language } from '../language/languages.ts';
import type { QuestionKind } from '../language/question-kind.ts';
import { words } from '../language/words.ts';
import type { DateNote, Quote } from './answer.ts';
import { dateNotes } from './date-notes.ts';
import type { Folded } from './duplicates.ts';
import type { Alike } from './focus/asked.ts';
import { focusOf, surest, type Focus } from './focus/focus.ts';
import { highlight, type Highlight } from './highlight.ts';
import { ASKS } from './next-sentence.ts';
import type { Question } from './question.ts';
import type { Found } from './search.ts';

/**
 * As strengths of `AlikeTerm` of alike.ts: "killed" for "died", which are 0.39 near each other, counts for 0.28.
 * From 0.5 on, 23 of the 32 marks in chat's right passages are right, not 25, and 272 of xquad_en's 398, not 271; with
 * all of them, the sets have as many.
 */
const LEAST_STRENGTH = 0.25;
/** "I did", "me", "can do it, I'm free". */
const SPEAKS_OF_THEMSELVES = /(?<![\p{L}\p{M}'’-])(?:i|i['’]\p{L}+|im|ive|me|ich)(?![\p{L}\p{M}-])/iu;
/** So many first letters a word shares with its stem, in every language. */
const SURE_OF_STEM = 2;

/** Quotes one question's passages. */
export class Quoter {
  readonly #index: OpenIndex;
  readonly #found: Pick<Found, 'question' | 'saying' | 'vector'>;
  readonly #asSpelled: (sentences: string) => string;
  readonly #alike: Alike;

  constructor(index: OpenIndex, found: Pick<Found, 'question' | 'saying' | 'vector'>) {
    this.#index = index;
    this.#found = found;
    this.#asSpelled = spellerOf(found.question, index.language);
    this.#alike = alikeIn(index, found.question);
  }

  /**
   * A passage that was found, as it is quoted: its text word for word, and beside it what the bot adds.
   *
   * @param score 0 to 1, of all that were found
   */
  quote({ best, alsoIn, alsoInPart }: Folded, score: number): Quote {
    const { question, saying = question, vector } = this.#found;
    const passage = this.#index.passage(best.passage);
    const { title, date, language } = this.#index.documentOf(best.passage);
    const { source, paragraph, start, end, text, section, page } = passage;
    const highlights = highlight(this.#index, saying, vector, passage);
    return {
      source,
      paragraph,
      start,
      end,
      text,
      highlights: highlights.map(({ start: from, end: to }) => ({ start: from, end: to })),
      focus: this.#focusIn(text, start, highlights),
      score,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(section === undefined ? {} : { section }),
      ...(page === undefined ? {} : { page }),
      alsoIn,
      ...(alsoInPart.length === 0 ? {} : { alsoInPart }),
      dateNotes: language === 'en' ? this.#dateNotes(passage) : [],
    };
  }

  #dateNotes(passage: StoredPassage): DateNote[] {
    const { first } = this.#index.passageRange(this.#index.documentIdOf(passage.id));
    return dateNotes(passage, this.#index.documentOf(passage.id), (back) =>
      passage.id - back < first ? undefined : this.#index.passage(passage.id - back),
    );
  }

  #focusIn(text: string, offset: number, highlights: readonly Highlight[]): Span[] {
    const { kind } = this.#found.question;
    // Of no kind, only a record's value can be asked for, and a record has lines.
    if (kind === 'other' && !text.includes('\n')) return [];
    const sentences = highlights.map(({ start, end }) => text.slice(start - offset, end - offset));
    const asked = this.#asSpelled(sentences.join('\n'));
    const told: Focus[] = [];
    const asking: Focus[] = [];
    for (const [i, sentence] of sentences.entries()) {
      const { start, message, replies } = highlights[i]!;
      const from = message ? whereAnswerMayBegin(sentence, start, message, kind) : 0;
      const focus = focusOf(sentence.slice(from), kind, asked, text, this.#alike, replies);
      if (!focus) continue;
      const at = start + from;
      const found = { ...focus, start: at + focus.start, end: at + focus.end };
      (ASKS.test(sentence) ? asking : told).push(found);
    }
    return surest(told.length > 0 ? told : asking).map(({ start, end }) => ({ start, end }));
  }
}

/**
 * Where in a message what is asked for may stand: in what is said, and who says it only where they speak of themselves.
 *
 * @param start the document offset of `sentence`
 * @returns offset into `sentence`
 */
function whereAnswerMayBegin(
  sentence: string,
  start: number,
  { behindStamp, said }: NonNullable<Highlight['message']>,
  kind: QuestionKind,
): number {
  const ofSpeaker = kind === 'person' && SPEAKS_OF_THEMSELVES.test(sentence.slice(said - start));
  return (ofSpeaker ? behindStamp : said) - start;
}

/**
 * Spells a question's misspelled words as the sentences it is given do: what it names is no answer, however it is spelled.
 */
function spellerOf(
  { text, meant, terms }: Question,
  corpusLanguage: Language,
): (sentences: string) => string {
  const stems = new Set(terms.flatMap((term) => term.meant ?? []));
  if (stems.size === 0) return () => text;
  const language = languageOf(words(text), corpusLanguage);
  // Few words begin so; to stem all would take as long as the rest of the quote.
  const beginnings = new Set(Array.from(stems, (known) => known.slice(0, SURE_OF_STEM)));
  const misspelled = words(meant).filter(({ form }) => stems.has(form));
  return (sentences) => {
    const spelled = new Map(
      words(sentences)
        .filter(({ form }) => beginnings.has(form.slice(0, SURE_OF_STEM)))
        .map((word) => [stem(word, language), sentences.slice(word.start, word.end)]),
    );
    return misspelled.reduceRight(
      (asked, { form, start, end }) => asked.slice(0, start) + (spelled.get(form) ?? form) + asked.slice(end),
      meant,
    );
  };
}

function alikeIn({ terms }: OpenIndex, question: Question): Alike {
  return new Map(
    question.terms.map(({ term, alike }) => [
      term,
      alike.filter(({ strength }) => strength >= LEAST_STRENGTH).map(({ id }) => terms.vocabulary[id]!),
    ]),
  );
}
