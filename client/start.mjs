// `npm start`: builds, and opens the sample dump in a real VS Code: the one on this machine, or else one in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { installCodeServer } from '../test/e2e/install.mjs';
import { installVsix, node, root, sandbox, startCodeServer } from '../test/e2e/lib.mjs';
import { pack } from './package.mjs';

const sample = join(root, 'test/fixture/sample.dump.txt');
const build = spawnSync(node, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const names = process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium'];
const code = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((dir) => names.map((name) => join(dir, name)))
  .find((path) => existsSync(path) && !path.startsWith(root));

if (code && !process.argv.includes('--browser')) {
  console.log(`Opening the sample dump with ${code}…`);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', join(root, 'test/fixture'), '--goto', sample];
  spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' }).on('exit', (status) =>
    process.exit(status ?? 0),
  );
} else {
  console.log('No VS Code on the PATH: one in the browser is prepared…');
  installCodeServer();
  const box = sandbox({ 'workbench.startupEditor': 'none' });
  cpSync(join(root, 'test/fixture'), box.ws, { recursive: true });
  const vsix = join(root, 'broadsheet.vsix');
  pack(vsix);
  await installVsix(box, vsix);
  const server = await startCodeServer(box, { idleSeconds: 0 });
  const url = new URL(server.url);
  url.searchParams.set('folder', box.ws);
  const file = `vscode-remote://${url.host}${join(box.ws, 'sample.dump.txt')}`;
  url.searchParams.set('payload', JSON.stringify([['openFile', file]]));
  console.log(`Open this address in a browser (Ctrl+C ends it):\n\n  ${url.href}\n`);
}
