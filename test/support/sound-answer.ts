import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/answer/answer.ts';
import { SAMPLE_CORPUS_DIR } from './models.ts';

const texts = new Map<string, string>();

function sampleText(source: string): string {
  let text = texts.get(source);
  if (text === undefined) {
    text = readFileSync(join(SAMPLE_CORPUS_DIR, source), 'utf8');
    texts.set(source, text);
  }
  return text;
}

/** Every quote is its slice of the file, and all that is marked lies inside it, in order. */
export function assertSound(answer: Answer, textOf: (source: string) => string = sampleText): void {
  const seen = new Set<string>();
  for (const quote of answer.quotes) {
    const text = textOf(quote.source);
    assert.equal(text.slice(quote.start, quote.end), quote.text);
    assert.ok(!seen.has(quote.text), 'quoted twice');
    seen.add(quote.text);
    for (const spans of [quote.highlights, quote.focus]) {
      let at = quote.start;
      for (const { start, end } of spans) {
        assert.ok(start >= at && end > start && end <= quote.end);
        at = end;
      }
    }
    for (const focus of quote.focus)
      assert.ok(quote.highlights.some(({ start, end }) => start <= focus.start && focus.end <= end));
    for (const { start, end, expression } of quote.dateNotes)
      assert.equal(text.slice(start, end), expression);
    assert.ok(quote.score >= 0 && quote.score <= 1);
  }
  assert.ok(answer.confidence >= 0 && answer.confidence <= 1);
}
