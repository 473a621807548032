// Runs INSIDE the extension host. Bundled twice: for the Node host (mocha from node_modules) and for the web worker's (mocha inside).
import type Mocha from 'mocha';

export interface Result {
  title: string;
  state: 'passed' | 'failed' | 'pending';
  ms?: number;
  error?: string;
}

/** The suites, loaded once `describe` and `it` are there. */
export async function loadSuites(): Promise<void> {
  await import('./suite/language.test.ts');
  await import('./suite/outline.test.ts');
  await import('./suite/findings.test.ts');
  await import('./suite/figures.test.ts');
  await import('./suite/commands.test.ts');
  await import('./suite/offer.test.ts');
  await import('./suite/folder.test.ts');
  await import('./suite/ignoring.test.ts');
  await import('./suite/encoding.test.ts');
}

export function record(runner: Mocha.Runner): Result[] {
  const results: Result[] = [];
  const add = (test: Mocha.Test, state: Result['state'], error?: Error) => {
    results.push({
      title: test.fullTitle(),
      state,
      ms: test.duration ?? 0,
      ...(error && { error: String(error.stack ?? error) }),
    });
  };
  runner.on('pass', (test) => add(test, 'passed'));
  runner.on('pending', (test) => add(test, 'pending'));
  runner.on('fail', (test, error) => add(test as Mocha.Test, 'failed', error));
  return results;
}
