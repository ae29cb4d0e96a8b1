// @module-tag slow
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { paragraph, random } from '../../src/bench/synthetic.ts';
import { FORMATS } from '../../src/corpus/formats/formats.ts';
import { sampleFile } from '../support/sample-files.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
let answerer: LiveAnswerer;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => {
  answerer.close();
  corpus[Symbol.dispose]();
});

it('a question of every format is answered with its words, at their offsets', async () => {
  const places = Object.fromEntries(
    FORMATS.map((format, i) => [format, `Quay ${String.fromCharCode(65 + i)}${i}`]),
  );
  const fact = (format: string) => `The lamp at ${places[format]} burns whale oil.`;
  for (const format of FORMATS) corpus.write({ [`a${format}`]: sampleFile(format, fact(format)) });
  expect((await buildIndex(corpus.options)).skipped).toEqual([]);
  answerer = await openAnswererFor(corpus.options);
  for (const format of FORMATS) {
    const source = `a${format}`;
    const { quotes } = await answerer.ask(`what does the lamp at ${places[format]} burn`);
    expect(quotes[0]!.source).toBe(source);
    const { start, end, text, highlights } = quotes[0]!;
    expect(text).toContain(fact(format));
    expect(answerer.library().text(source)!.slice(start, end)).toBe(text);
    expect(
      highlights.some((mark) => answerer.library().text(source)!.slice(mark.start, mark.end) !== ''),
    ).toBe(true);
  }
});

it('a hard-wrapped book of a megabyte is quoted as its lines stand, from its first page to its last', async () => {
  const next = random(5);
  // Few different paragraphs, for the time it takes to embed them; three are not like them.
  const prose = Array.from({ length: 8 }, () => wrapped(paragraph(next).trim()));
  const planted = [
    'The mill at Harrow Quay was sold on\n14 May 1902 to a shipwright,\nwho paid twenty five crowns for it.',
    'Nobody in the valley knew that the\nmillstone had been thrown into the pond by Abel\nFenn, who was afraid of it.',
    'In the end three hundred and\nsix sheep were driven over the pass before the snow\ncame.',
  ];
  const parts: string[] = [planted[0]!];
  const size = () => parts.reduce((sum, part) => sum + part.length + 2, 0);
  for (let i = 0; i < 3200; i++) parts.push(i === 1600 ? planted[1]! : prose[i % prose.length]!);
  while (size() < 1_000_000) parts.push(...prose);
  parts.push(planted[2]!);
  const book = parts.join('\n\n');
  expect(book.length).toBeGreaterThan(1_000_000);
  corpus.write({ 'book.txt': book });
  const report = await buildIndex(corpus.options);
  expect(report.passages).toBe(parts.length);
  answerer = await openAnswererFor(corpus.options);
  const text = readFileSync(corpus.path('book.txt'), 'utf8');
  const questions = [
    'when was the mill sold',
    'who threw the millstone into the pond',
    'how many sheep were driven',
  ];
  for (const [i, question] of questions.entries()) {
    const { quotes } = await answerer.ask(question);
    const { start, end, paragraph: number } = quotes[0]!;
    expect(quotes[0]!.text).toBe(planted[i]);
    expect(text.slice(start, end)).toBe(planted[i]);
    expect(number).toBe(parts.indexOf(planted[i]!) + 1);
    expect(quotes[0]!.highlights).toEqual([{ start, end }]);
  }
});

/** With lines of at most 60 characters. */
function wrapped(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line.length + word.length < 60) lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
