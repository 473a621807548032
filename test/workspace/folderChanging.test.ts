import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import type { FileText, FolderFiles } from '../../server/src/workspace/folder/files.ts';
import { Folder, noDumps } from '../../server/src/workspace/folder/folder.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

const root = 'file:///paper';
const wanted = { include: ['**/*'], exclude: [] };
const never = { isCancellationRequested: false };
const silent = (): void => {};
const [one, two] = [`${root}/1.dump.txt`, `${root}/2.dump.txt`];

const before = '鹿鸣区菜场添了免费雨伞\n\n本报讯 记者江远帆报道 鹿鸣区三家菜场门口近日添了免费雨伞。';
const after = '望屿市水上夜校开课\n\n本报讯 记者沈渡舟报道 望屿市水上夜校昨晚开课，三百名学员登上了木船。';

/** Files that change while they are searched and read: `during` is called when the old ones are known, and before they are told. */
class ChangingFiles implements FolderFiles {
  readonly texts = new Map<string, string>();
  during: () => Promise<void> = async () => {};

  async *find(): AsyncIterable<readonly string[]> {
    const found = [...this.texts.keys()];
    await this.once();
    yield found;
  }

  async read(uri: string): Promise<FileText | undefined> {
    const text = this.texts.get(uri);
    await this.once();
    return text === undefined ? undefined : { text, encoding: 'utf-8' };
  }

  private async once(): Promise<void> {
    const { during } = this;
    this.during = async () => {};
    await during();
  }
}

async function built(texts: Record<string, string>): Promise<{ files: ChangingFiles; folder: Folder }> {
  const files = new ChangingFiles();
  for (const [uri, text] of Object.entries(texts)) files.texts.set(uri, text);
  const folder = new Folder(files, noDumps);
  await folder.build([root], wanted, silent, never);
  return { files, folder };
}

const headlines = (folder: Folder): readonly string[] =>
  [...folder.index.all()].flatMap((record) => record.headlines).sort();
const headlineOf = (text: string): string => text.slice(0, text.indexOf('\n'));

test('a dump that is told of while the folder is looked through stays', async () => {
  const { files, folder } = await built({ [one]: before });
  files.during = async () => {
    files.texts.set(two, after);
    await folder.changed([{ uri: two, gone: false }], never);
  };
  await folder.lookAgain([root], wanted, never);
  assert.deepEqual(headlines(folder), [before, after].map(headlineOf).sort());
  assert.deepEqual([...folder.uris].sort(), [one, two]);
});

test('a dump that is told of while the folder is taken in stays', async () => {
  const { files, folder } = await built({});
  files.texts.set(one, before);
  files.during = async () => {
    files.texts.set(two, after);
    await folder.changed([{ uri: two, gone: false }], never);
  };
  await folder.build([root], wanted, silent, never);
  assert.deepEqual([...folder.uris].sort(), [one, two]);
  assert.deepEqual(headlines(folder), [before, after].map(headlineOf).sort());
});

test('late news that a file is gone is not believed where another is there by now', async () => {
  const { files, folder } = await built({ [one]: before });
  files.texts.set(one, after);
  await folder.changed([{ uri: one, gone: true }], never);
  assert.deepEqual(headlines(folder), [headlineOf(after)]);
  assert.deepEqual(folder.uris, [one]);
});

test('a file that comes back while it is found to be gone stays', async () => {
  const { files, folder } = await built({ [one]: before });
  files.texts.delete(one);
  files.during = async () => {
    files.texts.set(one, after);
    await folder.changed([{ uri: one, gone: false }], never);
  };
  await folder.changed([{ uri: one, gone: true }], never);
  assert.deepEqual(headlines(folder), [headlineOf(after)]);
  assert.deepEqual(folder.uris, [one]);
});

test('of two readings of a file the later counts, though the earlier ends last', async () => {
  const { files, folder } = await built({ [one]: before });
  files.during = async () => {
    files.texts.set(one, after);
    await folder.changed([{ uri: one, gone: false }], never);
  };
  await folder.changed([{ uri: one, gone: false }], never);
  assert.deepEqual(headlines(folder), [headlineOf(after)]);
});

test('a dump that changed while it was read is read again when it is asked for again', async () => {
  const { files, folder } = await built({ [one]: before });
  files.during = async () => {
    files.texts.set(one, after);
    await folder.changed([{ uri: one, gone: false }], never);
  };
  await folder.view(one);
  assert.equal((await folder.view(one))?.dump.getText(), after);
});
