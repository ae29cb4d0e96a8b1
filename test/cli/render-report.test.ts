import { expect, it } from 'vitest';
import { renderReport } from '../../src/cli/render-report.ts';

it('counts one of a kind as one', () => {
  const report = {
    generation: '20200101T000000Z-00000000',
    changed: false,
    added: [],
    changedSources: [],
    removed: [],
    corpusReplaced: false,
    kept: [],
    skipped: [],
    documents: 1,
    passages: 2,
    reusedWindows: 0,
    embeddedWindows: 1,
    seconds: 0.25,
  };
  expect(renderReport(report)).toBe(
    'Nothing has changed.\n1 document, 2 passages; 1 window embedded, 0 reused, in 0.3 s.\n',
  );
});
