import type { Span } from '../corpus/document.ts';
import { NAME, NUMBER, TIME, type QuestionKind } from '../language/question-kind.ts';
import { fold, words } from '../language/words.ts';

const PATTERNS: Readonly<Record<QuestionKind, RegExp | undefined>> = {
  time: TIME,
  number: NUMBER,
  person: NAME,
  place: NAME,
  other: undefined,
};

/**
 * The date, number or name in a sentence that the question asks for: of those that the question does not state
 * itself, the one nearest to a word that it does.
 *
 * @returns offsets into `sentence`, or `undefined` when it holds none or nothing particular is asked for
 */
export function focusOf(sentence: string, kind: QuestionKind, question: string): Span | undefined {
  const pattern = PATTERNS[kind];
  if (!pattern) return undefined;
  const asked = new Set(words(question).map(({ form }) => form));
  const anchors = words(sentence).filter(({ form }) => asked.has(form) && form.length > 3);
  let best: Span | undefined;
  let nearest = Infinity;
  for (const match of sentence.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (words(match[0]).every(({ form }) => asked.has(fold(form)))) continue;
    const distance = Math.min(
      Infinity,
      ...anchors.map((anchor) => Math.max(0, anchor.start - end, start - anchor.end)),
    );
    if (best === undefined || distance < nearest) {
      best = { start, end };
      nearest = distance;
    }
  }
  return best;
}
