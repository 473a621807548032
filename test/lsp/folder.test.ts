import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  type DocumentLink,
  FileChangeType,
  type Hover,
  type Location,
  type LocationLink,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Article, CheckFolderResult, FixFolderResult } from '../../server/src/protocol.ts';
import { uriOf } from '../../server/src/workspace/folder/files.node.ts';
import { temporaryFolder } from '../workspace/temporary.ts';
import { FolderEditor } from './folderEditor.ts';

const path = fileURLToPath(new URL('../fixture/folder', import.meta.url));
const root = uriOf(path);
const front = `${root}/2031-05-12-01.dump.txt`;
const inside = `${root}/2031-05-12-03.dump.txt`;
const textOf = (name: string) => readFileSync(`${path}/${name}`, 'utf8');

let editor: FolderEditor;
before(async () => {
  editor = await FolderEditor.start({ folders: [root] });
  await editor.open(front, textOf('2031-05-12-01.dump.txt'));
  const dumps = async () => new Set((await symbols('')).map(({ location }) => location.uri)).size;
  assert.equal(await editor.eventually(dumps, (count) => count === 12), 12);
});
after(() => editor.stop());

function symbols(query: string): Promise<WorkspaceSymbol[]> {
  return editor.ask<WorkspaceSymbol[]>('workspace/symbol', { query });
}

test('headlines of all dumps are found by some of their characters, in order', async () => {
  const [found] = await symbols('露天剧场');
  assert.equal(found?.name, '石磬区旧采石场变成露天剧场');
  assert.equal(found.location.uri, `${root}/2031-05-13/03.dump.txt`);
  assert.match(found.containerName ?? '', /2031-05-13 · page 3 · 03\.dump\.txt/u);
  assert.equal((await symbols('石剧场'))[0]?.name, '石磬区旧采石场变成露天剧场');
  assert.deepEqual(await symbols('没有这样的标题'), []);
});

test('headlines are found by the initials of their pinyin, which the name then shows', async () => {
  const [found] = await symbols('ltjc');
  assert.match(found?.name ?? '', /露天剧场 · sqqjcscbcltjc$/u);
});

test('reporters are found too', async () => {
  const found = await symbols('沈渡舟');
  assert.ok(found.length >= 3);
  assert.ok(found.every(({ name }) => name === '沈渡舟'));
});

test('a jump line leads to the other file and back', async () => {
  const [there] = await editor.about<LocationLink[]>('textDocument/definition', front, '下转第三版');
  assert.equal(there?.targetUri, inside);
  await editor.open(inside, textOf('2031-05-12-03.dump.txt'));
  const [back] = await editor.about<LocationLink[]>('textDocument/definition', inside, '上接第一版');
  assert.equal(back?.targetUri, front);
  assert.deepEqual(back.targetSelectionRange.start, editor.positionOf(front, '（下转第三版）'));
  const both = await editor.about<Location[]>('textDocument/references', inside, '上接第一版', {
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    both.map(({ uri }) => uri),
    [inside, front],
  );
  await editor.close(inside);
});

test('jump lines that lead somewhere are links', async () => {
  const links = await editor.about<DocumentLink[]>('textDocument/documentLink', front);
  assert.deepEqual(
    links.map(({ target }) => target?.replace(/#.*/u, '')),
    [inside, `${root}/2031-05-12-02.dump.txt`],
  );
});

test('an article is read whole over both files', async () => {
  const articles = await editor.about<Article[]>('broadsheet/articles', front);
  const { parts } = articles[0]!;
  const seam = parts.findIndex(({ uri }) => uri !== undefined);
  assert.deepEqual(
    parts.slice(seam, seam + 2).map(({ uri, role, continues }) => [uri, role, continues]),
    [
      [inside, 'body', true],
      [inside, 'body', undefined],
    ],
  );
  assert.equal(parts[seam]!.range.start.line, 12);
});

test('a jump line is a finding only where its other half is missing', async () => {
  const codes = async (uri: string) => (await editor.diagnostics(uri)).map(({ code }) => code);
  assert.ok(!(await codes(front)).includes('unresolved-jump'));
  const alone = 'untitled:alone';
  await editor.open(alone, textOf('2031-05-12-03.dump.txt').replace('5月12日', '5月30日'));
  assert.ok((await codes(alone)).includes('unresolved-jump'));
  await editor.close(alone);
});

test('in a dump of several pages both halves lead to each other, and neither is a finding', async () => {
  const pages = ['01', '02', '03'].map((page) => textOf(`2031-05-12-${page}.dump.txt`).replace('5月12日', '5月30日'));
  const whole = 'untitled:whole';
  await editor.open(whole, pages.join('\n\f\n'));
  const leads = async (from: string, to: string) => {
    const links = await editor.about<LocationLink[]>('textDocument/definition', whole, from);
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange: { start } }) => [targetUri, start]),
      [[whole, editor.positionOf(whole, to)]],
    );
  };
  await leads('（下转第三版）', '（上接第一版）\n');
  await leads('（上接第一版）\n', '（下转第三版）');
  const codes = (await editor.diagnostics(whole)).map(({ code }) => code);
  assert.ok(!codes.includes('unresolved-jump'), codes.join());
  await editor.close(whole);
});

