import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UserError } from '../errors.ts';

const offset = v.pipe(v.number(), v.integer());

const questionSchema = v.object({
  id: v.string(),
  question: v.string(),
  /** Where the corpus answers it; half-open UTF-16 offsets into the decoded document. */
  relevant: v.optional(v.array(v.object({ source: v.string(), start: offset, end: offset })), []),
  /** Any of these answers it. */
  answers: v.optional(v.array(v.string()), []),
  impossible: v.optional(v.boolean(), false),
  /** Earlier questions of the same conversation, oldest first. */
  history: v.optional(v.array(v.string()), []),
  /** The question as a person made it stand alone. */
  rewrite: v.optional(v.string()),
});

export type EvaluationQuestion = v.InferOutput<typeof questionSchema>;

/**
 * Reads a question file: a JSON object a line.
 *
 * @throws UserError `QUESTIONS_UNREADABLE`, `QUESTIONS_INVALID`
 */
export function readQuestionSet(path: string): EvaluationQuestion[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
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
        `Line ${i + 1} of ${path} is not a question.`,
        'Each line is a JSON object with id, question, relevant, answers and impossible.',
        { cause },
      );
    }
  }
  return questions;
}
