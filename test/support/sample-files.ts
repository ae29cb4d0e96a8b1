import { docxParagraph, makeDocx, makePdf, setLines } from './make-files.ts';

const cue = (sentence: string, point: string): string =>
  `1\n00:01:02${point}000 --> 00:01:04${point}000\n${sentence}\n`;

const FILES: Readonly<Record<string, (sentence: string) => string | Uint8Array>> = {
  '.txt': (sentence) => sentence,
  '.text': (sentence) => sentence,
  '.md': (sentence) => `# Lamps\n\n${sentence}`,
  '.markdown': (sentence) => `* A list\n* ${sentence}`,
  '.html': (sentence) => `<title>Lamps</title><h2>Oil</h2><p>${sentence}</p>`,
  '.htm': (sentence) => `<p>${sentence}`,
  '.pdf': (sentence) => makePdf([[], setLines([[sentence]])]),
  '.docx': (sentence) => makeDocx(docxParagraph('Lamps', 'Heading1') + docxParagraph(sentence)),
  '.csv': (sentence) => `id,text\n1,${sentence}\n`,
  '.tsv': (sentence) => `id\ttext\n1\t${sentence}\n`,
  '.jsonl': (sentence) => JSON.stringify({ text: sentence }),
  '.ndjson': (sentence) => JSON.stringify(sentence),
  '.srt': (sentence) => cue(sentence, ','),
  '.vtt': (sentence) => `WEBVTT\n\n${cue(sentence, '.')}`,
};

/**
 * A small file that says one thing.
 *
 * @param extension of a format, with its dot
 * @param sentence without what means something in a format, such as commas, quotes and `<`
 * @throws Error for a format that has no sample yet
 */
export function sampleFile(extension: string, sentence: string): string | Uint8Array {
  const file = FILES[extension];
  if (!file) throw new Error(`There is no sample of ${extension}: add one to sample-files.ts.`);
  return file(sentence);
}