test('a text that a jump line leads on from is not lost, and nobody offers to mark a gap there', async () => {
  const cut = `${root}/20310514_A01.newspaper`;
  const rest = `${root}/20310514_A03.newspaper`;
  const text = (name: string) => new TextDecoder('big5').decode(readFileSync(`${path}/${name}`));
  for (const [uri, words] of [
    [cut, '轉A3版'],
    [rest, '接A1版'],
  ] as const) {
    await editor.open(uri, text(uri.slice(root.length + 1)));
    assert.deepEqual(
      (await editor.diagnostics(uri)).map(({ code }) => code),
      [],
    );
    const line = editor.positionOf(uri, words).line;
    const range = { start: { line: line - 2, character: 0 }, end: { line: line + 3, character: 0 } };
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(actions, []);
    await editor.close(uri);
  }
  const alone = 'untitled:cut';
  await editor.open(alone, text('20310514_A01.newspaper').replace(/5月14日/u, '5月30日'));
  const codes = (await editor.diagnostics(alone)).map(({ code }) => code);
  await editor.close(alone);
  assert.ok(codes.includes('lost-continuation') && codes.includes('unresolved-jump'), codes.join());
});

test('the same article in another dump is told of quietly, with the place there', async () => {
  const found = (await editor.diagnostics(front)).filter(({ code }) => code === 'duplicate-headline');
  assert.equal(found.length, 1);
  assert.equal(found[0]!.message, 'This article is also in 2031-05-12-04.dump.txt, line 5.');
  assert.equal(found[0]!.severity, 3);
  assert.equal(found[0]!.relatedInformation?.[0]?.location.uri, `${root}/2031-05-12-04.dump.txt`);
  const actions = await editor.about<{ edit?: unknown }[]>('textDocument/codeAction', front, undefined, {
    range: found[0]!.range,
    context: { diagnostics: found },
  });
  assert.ok(!JSON.stringify(actions).includes('Remove'));
});

