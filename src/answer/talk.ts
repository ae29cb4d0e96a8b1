import type { Span } from '../corpus/document.ts';
import { asksSomething } from '../language/asking.ts';
import { THANKS } from '../language/courtesy.ts';
import { fit } from '../language/holds.ts';
import type { QuestionKind } from '../language/question-kind.ts';

/** What somebody says in a talk: a line of a chat's log or of an interview, or a sentence of it. */
export interface Message {
  /** In lower case; empty where the line names nobody. */
  readonly speaker: string;
  /** Where the speaker stands, else where what is said begins: an offset into the text. */
  readonly behindStamp: number;
  /** Where what is said begins, behind the line's stamp and speaker: an offset into the text. */
  readonly said: number;
  /** Whether it asks something. */
  readonly asks: boolean;
}

/** A sentence of a passage, with what is said in it where the passage is a talk. */
export interface TalkPart extends Span {
  readonly holds: number;
  readonly message?: Message;
}

/** What a line of a chat's log begins with: a stamp ("[2031-05-02 10:14]", "10:14") or "<mira>" ... */
const STAMP =
  /^\s*(?:\[[^\]\n]{0,30}\p{Nd}:\p{Nd}{2}[^\]\n]{0,10}\]|(?:\p{Nd}{1,4}[-./]\p{Nd}{1,2}[-./]\p{Nd}{1,4},?\s+)?\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})|<[^<>\s]{1,32}>)\s/u;
/** ... or only a speaker: "mira:". */
const SPEAKER = /^\s*\*{0,2}@?[\p{L}_][\p{L}\p{M}\p{N}_.-]{0,31}\*{0,2}:/u;
/** Behind a stamp names of more than one word are no heading: "18:01 - Aunt Mira:". */
const BEHIND_STAMP =
  /^\s*[-–]?\s*(?:<([^<>\n]{1,32})>|\*{0,2}@?([\p{L}_][\p{L}\p{M}\p{N}_. -]{0,31})\*{0,2}:)\s*/u;
const NICK = /^\s*<([^<>\s]{1,32})>\s/u;

/** Of the messages behind a question, so many answer it, at most. */
const MAX_REPLIES = 3;
/** ... and where none holds the kind of answer that is asked for, so many. */
const MAX_UNFITTING = 2;
/** Somebody asks back before they answer. */
const MAX_ASKED_BACK = 1;
const THANKING = new RegExp(String.raw`^\P{L}*${THANKS}(?!\p{L})`, 'iu');
/** So begins who says that the one before is wrong: "nope, Mira did". */
const DENIES = /^\W*(?:no|nope|nah|actually|wrong|correction|nein|nee|falsch|quatsch)(?!\p{L})/iu;

/**
 * Whether each line is a message: a sentence that runs on over two of them would be of two people. Without stamps, somebody
 * must speak twice, or ask: a list of facts ("Height: 12 m") names each once.
 */
export function isTalk(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  if (lines.every((line) => STAMP.test(line))) return true;
  const speakers = lines.map((line) => SPEAKER.exec(line)?.[0].trim());
  if (speakers.includes(undefined)) return false;
  return new Set(speakers).size < lines.length || lines[0]!.trimEnd().endsWith('?');
}

/**
 * What is said in each part of a talk; nowhere, where lines name nobody or everybody speaks once and nobody asks: "12:00
 * Lunch" begins with a time that is told of.
 *
 * @param lines where the lines stand in the text, in order
 * @param parts the lines, or parts of them, in order
 */
export function messagesIn(
  text: string,
  lines: readonly Span[],
  parts: readonly Span[],
): (Message | undefined)[] {
  const heads = lines.map(({ start, end }) => headOf(text.slice(start, end)));
  const speakers = new Set(heads.map(({ speaker }) => speaker));
  const none = parts.map(() => undefined);
  if (speakers.has('')) return none;
  let at = 0;
  const messages = parts.map(({ start, end }) => {
    while (lines[at]!.end <= start) at++;
    const { speaker, speakerAt, saidAt } = heads[at]!;
    const said = Math.min(end, Math.max(start, lines[at]!.start + saidAt));
    const behindStamp = Math.min(said, Math.max(start, lines[at]!.start + speakerAt));
    return { speaker, behindStamp, said, asks: asksSomething(text.slice(said, end)) };
  });
  return speakers.size < lines.length || messages.some(({ asks }) => asks) ? messages : none;
}

function headOf(line: string): { speaker: string; speakerAt: number; saidAt: number } {
  const nick = NICK.exec(line);
  if (nick) return { speaker: nick[1]!.toLowerCase(), speakerAt: 0, saidAt: nick[0].length };
  const stamp = STAMP.exec(line)?.[0].length ?? 0;
  const rest = line.slice(stamp);
  const named = stamp > 0 ? BEHIND_STAMP.exec(rest) : SPEAKER.exec(rest);
  if (!named) return { speaker: '', speakerAt: stamp, saidAt: stamp };
  const speaker = (named[1] ?? named[2] ?? named[0].replace(/[*@:\s]/gu, '')).toLowerCase();
  const saidAt = stamp + named[0].length;
  return { speaker, speakerAt: stamp, saidAt: saidAt + /^\s*/u.exec(line.slice(saidAt))![0].length };
}

/**
 * The messages that reply to one that asks: those behind it up to the next that asks or to thanks for them, three at
 * most; not those of who asked, unless nobody else says anything.
 *
 * @returns places in `parts`, in order
 */
export function repliesTo(text: string, parts: readonly TalkPart[], asking: number): number[] {
  const said = (i: number) => text.slice(parts[i]!.message!.said, parts[i]!.end);
  const asker = parts[asking]!.message!.speaker;
  const isAsker = (i: number) => asker !== '' && parts[i]!.message!.speaker === asker;
  let at = asking + 1;
  while (at <= asking + MAX_ASKED_BACK && parts[at]?.message?.asks) at++;
  const behind: number[] = [];
  for (; behind.length < MAX_REPLIES && parts[at]?.message?.asks === false; at++) {
    if (isAsker(at) && THANKING.test(said(at))) break;
    behind.push(at);
  }
  const others = behind.filter((i) => !isAsker(i));
  const replies = others.length > 0 ? others : behind;
  const denial = replies.findLastIndex((i, rank) => rank > 0 && DENIES.test(said(i)));
  return replies.slice(Math.max(0, denial));
}

/**
 * The replies to the first of some messages that ask which surely holds what is asked for, those of them that do; else to
 * the first that may; else the replies to the first that has any, two at most.
 *
 * @param asking places in `parts`, the best first
 * @returns places in `parts`, in order; none, where nobody replies
 */
export function repliesToFirst(
  text: string,
  parts: readonly TalkPart[],
  asking: readonly number[],
  kind: QuestionKind,
): number[] {
  const all = asking.map((i) => repliesTo(text, parts, i));
  const replied = all.find((replies) => replies.length > 0) ?? [];
  if (kind === 'other') return replied;
  const fits = all.map((replies) => replies.map((i) => fit(kind, parts[i]!.holds)));
  const most = Math.max(0, ...fits.flat());
  if (most === 0) return replied.slice(0, MAX_UNFITTING);
  const first = fits.findIndex((of) => of.includes(most));
  return all[first]!.filter((_, rank) => fits[first]![rank] === most);
}
