import type { ParsedDocument } from '../document.ts';
import { mergeCues, readCues } from './cues.ts';

/** In UTF-16 code units: as much of a file is looked at for its title. */
const TITLE_WITHIN = 500;
const TITLE = /^WEBVTT[ \t]+-[ \t]+(\S.*)$/m;

/**
 * WebVTT subtitles, merged into passages as {@link mergeCues} tells. Cue names, styling, notes and regions are
 * dropped; what a first line `WEBVTT - …` says is the title.
 *
 * @throws RefusedFileError
 */
export function parseVtt(text: string): ParsedDocument {
  const cues = readCues(
    text,
    (_, apart) => apart,
    (line) => /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line),
  );
  const title = TITLE.exec(text.slice(0, TITLE_WITHIN))?.[1]?.trim();
  return mergeCues(cues, title ? { title } : {});
}
