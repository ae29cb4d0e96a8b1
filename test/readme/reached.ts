import { spawnSync } from 'node:child_process';

/** Milliseconds. */
const MAX_REACHING = 20_000;

const reachedBefore = new Map<string, boolean>();

/** Whether a Git repository can be cloned from here; asked once of each. */
export function isReached(repository: string): boolean {
  let reached = reachedBefore.get(repository);
  if (reached === undefined) {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
    const { status } = spawnSync('git', ['ls-remote', repository, 'HEAD'], { timeout: MAX_REACHING, env });
    reached = status === 0;
    reachedBefore.set(repository, reached);
  }
  return reached;
}
