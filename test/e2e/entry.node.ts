import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { loadSuites, type Result, record } from './entry.ts';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, slow: 2000 });
  if (process.env['MOCHA_GREP']) mocha.grep(process.env['MOCHA_GREP']);
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  await loadSuites();
  let results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    results = record(mocha.run(resolve));
  });
  const file = process.env['E2E_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify(results));
  if (failures) throw new Error(`${failures} failed`);
}
