import { once } from 'node:events';
import process from 'node:process';

/** Ends the program when the reader of standard output has gone: nobody is left to tell, and no file is half written. */
export function minds(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`broadsheet: ${error.message}\n`);
    process.exit(2);
  });
}

/** Writes to standard output, no faster than it is read. */
export async function put(data: string | Uint8Array): Promise<void> {
  if (data.length > 0 && !process.stdout.write(data)) await once(process.stdout, 'drain');
}
