import { looksLikeHeadline } from './headline.ts';
import type { Block, Span } from './document.ts';
import { lines, trimSpan } from './paragraphs.ts';
import { SECTION_SEPARATOR, Sections } from './sections.ts';

/** A line that may be a heading by its form. */
interface Candidate {
  readonly line: Span;
  readonly words: string;
  /** Headings of one kind look alike. */
  readonly style: string;
  /** What stands below it in its own block. */
  readonly rest: Span | undefined;
  /** Whether it has a paragraph below it that is no such line. */
  readonly isFollowed: boolean;
}

/** Fewer lines of a style that text follows are chance. */
const LEAST_HEADINGS = 3;
/** In UTF-16 code units: a longer line is text. */
const MAX_LENGTH = 100;
/** What introduces a paragraph ends with a colon too: such headings are short, and so are the parts below them. */
const MAX_COLON_WORDS = 4;
const LEAST_COLON_SHARE = 0.25;
/** Speakers of a play or a dialogue come again; at least this share of the lines of such a style are distinct. */
const LEAST_DISTINCT = 0.75;
const COLON = ':';
const CAPITALS = 'A';

const NUMBERED =
  /^(?<number>\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6})(?<mark>[.)]?)[ \t]+(?=\p{L})(?!(?:AM|PM|Uhr)(?!\p{L}))/u;
const NAMED =
  /^(§|(?:agenda item|article|artikel|art\.|abschnitt|anhang|anlage|annex|appendix|chapter|item|kapitel|lesson|paragraph|part|punkt|rule|section|teil|top|topic)(?=[ \t]))[ \t]{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[IVX]{1,6})(?:$|[.:)]?[ \t]|[.:)]$)/iu;
const LABEL = /^\p{Lu}[^:]*:$/u;
/** What leads into a sentence, or greets. */
const LEADS_ON =
  /^(?:for|however|in|on|at|by|then|also|note|please|dear|hello|hi|zum|hinweis|im|am|bei|liebe[rs]?|hallo|sehr)(?!\p{L})/iu;
/** With its number. Numbered lines of which most are longer are steps that say something, not headings. */
const MAX_NUMBERED_WORDS = 5;
const LEAST_CAPITALS = /\p{Lu}{3}|\p{Lu}.*\p{Lu}.*\p{Lu}/u;
/** The cells of a table's head, or a page number at the end of a line. */
const COLUMNS = /\S(?: {2,}|\t)\S|\||\.{3}/;
const BEGINS_SENTENCE = /^["'“‘«([]*[\p{Lu}\p{Lo}\p{N}]/u;
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/u;
const BLANK_LINE = /[\n\r\u2028\u2029][^\S\n\r\u2028\u2029]*(?:\r(?!\n)|[\n\u2028\u2029])[\s\S]*$/;
/** In UTF-16 code units: as much of the end of what is between two blocks is looked at. */
const MAX_BETWEEN = 200;

/**
 * The blocks of a text that has headings without any mark but their form: numbered lines (`2. Lift`, `§ 3 Pets`,
 * `Article 4. Kitchen`), lines in capitals, or short ones before a colon, each apart from what is above it. Lines of a
 * style are headings where at least three of them, and most, have text below that is no such line: items of lists and
 * of tables of contents follow each other. A line without text below stays a paragraph.
 *
 * Of a cooperative's papers with four minutes among them, it lifts hit@1 from 0.716 to 0.770.
 */
export function plainHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  const candidates = withFollowers(text, blocks);
  const styles = headingStyles(blocks, candidates);
  if (styles.size === 0) return blocks;
  const sections = new Sections();
  let around: string | undefined;
  return blocks.flatMap((block, i): Block[] => {
    if (block.kind === 'heading' || block.section !== around) sections.enter(0, '');
    around = block.section;
    const found = candidates[i];
    const depth = found?.isFollowed ? styles.get(found.style) : undefined;
    const { section, ...bare } = block;
    if (found && depth !== undefined) sections.enter(depth, found.words);
    const path = [section, sections.path].filter((part) => part !== undefined).join(SECTION_SEPARATOR);
    const below = path === '' ? bare : { ...bare, section: path };
    if (!found || depth === undefined) return [block.kind === 'paragraph' ? below : block];
    const heading: Block = { ...bare, ...found.line, kind: 'heading' };
    return found.rest ? [heading, { ...below, ...found.rest }] : [heading];
  });
}

function withFollowers(text: string, blocks: readonly Block[]): readonly (Candidate | undefined)[] {
  const found = blocks.map((block, i) => candidateOf(text, block, blocks[i - 1]));
  return found.map((candidate, i) => {
    if (!candidate || candidate.rest) return candidate;
    const next = blocks[i + 1];
    const isFollowed =
      next?.kind === 'paragraph' &&
      found[i + 1]?.style !== candidate.style &&
      // Right below a colon stands the list that it begins.
      (candidate.style !== COLON || isApart(text, next, blocks[i]));
    return { ...candidate, isFollowed };
  });
}

