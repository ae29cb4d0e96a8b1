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
  const named = pattern === NAME;
  const matches = [...sentence.matchAll(pattern)];
  if (matches.length === 0) return undefined;
  const asked = new Set(words(question).map(({ form }) => form));
  const anchors = words(sentence).filter(({ form }) => asked.has(form) && form.length > 3);
  let best: Span | undefined;
  let nearest = Infinity;
  for (const match of matches) {
    const start = match.index;
    const text = named ? nameOf(match[0]) : match[0];
    const end = start + text.length;
    if (named && DAY_OR_MONTH.test(text)) continue;
    if (words(text).every(({ form }) => asked.has(fold(form)))) continue;
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

/** Days and months have capitals in English, but answer neither "who" nor "where". */
const DAY_OR_MONTH =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)$/u;

/** A name without the full stop of its sentence; that of an abbreviation ("U.S.", "Jr.") stays. */
function nameOf(match: string): string {
  return /(?:\p{Lu}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|Dr|Mr|Mrs|Ms))\.$/u.test(match)
    ? match
    : match.replace(/[.\-'’]+$/u, '');
}
