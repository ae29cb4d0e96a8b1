import { expect, it } from 'vitest';
import { renderReport } from '../../src/cli/render-report.ts';
import { buildReport } from '../support/build-report.ts';

it('counts one of a kind as one', () => {
  const report = buildReport({ passages: 2, embeddedWindows: 1, seconds: 0.25 });
  expect(renderReport(report)).toBe(
    'Nothing has changed.\n1 document, 2 passages; 1 window embedded, 0 reused, in 0.3 s.\n',
  );
});
