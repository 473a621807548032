import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Editor } from './editor.ts';

const pieces = {
  headline: '青石市今年新修水渠十二条',
  lead: '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到',
  rest: '明显改善，预计秋收以后还要再修四条。',
  more: '据介绍，这些水渠由村民自己管护。',
  next: '白鹭镇图书馆向夜班工人开放',
  last: '本报讯 记者乙小满报道 白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书。',
};

let editor: Editor;
before(async () => {
  editor = await Editor.start();
});
after(() => editor.stop());

const { headline, lead, rest, more, next, last } = pieces;
const joined = lead + rest;

for (const [name, lineBreak] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const) {
  const page = (...blocks: string[]) => blocks.join(lineBreak + lineBreak) + lineBreak;

  test(`joining moves the continuation to the cut and changes nothing else (${name})`, async () => {
    await editor.open(page(headline, lead, rest, more, next, last));
    const [finding] = await editor.diagnostics();
    const [join] = await editor.actions(finding!.range, undefined, [finding!]);
    assert.match(join!.title, /^Join the paragraph/);
    assert.deepEqual(join!.diagnostics, [finding]);
    await editor.apply(join!);
    assert.equal(editor.text, page(headline, joined, more, next, last));
    assert.deepEqual(await editor.diagnostics(), []);
  });

  test(`a repeated headline goes, and the paragraph that it broke is joined (${name})`, async () => {
    await editor.open(page(headline, lead, headline, rest, more, next, last));
    const duplicate = (await editor.diagnostics()).find(({ code }) => code === 'duplicate-headline');
    assert.equal(duplicate?.relatedInformation?.[0]?.location.range.start.line, 0);
    const [remove] = await editor.actions(duplicate!.range, undefined, [duplicate!]);
    await editor.apply(remove!);
    assert.equal(editor.text, page(headline, joined, more, next, last));
  });

  test(`fixing all twice is fixing all once (${name})`, async () => {
    await editor.open(page(headline, lead, headline, rest, more, next, last));
    const [fixAll] = await editor.actions(editor.rangeOf(), ['source.fixAll']);
    assert.equal(fixAll?.kind, 'source.fixAll.broadsheet');
    await editor.apply(fixAll!);
    assert.equal(editor.text, page(headline, joined, more, next, last));
    assert.deepEqual(await editor.actions(editor.rangeOf(), ['source.fixAll']), []);
  });
}

test('an overlap stands once after joining, and the title names it', async () => {
  await editor.open([headline, lead, `得到${rest}`, more, next, last].join('\n\n'));
  const [finding] = await editor.diagnostics();
  const [join] = await editor.actions(finding!.range);
  assert.match(join!.title, /得到/);
  await editor.apply(join!);
  assert.equal(editor.text, [headline, joined, more, next, last].join('\n\n'));
});

test('the gap of a paragraph whose rest is lost is marked with the chosen mark', async () => {
  const broken = `${more}每个村都选出两名护渠员，每月巡查四次，发现渗漏就把`;
  await editor.open([headline, lead + rest, broken, next, last].join('\n\n'));
  const [finding] = await editor.diagnostics();
  assert.equal(finding?.code, 'lost-continuation');
  const [mark] = await editor.actions(finding!.range);
  await editor.apply(mark!);
  assert.equal(editor.text, [headline, lead + rest, `${broken}〔……〕`, next, last].join('\n\n'));
  assert.deepEqual(await editor.diagnostics(), [], 'a marked gap is no finding any more');
});

test('fixing all is offered only where it is asked for', async () => {
  await editor.open([headline, lead, rest].join('\n\n'));
  const kinds = (await editor.actions(editor.rangeOf())).map(({ kind }) => kind);
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind === 'quickfix'));
});
