import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';
import { setStatistics } from './newspaper/index.ts';

declare const self: DedicatedWorkerGlobalScope;

// The first message carries the bytes of statistics.bin, which would double the size of the package if this bundle held
// them too; a worker of an editor in the browser knows no address to fetch them from. From then on it is LSP.
self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  setStatistics(() => data);
  serve(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)));
};
