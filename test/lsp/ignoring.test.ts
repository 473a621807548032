import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import type { IgnoredEntry } from '../../server/src/protocol.ts';
import { Editor } from './editor.ts';

const headline = '青石市今年新修水渠十二条';
const lead = '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到';
const rest = '明显改善，预计秋收以后还要再修四条。';
const more = '据介绍，这些水渠由村民自己管护。';
const next = '白鹭镇图书馆向夜班工人开放';
const last = '本报讯 记者乙小满报道 白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书。';
const page = (...blocks: string[]) => blocks.join('\n\n');
const broken = page(headline, lead, rest, more, next, last);

/** The actions for the first finding of the dump. */
async function offered(editor: Editor): Promise<CodeAction[]> {
  const [finding] = await editor.diagnostics();
  return editor.actions(finding!.range, undefined, [finding!]);
}

async function choose(editor: Editor, title: RegExp): Promise<CodeAction> {
  const actions = await offered(editor);
  const action = actions.find((item) => title.test(item.title));
  assert.ok(action, `${title} is among ${actions.map((item) => item.title).join(' / ')}`);
  return action;
}

for (const [name, start, expected] of [
  [
    'where there is no configuration',
    undefined,
    /^\{\n {2}"ignored": \[\n {4}\{ "code": "split-paragraph", "hash": "\w+", "note": "[^"]+" \}\n {2}\]\n\}\n$/u,
  ],
  [
    'beside what the file says already, comments and tabs kept',
    '// ours\n{\n\t"gapMark": "…", // three dots\n\t"ignored": [\n\t\t{ "code": "stray-byline", "file": "a.txt" }\n\t]\n}\n',
    /^\/\/ ours\n\{\n\t"gapMark": "…", \/\/ three dots\n\t"ignored": \[\n\t\t\{ "code": "stray-byline", "file": "a.txt" \},\n\t\t\{ "code": "split-paragraph", "hash": "\w+", "note": "[^"]+" \}\n\t\]\n\}\n$/u,
  ],
] as const) {
  test(`ignoring one finding writes one entry ${name}`, async () => {
    const folder = new Map(start === undefined ? [] : [['.broadsheet.json', start]]);
    const editor = await Editor.start({ folder });
    await editor.open(broken);
    const action = await choose(editor, /^These do not belong together/u);
    assert.equal(action.diagnostics?.length, 1);
    await editor.apply(action);
    assert.match(folder.get('.broadsheet.json')!, expected);
    assert.deepEqual(await editor.diagnostics(), [], 'it takes effect at once');
    await editor.stop();
  });
}

test('an ignored finding stays ignored when lines move, text around it changes and the file is renamed', async () => {
  const editor = await Editor.start({ folder: new Map() });
  await editor.open(broken);
  await editor.apply(await choose(editor, /^These do not belong together/u));
  await editor.change({
    text: `\n\n${broken.replace('甘一禾', '甘二禾').replace(more, `${more}这是后来添上的一句。`)}`,
  });
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.open(page(next, last, headline, lead, rest, more), '另一份 dump.txt');
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.open(broken.replace('条件得到', '状况得到'));
  assert.equal((await editor.diagnostics()).length, 1, 'other words are another finding');
  await editor.stop();
});

test('fixing all leaves an ignored pair alone', async () => {
  const editor = await Editor.start({ folder: new Map() });
  await editor.open(page(headline, lead, headline, rest, more, next, last));
  const pair = (await editor.diagnostics()).find(({ code }) => code === 'split-paragraph');
  const actions = await editor.actions(pair!.range);
  await editor.apply(actions.find(({ title }) => title.startsWith('These do not belong together'))!);
  const [fixAll] = await editor.actions(editor.rangeOf(), ['source.fixAll']);
  await editor.apply(fixAll!);
  assert.equal(editor.text, page(headline, lead, rest, more, next, last));
  await editor.stop();
});

test('of two repetitions of one headline each is ignored by itself, through edits, moves and another name', async () => {
  const own = '每条水渠都有一名渠长，每天沿着水渠走一遍。';
  const text = page(headline, lead + rest, headline, more, headline, own, next, last);
  const lines = async () =>
    (await editor.diagnostics())
      .filter(({ code }) => code === 'duplicate-headline')
      .map(({ range }) => editor.text.split('\n')[range.start.line + 2]);
  const folder = new Map<string, string>();
  const editor = await Editor.start({ folder });
  await editor.open(text);
  assert.deepEqual(await lines(), [more, own]);
  const [first] = await editor.diagnostics();
  const ignore = async () =>
    editor.apply((await editor.actions(first!.range)).find(({ title }) => title === 'Ignore this one')!);
  await ignore();
  assert.deepEqual(await lines(), [own]);
  await editor.open(page(next, last, headline, lead + rest, '新添的一句。', headline, more, headline, own), 'neu.txt');
  assert.deepEqual(await lines(), [own], 'an edit on one side, another place and another file');
  await editor.open(page(headline, lead + rest, headline, headline, own, next, last), 'dump.txt');
  await editor.write('.broadsheet.json', '{}');
  assert.equal((await lines()).length, 2);
  await ignore();
  assert.deepEqual(await lines(), [own], 'even where one follows the other');
  // an entry of version 0.1 has no surroundings
  const [code] = JSON.parse(folder.get('.broadsheet.json')!).ignored;
  const old = { ignored: [{ ...code, hash: code.hash.split('.')[0] }] };
  await editor.write('.broadsheet.json', JSON.stringify(old));
  assert.deepEqual(await lines(), [], 'and means every repetition, as it did');
  await editor.stop();
});

test('a kind is ignored in one file, or in the folder', async () => {
  const editor = await Editor.start({ folder: new Map() });
  await editor.open(broken, 'a [1].txt');
  await editor.apply(await choose(editor, /^Ignore “split-paragraph” in this file$/u));
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.open(broken, 'b.txt');
  assert.equal((await editor.diagnostics()).length, 1);
  await editor.apply(await choose(editor, /^Ignore “split-paragraph” in this folder$/u));
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.open(broken, 'c.txt');
  assert.deepEqual(await editor.diagnostics(), []);
  await editor.stop();
});

test('what is ignored can be listed and restored', async () => {
  const folder = new Map<string, string>();
  const editor = await Editor.start({ folder });
  await editor.open(broken);
  await editor.apply(await choose(editor, /^These do not belong together/u));
  const [entry] = await editor.request<IgnoredEntry[]>('broadsheet/ignored', {});
  assert.equal(entry?.code, 'split-paragraph');
  assert.match(entry.note!, /得到\|/u);
  assert.match(entry.location!.uri, /\.broadsheet\.json$/u);
  assert.equal(entry.location!.range.start.line, 2);
  assert.equal(await editor.request('broadsheet/restore', entry), true);
  assert.deepEqual(JSON.parse(folder.get('.broadsheet.json')!), { ignored: [] });
  assert.equal((await editor.diagnostics()).length, 1);
  await editor.stop();
});

test('in a dump without a folder a finding is ignored until the session ends', async () => {
  const editor = await Editor.start();
  await editor.open(broken);
  const { command, edit } = await choose(editor, /until the editor closes$/u);
  assert.equal(edit, undefined);
  await editor.execute(command!);
  assert.deepEqual(await editor.diagnostics(), []);
  const [entry] = await editor.request<IgnoredEntry[]>('broadsheet/ignored', {});
  assert.equal(entry?.location, null);
  assert.equal(await editor.request('broadsheet/restore', entry), true);
  assert.equal((await editor.diagnostics()).length, 1);
  await editor.stop();
});

test('the folder’s severities, gap mark and files that are not checked go before the reader’s own', async () => {
  const folder = new Map([['.broadsheet.json', '{ "severity": { "split-paragraph": "error" }, "ignore": ["old/"] }']]);
  const editor = await Editor.start({ folder, settings: { severity: { 'split-paragraph': 'off' } } });
  await editor.open(broken);
  assert.equal((await editor.diagnostics())[0]?.severity, 1);
  await editor.write('.broadsheet.json', '{ "severity": { "split-paragraph": "error" }, "ignore": ["dump.*"] }');
  assert.deepEqual(await editor.diagnostics(), []);
  assert.deepEqual(await editor.actions(editor.rangeOf()), []);
  await editor.stop();
});

test('what is wrong in a configuration is marked there, and the rest of it holds', async () => {
  const folder = new Map([
    ['.broadsheet.json', '{\n  "severity": { "split-paragraph": "off" },\n  "gapMark": 3,\n  "ignored": [1]\n}'],
  ]);
  const editor = await Editor.start({ folder });
  await editor.open(broken);
  assert.deepEqual(await editor.diagnostics(), []);
  const marked = editor.pushed.find(({ uri }) => uri.endsWith('.broadsheet.json'))!.diagnostics;
  assert.deepEqual(
    marked.map(({ range }) => range.start),
    [
      { line: 2, character: 13 },
      { line: 3, character: 14 },
    ],
  );
  await editor.write('.broadsheet.json', '{\n  "severity": { "split-paragraph": "off" }\n  "gapMark": "…"\n}');
  assert.deepEqual(await editor.diagnostics(), [], 'a forgotten comma costs nothing else');
  assert.equal(editor.pushed.at(-1)?.diagnostics[0]?.severity, 1);
  await editor.write('.broadsheet.json', '{ "severity": ');
  const actions = await offered(editor);
  assert.ok(
    actions.length > 0 && !actions.some(({ title }) => title.includes('gnore')),
    'nothing is written into a file that is no JSON',
  );
  folder.delete('.broadsheet.json');
  await editor.write('.other', '');
  await editor.request('workspace/executeCommand', { command: 'none' });
  await editor.stop();
});

test('a text that was read in the wrong encoding is named, and nothing else is said of it', async () => {
  const editor = await Editor.start();
  // the bytes of GB18030, read as UTF-8
  const bytes = Uint8Array.from(
    'c7e0cac7b5d8c3fbb5c4cbaec7feb6bcd0deBAC3c1cba3acb4e5c3f1bacdb8c9b2bfb6bcbadcb8dfd0cba1a3'.match(/../gu)!,
    (pair) => Number.parseInt(pair, 16),
  );
  await editor.open(new TextDecoder().decode(bytes));
  const [finding, ...others] = await editor.diagnostics();
  assert.equal(finding?.code, 'suspect-encoding');
  assert.deepEqual(finding.data, { encoding: 'gb18030' });
  assert.deepEqual(others, []);
  assert.deepEqual(await editor.ask('broadsheet/suspectEncoding'), { encoding: 'gb18030' });
  const actions = await editor.actions(finding.range, undefined, [finding]);
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Ignore “suspect-encoding” in this file until the editor closes'],
  );
  await editor.open(broken);
  assert.equal(await editor.ask('broadsheet/suspectEncoding'), null);
  await editor.stop();
});
