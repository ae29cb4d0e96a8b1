import { focusOf } from '../../src/answer/focus/focus.ts';
import { questionKind } from '../../src/language/question-kind.ts';

/** What is marked in a sentence of a passage as what a question asks for. */
export function focus(question: string, sentence: string, passage = sentence): string | undefined {
  const span = focusOf(sentence, questionKind(question), question, passage);
  return span && sentence.slice(span.start, span.end);
}
