import type { Quote } from '../answer/answer.ts';
import type { Library } from '../index/library.ts';
import type { EvaluationQuestion } from './question-set.ts';

/** Where a passage stands, quoted or not. */
type Place = Pick<Quote, 'source' | 'paragraph' | 'start' | 'end'>;

/** The passages that overlap a question's gold spans. */
export class GoldPassages {
  readonly #library: () => Pick<Library, 'passages'>;
  readonly #passages = new Map<string, readonly Place[]>();

  /** @param library what is asked for a document's passages, once for each */
  constructor(library: () => Pick<Library, 'passages'>) {
    this.#library = library;
  }

  /** How many there are: 0 for a question without gold spans, else 1 or more. */
  count({ relevant }: EvaluationQuestion): number {
    const found = new Set<string>();
    for (const { source, start, end } of relevant) {
      for (const p of this.#of(source)) if (p.start < end && start < p.end) found.add(`${source} ${p.start}`);
    }
    return Math.max(found.size, relevant.length > 0 ? 1 : 0);
  }

  /** Whether a quote is one of them, holds one, or stands again where one is. */
  isIn(quote: Quote, { relevant }: EvaluationQuestion): boolean {
    const again = [...quote.alsoIn, ...(quote.alsoInPart ?? [])];
    const places = [quote, ...again.flatMap((place) => this.#at(place))];
    return relevant.some((gold) =>
      places.some(({ source, start, end }) => gold.source === source && gold.start < end && start < gold.end),
    );
  }

  #at({ source, paragraph }: Quote['alsoIn'][number]): Place[] {
    return this.#of(source).filter((passage) => passage.paragraph === paragraph);
  }

  #of(source: string): readonly Place[] {
    let passages = this.#passages.get(source);
    if (!passages) {
      passages = this.#library().passages(source);
      this.#passages.set(source, passages);
    }
    return passages;
  }
}
