import { Worker } from 'node:worker_threads';
import { parseHere } from './formats/formats.ts';
import { TOO_BIG, type ParseAnswer, type ParseRequest } from './parse-in-child.ts';
import { refusalOf } from './refused-file.ts';

// Run by ChildParser. It ends with its parent: nobody else would read what it says.
process.on('disconnect', () => process.exit(1));
// A reader of PDF leaves promises behind that fail after it gave up on a damaged file.
process.on('unhandledRejection', () => undefined);
process.on('message', (request: ParseRequest) => void answer(request));
watch(Number(process.argv[2]));

async function answer({ extension, bytes }: ParseRequest): Promise<void> {
  let message: ParseAnswer;
  try {
    message = { type: 'parsed', parsed: await parseHere(extension, bytes) };
  } catch (error) {
    message = { type: 'refused', reason: refusalOf(error) };
  }
  process.send?.(message);
}

/**
 * Ends this process when it takes too much memory or its parent is gone. V8's own limit leaves out buffers,
 * which are what a bomb unpacks to; and a parser in a loop lets no timer of its own thread run.
 */
function watch(megabytes: number): void {
  const code = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, workerData.signal);
      if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
    }, 50);`;
  const worker = new Worker(code, {
    eval: true,
    execArgv: [],
    workerData: { bytes: megabytes * 1024 * 1024, parent: process.ppid, signal: TOO_BIG },
  });
  worker.unref();
}
