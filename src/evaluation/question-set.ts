import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { MAX_QUESTION_LENGTH } from '../answer/answerer.ts';
import { UserError } from '../errors.ts';
import type { Library } from '../index/library.ts';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = v.pipe(
  v.object({ source: v.string(), start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'Invalid span: it ends before it starts'),
);
/** The text of a question that can be asked. */
export const askedSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_QUESTION_LENGTH));

const questionSchema = v.object({
  id: v.string(),
  question: askedSchema,
  /** Where the corpus answers it; half-open UTF-16 offsets into the decoded document. */
  relevant: v.optional(v.array(span), []),
  /** Any of these answers it. */
  answers: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), []),
  impossible: v.optional(v.boolean(), false),
  /** Earlier questions of the same conversation, oldest first. */
  history: v.optional(v.array(askedSchema), []),
  /** The question as a person made it stand alone. */
  rewrite: v.optional(askedSchema),
});

/** A line of a question file, with what it leaves out filled in. */
export type EvaluationQuestion = v.InferOutput<typeof questionSchema>;

/**
 * Reads a question file: a JSON object a line.
 *
 * @throws UserError `QUESTIONS_UNREADABLE`, `QUESTIONS_INVALID`
 */
export function readQuestionSet(path: string): EvaluationQuestion[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UserError(
      'QUESTIONS_UNREADABLE',
      `The question file ${path} cannot be read.`,
      'Check its path.',
      { cause },
    );
  }
  const questions: EvaluationQuestion[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      questions.push(v.parse(questionSchema, JSON.parse(line)));
    } catch (cause) {
      throw new UserError(
        'QUESTIONS_INVALID',
        `Line ${i + 1} of ${path} is not a question: ${invalidField(cause)}.`,
        'Each line is a JSON object with id, question, relevant, answers and impossible.',
        { cause },
      );
    }
  }
  if (questions.length === 0)
    throw new UserError(
      'QUESTIONS_INVALID',
      `The question file ${path} holds no question.`,
      'Write a question a line, as those in test/evaluation are.',
    );
  return questions;
}

/** The questions as asked of a corpus that is about other matters, each by itself: none is answered there. */
export function asForeign(questions: readonly EvaluationQuestion[]): EvaluationQuestion[] {
  return questions.map(({ id, question, rewrite }) => ({
    id,
    question: rewrite ?? question,
    relevant: [],
    answers: [],
    impossible: true,
    history: [],
  }));
}

/** What is wrong with JSON that a schema refused, and where. */
export function invalidField(cause: unknown): string {
  if (!(cause instanceof v.ValiError)) return 'no JSON';
  const [issue] = cause.issues as [v.BaseIssue<unknown>];
  const field = v.getDotPath(issue);
  return field === null ? issue.message : `${field}: ${issue.message}`;
}

/**
 * Checks that the corpus has what the questions name: a misspelled source would only lower the figures.
 *
 * @throws UserError `QUESTIONS_INVALID`
 */
export function checkSources(questions: readonly EvaluationQuestion[], library: Library): void {
  const known = new Set(library.documents().map(({ source }) => source));
  for (const { id, relevant } of questions) {
    const unknown = relevant.find(({ source }) => !known.has(source));
    if (!unknown) continue;
    throw new UserError(
      'QUESTIONS_INVALID',
      `Question ${id} is answered by ${unknown.source}, which is not in the index.`,
      'Check the name, and that the questions belong to this corpus.',
    );
  }
}
