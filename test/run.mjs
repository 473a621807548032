// Everything that `npm test` runs, in order; names as arguments run only those. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './e2e/build.mjs';
import { installChromium, installCodeServer } from './e2e/install.mjs';
import { root, screenshots } from './e2e/lib.mjs';

const bin = join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
let passed = 0;
let failed = 0;

/** Runs a command with its output shown; its exit code. */
function shell(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function count(ok, title, error) {
  if (ok) passed++;
  else failed++;
  console.log(`  ${ok ? '✔' : '✖'} ${title}`);
  if (!ok && error) console.log(String(error).replace(/^/gm, '      '));
}

async function unit() {
  const dir = mkdtempSync(join(tmpdir(), 'broadsheet-unit-'));
  const tap = join(dir, 'tap');
  const reporters = `--test-reporter=dot --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="${tap}"`;
  const code = await shell(
    `node --test ${reporters} "test/*.test.ts" "test/{newspaper,workspace,lsp,cli,client}/**/*.test.ts"`,
  );
  const text = readFileSync(tap, 'utf8');
  rmSync(dir, { recursive: true });
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  passed += number('pass');
  failed += number('fail') + number('cancelled');
  if (number('tests') === 0) throw new Error('no unit test was run');
  if (code !== 0 && number('fail') + number('cancelled') === 0) throw new Error(`node --test ended with ${code}`);
  console.log(`  ${number('pass')} passed, ${number('fail') + number('cancelled')} failed`);
}

async function inHost(run) {
  const results = await run();
  if (results.length === 0) throw new Error('no test was run');
  for (const { title, state, ms, error } of results) count(state === 'passed', `${title} (${ms} ms)`, error ?? state);
}

const steps = {
  check: [
    'Types and style',
    async () => count((await shell('npm run --silent check')) === 0, 'tsc and Biome find nothing'),
  ],
  unit: ['Unit and protocol tests', unit],
  build: [
    'Build',
    async () => {
      count((await shell('node esbuild.mjs')) === 0, 'the bundles');
      await build();
    },
  ],
  host: ['End to end, in the extension host', async () => inHost((await import('./e2e/host.mjs')).host)],
  hand: ['End to end, by hand over the packaged extension', async () => (await import('./e2e/hand.mjs')).hand(count)],
  web: ['End to end, as a web extension', async () => inHost((await import('./e2e/web.mjs')).web)],
};

const wanted = process.argv.slice(2);
for (const name of wanted.length ? wanted : Object.keys(steps)) {
  const [title, run] = steps[name];
  const start = Date.now();
  const failedBefore = failed;
  console.log(`\n${title}`);
  try {
    if (name === 'host' || name === 'hand' || name === 'web') {
      mkdirSync(screenshots, { recursive: true });
      installCodeServer();
      installChromium();
    }
    await run();
  } catch (error) {
    count(false, title, error?.stack ?? error);
  }
  if (name === 'build' && failed > failedBefore) {
    console.log('  The end-to-end tests are left out, as there is nothing to run them on.');
    break;
  }
  console.log(`  ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
