import type { Passage } from '../corpus/document.ts';
import type { Library, LibraryDocument } from '../index/library.ts';

/**
 * The number, counted from 0, of a document's first passage that something holds for, where it holds for all that
 * follow too; the number of passages where it holds for none. Reads a few of them: there may be 40,000.
 */
export function firstPassage(
  library: Library,
  { source, passages }: LibraryDocument,
  holds: (passage: Passage) => boolean,
): number {
  let [low, high] = [0, passages];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const passage = library.passageAt(source, middle);
    if (passage && holds(passage)) high = middle;
    else low = middle + 1;
  }
  return low;
}
