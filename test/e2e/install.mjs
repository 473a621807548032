// Brings what the end-to-end runs need: code-server (npm), Chromium and a Chinese font (Debian). Says what it does; does nothing twice.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromiumPath, codeServer, here } from './lib.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

export function installCodeServer() {
  const marker = join(here, 'node_modules/.ready');
  const wanted = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  console.log('Installing code-server, a VS Code for the browser, under test/e2e (once, about 600 MB)…');
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', here]);
  const vscode = join(codeServer, 'lib/vscode');
  run(npm, [
    'install',
    '--no-save',
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    vscode,
  ]);
  writeFileSync(marker, wanted);
}

export function installChromium() {
  const font = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
  const packages = [];
  if (!chromiumPath()) packages.push('chromium');
  if (process.platform === 'linux' && !existsSync(font)) packages.push('fonts-noto-cjk');
  if (packages.length === 0) return;
  const debian = existsSync('/usr/bin/apt-get');
  if (debian && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(' and ')} from Debian…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
    return;
  }
  if (chromiumPath()) return; // only the font is missing: pictures are less readable, tests are not
  throw new Error(
    debian
      ? 'The end-to-end tests need Chromium: sudo apt-get install -y chromium fonts-noto-cjk'
      : 'The end-to-end tests need Chromium: install it, and set CHROMIUM to the path of its program.',
  );
}
