import { createRequire } from 'node:module';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { greeting } from './lsp/greeting.ts';
import { ContentReader } from './lsp/messageReader.node.ts';
import { ChunkWriter } from './lsp/messageWriter.node.ts';

// server.code.js shares these, see esbuild.mjs
export * from 'vscode-languageserver/node';
export { chunksOf, inChunks } from './lsp/chunks.ts';

process.on('unhandledRejection', (reason) => process.stderr.write(`${String(reason)}\n`));
/** When the client last said something. */
let heard = performance.now();
const connection = connected();
connection.onInitialize((params) => {
  // an editor waits for the answer while it starts, so that all else is loaded behind it, and before the next message
  setImmediate(() => {
    const { begin } = createRequire(__filename)('./server.code.js') as typeof import('./node.ts');
    begin(connection, params, { connect, heard: () => heard });
  });
  return greeting(params);
});
connection.listen();

function connect(input: Readable, output: Writable): Connection {
  return createConnection(ProposedFeatures.all, new ContentReader(input), new ChunkWriter(output));
}

/** The connection that the command line asks for. */
function connected(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  const { stdin, stdout } = process;
  stdin.on('data', () => {
    heard = performance.now();
  });
  const stdio = connect(stdin, stdout);
  // an editor that is gone says nothing more
  let wasTold = false;
  stdio.onShutdown(() => {
    wasTold = true;
  });
  stdin.on('close', () => process.exit(wasTold ? 0 : 1));
  return stdio;
}
