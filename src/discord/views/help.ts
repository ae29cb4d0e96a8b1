import { container, text } from '../components.ts';
import { inline } from '../escape.ts';
import type { View } from '../view.ts';

const MAX_NAME = 80;

/** How to use the bot. */
export function renderHelp(botName: string, readsAllMessages: boolean): View {
  const name = inline(botName, MAX_NAME);
  const lines = [
    `**${name} answers questions by quoting documents, word for word.**`,
    'It writes nothing of its own: what stands in a quote stands in the document. When the documents do not answer, it says so.',
    '',
    '**Ask**',
    `‣ Mention me with a question, reply to one of my answers, or write to me directly.`,
    readsAllMessages
      ? '‣ In a thread that I opened, just write.'
      : '‣ In a thread that I opened, mention me or reply to me: other messages are hidden from me.',
    '‣ Follow-up questions in the same thread, direct messages or chain of replies are understood as such.',
    '',
    '**Commands**',
    '‣ /ask: a question, from one document if you name it, privately if you wish',
    '‣ /source: read a document',
    '‣ /sources: the documents, or those that mention something',
    '‣ /status: what is indexed, and how I am doing',
    '‣ /reindex: read the documents anew (needs Manage Server)',
    '‣ Right-click a message, Apps, Find sources: look up what a message says',
    '',
    '**Under an answer**',
    '‣ Context shows a quote in its document, More the next quotes. 👍 and 👎 help to make answers better; they are kept without your name. Delete is for whoever asked, and moderators.',
  ];
  return { components: [container([text(lines.join('\n'))])] };
}
