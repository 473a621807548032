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
serve(createConnection(ProposedFeatures.all), { files: nodeFiles, folderFiles: nodeFolderFiles });
