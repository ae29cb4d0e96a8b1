import type { Passage } from '../corpus/document.ts';
import type { Library, LibraryDocument } from '../index/library.ts';
import { partitionPoint } from '../partition-point.ts';

/**
 * The number, counted from 0, of a document's first passage that something holds for, where it holds for all that
 * follow too; the number of passages where it holds for none. Reads a few of them: there may be 40,000.
 */
export function firstPassage(
  library: Library,
  { source, passages }: LibraryDocument,
  holds: (passage: Passage) => boolean,
): number {
  return partitionPoint(passages, (number) => {
    const passage = library.passageAt(source, number);
    return passage !== undefined && holds(passage);
  });
}
