import { ButtonStyle, type APIContainerComponent } from 'discord.js';
import type { Quote, Verdict } from '../../answer/answer.ts';
import type { Span } from '../../corpus/document.ts';
import { blockQuote } from '../block-quote.ts';
import { button, container, row, section, separator, text } from '../components.ts';
import { formatCustomId } from '../custom-id.ts';
import { inline } from '../escape.ts';
import { MAX_TEXT } from '../limits.ts';
import type { View } from '../view.ts';
import { caption } from './caption.ts';

/** Quotes on one message. */
export const QUOTES_PER_VIEW = 3;
/** A quote is not shown longer than this, however much room there is. */
const MAX_QUOTE = 1800;
/** Kept for the heading and the question. */
const HEADER = 500;
const MAX_QUESTION_SHOWN = 240;
/** Documents named when nothing was found. */
const NEAREST = 3;
const MAX_NEAREST_NAME = 160;

const COLORS: Readonly<Record<Verdict, number>> = {
  answered: 0x3ba55d,
  unsure: 0xc9a227,
  'not-found': 0x747f8d,
};

/** What of an answer is shown, and where it is shown. */
export interface AnswerView {
  /** Of the kept answer, for the buttons. */
  readonly id: string;
  readonly question: string;
  readonly verdict: Verdict;
  /** All of them. One that can no longer be shown is `undefined`: the numbering must not change. */
  readonly quotes: readonly (Quote | undefined)[];
  /** The first quote to show. */
  readonly from: number;
  /** Repeat the question: a slash command does not show it to others. */
  readonly echo: boolean;
  /** Which buttons make sense where it is shown. */
  readonly offer: { readonly thread: boolean; readonly delete: boolean; readonly vote: boolean };
}

/** An answer, or a further page of one, as a message. Never over a limit, whatever the corpus holds. */
export function renderAnswer(view: AnswerView): View {
  const found = view.verdict !== 'not-found';
  const until = view.from + QUOTES_PER_VIEW;
  const shown: { quote: Quote; index: number }[] = [];
  view.quotes.forEach((quote, index) => {
    if (quote && index >= view.from && index < until) shown.push({ quote, index });
  });
  const body: APIContainerComponent['components'] = [];
  const header = headerOf(view);
  if (header !== '') body.push(text(header));
  if (found) {
    const room = Math.floor((MAX_TEXT - HEADER) / Math.max(1, shown.length));
    for (const { quote, index } of shown) {
      if (body.length > 0) body.push(separator());
      body.push(quoteSection(view.id, quote, index, room));
    }
  }
  return {
    components: [
      container(body.length > 0 ? body : [text('There is nothing to show.')], COLORS[view.verdict]),
      ...buttonsOf(view, found && until < view.quotes.length),
    ],
  };
}

function headerOf(view: AnswerView): string {
  const lines: string[] = [];
  if (view.echo) lines.push(`-# Question: ${inline(view.question, MAX_QUESTION_SHOWN)}`);
  if (view.verdict === 'unsure' && view.from === 0) {
    lines.push('**I am not sure.** These passages come nearest; they may not answer the question.');
  }
  if (view.verdict === 'not-found') {
    lines.push('**Not found.** The documents do not seem to answer this.');
    const nearest = [...new Set(view.quotes.flatMap((quote) => (quote ? [quote.source] : [])))];
    if (nearest.length > 0) {
      lines.push('-# The nearest documents:');
      // Names are short here: all of this has to fit into what is kept for the heading.
      for (const source of nearest.slice(0, NEAREST)) lines.push(`-# ‣ ${inline(source, MAX_NEAREST_NAME)}`);
    }
  }
  return lines.join('\n');
}

function quoteSection(
  id: string,
  quote: Quote,
  index: number,
  room: number,
): APIContainerComponent['components'][number] {
  const below = caption(quote);
  const budget = Math.min(MAX_QUOTE, room - below.length - 1);
  const inText = ({ start, end }: Span): Span => ({ start: start - quote.start, end: end - quote.start });
  const bold = quote.highlights.map(inText);
  const { markdown } = blockQuote(quote.text, bold, budget, 0, quote.focus.map(inText));
  return section(
    `${markdown}\n${below}`,
    button(formatCustomId({ kind: 'context', answer: id, index }), 'Context'),
  );
}

function buttonsOf(view: AnswerView, more: boolean): View['components'] {
  const answer = view.id;
  const buttons = [];
  if (more) {
    const index = view.from + QUOTES_PER_VIEW;
    buttons.push(button(formatCustomId({ kind: 'more', answer, index }), 'More'));
  }
  if (view.offer.vote) {
    buttons.push(
      button(formatCustomId({ kind: 'vote', answer, vote: 'up' }), '', { emoji: '👍' }),
      button(formatCustomId({ kind: 'vote', answer, vote: 'down' }), '', { emoji: '👎' }),
    );
  }
  if (view.offer.delete) {
    buttons.push(button(formatCustomId({ kind: 'delete', answer }), 'Delete', { style: ButtonStyle.Danger }));
  }
  if (view.offer.thread) {
    buttons.push(button(formatCustomId({ kind: 'thread', answer }), 'Continue in a thread'));
  }
  return buttons.length > 0 ? [row(...buttons)] : [];
}
