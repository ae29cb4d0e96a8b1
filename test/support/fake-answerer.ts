import type { Answer, Quote } from '../../src/answer/answer.ts';
import type { Answerer, AskOptions } from '../../src/answer/answerer.ts';
import { checkQuestion } from '../../src/answer/check-question.ts';
import { parserFor } from '../../src/corpus/formats/formats.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import type { CorpusDocument, Passage } from '../../src/corpus/document.ts';
import type { Library } from '../../src/index/library.ts';
import { TIME } from '../../src/language/expressions.ts';
import { sentences } from '../../src/language/sentences.ts';

/** Documents in memory, read as from files. */
export async function documentsOf(files: Readonly<Record<string, string>>): Promise<CorpusDocument[]> {
  const documents: CorpusDocument[] = [];
  for (const [source, content] of Object.entries(files)) {
    const parsed = await parserFor(source)!(Buffer.from(content));
    const passages = passagesOf(source, parsed);
    documents.push({ source, hash: '', text: parsed.text, metadata: parsed.metadata, passages });
  }
  return documents.sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** A library in memory. */
export function libraryOf(documents: readonly CorpusDocument[], generation = 'first'): Library {
  const known = documents.map(({ source, metadata, passages }) => ({
    source,
    ...metadata,
    passages: passages.length,
  }));
  const find = (source: string): CorpusDocument | undefined =>
    documents.find((item) => item.source === source);
  return {
    info: {
      generation,
      builtAt: '2026-01-02T03:04:05.000Z',
      model: 'a model',
      documents: documents.length,
      passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
    },
    documents: () => known,
    document: (source) => known.find((item) => item.source === source),
    passages: (source) => find(source)?.passages ?? [],
    passageAt: (source, index) => find(source)?.passages[index],
    passagesOfLength: (source, length) =>
      (find(source)?.passages ?? []).filter(({ start, end }) => end - start === length),
    text: (source) => find(source)?.text,
    mentions: (query) =>
      documents
        .map(({ source, text }) => ({
          source,
          count: text.toLowerCase().split(query.toLowerCase()).length - 1,
        }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count),
  };
}

/**
 * Answers with the passages that share most words with the question: enough to test everything around an
 * answer. `library` can be exchanged, and `asked` tells what arrived.
 */
export class FakeAnswerer implements Answerer {
  current: Library;
  readonly asked: { readonly question: string; readonly options: AskOptions }[] = [];
  /** Milliseconds that a question takes. */
  delay = 0;

  constructor(library: Library) {
    this.current = library;
  }

  library(): Library {
    return this.current;
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    this.asked.push({ question, options });
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const wanted = wordsOf([...(options.history ?? []).map((turn) => turn.question), question].join(' '));
    checkQuestion(question);
    const quotes = this.current
      .documents()
      .filter(({ source }) => options.source === undefined || source === options.source)
      .flatMap(({ source }) =>
        this.current.passages(source).map((passage) => this.#quote(source, passage, wanted)),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, options.top ?? 3);
    const confidence = quotes[0]?.score ?? 0;
    const verdict = confidence >= 0.5 ? 'answered' : confidence >= 0.25 ? 'unsure' : 'not-found';
    return {
      question,
      verdict,
      confidence,
      quotes,
      followUp: false,
      goesOn: 0,
      timings: { embed: 0, search: 0, quote: 0, total: 0 },
    };
  }

  #quote(source: string, passage: Passage, wanted: ReadonlySet<string>): Quote {
    const { title, date } = this.current.document(source)!;
    const share = (text: string): number =>
      [...wordsOf(text)].filter((word) => wanted.has(word)).length / Math.max(1, wanted.size);
    const best = sentences(passage.text).sort(
      (a, b) => share(passage.text.slice(b.start, b.end)) - share(passage.text.slice(a.start, a.end)),
    )[0];
    const highlight = best && { start: passage.start + best.start, end: passage.start + best.end };
    const time = best && [...passage.text.slice(best.start, best.end).matchAll(TIME)][0];
    const from = (highlight?.start ?? 0) + (time?.index ?? 0);
    return {
      ...passage,
      highlights: highlight ? [highlight] : [],
      focus: time ? [{ start: from, end: from + time[0].length }] : [],
      score: share(passage.text),
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      alsoIn: [],
      dateNotes: [],
    };
  }
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
