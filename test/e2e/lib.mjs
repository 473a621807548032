// What every end-to-end run shares: a sandbox, code-server, Chromium. After shared/examples/vscode-e2e.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
export const here = join(root, 'test/e2e');
export const screenshots = join(here, 'screenshots');
export const node = join(root, 'node_modules/node/bin/node');
export const codeServer = join(here, 'node_modules/code-server');
const codeServerEntry = join(codeServer, 'out/node/entry.js');

export function chromiumPath() {
  return [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
}

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'workbench.enableExperiments': false,
  'window.restoreWindows': 'none',
  'files.autoSave': 'off',
  'editor.hover.delay': 100,
};

/** A fresh data folder: nothing of the user's own VS Code or ~/.config is read or written. */
export function sandbox(more = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'broadsheet-e2e-'));
  for (const d of ['data/User', 'data/Machine', 'extensions', 'home', 'ws'])
    mkdirSync(join(dir, d), { recursive: true });
  writeFileSync(join(dir, 'data/User/settings.json'), JSON.stringify({ ...settings, ...more }, null, 1));
  writeFileSync(join(dir, 'config.yaml'), 'auth: none\n');
  const dispose = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once('exit', () => {
    try {
      dispose();
    } catch {}
  });
  const home = join(dir, 'home');
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
  };
  return {
    dir,
    data: join(dir, 'data'),
    extensions: join(dir, 'extensions'),
    config: join(dir, 'config.yaml'),
    ws: join(dir, 'ws'),
    env,
    dispose,
  };
}

const places = (box) => ['--config', box.config, '--user-data-dir', box.data, '--extensions-dir', box.extensions];

/** Runs a command to its end; throws with what it said when it fails. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  child.stdout?.on('data', (data) => {
    said += data;
  });
  child.stderr?.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${said}`);
  return said;
}

export function installVsix(box, vsix) {
  return run(node, [codeServerEntry, ...places(box), '--install-extension', vsix, '--force'], { env: box.env });
}

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export async function startCodeServer(box, { smokeTest = false, idleSeconds = 120 } = {}) {
  const port = await freePort();
  const flags = ['disable-telemetry', 'disable-update-check', 'disable-workspace-trust', 'disable-proxy'];
  const more = ['disable-getting-started-override', 'ignore-last-opened'];
  const args = [...places(box), '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'];
  args.push(...[...flags, ...more].map((flag) => `--${flag}`));
  if (idleSeconds) args.push('--idle-timeout-seconds', String(idleSeconds));
  // without it a built VS Code ignores extensionTestsPath; with it, it hides dialogs and notifications
  if (smokeTest) args.push('--vscode-option', 'enable-smoke-test-driver');
  const child = spawn(node, [codeServerEntry, ...args], {
    env: box.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // its own process group, ended on every way out: the server, its extension hosts and language servers
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {}
  };
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  let log = '';
  child.stdout.on('data', (data) => {
    log += data;
  });
  child.stderr.on('data', (data) => {
    log += data;
  });
  const url = `http://127.0.0.1:${port}`;
  await until(
    async () => {
      if (child.exitCode !== null) throw new Error(`code-server ended:\n${log}`);
      return (await fetch(`${url}/healthz`).catch(() => undefined))?.ok;
    },
    `code-server to answer at ${url}`,
    60_000,
  );
  return {
    url,
    port,
    child,
    get log() {
      return log;
    },
    async stop() {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {}
      const timer = setTimeout(end, 5000);
      await gone;
      clearTimeout(timer);
      end();
      process.off('exit', end);
    },
  };
}

/** Waits for a condition; what it returns is handed on. */
export async function until(condition, what, limit = 15_000) {
  const start = Date.now();
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() - start > limit)
      throw new Error(`waited ${limit} ms in vain for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function launch() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export function workbenchUrl(server, { folder, payload }) {
  const url = new URL(`${server.url}/`);
  url.searchParams.set('folder', folder);
  if (payload) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves a folder as an extension gallery would: for the web run. */
export async function serveStatic(folder) {
  const server = createHttpServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    createReadStream(path).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
