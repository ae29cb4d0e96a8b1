import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { findSources } from './find-sources.ts';
import { help } from './help.ts';
import { reindex } from './reindex.ts';
import { source } from './source.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';

/** What is registered with Discord; a name that is not among them is taken off there. */
export const COMMANDS: readonly Command[] = [ask, source, sources, status, help, reindex, findSources];
