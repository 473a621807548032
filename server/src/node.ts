import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { ChunkWriter } from './lsp/messageWriter.node.ts';
import { serve } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';
import { nodeFiles } from './workspace/files.node.ts';
import { nodeFolderFiles } from './workspace/folder/files.node.ts';

// The youngest objects in little room, and the heap swept before it has grown by much: at 14 MB that saves a quarter of
// the memory after many edits.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=10');
setStatistics(() => readFileSync(join(__dirname, 'statistics.bin')));
process.on('unhandledRejection', (reason) => process.stderr.write(`${String(reason)}\n`));
// BROADSHEET_COMPARE=1, for those who work on it: what is understood from edit to edit is held against a reading from scratch
const compares = process.env['BROADSHEET_COMPARE'] === '1';
serve(connected(), { files: nodeFiles, folderFiles: nodeFolderFiles, compares });

/** The connection that the command line asks for. */
function connected(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  const { stdin, stdout } = process;
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(stdin), new ChunkWriter(stdout));
  // an editor that is gone says nothing more
  let wasTold = false;
  connection.onShutdown(() => {
    wasTold = true;
  });
  stdin.on('close', () => process.exit(wasTold ? 0 : 1));
  return connection;
}
