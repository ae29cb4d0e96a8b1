import { basename, extname } from 'node:path';

/**
 * The words of a file's name, as in `minsk group` of `news/2020-minsk-group.txt`: what a document is about, as
 * far as its name tells. Numbers and codes are left out. Empty when nothing is left.
 */
export function fileTitle(source: string): string {
  const name = basename(source, extname(source));
  return name
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => /^[\p{L}\p{M}'’]+$/u.test(word))
    .join(' ');
}
