// The same suite with the extension as a WEB extension, its server in a Web Worker, in the same workbench:
// the extension is served over http by us, and the workbench's own configuration is amended on its way to the page.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { launch, root, sandbox, screenshots, serveStatic, startCodeServer, workbenchUrl } from './lib.mjs';

const limit = 120_000;

/** @returns {Promise<{title: string, state: 'passed' | 'failed' | 'pending', error?: string}[]>} */
export async function web() {
  const box = sandbox();
  const extension = await serveStatic(root);
  const authority = `localhost:${extension.address().port}`;
  let server;
  let browser;
  try {
    cpSync(join(root, 'test/fixture'), join(box.dir, 'fixture'), { recursive: true });
    server = await startCodeServer(box);
    browser = await launch();
    const page = await browser.newPage();
    await page.context().grantPermissions(['local-network-access']);
    let results;
    const done = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(async () => {
        await page.screenshot({ path: join(screenshots, 'web-timeout.png') }).catch(() => {});
        reject(new Error(`no end of the tests within ${limit} ms`));
      }, limit).unref();
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = format(...args);
      if (process.env.E2E_VERBOSE) console.log(type, line);
      const at = line.indexOf('E2E_RESULTS ');
      if (at >= 0) results = JSON.parse(line.slice(at + 'E2E_RESULTS '.length));
    });
    if (process.env.E2E_VERBOSE) page.on('console', (message) => console.log('(page)', message.text().slice(0, 300)));
    await page.route(
      (url) => url.pathname === '/' && url.port === String(server.port),
      async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace(
          /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
          (_, start, attribute) => {
            const configuration = JSON.parse(attribute.replaceAll('&quot;', '"'));
            const at = (path) => ({ scheme: 'http', authority, path });
            configuration.developmentOptions = {
              ...configuration.developmentOptions,
              extensions: [at('/')],
              extensionTestsPath: at('/out/web.js'),
            };
            return `${start}${JSON.stringify(configuration).replaceAll('"', '&quot;')}"`;
          },
        );
        const headers = response.headers();
        for (const name of ['content-length', 'content-encoding', 'content-security-policy']) delete headers[name];
        await route.fulfill({ status: response.status(), headers, body: html });
      },
    );
    await page.goto(workbenchUrl(server, { folder: box.ws }));
    await done;
    if (!results) throw new Error('the web extension host said no results');
    return results;
  } finally {
    await browser?.close();
    await server?.stop();
    extension.close();
    extension.closeAllConnections();
    box.dispose();
  }
}
