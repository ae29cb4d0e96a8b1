import type { Block, ParsedDocument } from './document.ts';

/**
 * A document without what cannot be kept and read back: SQLite's binding ends a text at a NUL, and half a character
 * has no UTF-8. JSON can hold both. Each becomes one U+FFFD, so that offsets stay.
 */
export function storable(parsed: ParsedDocument): ParsedDocument {
  const { text, blocks, metadata } = parsed;
  return {
    text: storableText(text),
    blocks: blocks.map((block): Block =>
      block.section === undefined ? block : { ...block, section: storableText(block.section) },
    ),
    metadata: Object.fromEntries(
      Object.entries(metadata as Readonly<Record<string, string>>).map(([name, value]) => [
        name,
        storableText(value),
      ]),
    ),
  };
}

function storableText(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd');
}
