/** As much of node:assert as the suites need; they run in a web worker too. */
export function ok(value: unknown, message = 'expected something true'): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, message = ''): void {
  if (actual !== expected) throw new Error(`${message}\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`);
}

export function deepEqual<T>(actual: T, expected: T, message = ''): void {
  equal(show(actual), show(expected), message);
}

export function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual)) throw new Error(`${show(actual)} does not match ${expected}`);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}
