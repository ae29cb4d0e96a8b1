import type { Span } from '../corpus/document.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { languageOf, stem, type Language } from '../language/languages.ts';
import { relativeDates } from '../language/relative-dates.ts';
import { words } from '../language/words.ts';
import type { Quote } from './answer.ts';
import type { Folded } from './duplicates.ts';
import type { Alike } from './focus/asked.ts';
import { focusOf, surest, type Focus } from './focus/focus.ts';
import { ASKS, highlight } from './highlight.ts';
import type { Question } from './question.ts';
import type { Found } from './search.ts';

/**
 * As strengths of `AlikeTerm` of alike.ts: "killed" for "died", which are 0.39 near each other, counts for 0.28.
 * From 0.5 on, 23 of the 32 marks in chat's right passages are right, not 25, and 272 of xquad_en's 398, not 271; with
 * all of them, the sets have as many.
 */
const LEAST_STRENGTH = 0.25;
/** So many first letters a word shares with its stem, in every language. */
const SURE_OF_STEM = 2;

/**
 * A passage that was found, as it is quoted: its text word for word, and beside it what the bot adds.
 *
 * @param score 0 to 1, of all that were found
 */
export function quote(
  index: OpenIndex,
  { question, saying = question, vector }: Pick<Found, 'question' | 'saying' | 'vector'>,
  { best, alsoIn, alsoInPart }: Folded,
  score: number,
): Quote {
  const passage = index.passage(best.passage);
  const { title, date, language } = index.documentOf(best.passage);
  const { source, paragraph, start, end, text, section, page } = passage;
  const highlights = highlight(index, saying, vector, passage);
  const marked = highlights.map((span) => text.slice(span.start - start, span.end - start));
  const notes = date !== undefined && language === 'en' ? relativeDates(text, date) : [];
  return {
    source,
    paragraph,
    start,
    end,
    text,
    highlights,
    // Of no kind, only a record's value can be asked for, and a record has lines.
    focus:
      question.kind === 'other' && !text.includes('\n')
        ? []
        : focusIn(
            text,
            start,
            highlights,
            { kind: question.kind, text: asSpelled(question, marked.join('\n'), index.language) },
            alikeIn(index, question),
          ),
    score,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
    alsoIn,
    ...(alsoInPart.length === 0 ? {} : { alsoInPart }),
    dateNotes: notes.map((note) => ({
      ...note,
      start: start + note.start,
      end: start + note.end,
      reference: date!,
    })),
  };
}

/** A question with misspelled words as the marked sentences spell them: what it names is no answer, however it is spelled. */
function asSpelled({ text, meant, terms }: Question, marked: string, corpusLanguage: Language): string {
  const stems = new Set(terms.flatMap((term) => term.meant ?? []));
  if (stems.size === 0) return text;
  const language = languageOf(words(text), corpusLanguage);
  // Few words begin so; to stem all would take as long as the rest of the quote.
  const beginnings = new Set(Array.from(stems, (known) => known.slice(0, SURE_OF_STEM)));
  const spelled = new Map(
    words(marked)
      .filter(({ form }) => beginnings.has(form.slice(0, SURE_OF_STEM)))
      .map((word) => [stem(word, language), marked.slice(word.start, word.end)]),
  );
  return words(meant)
    .filter(({ form }) => stems.has(form))
    .reduceRight(
      (asked, { form, start, end }) => asked.slice(0, start) + (spelled.get(form) ?? form) + asked.slice(end),
      meant,
    );
}

function alikeIn({ terms }: OpenIndex, question: Question): Alike {
  return new Map(
    question.terms.map(({ term, alike }) => [
      term,
      alike.filter(({ strength }) => strength >= LEAST_STRENGTH).map(({ id }) => terms.vocabulary[id]!),
    ]),
  );
}

function focusIn(
  text: string,
  offset: number,
  highlights: readonly Span[],
  { kind, text: asked }: Pick<Question, 'kind' | 'text'>,
  alike: Alike,
): Span[] {
  const found: Focus[] = [];
  for (const { start, end } of highlights) {
    const sentence = text.slice(start - offset, end - offset);
    const focus = focusOf(sentence, kind, asked, text, alike);
    if (!focus) continue;
    const doubtful = focus.doubtful || ASKS.test(sentence);
    found.push({ ...focus, doubtful, start: start + focus.start, end: start + focus.end });
  }
  return surest(found).map(({ start, end }) => ({ start, end }));
}
