import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import statistics from '../data/statistics.bin';
import { serve } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';

declare const self: DedicatedWorkerGlobalScope;

setStatistics(() => statistics);
serve(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)));
