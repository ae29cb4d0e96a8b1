import { sentences, type Range } from '../language/sentences.ts';

/** A run of sentences of one passage that is embedded. Offsets are into the passage's text. */
export interface Window extends Range {
  /** `passage`: as much of the passage as fits the model; `sentence`: about one sentence. */
  readonly level: 'passage' | 'sentence';
}

/** Shorter sentences say too little alone and are embedded with the next one. */
const MIN_SENTENCE_TOKENS = 8;

/** A section's title is embedded with each window; longer ones are cut, for the window to have room; UTF-16 code units. */
const MAX_SECTION_LENGTH = 120;

/**
 * What is embedded for a window. A passage stands under its section's title, and may not say again what it says:
 * the steps under "How do I install it?" need not speak of installing. A sentence is embedded as it stands.
 *
 * @param window the window's text
 */
export function embeddedText(window: string, level: Window['level'], section: string | undefined): string {
  return level === 'passage' && section !== undefined ? `${heading(section)}${window}` : window;
}

function heading(section: string): string {
  return `${section.slice(0, MAX_SECTION_LENGTH)}\n`;
}

/**
 * What is embedded of a passage: windows that fit the model and together hold all of it, and beside them its
 * sentences where there are several: a single sentence is already its passage's window.
 * Together they are at most twice the passage's tokens.
 *
 * @param section its section's title, which must fit beside each
 */
export function windowsOf(
  passage: string,
  model: { readonly maxTokens: number; countTokens(text: string): number },
  section?: string,
): Window[] {
  const maxTokens = model.maxTokens - (section === undefined ? 0 : model.countTokens(heading(section)));
  const units: (Range & { tokens: number })[] = [];
  for (const { start, end } of sentences(passage)) pushFitting(start, end);

  const whole = merge(units, (tokens, next) => tokens + next <= maxTokens);
  const single = merge(units, (tokens, next) => tokens < MIN_SENTENCE_TOKENS && tokens + next <= maxTokens);
  const windows: Window[] = whole.map((range) => ({ ...range, level: 'passage' }));
  for (const range of single) {
    const isWhole = whole.some(({ start, end }) => start === range.start && end === range.end);
    if (!isWhole) windows.push({ ...range, level: 'sentence' });
  }
  return windows;

  /** Halves what does not fit: a sentence may be one word of a thousand letters. */
  function pushFitting(start: number, end: number): void {
    const tokens = model.countTokens(passage.slice(start, end));
    if (tokens <= maxTokens || end - start < 2) {
      units.push({ start, end, tokens });
      return;
    }
    const space = passage.lastIndexOf(' ', (start + end) >> 1);
    let middle = space > start ? space : (start + end) >> 1;
    if ((passage.charCodeAt(middle) & 0xfc00) === 0xdc00 && middle - 1 > start) middle -= 1;
    pushFitting(start, middle);
    pushFitting(middle, end);
  }
}

function merge(
  units: readonly (Range & { readonly tokens: number })[],
  fits: (tokens: number, next: number) => boolean,
): Range[] {
  const merged: { start: number; end: number; tokens: number }[] = [];
  for (const unit of units) {
    const last = merged.at(-1);
    if (last && fits(last.tokens, unit.tokens)) {
      last.end = unit.end;
      last.tokens += unit.tokens;
    } else merged.push({ ...unit });
  }
  return merged.map(({ start, end }) => ({ start, end }));
}
