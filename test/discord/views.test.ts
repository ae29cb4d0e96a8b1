// @module-tag slow
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote, Verdict } from '../../src/answer/answer.ts';
import type { CorpusDocument } from '../../src/corpus/document.ts';
import { parseCustomId, type Action } from '../../src/discord/custom-id.ts';
import { findSource, sourceChoices } from '../../src/discord/sources.ts';
import { messageOf, type View } from '../../src/discord/view.ts';
import { renderAnswer } from '../../src/discord/views/answer.ts';
import { renderDocument } from '../../src/discord/views/document.ts';
import { MAX_SEARCH, renderDocuments } from '../../src/discord/views/documents.ts';
import { renderHelp } from '../../src/discord/views/help.ts';
import { errorNotice } from '../../src/discord/views/notice.ts';
import { renderReport } from '../../src/discord/views/reindex.ts';
import { renderStatus } from '../../src/discord/views/status.ts';
import { renderWholeText } from '../../src/discord/views/whole-text.ts';
import { UserError } from '../../src/errors.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { libraryOf } from '../support/fake-answerer.ts';
import { componentsOf } from '../support/fake-discord-people.ts';
import { choiceProblems, messageProblems } from '../support/fake-discord-rules.ts';
import { hostile, hostileUpTo } from '../support/hostile.ts';
import { runs } from '../support/property-runs.ts';

