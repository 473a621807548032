import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Editor } from './lsp/editor.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, string>;

/** Every first argument of a call, as the source writes it; anything but a plain string is an error. */
function said(folder: string, call: RegExp): string[] {
  return globSync(`${folder}/**/*.ts`, { cwd: fileURLToPath(root) }).flatMap((file) => {
    const text = read(file.replaceAll('\\', '/'));
    return [...text.matchAll(call)].map(({ index, 0: start }) => {
      const argument = /^\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/u.exec(text.slice(index + start.length))?.[1];
      assert.ok(argument, `${file}: not a plain string at “${text.slice(index, index + 80)}”`);
      return new Function(`return ${argument}`)() as string;
    });
  });
}

/** What is put into a message, such as {0}. */
const holes = (text: string) => [...new Set(text.match(/\{\d+\}/gu))].sort();

function isTranslation(bundle: Record<string, string>, messages: readonly string[]): void {
  assert.ok(messages.length > 10);
  assert.deepEqual([...new Set(messages)].filter((text) => !Object.hasOwn(bundle, text)).sort(), [], 'not translated');
  for (const text of messages) {
    assert.match(bundle[text]!, /[㐀-鿿]|^[^\p{L}]*$/u, `in English: ${text}`);
    assert.deepEqual(holes(bundle[text]!), holes(text), text);
  }
}

test('every string of the client is in its bundle, and no other', () => {
  const bundle = json('client/l10n/bundle.l10n.zh-cn.json');
  const messages = said('client/src', /\bl10n\.t\(/gu);
  isTranslation(bundle, messages);
  assert.deepEqual(
    Object.keys(bundle).filter((text) => !messages.includes(text)),
    [],
    'said nowhere',
  );
});

test('every %key% of package.json is in both languages, and no other', () => {
  const keys = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key!))].sort();
  assert.ok(keys.length > 30);
  for (const language of ['', '.zh-cn']) {
    assert.deepEqual(Object.keys(json(`package.nls${language}.json`)).sort(), keys, `package.nls${language}.json`);
  }
  const english = json('package.nls.json');
  for (const [key, text] of Object.entries(json('package.nls.zh-cn.json'))) {
    if (text === english[key]) assert.equal(text, 'Broadsheet', key);
  }
});

test('what a reader sees of package.json is a %key%', () => {
  const { contributes } = JSON.parse(read('package.json')) as { contributes: Record<string, unknown> };
  const plain: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      const shown = /\.(?:title|description|markdownDescription|patternErrorMessage|enumDescriptions\.\d+)$/u.test(
        path,
      );
      if (shown && !value.startsWith('%') && value !== 'Broadsheet') plain.push(path);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`);
    }
  };
  walk(contributes, '');
  assert.deepEqual(plain, []);
});

test('there are at most 25 settings', () => {
  const { contributes } = JSON.parse(read('package.json')) as {
    contributes: { configuration: { properties: object } };
  };
  const names = Object.keys(contributes.configuration.properties);
  assert.ok(names.length > 0 && names.length <= 25, String(names.length));
  const readme = read('README.md');
  assert.deepEqual(
    names.filter((name) => !readme.includes(`\`${name}\``)),
    [],
    'not in the README',
  );
});

test('every command is in the README, in bold', () => {
  const { contributes } = JSON.parse(read('package.json')) as { contributes: { commands: { title: string }[] } };
  const nls = json('package.nls.json');
  const readme = read('README.md');
  const titles = contributes.commands.map(({ title }) => nls[title.slice(1, -1)]!);
  assert.deepEqual(
    titles.filter((title) => !readme.includes(`**${title}**`)),
    [],
  );
});

test('what the server says of the sample in Chinese is Chinese', async () => {
  const editor = await Editor.start({ locale: 'zh-cn' });
  await editor.open(read('test/fixture/sample.dump.txt'));
  const findings = await editor.diagnostics();
  assert.ok(findings.length > 10);
  for (const { message: said, range } of findings) {
    const message = String(said);
    assert.match(message, /[㐀-鿿]/u);
    // nothing in Latin letters, unless the dump has it
    assert.doesNotMatch(message.replace(/“[^”]*”/gu, ''), /[A-Za-z]{3,}/u);
    for (const { title } of await editor.actions(range)) {
      assert.doesNotMatch(title.replace(/“[^”]*”/gu, ''), /[A-Za-z]{3,}/u);
    }
  }
  await editor.stop();
});
