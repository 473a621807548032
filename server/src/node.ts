import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';
import { nodeFiles } from './workspace/files.node.ts';
import { nodeFolderFiles } from './workspace/folder/files.node.ts';

setStatistics(() => readFileSync(join(__dirname, 'statistics.bin')));
process.on('unhandledRejection', (reason) => process.stderr.write(`${String(reason)}\n`));
// BROADSHEET_COMPARE=1, for those who work on it: what is understood from edit to edit is held against a reading from scratch
const compares = process.env['BROADSHEET_COMPARE'] === '1';
serve(createConnection(ProposedFeatures.all), { files: nodeFiles, folderFiles: nodeFolderFiles, compares });
