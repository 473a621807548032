import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Configs } from '../../server/src/workspace/configs.ts';
import { nodeFiles } from '../../server/src/workspace/files.node.ts';

/** Files in memory, and which of them were read. */
function memory(files: Record<string, string>) {
  const read: string[] = [];
  const configs = new Configs(
    {
      async read(uri) {
        read.push(uri);
        return files[uri];
      },
    },
    () => undefined,
  );
  configs.setFolders(['file:///work/', 'file:///work/deep%20er']);
  configs.watched = true;
  return { configs, read, files };
}

test('the nearest configuration up to the workspace folder is obeyed, and nothing outside is read', async () => {
  const { configs, read } = memory({
    'file:///work/.broadsheet.json': '{ "gapMark": "outer" }',
    'file:///work/a/.broadsheet.json': '{ "gapMark": "inner" }',
    'file:///.broadsheet.json': '{ "gapMark": "outside" }',
  });
  for (const [dump, gapMark, path] of [
    ['file:///work/a/b/c.txt', 'inner', 'b/c.txt'],
    ['file:///work/x/%E6%8A%A5.txt', 'outer', 'x/报.txt'],
    ['file:///work/deep er/c.txt', undefined, 'c.txt'],
    ['file:///work/../etc/c.txt', undefined, 'file:///work/../etc/c.txt'],
    ['file:///workshop/c.txt', undefined, 'file:///workshop/c.txt'],
    ['untitled:c', undefined, 'untitled:c'],
  ] as const) {
    await configs.load(dump);
    assert.equal(configs.of(dump).config.gapMark, gapMark, dump);
    assert.equal(configs.of(dump).path, path);
  }
  assert.ok(
    read.every((uri) => /^file:\/\/\/work\/(?!\.\.)/u.test(uri)),
    read.join(),
  );
});

test('a file is read once where changes are told of, and every time where they are not', async () => {
  const { configs, read, files } = memory({});
  const dump = 'file:///work/c.txt';
  await configs.load(dump);
  await configs.load(dump);
  assert.equal(read.length, 1);
  files['file:///work/.broadsheet.json'] = '{ "gapMark": "new" }';
  const told = configs.read('file:///work/.broadsheet.json');
  await configs.load(dump);
  assert.equal(configs.of(dump).config.gapMark, 'new', 'who asks meanwhile waits');
  await told;
  const before = configs.of(dump).config;
  await configs.read('file:///work/.broadsheet.json');
  assert.equal(configs.of(dump).config, before, 'the same text is the same object');
  configs.watched = false;
  files['file:///work/.broadsheet.json'] = '{ "gapMark": "newer" }';
  await configs.load(dump);
  assert.equal(configs.of(dump).config.gapMark, 'newer');
});

test('what is in the editor goes before what is on disk', async () => {
  const { configs } = memory({ 'file:///work/.broadsheet.json': '{ "gapMark": "saved" }' });
  const dump = 'file:///work/c.txt';
  await configs.edited('file:///work/.broadsheet.json', '{ "gapMark": "typed" }');
  assert.equal(configs.of(dump).config.gapMark, 'typed');
  await configs.edited('file:///work/.broadsheet.json', undefined);
  assert.equal(configs.of(dump).config.gapMark, 'saved');
});

test('a folder, a pipe and a huge file count as not there', { skip: process.platform === 'win32' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  writeFileSync(join(folder, 'huge'), Buffer.alloc(5 * 1024 * 1024));
  writeFileSync(join(folder, 'file'), '{}');
  try {
    for (const name of ['folder', 'pipe', 'huge', 'none'])
      assert.equal(await nodeFiles.read(uri(name)), undefined, name);
    assert.equal(await nodeFiles.read(uri('file')), '{}');
    assert.equal(await nodeFiles.read('vscode-vfs://x/file'), undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
