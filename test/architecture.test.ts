import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every import in the sources: the file, what it imports (a path from the root, or a package), and whether only types. */
const imports = globSync('{client,server}/src/**/*.ts', { cwd: root }).flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gmsu)].map(([, type, target]) => ({
    file,
    target: target!.startsWith('.') ? relative(root, join(root, dirname(file), target!)) : target!,
    typeOnly: type !== undefined,
  }));
});

function offenders(folder: string, allowed: (item: (typeof imports)[number]) => boolean): string[] {
  const inside = imports.filter(({ file }) => file.startsWith(folder));
  assert.ok(inside.length > 0, `there are imports in ${folder}`);
  return inside.filter((item) => !allowed(item)).map(({ file, target }) => `${file} imports ${target}`);
}

test('the core imports nothing outside itself', () => {
  assert.deepEqual(
    offenders('server/src/newspaper/', ({ target }) => target.startsWith('server/src/newspaper/')),
    [],
  );
});

test('others enter the core by its door', () => {
  const entered = imports.filter(
    ({ file, target }) => !file.startsWith('server/src/newspaper/') && target.startsWith('server/src/newspaper/'),
  );
  assert.deepEqual(
    entered
      .filter(({ target }) => target !== 'server/src/newspaper/index.ts')
      .map(({ file, target }) => `${file} imports ${target}`),
    [],
  );
});

test('the workspace knows the core and no LSP connection', () => {
  assert.deepEqual(
    offenders(
      'server/src/workspace/',
      ({ target }) => !target.startsWith('server/src/lsp/') && target !== 'vscode-languageserver',
    ),
    [],
  );
});

test('the client takes nothing from the server but the protocol', () => {
  assert.deepEqual(
    offenders('client/src/', ({ target }) => !target.startsWith('server/') || target === 'server/src/protocol.ts'),
    [],
  );
});

test('the protocol imports nothing', () => {
  assert.deepEqual(
    imports.filter(({ file }) => file === 'server/src/protocol.ts'),
    [],
  );
});

test('everything that the server says has a translation', () => {
  const translations = JSON.parse(readFileSync(join(root, 'server/l10n/bundle.l10n.zh-cn.json'), 'utf8'));
  const said = new Set<string>();
  for (const file of globSync('server/src/**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, words] of text.matchAll(/\bmessage\(\s*'((?:[^'\\]|\\.)*)'/gu))
      said.add(words!.replace(/\\(.)/gu, '$1'));
  }
  assert.ok(said.size > 10);
  assert.deepEqual(
    [...said].filter((words) => translations[words] === undefined),
    [],
  );
  for (const [words, translation] of Object.entries<string>(translations)) {
    const holes = (text: string) => [...text.matchAll(/\{\d\}/gu)].map(String).sort();
    assert.deepEqual(holes(translation), holes(words), `${words} and its translation name the same values`);
  }
});
