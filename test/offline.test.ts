import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

test('nothing that ships opens a connection or measures its user', () => {
  const files = globSync('{client,server}/src/**/*.ts', { cwd: root });
  assert.ok(files.length > 100);
  const reaching =
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|openExternal|(?:from|import\()\s*'(?:node:)?(?:https?|http2|net|tls|dns|dgram)'|createTelemetryLogger/u;
  assert.deepEqual(
    files.filter((file) => reaching.test(readFileSync(`${root}/${file}`, 'utf8'))),
    [],
  );
});

test('what the figures view may load is its own', () => {
  const page = readFileSync(`${root}/client/src/figures/page.ts`, 'utf8');
  assert.match(page, /default-src 'none'/u);
  assert.doesNotMatch(page, /https?:\/\//u);
});
