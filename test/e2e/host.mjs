// The suite inside a real extension host: desktop VS Code where it can be downloaded, else code-server by the shim.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { here, root, sandbox } from './lib.mjs';

async function executable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', timeout: 15_000, reporter: new SilentReporter() });
  } catch (error) {
    if (process.env.E2E_REQUIRE_DESKTOP) throw error;
    console.log('  (no desktop VS Code to be had here: code-server instead)');
    return join(here, 'code-shim.sh');
  }
}

/** @returns {Promise<{title: string, state: 'passed' | 'failed' | 'pending', error?: string}[]>} */
export async function host() {
  const box = sandbox();
  const results = join(box.dir, 'results.json');
  cpSync(join(root, 'test/fixture'), join(box.dir, 'fixture'), { recursive: true });
  rmSync(results, { force: true });
  let error;
  try {
    const options = { extensionTestsEnv: { E2E_RESULTS: results }, launchArgs: [box.ws] };
    await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'out/host.cjs'),
      ...options,
    });
  } catch (reason) {
    error = reason;
  }
  if (!existsSync(results)) throw error ?? new Error('the extension host wrote no results');
  return JSON.parse(readFileSync(results, 'utf8'));
}
