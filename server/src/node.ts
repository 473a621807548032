import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { optimise } from './compiling.node.ts';
import { serveGreeted } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';
import { rehearseWith, type Stage } from './rehearsal.node.ts';
import { nodeFiles } from './workspace/files.node.ts';
import { nodeFolderFiles } from './workspace/folder/files.node.ts';

// The heap is swept before it has grown by much: at 14 MB that saves a fifth of the memory after many edits.
setFlagsFromString('--heap-growing-percent=20');
optimise('late');
setStatistics(() => readFileSync(join(__dirname, 'statistics.bin')));

/** Serves a client whose greeting, `params`, was answered, and rehearses while it has nothing to ask. */
export function begin(connection: Connection, params: InitializeParams, stage: Omit<Stage, 'isBusy'>): void {
  const isBusy = serveGreeted(connection, params, { files: nodeFiles, folderFiles: nodeFolderFiles });
  const sample = join(__dirname, '..', 'test', 'fixture', 'sample.dump.txt');
  rehearseWith(sample, params, { ...stage, isBusy }).catch((error) => connection.console.log(String(error)));
}
