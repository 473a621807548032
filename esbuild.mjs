// Bundles the client and the server, for Node and for the browser. `--dev`: source maps, not minified. `--watch`: again on each change.
import { cpSync, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import esbuild from 'esbuild';
import { minify } from 'terser';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  sourcesContent: false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/**
 * The connection stands in a bundle of its own, which is loaded first; the code behind it takes the library, and what
 * keeps a state that both need, from there.
 * @type {esbuild.Plugin}
 */
const fromConnection = {
  name: 'from the connection',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageserver(?:\/node)?$|\/chunks\.ts$/ }, () => ({
      path: './server.connection.js',
      external: true,
    }));
  },
};

/** @type {[entry: string, outfile: string, options: esbuild.BuildOptions][]} */
const bundles = [
  ['client/src/extension.node.ts', 'dist/client.js', { ...node, external: ['vscode'] }],
  ['client/src/extension.browser.ts', 'dist/client.browser.js', { ...browser, format: 'cjs', external: ['vscode'] }],
  ['client/src/figures/view/main.ts', 'dist/figures.js', { ...browser, format: 'iife' }],
  ['client/src/figures/view/figures.css', 'dist/figures.css', browser],
  ['server/src/start.node.ts', 'dist/server.js', node],
  ['server/src/connection.node.ts', 'dist/server.connection.js', node],
  ['server/src/node.ts', 'dist/server.code.js', { ...node, plugins: [fromConnection] }],
  ['server/src/browser.ts', 'dist/server.browser.js', { ...browser, format: 'iife' }],
  [
    'server/src/cli.ts',
    'dist/cli.js',
    {
      ...node,
      banner: { js: '#!/usr/bin/env node' },
      define: { 'import.meta.filename': '__filename', 'import.meta.dirname': '__dirname' },
    },
  ],
];

const there = bundles.filter(([entry]) => existsSync(entry));
for (const [entry, outfile] of bundles)
  if (!existsSync(entry)) console.log(`${outfile}: skipped, as there is no ${entry}`);
const jobs = there.map(([entry, outfile, options]) => ({ ...options, entryPoints: [entry], outfile }));
if (watch) {
  for (const job of jobs) await (await esbuild.context({ ...job, logLevel: 'info' })).watch();
} else {
  await Promise.all(jobs.map((job) => esbuild.build(job)));
  if (!dev)
    await Promise.all(['client', 'client.browser', 'server.connection', 'server.code', 'server.browser'].map(tighten));
}

/**
 * Makes what the package holds smaller still, by a tenth as it is packed. Nothing here reads a getter for its effect alone,
 * or makes an object of a plain function.
 */
async function tighten(name) {
  const file = `dist/${name}.js`;
  const { code } = await minify(await readFile(file, 'utf8'), {
    ecma: 2022,
    toplevel: true,
    compress: { passes: 5, pure_getters: true, unsafe_arrows: true, hoist_funs: true },
  });
  if (!code) throw new Error(`nothing is left of ${file}`);
  await writeFile(file, code);
}
// read from beside the bundles: by the server in Node, for it by the client in the browser
if (existsSync('server/data/statistics.bin')) cpSync('server/data/statistics.bin', 'dist/statistics.bin');
