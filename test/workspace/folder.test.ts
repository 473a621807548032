import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spanRange } from '../../server/src/lsp/feature/jump.ts';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { Dump } from '../../server/src/workspace/dump.ts';
import { nodeFolderFiles, uriOf } from '../../server/src/workspace/folder/files.node.ts';
import { Folder, noDumps, viewOf as viewOfDump } from '../../server/src/workspace/folder/folder.ts';
import type { DumpView } from '../../server/src/workspace/folder/view.ts';
import { wholeArticle } from '../../server/src/workspace/folder/wholeArticle.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

const folderPath = fileURLToPath(new URL('../fixture/folder', import.meta.url));
const root = uriOf(folderPath);
const wanted = { include: ['**/*.{newspaper,dump.txt}'], exclude: [] };
const never = { isCancellationRequested: false };

const folder = new Folder(nodeFolderFiles, noDumps);
before(async () => {
  const heard: number[] = [];
  const built = await folder.build([root], wanted, (done) => heard.push(done), never);
  assert.deepEqual(built, { dumps: 12, unread: 0, full: false });
  assert.equal(heard.at(-1), 12);
});

async function viewOf(name: string): Promise<DumpView> {
  const view = await folder.view(`${root}/${name}`);
  assert.ok(view, name);
  return view;
}

test('files are read in their encodings', async () => {
  assert.equal((await viewOf('2031-05-13/02.dump.txt')).encoding, 'gb18030');
  assert.equal((await viewOf('20310514_A01.newspaper')).encoding, 'big5');
  assert.equal((await viewOf('2031-05-12-01.dump.txt')).encoding, 'utf-8');
  assert.ok(folder.index.get(`${root}/20310514_A03.newspaper`)?.headlines.includes('石磬區音樂課搬進採石場'));
});

test('date and page come from folio, file name and folder', () => {
  const known = (name: string) => {
    const record = folder.index.get(`${root}/${name}`)!;
    return [record.date, ...record.pages.map(({ names }) => names.join())];
  };
  assert.deepEqual(known('2031-05-12-03.dump.txt'), ['2031-05-12', '3']);
  assert.deepEqual(known('2031-05-13/04.dump.txt'), ['2031-05-13', '4']);
  assert.deepEqual(known('20310514_A02.newspaper'), ['2031-05-14', 'A2']);
});

/** From where to where the jump lines of a dump lead, by the characters at the seam. */
async function seams(name: string): Promise<string[]> {
  const { links } = await folder.jumps(await viewOf(name));
  return links.map(({ here, there }) => {
    const [left, right] = here.half.direction === 'to' ? [here, there] : [there, here];
    return `${left.half.edge.slice(-6)}|${right.half.edge.slice(0, 6)} in ${there.view.uri.slice(root.length + 1)}`;
  });
}

test('jump lines lead to the other half of their article, whichever of the two is asked', async () => {
  assert.deepEqual(await seams('2031-05-12-01.dump.txt'), [
    '清淤工程分成|五个标段同时 in 2031-05-12-03.dump.txt',
    '工担任教员。|学员当中年纪 in 2031-05-12-02.dump.txt',
  ]);
  assert.deepEqual(await seams('2031-05-12-03.dump.txt'), ['清淤工程分成|五个标段同时 in 2031-05-12-01.dump.txt']);
  assert.deepEqual(await seams('2031-05-12-02.dump.txt'), ['工担任教员。|学员当中年纪 in 2031-05-12-01.dump.txt']);
  assert.deepEqual(await seams('2031-05-13/04.dump.txt'), [
    '船队运往内河的|三座码头。渔 in 2031-05-13/01.dump.txt'.replace('船队', '队'),
  ]);
  assert.deepEqual(await seams('20310514_A03.newspaper'), ['在講述當年的|故事。博物館 in 20310514_A01.newspaper']);
});

test('a jump to a page that is not there leads nowhere', async () => {
  const jumps = await folder.jumps(await viewOf('2031-05-13/03.dump.txt'));
  assert.deepEqual(jumps, { links: [], missed: [] });
});

