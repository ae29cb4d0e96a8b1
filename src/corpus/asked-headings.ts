import type { Block } from './document.ts';
import { SECTION_SEPARATOR } from './sections.ts';

/** In a list of questions and answers at least so many paragraphs are questions that another follows, ... */
const LEAST_QUESTIONS = 3;
/** ... and at least this share of all. In a story people ask too, but seldom so. */
const LEAST_SHARE = 0.25;
/** In UTF-16 code units: a longer question is a paragraph. */
const MAX_ASKED_LENGTH = 200;

/** One line that ends with a question mark, also in bold or after "Q:", and is nobody's direct speech. */
const QUESTION =
  /^(?:[*_]{1,3}|Q(?:uestion)?\s?\d{0,3}[:.)]\s*)*(?<words>[^\s"'“„«‘*_-][^\n\r]*[?？])[*_]{0,3}$/u;

/**
 * Where a document is a list of questions and answers, its questions are the headings of their answers: quoted
 * alone they would answer nothing.
 */
export function askedHeadings(text: string, blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length;
  const asked = blocks.map((block) => questionOf(text, block));
  const isHeading = asked.map(
    (question, i) =>
      question !== undefined && blocks[i + 1]?.kind === 'paragraph' && asked[i + 1] === undefined,
  );
  const headings = isHeading.filter(Boolean).length;
  if (headings < LEAST_QUESTIONS || headings < paragraphs * LEAST_SHARE) return blocks;

  let heading: string | undefined;
  let around: string | undefined;
  return blocks.map((block, i) => {
    if (block.kind === 'heading' || block.section !== around) heading = undefined;
    around = block.section;
    const { section, ...rest } = block;
    if (isHeading[i]) {
      heading = [section, asked[i]].filter((part) => part !== undefined).join(SECTION_SEPARATOR);
      return { ...rest, kind: 'heading' };
    }
    return block.kind === 'paragraph' && heading !== undefined ? { ...block, section: heading } : block;
  });
}

function questionOf(text: string, { kind, start, end }: Block): string | undefined {
  if (kind !== 'paragraph' || end - start > MAX_ASKED_LENGTH) return undefined;
  return QUESTION.exec(text.slice(start, end))?.groups?.['words'];
}
