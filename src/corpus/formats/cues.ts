import { decodeHTMLStrict } from 'entities';
import type { DocumentMetadata, ParsedDocument } from '../document.ts';
import { lines } from '../paragraphs.ts';
import { RefusedFileError } from '../refused-file.ts';
import type { Cue } from './cue.ts';
import { ExtractedText } from './extracted-text.ts';
import { withSpeakers } from './speakers.ts';

const CUE_TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?`;
const TIMING = new RegExp(String.raw`^\s*${CUE_TIME}\s*-->\s*${CUE_TIME}(?!\d)`);
const VOICE = /<v(?:\.[^\s<>]*)?\s+([^<>]+)>/;
const TAG = /<\/?(?:[biusvc]|ruby|rt|font|lang|\d{1,4}:\d\d)(?:[\s.:][^<>]*)?>|\{\\[^{}]*\}/gi;
const DIRECTION = /[\u200e\u200f]/g;
/** In UTF-16 code units: from here on a passage ends with a sentence or before a pause, ... */
const GOOD_LENGTH = 400;
/** ... and here at any cue. */
const MAX_LENGTH = 900;
/** In seconds: a pause between sentences, and one between scenes, at which any passage ends. */
const SHORT_GAP = 1.5;
const SCENE_GAP = 8;
/** Of captions that scroll; fewer are chance. */
const MIN_REPETITIONS = 3;
/** A cue of nothing else is a sound: one in brackets that is no statement, or music. */
const SOUND = /^(?:\[[^[\]\d.!?]{1,40}\]|\([^()\d.!?]{1,40}\)|[♪♫\s]+)$/u;
/** A change of speakers: such a line stays one. */
const TURN = /^(?:[-–—]|>{2,3})\s?\S/u;
/** Captions with fewer are not punctuated: an end of a sentence to so many UTF-16 code units. */
const MAX_PER_MARK = 1000;
const MARK = /[.!?…](?=["'”’»)\]]*(?:\s|$))|[。！？؟۔।]/gu;
/** What has no marks is broken before so many code units, or at a pause of so many seconds behind so many units. */
const MAX_UNMARKED = 260;
const UNMARKED_PAUSE = 0.5;
const LEAST_UNMARKED = 40;
/** Where a sentence ends without a mark (see `sentences` of `language/sentences.ts`). */
const BREAK = '\n\n';
const ENDS_WITH_MARK = /[.!?…。！？]["'”’»)\]]*$/u;

/**
 * Reads subtitles leniently: a cue is a line of times and what follows it up to the next cue, blank lines or
 * not, so that no text of a sloppy file is lost.
 *
 * @param isIdentifier whether a line before a line of times is the cue's name and not the last cue's text;
 * `apart`: a blank line is above it and none below
 * @param isComment whether a block (from a blank line to the next) that starts so is not shown
 */
export function readCues(
  text: string,
  isIdentifier: (line: string, apart: boolean) => boolean,
  isComment: (line: string) => boolean = () => false,
): Cue[] {
  const cues: { start: number; end: number; lines: string[] }[] = [];
  let afterBlank = true;
  let inComment = false;
  let before: { of: string[]; apart: boolean } | undefined;
  for (const span of lines(text)) {
    const line = text.slice(span.start, span.end).trim();
    const timing = TIMING.exec(line);
    if (timing) {
      const last = before?.of.at(-1);
      if (last !== undefined && isIdentifier(last, before!.apart)) before!.of.pop();
      cues.push({ start: seconds(timing, 1), end: seconds(timing, 5), lines: [] });
      inComment = false;
      before = undefined;
    } else if (line === '') {
      inComment = false;
      if (before) before.apart = false;
    } else {
      inComment ||= afterBlank && isComment(line);
      const current = cues.at(-1)?.lines;
      if (!inComment && current) {
        current.push(line);
        before = { of: current, apart: afterBlank };
      }
    }
    afterBlank = line === '';
  }
  return cues.map(({ lines: raw, ...times }) => ({ ...times, ...shownText(raw) }));
}

function seconds(timing: RegExpExecArray, from: number): number {
  const [hours, minutes, secs, fraction] = timing
    .slice(from, from + 4)
    .map((digits) => digits as string | undefined);
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(secs) + Number(`0.${fraction ?? 0}`);
}

/** Without styling; the voice that is named first is the speaker. */
function shownText(raw: readonly string[]): Pick<Cue, 'lines' | 'speaker'> {
  const speaker = VOICE.exec(raw.join('\n'))?.[1]?.trim();
  const shown = raw
    .map((line) => decodeHTMLStrict(line.replace(TAG, '')).replace(DIRECTION, ''))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return { lines: shown, ...(speaker ? { speaker } : {}) };
}

/**
 * Merges cues, which cut sentences anywhere, into passages: a passage ends with a sentence or at a pause once
 * it is some 400 characters long, at the latest at 900, and always at a pause of 8 seconds. Its section is the
 * time at which its first cue is shown, as `00:01:23`. A new speaker (see {@link withSpeakers}), and a line that starts
 * with a dash or `>>`, begin a new line. Captions that scroll, where each cue repeats the last line of the one before,
 * are told from the file as a whole and shown once; so are those without marks, which are broken at pauses and every
 * few cues, so that a part of a passage can be marked. Sounds are no passage, nor do they begin or end one.
 *
 * @throws RefusedFileError for a file without cues
 */
export function mergeCues(cues: readonly Cue[], metadata: DocumentMetadata = {}): ParsedDocument {
  if (cues.length === 0) throw new RefusedFileError('no-cues');
  const text = new ExtractedText();
  const shown = withSpeakers(isScrolling(cues) ? [...unscrolled(cues)] : cues);
  const isUnmarked = lacksMarks(shown);
  let passage = '';
  let section: string | undefined;
  let previous: Cue | undefined;
  let sounds: Cue[] = [];
  const close = (): void => {
    text.add('paragraph', passage, { section });
    passage = '';
    for (const sound of sounds) text.add('boilerplate', sound.lines.join(' '));
    sounds = [];
  };
  const say = (cue: Cue): void => {
    if (passage === '') section = clock(cue.start);
    const newVoice = cue.speaker !== undefined && (passage === '' || cue.speaker !== previous?.speaker);
    passage = append(passage, cue, newVoice, isUnmarked && breaksBetween(passage, previous, cue));
    previous = cue;
  };
  for (const cue of shown) {
    if (cue.lines.length === 0) continue;
    if (SOUND.test(cue.lines.join(' '))) {
      sounds.push(cue);
      continue;
    }
    if (passage === '' || (previous && endsBetween(passage, previous, cue))) close();
    const within = sounds;
    sounds = [];
    for (const said of [...within, cue]) say(said);
  }
  close();
  return text.finish(metadata);
}

function append(passage: string, cue: Cue, newVoice: boolean, isApart: boolean): string {
  let joined = passage;
  for (const [i, line] of cue.lines.entries()) {
    const voice = newVoice && i === 0 ? `${cue.speaker!}: ` : '';
    const ownLine = voice !== '' || TURN.test(line);
    const between = isApart && i === 0 ? BREAK : ownLine ? '\n' : ' ';
    joined += (joined === '' ? '' : between) + voice + line;
  }
  return joined;
}

function lacksMarks(cues: readonly Cue[]): boolean {
  let length = 0;
  let marks = 0;
  for (const cue of cues) {
    const line = cue.lines.join(' ');
    length += line.length;
    marks += line.match(MARK)?.length ?? 0;
  }
  return marks * MAX_PER_MARK < length;
}

/** Whether a part of what has no marks ends before a cue. */
function breaksBetween(passage: string, before: Cue | undefined, after: Cue): boolean {
  const at = passage.lastIndexOf(BREAK);
  const last = passage.length - (at < 0 ? 0 : at + BREAK.length);
  if (!before || last < LEAST_UNMARKED) return false;
  return last + after.lines.join(' ').length > MAX_UNMARKED || after.start - before.end >= UNMARKED_PAUSE;
}

function endsBetween(passage: string, before: Cue, after: Cue): boolean {
  const gap = after.start - before.end;
  const next = after.lines.join(' ').length;
  if (passage.length + next > MAX_LENGTH || gap >= SCENE_GAP) return true;
  if (passage.length < GOOD_LENGTH) return false;
  return gap >= SHORT_GAP || ENDS_WITH_MARK.test(passage);
}

/** A third of the cues repeat lines, and not merely say the same again. */
function isScrolling(cues: readonly Cue[]): boolean {
  const repeating = cues.filter((cue, i) => {
    const count = repeatedLines(cues[i - 1], cue);
    return count > 0 && (count < cue.lines.length || count < cues[i - 1]!.lines.length);
  }).length;
  return repeating >= MIN_REPETITIONS && repeating * 3 > cues.length;
}

function* unscrolled(cues: readonly Cue[]): Generator<Cue> {
  for (const [i, cue] of cues.entries()) {
    yield { ...cue, lines: cue.lines.slice(repeatedLines(cues[i - 1], cue)) };
  }
}

/** How many of a cue's first lines are the last ones of the cue before. */
function repeatedLines(before: Cue | undefined, cue: Cue): number {
  if (!before) return 0;
  for (let count = Math.min(before.lines.length, cue.lines.length, 4); count > 0; count--) {
    const last = before.lines.slice(before.lines.length - count);
    if (last.every((line, i) => line === cue.lines[i])) return count;
  }
  return 0;
}

function clock(at: number): string {
  const whole = Math.floor(at);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
