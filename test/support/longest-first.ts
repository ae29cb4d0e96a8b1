import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins with what takes longest, so that the end does not wait for one file while a core is idle. Vitest does so
 * once it has seen the files run; in a fresh clone it goes by their size, and the slowest is one of the shortest.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const ranks = new Map(sorted.map((file) => [file, rank(file)]));
    return sorted.sort((a, b) => ranks.get(a)! - ranks.get(b)!);
  }
}

/** Those of a project stay together: a worker that goes over to another starts anew. */
function rank({ project, moduleId }: TestSpecification): number {
  if (project.config.isolate) return 0;
  if (!readFileSync(moduleId, 'utf8').startsWith('// @module-tag slow')) return 3;
  return /\/(?:cli|e2e)\//.test(moduleId) ? 1 : 2;
}
