import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { askedSchema, invalidField, type EvaluationQuestion } from './question-set.ts';

const questionSchema = v.object({
  // Some sets made after SQuAD have numbers.
  id: v.union([v.string(), v.number()]),
  question: v.string(),
  answers: v.optional(v.array(v.object({ text: v.string() })), []),
  /** Since version 2.0. */
  is_impossible: v.optional(v.boolean(), false),
});
const paragraphSchema = v.object({ context: v.string(), qas: v.optional(v.array(questionSchema), []) });
const squadSchema = v.object({
  data: v.array(v.object({ title: v.optional(v.string(), ''), paragraphs: v.array(paragraphSchema) })),
});
const PARAGRAPH_END = '\n\n';
/** In characters; a file's name may be 255 bytes long, and a character takes up to four. */
const MAX_SLUG = 56;

/** A document of a question set. */
export interface SquadDocument {
  /** The file's name: the article's number from 000 and its title, so that none is there twice. */
  readonly source: string;
  /** The paragraphs with a blank line between two, and a line feed at the end. */
  readonly text: string;
}

/** One of several parts of a file, of about as many articles each: 1 to `of`. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

/** A file of SQuAD's as `npm run evaluate` takes it. */
export interface SquadSet {
  readonly documents: readonly SquadDocument[];
  readonly questions: readonly Omit<EvaluationQuestion, 'history' | 'rewrite'>[];
  /** Ids of questions that cannot be asked, or whose paragraph is empty. */
  readonly leftOut: readonly string[];
}

/**
 * Makes a question set of a file in SQuAD's JSON format, version 1.1 or 2.0: a document an article, and the whole
 * paragraph that a question was written about as what answers it.
 *
 * @param json the file's content
 * @param file what errors call it
 * @param part the articles that are taken, as they stand in the file
 * @throws UserError `SQUAD_INVALID`
 */
export function questionSetOfSquad(json: string, file: string, part: Part = { number: 1, of: 1 }): SquadSet {
  const articles = parse(json, file);
  const first = Math.floor(((part.number - 1) * articles.length) / part.of);
  const end = Math.floor((part.number * articles.length) / part.of);
  const documents: SquadDocument[] = [];
  const questions: SquadSet['questions'][number][] = [];
  const leftOut: string[] = [];
  const digits = Math.max(3, String(articles.length - 1).length);
  for (const [i, { title, paragraphs }] of articles.entries()) {
    if (i < first || i >= end) continue;
    const name = [String(i).padStart(digits, '0'), slugOf(title)].filter((part) => part !== '').join('-');
    const source = `${name}.txt`;
    const texts: string[] = [];
    let start = 0;
    for (const { context, qas } of paragraphs) {
      const text = inOneLine(context);
      const end = start + text.length;
      for (const { id, question: asked, answers, is_impossible: impossible } of qas) {
        const question = inOneLine(asked);
        if (text === '' || !v.is(askedSchema, question)) leftOut.push(String(id));
        else
          questions.push({
            id: String(id),
            question,
            relevant: impossible ? [] : [{ source, start, end }],
            answers: impossible ? [] : answerTexts(answers),
            impossible,
          });
      }
      if (text === '') continue;
      texts.push(text);
      start = end + PARAGRAPH_END.length;
    }
    // An empty file would be skipped, with a warning, whenever the set is read.
    if (texts.length > 0) documents.push({ source, text: `${texts.join(PARAGRAPH_END)}\n` });
  }
  if (questions.length === 0)
    throw new UserError(
      'SQUAD_INVALID',
      `${file} holds no question that can be asked.`,
      'Name a file of SQuAD or XQuAD that has questions.',
    );
  return { documents, questions, leftOut };
}

function parse(json: string, file: string): v.InferOutput<typeof squadSchema>['data'] {
  try {
    return v.parse(squadSchema, JSON.parse(json.replace(/^\uFEFF/, ''))).data;
  } catch (cause) {
    throw new UserError(
      'SQUAD_INVALID',
      `${file} is not in SQuAD's format: ${invalidField(cause)}.`,
      'Name a JSON file of SQuAD (1.1 or 2.0) or XQuAD: data, in it paragraphs with context and qas.',
      { cause },
    );
  }
}

/**
 * A text in one line, so that none of what ends a paragraph in a text file stands in it: a blank line, an indented one,
 * or any line's end in a long text. What such a file cannot hold becomes U+FFFD.
 */
function inOneLine(text: string): string {
  return (
    text
      .replace(/[\0\p{Cs}]/gu, '\ufffd')
      // U+FEFF has no width: within a word it is no space, at an end it goes with the others.
      .replace(/[^\S\ufeff]+/g, ' ')
      .trim()
  );
}

/** What several people gave as the answer is often the same. */
function answerTexts(answers: readonly { readonly text: string }[]): string[] {
  return [...new Set(answers.map(({ text }) => inOneLine(text)))].filter((text) => text !== '');
}

/** The words of an article's title in small letters, for a file's name on any system; may be empty. */
function slugOf(title: string): string {
  const words = withoutEscapes(title)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = Array.from(words.replace(/^-/, '')).slice(0, MAX_SLUG).join('');
  return short.replace(/-$/, '');
}

/** SQuAD has titles as they stand in addresses: `Beyonc%C3%A9`. What is no escape stays. */
function withoutEscapes(title: string): string {
  return title.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
