import assert from 'node:assert/strict';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { nodeFolderFiles, uriOf } from '../../server/src/workspace/folder/files.node.ts';
import type { FolderFiles } from '../../server/src/workspace/folder/files.ts';
import { Folder, noDumps } from '../../server/src/workspace/folder/folder.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

const wanted = { include: ['**/*.dump.txt'], exclude: [] };
const never = { isCancellationRequested: false };
const silent = (): void => {};

const made: TemporaryFolder[] = [];
after(() => {
  for (const each of made) each.remove();
});
function make(files: Record<string, string | Uint8Array> = {}): TemporaryFolder {
  const each = temporaryFolder(files);
  made.push(each);
  return each;
}

function page(date: string, number: number, ...articles: string[]): string {
  return [`第${number}版 要闻`, `${date.replace('-', '年').replace('-', '月')}日 星期一`, ...articles].join('\n\n');
}

const first =
  '望屿市水上夜校开课\n\n本报讯 记者沈渡舟报道 望屿市水上夜校昨晚开课，三百名学员登上木船跟着老船工学习摇橹，（下转第3版）';
const rest =
  '望屿市水上夜校开课\n\n（上接第1版）还要学会辨认航标和潮水。夜校的课表排到了年底，不收学费，教员都是退休的船工。';
const other =
  '鹿鸣区菜场添了免费雨伞\n\n本报讯 记者江远帆报道 鹿鸣区三家菜场门口近日添了免费雨伞，买菜的居民扫一扫就能借走。';

test('a file that vanishes is forgotten, the rest stays', async () => {
  const temporary = make({ '2031-05-12-01.dump.txt': page('2031-5-12', 1, first) });
  const gone = temporary.write('2031-05-12-03.dump.txt', page('2031-5-12', 3, rest));
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  const front = (await folder.view(`${temporary.uri}/2031-05-12-01.dump.txt`))!;
  assert.equal((await folder.jumps(front)).links.length, 1);
  rmSync(join(temporary.path, '2031-05-12-03.dump.txt'));
  await folder.changed([{ uri: gone, gone: true }], never);
  assert.deepEqual(await folder.jumps(front), { links: [], missed: [] });
  assert.equal(await folder.view(gone), undefined);
  assert.equal(folder.index.size, 1);
});

test('a file that vanishes between listing and reading is passed over', async () => {
  const temporary = make({ 'a.dump.txt': page('2031-5-12', 1, other), 'b.dump.txt': page('2031-5-12', 2, other) });
  const files: FolderFiles = {
    async *find(...given) {
      for await (const batch of nodeFolderFiles.find(...given)) {
        rmSync(join(temporary.path, 'a.dump.txt'), { force: true });
        yield batch;
      }
    },
    read: nodeFolderFiles.read,
  };
  const folder = new Folder(files, noDumps);
  assert.deepEqual(await folder.build([temporary.uri], wanted, silent, never), { dumps: 1, unread: 1, full: false });
});

test('a file that changes is read again', async () => {
  const temporary = make();
  const uri = temporary.write('a.dump.txt', page('2031-5-12', 1, other));
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  assert.equal(folder.index.withHeadline('鹿鸣区菜场添了免费雨伞').length, 1);
  temporary.write('a.dump.txt', page('2031-5-12', 1, rest));
  await folder.changed([{ uri, gone: false }], never);
  assert.equal(folder.index.withHeadline('鹿鸣区菜场添了免费雨伞').length, 0);
  assert.equal(folder.index.withHeadline('望屿市水上夜校开课').length, 1);
  assert.equal(folder.index.withName('江远帆').length, 0);
});

test('what is no text is passed over', async () => {
  const temporary = make({
    'picture.dump.txt': Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256),
    'zeros.dump.txt': new Uint8Array(1_000),
    'empty.dump.txt': '',
    'page.dump.txt': page('2031-5-12', 1, other),
  });
  const folder = new Folder(nodeFolderFiles, noDumps);
  assert.deepEqual(await folder.build([temporary.uri], wanted, silent, never), { dumps: 2, unread: 2, full: false });
});

test('UTF-16 is read with and without a mark', async () => {
  const text = page('2031-5-12', 1, other);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  const temporary = make({
    'marked.dump.txt': little,
    'plain.dump.txt': little.subarray(2),
    'big.dump.txt': Buffer.from(little.subarray(2)).swap16(),
  });
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  assert.equal(folder.index.withHeadline('鹿鸣区菜场添了免费雨伞').length, 3);
});

