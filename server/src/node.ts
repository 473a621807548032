import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { serveGreeted } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';
import { rehearseWith, type Stage } from './rehearsal.node.ts';
import { nodeFiles } from './workspace/files.node.ts';
import { nodeFolderFiles } from './workspace/folder/files.node.ts';

// The heap is swept before it has grown by much: at 14 MB that saves a fifth of the memory after many edits.
setFlagsFromString('--heap-growing-percent=20');
// V8 before version 12 (Node 20) optimises a function only when it has run nine times as long as is usual: its compiler takes
// the processor from the answers of the first minutes. Half the processor time up to 140 KB, and the slowest edits a third
// faster. Later versions wait by themselves, and have no such flag.
if (Number.parseInt(process.versions.v8, 10) < 12)
  setFlagsFromString(`--interrupt-budget=${process.env['IB'] ?? 600000}`);
setStatistics(() => readFileSync(join(__dirname, 'statistics.bin')));
// BROADSHEET_COMPARE=1, for those who work on it: what is understood from edit to edit is held against a reading from scratch
const compares = process.env['BROADSHEET_COMPARE'] === '1';

/** Serves a client whose greeting, `params`, was answered, and rehearses while it has nothing to ask. */
export function begin(connection: Connection, params: InitializeParams, stage: Omit<Stage, 'isBusy'>): void {
  const isBusy = serveGreeted(connection, params, { files: nodeFiles, folderFiles: nodeFolderFiles, compares });
  const sample = join(__dirname, '..', 'test', 'fixture', 'sample.dump.txt');
  if (!compares && process.env['REH'] !== '0') {
    rehearseWith(sample, params, { ...stage, isBusy })
      .then(() => {
        if (process.env['IB2']) setFlagsFromString(`--interrupt-budget=${process.env['IB2']}`);
      })
      .catch((error) => connection.console.log(String(error)));
  }
}