test('an article is put together from both of its pages, from whichever end', async () => {
  const front = await viewOf('2031-05-12-01.dump.txt');
  const inside = await viewOf('2031-05-12-03.dump.txt');
  const places = (pieces: readonly { view: DumpView }[]) => pieces.map(({ view }) => view.uri.slice(root.length + 1));
  const expected = ['2031-05-12-01.dump.txt', '2031-05-12-03.dump.txt'];
  assert.deepEqual(places(await wholeArticle(folder, front, 0, 0)), expected);
  assert.deepEqual(places(await wholeArticle(folder, inside, 0, 1)), expected);
});

test('the same article in two dumps is found, its own other half is not taken for one', async () => {
  const twins = async (name: string) => {
    const view = await viewOf(name);
    const { headlines } = folder.recordOf(view);
    return (await folder.twins(view)).map(({ article, other, match }) => [
      headlines[article],
      match,
      other.record.uri.slice(root.length + 1),
    ]);
  };
  assert.deepEqual(await twins('2031-05-12-04.dump.txt'), [
    ['柳荫区盲文图书室今起开放', 'article', '2031-05-12-01.dump.txt'],
  ]);
  assert.deepEqual(await twins('20310514_A03.newspaper'), []);
});

test('reporters are known over all dumps', () => {
  const found = folder.index.withName('江远帆').map(({ record }) => record.uri.slice(root.length + 1));
  assert.deepEqual(found.sort(), [
    '2031-05-12-01.dump.txt',
    '2031-05-12-02.dump.txt',
    '2031-05-12-04.dump.txt',
    '2031-05-13/03.dump.txt',
  ]);
});

test('what is built again after a change equals what is built from scratch', async () => {
  const twice = new Folder(nodeFolderFiles, noDumps);
  await twice.build([root], wanted, () => {}, never);
  await twice.build([root], { ...wanted, exclude: ['2031-05-13'] }, () => {}, never);
  assert.equal(twice.index.size, 8);
  await twice.build([root], wanted, () => {}, never);
  const records = (each: Folder) => [...each.index.all()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  assert.deepEqual(records(twice), records(folder));
});

test('after an edit, wherever, the jump lines of a dump of several pages lead as in one that is read anew', async () => {
  const pages = ['04', '01', '02', '03'].map((page) =>
    readFileSync(`${folderPath}/2031-05-12-${page}.dump.txt`, 'utf8'),
  );
  const dump = new Dump('untitled:whole', 'newspaper', 0, pages.join('\n\f\n'));
  const apart = new Folder(nodeFolderFiles, noDumps);
  const leads = async (where: Folder, read: Dump) => {
    const { links, missed } = await where.jumps(viewOfDump(read));
    const places = links.map(({ here, there, score }) => [spanRange(here), spanRange(there), score]);
    return { places, missed: missed.map(({ page, half }) => [page, half.span]) };
  };
  const typed = [
    { line: 6, character: 9, text: '新' },
    { line: 6, character: 3, text: '\n\n' },
    { line: 0, character: 0, text: '晚报\n' },
  ];
  let version = 0;
  const agrees = async () => {
    const anew = new Dump('untitled:anew', 'newspaper', 0, dump.getText());
    const now = await leads(apart, dump);
    assert.equal(now.places.length, 4);
    assert.deepEqual(now, await leads(new Folder(nodeFolderFiles, noDumps), anew));
  };
  await agrees();
  for (const { line, character, text } of typed) {
    const start = { line, character };
    dump.update([{ range: { start, end: start }, text }], ++version);
    await agrees();
  }
  // on a page that others lead to
  const jump = dump
    .getText()
    .split('\n')
    .findIndex((line) => line.startsWith('（上接第一版）') && line.length < 10);
  const start = { line: jump + 2, character: 4 };
  dump.update([{ range: { start, end: start }, text: '重新' }], ++version);
  await agrees();
});
