import type { Span } from '../corpus/document.ts';

/** Whether the corpus answers the question, as far as the ranking's confidence tells. */
export type Verdict = 'answered' | 'unsure' | 'not-found';

/** Where a date stands: in a line of a chat or a log, in a report's dateline, in a section's heading, in the title. */
export const DATE_SOURCES = ['line', 'dateline', 'section', 'title'] as const;
/** One of {@link DATE_SOURCES}. */
export type DateSource = (typeof DATE_SOURCES)[number];

/** The bot's own note on a relative date inside a quote; never part of the quoted text. */
export interface DateNote {
  /** The words as they stand in the quote, e.g. `Sunday`. */
  readonly expression: string;
  /** Document offsets of the expression. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Last day, `YYYY-MM-DD`, where the expression means several, as `last week` does. */
  readonly until?: string;
  /** The stated date that it was counted from, `YYYY-MM-DD`. */
  readonly reference: string;
  /** What states that date, where it is not the document: the nearest thing that has one. */
  readonly statedBy?: DateSource;
}

/** More places than this say no more than "many". */
export const MOST_PLACES = 20;

/** A passage chosen for an answer. All offsets are document offsets (UTF-16, half-open). */
export interface Quote extends Span {
  readonly source: string;
  /** Position among the document's paragraphs, from 1. */
  readonly paragraph: number;
  /** Exactly the document's text from `start` to `end`. */
  readonly text: string;
  /** The sentences that answer; in order, disjoint, inside the quote. May be empty. */
  readonly highlights: readonly Span[];
  /** The date, number or name asked for, inside a highlight. May be empty. */
  readonly focus: readonly Span[];
  /** Probability-like, 0 to 1, comparable within one answer. */
  readonly score: number;
  readonly title?: string;
  /** The document's stated date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly section?: string;
  /** Of a PDF, from 1. */
  readonly page?: number;
  /**
   * Where the same text stands again, as near-copies.ts tells: word for word, but for its dateline, articles and spelling.
   * The first {@link MOST_PLACES} places.
   */
  readonly alsoIn: readonly { readonly source: string; readonly paragraph: number }[];
  /**
   * Passages that say the same as some of its sentences, and nothing else; the first {@link MOST_PLACES} places. Only where
   * there are any.
   */
  readonly alsoInPart?: Quote['alsoIn'];
  readonly dateNotes: readonly DateNote[];
}

/** Milliseconds spent, by stage. */
interface Timings {
  readonly embed: number;
  /** Finding passages and ranking them. */
  readonly search: number;
  /** Folding copies, and marking what answers. */
  readonly quote: number;
  readonly total: number;
}

/** What the corpus says to a question: passages of it, word for word. */
export interface Answer {
  /** As it was asked, without control characters. */
  readonly question: string;
  readonly verdict: Verdict;
  /** 0 to 1: how likely the first quote answers the question. */
  readonly confidence: number;
  /** Best first. For `not-found` these are the nearest passages, and must be shown as such. */
  readonly quotes: readonly Quote[];
  /** Whether earlier questions of the conversation were brought in. */
  readonly followUp: boolean;
  /** 0 to 1: how likely it is that it goes on with them. */
  readonly goesOn: number;
  readonly timings: Timings;
}