/** How deep each style is that makes headings, from 1: the first to appear is the outermost. */
function headingStyles(
  blocks: readonly Block[],
  candidates: readonly (Candidate | undefined)[],
): ReadonlyMap<string, number> {
  const byStyle = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!candidate) continue;
    const alike = byStyle.get(candidate.style);
    if (alike) alike.push(candidate);
    else byStyle.set(candidate.style, [candidate]);
  }
  const isPlain = blocks.every(({ kind }, i) => kind !== 'heading' || i === 0);
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length;
  const accepted = [...byStyle].filter(([style, all]) => {
    const followed = all.filter(({ isFollowed }) => isFollowed);
    const words = new Set(followed.map((candidate) => candidate.words));
    // What a table of contents names stands for itself further down.
    const others = all.filter((candidate) => !candidate.isFollowed && !words.has(candidate.words)).length;
    if (followed.length < LEAST_HEADINGS || followed.length <= others) return false;
    if (isOfNumbers(style)) {
      const long = followed.filter((candidate) => candidate.words.split(/\s+/).length > MAX_NUMBERED_WORDS);
      return long.length * 2 <= followed.length;
    }
    if (style !== COLON && style !== CAPITALS) return true;
    if (words.size < followed.length * LEAST_DISTINCT) return false;
    return style === CAPITALS || (isPlain && followed.length >= paragraphs * LEAST_COLON_SHARE);
  });
  const outermostFirst = accepted
    .map(([style]) => style)
    .sort((a, b) => Number(a === COLON) - Number(b === COLON));
  return new Map(outermostFirst.map((style, i) => [style, i + 1]));
}

function isOfNumbers(style: string): boolean {
  return /^[1I]/.test(style);
}

function candidateOf(text: string, block: Block, before: Block | undefined): Candidate | undefined {
  if (block.kind !== 'paragraph' || !isApart(text, block, before)) return undefined;
  const [first, second] = firstLines(text, block);
  if (!first || first.end - first.start > MAX_LENGTH) return undefined;
  const words = text.slice(first.start, first.end);
  const style = styleOf(words);
  if (style === undefined) return undefined;
  if (!second) return { line: first, words, style, rest: undefined, isFollowed: false };
  const rest = { start: second.start, end: block.end };
  if (style === COLON || !isTextBelow(text, first, rest, style)) return undefined;
  return { line: first, words, style, rest, isFollowed: true };
}

/** Whether a blank line or a heading is above a block. */
function isApart(text: string, { start }: Block, before: Block | undefined): boolean {
  if (!before || before.kind !== 'paragraph') return true;
  return BLANK_LINE.test(text.slice(Math.max(before.end, start - MAX_BETWEEN), start));
}

/** A block's first two lines. */
function firstLines(text: string, { start, end }: Span): readonly (Span | undefined)[] {
  const found: Span[] = [];
  for (const line of lines(text, start)) {
    if (line.start >= end || found.length === 2) break;
    const content = trimSpan(text, { start: line.start, end: Math.min(line.end, end) });
    if (content) found.push(content);
  }
  return found;
}

/** The style of the heading that a line may be. */
function styleOf(line: string): string | undefined {
  const words = line.replace(/:$/, '');
  if (!looksLikeHeadline(words) || COLUMNS.test(line)) return undefined;
  const named = NAMED.exec(words);
  if (named) return named[1]!.toLowerCase();
  const numbered = NUMBERED.exec(words)?.groups as { number: string; mark: string } | undefined;
  if (numbered) {
    const { number, mark } = numbered;
    if (mark === '' && !number.includes('.')) return undefined;
    return BEGINS_SENTENCE.test(words.slice(number.length + mark.length).trim())
      ? number.replace(/\d+/g, '1').replace(/[IVX]+/, 'I') + mark
      : undefined;
  }
  if (!/\p{Ll}|^[-*+•–#>]/u.test(line) && LEAST_CAPITALS.test(line) && words === line) return CAPITALS;
  return LABEL.test(line) &&
    !LEADS_ON.test(line) &&
    line.split(/\s+/).length <= MAX_COLON_WORDS &&
    /\p{Ll}/u.test(line)
    ? COLON
    : undefined;
}

/**
 * Whether what stands below a line in its block is text of its own: sentences, of which no line is like the line above
 * them or further in, and the first of which did not begin a line because there was no place left for its first word.
 */
function isTextBelow(text: string, line: Span, rest: Span, style: string): boolean {
  const below = text.slice(rest.start, rest.end);
  if (!BEGINS_SENTENCE.test(below) || !ENDS_SENTENCE.test(below)) return false;
  if (/^[^\S\n\r]/.test(text.slice(line.end, rest.start).replace(/^[^\S\n\r]*(?:\r\n|[\n\r])/, '')))
    return false;
  let longest = line.end - line.start;
  for (const { start, end } of lines(below)) {
    longest = Math.max(longest, end - start);
    if (styleOf(below.slice(start, Math.min(end, start + MAX_LENGTH + 1)).trim()) === style) return false;
  }
  const firstWord = /^\S{1,200}/.exec(below)?.[0] ?? '';
  return line.end - line.start + 1 + firstWord.length <= longest;
}