test('symbolic links that lead in a ring are followed once', async () => {
  const temporary = make({ 'pages/a.dump.txt': page('2031-5-12', 1, other) });
  symlinkSync(temporary.path, join(temporary.path, 'pages', 'up'));
  symlinkSync(join(temporary.path, 'pages', 'round'), join(temporary.path, 'pages', 'round'));
  symlinkSync(join(temporary.path, 'nowhere'), join(temporary.path, 'broken.dump.txt'));
  const folder = new Folder(nodeFolderFiles, noDumps);
  assert.deepEqual(await folder.build([temporary.uri], wanted, silent, never), { dumps: 1, unread: 0, full: false });
});

test('neither the home folder nor node_modules is searched', async () => {
  const temporary = make({ 'node_modules/x/a.dump.txt': page('2031-5-12', 1, other) });
  const found = async (root: string) => {
    const all: string[] = [];
    for await (const batch of nodeFolderFiles.find(root, wanted, never)) all.push(...batch);
    return all;
  };
  assert.deepEqual(await found(temporary.uri), []);
  assert.deepEqual(await found(uriOf(homedir())), []);
  assert.deepEqual(await found('file:///'), []);
});

test('of two dumps of one page that disagree the one that fits is taken', async () => {
  const temporary = make({
    '2031-05-12-01.dump.txt': page('2031-5-12', 1, first),
    '2031-05-12-03.dump.txt': page('2031-5-12', 3, other),
    'again/2031-05-12-03.dump.txt': page('2031-5-12', 3, rest),
  });
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  const front = (await folder.view(`${temporary.uri}/2031-05-12-01.dump.txt`))!;
  const { links, missed } = await folder.jumps(front);
  assert.deepEqual(
    links.map(({ there }) => there.view.uri),
    [`${temporary.uri}/again/2031-05-12-03.dump.txt`],
  );
  assert.deepEqual(missed, []);
});

test('a page that is there without the article is named as missed', async () => {
  const temporary = make({
    '2031-05-12-01.dump.txt': page('2031-5-12', 1, first),
    '2031-05-12-03.dump.txt': page('2031-5-12', 3, other),
  });
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  const front = (await folder.view(`${temporary.uri}/2031-05-12-01.dump.txt`))!;
  const { links, missed } = await folder.jumps(front);
  assert.deepEqual(links, []);
  assert.deepEqual(
    missed.map(({ uri }) => uri),
    [`${temporary.uri}/2031-05-12-03.dump.txt`],
  );
});

test('pages of another paper of the same day need more than a page number', async () => {
  const temporary = make({
    'evening/2031-05-12-01.dump.txt': page('2031-5-12', 1, first),
    'morning/day-2031-05-12-03.dump.txt': page(
      '2031-5-12',
      3,
      '竹篙巷里的修伞人\n\n（上接第1版）修伞摊摆了四十年，坏的往往只是一根伞骨，换上新的又能撑过几个梅雨季节。',
    ),
  });
  const folder = new Folder(nodeFolderFiles, noDumps);
  await folder.build([temporary.uri], wanted, silent, never);
  const front = (await folder.view(`${temporary.uri}/evening/2031-05-12-01.dump.txt`))!;
  assert.deepEqual((await folder.jumps(front)).links, []);
});

test('building stops when it is told to, and keeps what it has', async () => {
  const temporary = make();
  for (let at = 0; at < 300; at++) temporary.write(`${at}.dump.txt`, page('2031-5-12', 1, other));
  const stop = { isCancellationRequested: false };
  const folder = new Folder(nodeFolderFiles, noDumps);
  const report = (done: number) => {
    if (done === 20) stop.isCancellationRequested = true;
  };
  const { dumps } = await folder.build([temporary.uri], wanted, report, stop);
  assert.equal(dumps, 20);
});

test('20,000 dumps are taken in, for less than 4 KB each', async () => {
  const temporary = make();
  const count = 20_000;
  for (let at = 0; at < count; at++) {
    const title = `望屿市第${at}条水渠通水`;
    temporary.write(
      `${at % 100}/${at}.dump.txt`,
      `${title}\n\n本报讯 记者苏砚秋报道 ${title}，沿线村庄共有${at}户受益。`,
    );
  }
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const folder = new Folder(nodeFolderFiles, noDumps);
  const { dumps } = await folder.build([temporary.uri], wanted, silent, never);
  assert.equal(dumps, count);
  collect();
  const each = (process.memoryUsage().heapUsed - before) / count;
  assert.ok(each < 4096, `${Math.round(each)} bytes each`);
  assert.equal(folder.index.withHeadline('望屿市第777条水渠通水').length, 1);
});