test('that an article is in another dump too can be ignored, each article by itself, as any finding', async () => {
  const texts = ['2031-05-12-01', '2031-05-12-04'].map((name) => textOf(`${name}.dump.txt`));
  const temporary = temporaryFolder({ '2031-05-12-01.dump.txt': texts[0]!, '2031-05-12-04.dump.txt': texts[1]! });
  const uri = `${temporary.uri}/2031-05-12-01.dump.txt`;
  const config = `${temporary.uri}/.broadsheet.json`;
  const own = await FolderEditor.start({ folders: [temporary.uri] });
  const twins = async (count: number) => {
    const found = async () => (await own.diagnostics(uri)).filter(({ code }) => code === 'duplicate-headline');
    return own.eventually(found, ({ length }) => length === count);
  };
  try {
    await own.open(uri, texts[0]!);
    const [twin] = await twins(1);
    assert.match(String(twin?.message), /also in 2031-05-12-04/u);
    const offered = async () =>
      own.about<CodeAction[]>('textDocument/codeAction', uri, undefined, {
        range: twin!.range,
        context: { diagnostics: [twin] },
      });
    const actions = await offered();
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Ignore this one', 'Ignore “duplicate-headline” in this file', 'Ignore “duplicate-headline” in this folder'],
    );
    assert.equal(actions[0]?.diagnostics?.length, 1);
    const written = JSON.stringify(actions[0]?.edit);
    const hash = /\\"hash\\": \\"([\w.]+)\\"/u.exec(written)?.[1];
    assert.ok(hash, written);
    const obey = async (ignored: object) => {
      temporary.write('.broadsheet.json', JSON.stringify({ ignored: [ignored] }));
      await own.fileChanged(config);
    };
    await obey({ code: 'duplicate-headline', hash });
    assert.deepEqual(await twins(0), []);
    await own.close(uri);
    await own.open(uri, `\n\n${texts[0]}`);
    assert.deepEqual(await twins(0), [], 'lines move');
    for (const ignored of [{ file: '2031-05-12-01.dump.txt' }, {}]) {
      await obey({ code: 'stray-byline' });
      assert.equal((await twins(1)).length, 1);
      await obey({ code: 'duplicate-headline', ...ignored });
      assert.deepEqual(await twins(0), []);
    }
  } finally {
    await own.stop();
    temporary.remove();
  }
});