const name = hostileUpTo(200).map((text) => text.replace(/\//g, '') || 'a');
const date = fc.constantFrom('2020-10-14', '0001-01-01', 'soon');

/** @returns every text of the message, as markdown, after checking it against Discord's limits */
function check(view: View): string[] {
  const { flags, components, files, allowedMentions } = messageOf(view);
  const body = { flags, components, allowed_mentions: { parse: allowedMentions.parse, replied_user: false } };
  expect(
    messageProblems(
      body,
      'create',
      files.map((file) => file.name ?? ''),
    ),
  ).toEqual([]);
  const texts = componentsOf({ components } as never).flatMap(({ content }) => content ?? []);
  for (const text of texts) {
    const { alive } = renderMarkdown(text);
    expect([...alive].filter((rule) => rule !== 'timestamp')).toEqual([]);
    // The bot's own time stamps are the only ones.
    expect(text.replace(/<t:\d+:R>/g, '')).not.toMatch(/(?<!\\)</);
  }
  return texts;
}

const quote: fc.Arbitrary<Quote> = fc
  .record({
    source: name,
    paragraph: fc.integer({ min: 1, max: 99_999 }),
    text: fc.oneof(hostileUpTo(400), hostileUpTo(23_000)),
    start: fc.nat(1_000_000),
    a: fc.nat(30_000),
    b: fc.nat(30_000),
    title: fc.option(name, { nil: undefined }),
    date: fc.option(date, { nil: undefined }),
    section: fc.option(name, { nil: undefined }),
    alsoIn: fc.array(fc.record({ source: name, paragraph: fc.nat(999) }), { maxLength: 8 }),
    expression: hostile,
    notes: fc.nat(4),
  })
  .map(({ text, start, a, b, title, date: stated, section, expression, notes, ...rest }) => {
    const at = (offset: number): number => start + Math.min(offset, text.length);
    return {
      ...rest,
      text,
      start,
      end: start + text.length,
      highlights: [{ start: at(Math.min(a, b)), end: at(Math.max(a, b)) }],
      focus: [{ start: at(Math.min(a, b) + 3), end: at(Math.min(a, b) + 30) }],
      score: 1,
      ...(rest.alsoIn.length > 0 ? { alsoInPart: rest.alsoIn } : {}),
      ...(title === undefined ? {} : { title }),
      ...(stated === undefined ? {} : { date: stated }),
      ...(section === undefined ? {} : { section }),
      dateNotes: Array.from({ length: notes }, () => ({
        expression,
        start,
        end: start + 1,
        date: '2020-10-11',
        reference: '2020-10-14',
      })),
    };
  });

describe('views', () => {
  it('an answer is within all limits, whatever the corpus and the question hold', () => {
    const verdict = fc.constantFrom<Verdict>('answered', 'unsure', 'not-found');
    fc.assert(
      fc.property(
        fc.array(quote, { maxLength: 20 }),
        hostileUpTo(6000),
        verdict,
        fc.boolean(),
        fc.nat(6),
        (quotes, question, said, offered, page) => {
          const offer = { thread: offered, delete: offered, vote: offered };
          const view = {
            id: 'AAAAAAAA',
            question,
            verdict: said,
            quotes,
            from: page * 3,
            echo: offered,
            offer,
          };
          const texts = check(renderAnswer(view));
          if (said === 'not-found') return;
          const shown = quotes.slice(page * 3, page * 3 + 3);
          const inQuotes = texts.filter((text) => text.startsWith('> '));
          expect(inQuotes.length).toBe(shown.length);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('shows a short quote whole, its sentence in bold, its date note and where else it stands', () => {
    const text = 'It struck on Sunday. Nobody knows why.';
    const view = renderAnswer({
      id: 'AAAAAAAA',
      question: 'when',
      verdict: 'answered',
      from: 0,
      echo: false,
      offer: { thread: false, delete: false, vote: false },
      quotes: [
        {
          source: 'a_b.md',
          paragraph: 4,
          start: 100,
          end: 100 + text.length,
          text,
          highlights: [{ start: 100, end: 120 }],
          focus: [],
          score: 1,
          date: '2020-10-14',
          alsoIn: [{ source: 'c.md', paragraph: 2 }],
          dateNotes: [
            { expression: 'Sunday', start: 113, end: 119, date: '2020-10-11', reference: '2020-10-14' },
            {
              expression: 'last\nweek',
              start: 121,
              end: 130,
              date: '2020-10-05',
              until: '2020-10-11',
              reference: '2020-10-14',
            },
          ],
        },
      ],
    });
    expect(check(view)).toEqual([
      [
        '> **It struck on Sunday.** Nobody knows why.',
        '-# a\\_b.md, paragraph 4 · 14 Oct 2020',
        "-# Sunday = 11 Oct 2020, counted from the article's date, 14 Oct 2020",
        "-# last week = 5 Oct 2020 to 11 Oct 2020, counted from the article's date, 14 Oct 2020",
        '-# also in c.md, paragraph 2',
      ].join('\n'),
    ]);
  });

  const document: fc.Arbitrary<CorpusDocument> = fc
    .record({
      source: name,
      texts: fc.array(fc.oneof(hostileUpTo(300), hostileUpTo(6000)), { minLength: 1, maxLength: 8 }),
      title: fc.option(name, { nil: undefined }),
      url: fc.option(name, { nil: undefined }),
      author: fc.option(name, { nil: undefined }),
    })
    .map(({ source, texts, title, url, author }) => {
      const kept = texts.map((text) => text.trim() || 'x');
      const passages = kept.map((text, i) => {
        const start = kept.slice(0, i).reduce((sum, { length }) => sum + length + 2, 0);
        return { source, paragraph: i + 1, start, end: start + text.length, text };
      });
      const optional = { title, url, author };
      const metadata = Object.fromEntries(
        Object.entries(optional).filter(([, value]) => value !== undefined),
      );
      return { source, hash: '', text: kept.join('\n\n'), metadata, passages };
    });

  it('a document is read whole, forwards and backwards, within all limits', () => {
    fc.assert(
      fc.property(document, fc.constantFrom<'from' | 'until'>('from', 'until'), (read, kind) => {
        const library = libraryOf([read]);
        let offset = kind === 'from' ? 0 : read.text.length;
        const seen: string[] = [];
        for (let pages = 0; pages < 60; pages++) {
          const view = renderDocument(library, library.document(read.source)!, { kind, offset });
          seen.push(...check(view));
          const turn = componentsOf(view as never).find(
            ({ label }) => label === (kind === 'from' ? '▶' : '◀'),
          )!;
          if (turn.disabled === true) break;
          const action = parseCustomId(turn.custom_id!) as Extract<Action, { kind: 'read' }>;
          expect(kind === 'from' ? action.offset > offset : action.offset < offset).toBe(true);
          offset = action.offset;
        }
        const letters = (text: string): number => text.match(/[a-zа-я北京]/giu)?.length ?? 0;
        const inQuotes = seen.flatMap((markdown) => renderMarkdown(markdown).quoted).join('\n');
        expect(letters(inQuotes)).toBe(letters(read.text));
      }),
      { numRuns: runs(100) },
    );
  });

  it('a paragraph and its neighbours are within all limits', () => {
    fc.assert(
      fc.property(document, fc.nat(7), fc.nat(6000), (read, n, at) => {
        const library = libraryOf([read]);
        const passage = read.passages[n % read.passages.length]!;
        const start = Math.min(passage.start + at, passage.end - 1);
        const highlights = [{ start, end: Math.min(start + 50, passage.end) }];
        check(
          renderDocument(library, library.document(read.source)!, { kind: 'around', passage, highlights }),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('everything else is within all limits', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 12 }),
        hostileUpTo(MAX_SEARCH),
        hostileUpTo(3000),
        (read, search, hostileText) => {
          const library = libraryOf(read);
          for (const { source, text } of read) check(renderWholeText(source, text));
          check(renderDocuments(library, '', 0));
          check(renderDocuments(library, search, 3));
          check(
            renderDocuments(
              { ...library, mentions: () => read.map(({ source }) => ({ source, count: 2 })) },
              search,
              0,
            ),
          );
          check(errorNotice(new UserError('X', hostileText, hostileText)));
          check(renderHelp(hostileText, false));
          check(
            renderStatus({
              library: { ...library.info, model: hostileText, generation: hostileText },
              startedAt: 0,
              gatewayDelay: -1,
              waiting: 0,
            }),
          );
          const names = Array.from({ length: 40 }, () => hostileText);
          const skipped = names.map((source) => ({
            source,
            reason: { code: 'damaged', detail: hostileText, folder: hostileText } as const,
          }));
          check(
            renderReport({
              generation: hostileText,
              changed: true,
              added: names,
              changedSources: names,
              removed: names,
              corpusReplaced: false,
              kept: skipped,
              skipped,
              documents: 1,
              passages: 1,
              reusedWindows: 0,
              embeddedWindows: 0,
              seconds: 1,
            }),
          );
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('every choice is within its limits and leads back to its document', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(document, { maxLength: 30, selector: ({ source }) => source }),
        hostile,
        (read, typed) => {
          const library = libraryOf(read);
          expect(choiceProblems({ choices: sourceChoices(library, typed) })).toEqual([]);
          const choices = sourceChoices(library, '');
          expect(choices.length).toBe(Math.min(25, read.length));
          const found = choices.map(({ value }) => findSource(library, value).source);
          expect(new Set(found).size).toBe(choices.length);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
