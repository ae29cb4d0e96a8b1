import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Where the corpus answers it; half-open UTF-16 offsets into the decoded document. */
  relevant: z.array(z.object({ source: z.string(), start: z.int(), end: z.int() })).default([]),
  /** Any of these answers it. */
  answers: z.array(z.string()).default([]),
  impossible: z.boolean().default(false),
  /** Earlier questions of the same conversation, oldest first. */
  history: z.array(z.string()).default([]),
  /** The question as a person made it stand alone. */
  rewrite: z.string().optional(),
});

export type EvaluationQuestion = z.infer<typeof questionSchema>;

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
      questions.push(questionSchema.parse(JSON.parse(line)));
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
