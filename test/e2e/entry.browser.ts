import 'mocha/mocha.js';
import { loadSuites, type Result, record } from './entry.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: class {} as unknown as Mocha.ReporterConstructor, timeout: 20_000 });
  await loadSuites();
  let results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    results = record(mocha.run(resolve));
  });
  console.log(`E2E_RESULTS ${JSON.stringify(results)}`);
  if (failures) throw new Error(`${failures} failed`);
}