test('a jump line that leads somewhere is no finding, and nothing is offered for it', async () => {
  const position = editor.positionOf(front, '（下转第三版）');
  const actions = await editor.about('textDocument/codeAction', front, undefined, {
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  assert.deepEqual(actions, []);
});

test('a reporter’s name shows what else the reporter wrote, and where the name stands', async () => {
  const hover = await editor.about<Hover>('textDocument/hover', front, '江远帆');
  const { value } = hover.contents as { value: string };
  assert.match(value, /Other articles by 江远帆/u);
  assert.match(value, /石磬区旧采石场变成露天剧场/u);
  assert.ok(value.indexOf('2031-05-13') < value.indexOf('2031-05-12'), 'the latest first');
  const places = await editor.about<Location[]>('textDocument/references', front, '江远帆', {
    context: { includeDeclaration: true },
  });
  assert.equal(places.length, 4);
});

test('all dumps are checked when asked, with progress, and the findings of closed ones are shown', async () => {
  assert.equal(editor.pushed.size, 0, 'nothing is checked unasked');
  const result = await editor.ask<CheckFolderResult>('broadsheet/checkFolder', { workDoneToken: 'check' });
  assert.equal(result.checked, 12);
  assert.equal(result.unread, 0);
  assert.equal(result.cancelled, false);
  const jump = result.codes.find(({ code }) => code === 'unresolved-jump');
  assert.equal(jump?.count, 1);
  const pushed = editor.pushed.get(`${root}/2031-05-13/03.dump.txt`);
  assert.ok(pushed?.some(({ code }) => code === 'unresolved-jump'));
  assert.ok(!editor.pushed.has(front), 'an open dump has its findings already');
  const kinds = editor.progress.filter(({ token }) => token === 'check').map(({ kind }) => kind);
  assert.equal(kinds[0], 'begin');
  assert.equal(kinds.at(-1), 'end');
  const opened = `${root}/2031-05-13/03.dump.txt`;
  await editor.open(opened, '石磬区');
  assert.deepEqual(
    await editor.eventually(
      async () => editor.pushed.get(opened),
      (items) => items?.length === 0,
    ),
    [],
  );
  await editor.close(opened);
});

test('fixes of the whole folder are one edit to be confirmed; files in other encodings are left alone', async () => {
  const broken =
    '望屿市新修水渠十二条\n\n本报讯 记者苏砚秋报道 望屿市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到\n\n明显改善，预计秋收以后还要再修四条。\n\n望屿市新修水渠十二条\n\n水渠由村民自己管护，每条水渠都有一名渠长，每天沿着水渠走一遍。\n';
  const temporary = temporaryFolder({ 'a.dump.txt': broken, 'b.dump.txt': Buffer.from(broken, 'utf16le') });
  const own = await FolderEditor.start({ folders: [temporary.uri] });
  try {
    const { edit, files, skipped } = await own.eventually(
      () => own.ask<FixFolderResult>('broadsheet/fixFolder'),
      (result) => result.files > 0,
    );
    assert.equal(files, 1);
    assert.deepEqual(skipped, [{ uri: `${temporary.uri}/b.dump.txt`, encoding: 'utf-16le' }]);
    const [change] = edit!.documentChanges as { textDocument: object; edits: { annotationId: string }[] }[];
    assert.deepEqual(change!.textDocument, { uri: `${temporary.uri}/a.dump.txt`, version: null });
    const annotations = edit!.changeAnnotations as Record<string, { needsConfirmation: boolean }>;
    for (const { annotationId } of change!.edits) assert.equal(annotations[annotationId]?.needsConfirmation, true);
  } finally {
    await own.stop();
    temporary.remove();
  }
});

test('files that come and go are taken in and forgotten', async () => {
  const temporary = temporaryFolder({
    'a.dump.txt':
      '望屿市新修水渠十二条\n\n本报讯 记者苏砚秋报道 望屿市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水。',
  });
  const own = await FolderEditor.start({ folders: [temporary.uri] });
  const found = (query: string, count: number) =>
    own.eventually(
      () => own.ask<WorkspaceSymbol[]>('workspace/symbol', { query }),
      ({ length }) => length === count,
    );
  try {
    assert.equal((await found('水渠', 1)).length, 1);
    assert.ok(own.watched.includes('**/*.{newspaper,dump.txt}'));
    const uri = temporary.write(
      'b.dump.txt',
      '望屿市旧水渠变花园\n\n本报讯 记者江远帆报道 望屿市三条旧水渠近日变成了花园，水渠两岸种上了花。',
    );
    await own.fileChanged(uri);
    assert.equal((await found('水渠', 2)).length, 2);
    rmSync(fileURLToPath(uri));
    await own.fileChanged(uri, FileChangeType.Deleted);
    assert.equal((await found('水渠', 1)).length, 1);
    // of a folder that goes, an editor says only that
    const inside = temporary.write(
      '旧 报/c.dump.txt',
      '望屿市旧水渠变果园\n\n本报讯 记者江远帆报道 水渠两岸种上了果树。',
    );
    await own.fileChanged(inside);
    assert.equal((await found('水渠', 2)).length, 2);
    assert.ok(own.watched.includes('**/*'));
    const folder = inside.slice(0, inside.lastIndexOf('/'));
    rmSync(fileURLToPath(folder), { recursive: true });
    await own.fileChanged(folder, FileChangeType.Deleted);
    assert.equal((await found('水渠', 1)).length, 1);
    // of a folder that was copied in, it may say only that too
    const copied = temporary.write('2031.05.13/新/d.dump.txt', '望屿市旧水渠变菜园\n\n本报讯 水渠两岸种上了菜。');
    await own.fileChanged(copied.slice(0, copied.indexOf('/2031.05.13') + 11), FileChangeType.Created);
    assert.equal((await found('水渠', 2)).length, 2);
    // of others it says nothing, and they are found when all are asked for
    temporary.write('无声/e.dump.txt', '望屿市旧水渠变球场\n\n本报讯 水渠两岸有了球场。');
    const { checked } = await own.ask<CheckFolderResult>('broadsheet/checkFolder', {});
    assert.equal(checked, 3);
  } finally {
    await own.stop();
    temporary.remove();
  }
});

test('without files of its own the server has the client find and read the dumps', async () => {
  const folder = 'memfs:/papers';
  const virtual = Object.fromEntries(
    ['2031-05-12-01.dump.txt', '2031-05-12-03.dump.txt'].map((name) => [`${folder}/${name}`, textOf(name)]),
  );
  const own = await FolderEditor.start({ folders: [folder], virtual });
  try {
    const uri = `${folder}/2031-05-12-01.dump.txt`;
    await own.open(uri, virtual[uri]!);
    const [there] = await own.eventually(
      () => own.about<LocationLink[]>('textDocument/definition', uri, '下转第三版'),
      (links) => links?.length === 1,
    );
    assert.equal(there?.targetUri, `${folder}/2031-05-12-03.dump.txt`);
  } finally {
    await own.stop();
  }
});
