import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import manifest from '../../package.json' with { type: 'json' };
import type { Item, Order } from './cli/order.ts';
import { minds } from './cli/output.ts';
import { localeOf, main } from './cli/program.ts';
import { Workshop } from './cli/work.ts';
import { optimise } from './compiling.node.ts';
import { speak } from './lsp/translate.ts';
import { setStatistics } from './newspaper/index.ts';

/** The first of the files that is there: the bundle and the sources stand at different depths. */
function beside(...paths: string[]): string {
  const places = paths.map((path) => join(import.meta.dirname, path));
  return places.find((path) => existsSync(path)) ?? places[0]!;
}

setStatistics(() => readFileSync(beside('statistics.bin', '../data/statistics.bin')));

if (isMainThread) {
  // for all workers as well: each compiles for itself, and the compiler takes the cores from them
  optimise('late');
  minds();
  const args = process.argv.slice(2);
  // before commander reads the arguments, since its help is in the user's language too
  const named = args.findIndex((word) => word.startsWith('--locale'));
  speak(named < 0 ? localeOf(process.env) : (args[named]!.split('=')[1] ?? args[named + 1]));
  main(args, import.meta.filename, manifest.version).then(
    (status) => {
      process.exitCode = status;
    },
    (error) => {
      process.stderr.write(`broadsheet: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
} else {
  const workshop = new Workshop(workerData as Order);
  // one after the other, in the order in which they come
  let last: Promise<void> = Promise.resolve();
  parentPort!.on('message', (item: Item) => {
    last = last.then(async () => parentPort!.postMessage(await workshop.work(item)));
  });
}
