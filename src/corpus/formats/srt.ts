import type { ParsedDocument } from '../document.ts';
import { mergeCues, readCues } from './cues.ts';

/**
 * SubRip subtitles, merged into passages as {@link mergeCues} tells; cue numbers and styling are dropped.
 *
 * @throws RefusedFileError
 */
export function parseSrt(text: string): ParsedDocument {
  return mergeCues(readCues(text, (line) => /^\d{1,9}$/.test(line)));
}
