// Takes the arguments that @vscode/test-electron gives to a desktop VS Code and runs them in code-server instead.
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { launch, sandbox, screenshots, startCodeServer, workbenchUrl } from './lib.mjs';

const limit = 180_000;
const values = (name) =>
  process.argv.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
const folder = process.argv.slice(2).find((arg) => arg.startsWith('/'));
const box = sandbox();
let server;
let browser;
try {
  server = await startCodeServer(box, { smokeTest: true });
  browser = await launch();
  const page = await browser.newPage();
  const done = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(async () => {
      await page.screenshot({ path: join(screenshots, 'host-timeout.png') }).catch(() => {});
      reject(new Error(`no end of the tests within ${limit} ms`));
    }, limit).unref();
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (process.env.E2E_VERBOSE) console.log(type, format(...args));
  });
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  await page.goto(
    workbenchUrl(server, {
      folder,
      payload: [
        ...values('extensionDevelopmentPath').map((path) => ['extensionDevelopmentPath', remote(path)]),
        ['extensionTestsPath', remote(values('extensionTestsPath')[0])],
      ],
    }),
  );
  process.exitCode = await done;
} catch (error) {
  console.error(error);
  console.error(server?.log.slice(-3000));
  process.exitCode = 1;
} finally {
  await browser?.close();
  await server?.stop();
  box.dispose();
}
