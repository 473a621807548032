import { readFileSync } from 'node:fs';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  type Connection,
  createMessageConnection,
  type InitializeParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { optimise } from './compiling.node.ts';
import { rehearse } from './lsp/rehearsal.ts';
import { serveGreeted } from './lsp/server.ts';

/** How the server reaches its clients, and what it knows of the one that started it. */
export interface Stage {
  /** A connection of the kind that the client has, by other streams. */
  readonly connect: (input: Readable, output: Writable) => Connection;
  /** When something was last heard of it, by `performance.now()`. */
  readonly heard: () => number;
  /** Whether a dump of its is being read. */
  readonly isBusy: () => boolean;
}

/** Nobody waits for the server when nothing was said for so long, in milliseconds. */
const silence = 10;

/** Rehearses with the dump in `sample`, in the language of `params`; does without where there is none. */
export async function rehearseWith(
  sample: string,
  { locale }: InitializeParams,
  { connect, heard, isBusy }: Stage,
): Promise<void> {
  const text = readFileSync(sample, 'utf8');
  const [asked, answered] = [new PassThrough(), new PassThrough()];
  const server = connect(asked, answered);
  const client = createMessageConnection(new StreamMessageReader(answered), new StreamMessageWriter(asked));
  const capabilities = {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  serveGreeted(server, { processId: null, rootUri: null, capabilities, ...(locale === undefined ? {} : { locale }) });
  server.listen();
  const silenceLeft = () => (isBusy() ? silence : heard() + silence - performance.now());
  await rehearse({
    client,
    text,
    quiet: async () => {
      let left = silenceLeft();
      if (left <= 0) return;
      optimise('late');
      for (; left > 0; left = silenceLeft()) await setTimeout(left, undefined, { ref: false });
      optimise('soon');
    },
  });
  optimise('late');
  client.dispose();
  server.dispose();
}
