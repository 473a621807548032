// Bundles the suites for the two extension hosts.
import { join } from 'node:path';
import esbuild from 'esbuild';
import { here, root } from './lib.mjs';

export async function build() {
  const common = { bundle: true, format: 'cjs', target: 'es2023', logLevel: 'warning' };
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: [join(here, 'entry.node.ts')],
      outfile: join(root, 'out/host.cjs'),
      platform: 'node',
      external: ['vscode', 'mocha'],
    }),
    esbuild.build({
      ...common,
      entryPoints: [join(here, 'entry.browser.ts')],
      outfile: join(root, 'out/web.js'),
      platform: 'browser',
      external: ['vscode'],
      define: { module: 'undefined', exports: 'undefined' }, // else mocha's own wrapper takes the page for CommonJS
    }),
  ]);
}
