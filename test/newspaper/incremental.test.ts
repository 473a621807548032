import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse, type Issue } from '../../server/src/newspaper/index.ts';
import { differenceFromScratch } from '../../server/src/workspace/compare.ts';
import { Dump } from '../../server/src/workspace/dump.ts';
import { madeUpDump } from '../bench/dump.ts';

const lines = fc.constantFrom(
  '青石市今年新修水渠十二条',
  '本报讯 记者甘一禾报道 全市今年新修的水渠已经全部通水，沿线村庄的灌溉条件得到',
  '明显改善，预计秋收以后还要再修四条。',
  '第2版 要闻',
  '第三版',
  '2031年5月6日 星期二',
  '速读',
  '★ 白鹭镇图书馆从本月起每天开到半夜。',
  '甘一禾',
  '（下转第3版）',
  '（上接第一版）',
  '记者甘一禾／青石报导',
  '（甘一禾）',
  '图为水渠边的村民。',
  '',
  '\f',
  '　　据介绍，这些水渠由村民自己管护。',
  'abc',
);
const breaks = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const dumps = fc.array(fc.tuple(lines, breaks), { maxLength: 24 }).map((parts) => parts.flat().join(''));

/** What can be seen of an issue, without what it keeps for speed. */
function seen(issue: Issue): unknown {
  return issue.pages.map(({ page, offset, line }) => ({
    offset,
    line,
    text: page.text,
    layout: page.layout,
    roles: page.roles,
    blocks: page.blocks.map(({ first, last, start, end, paragraph: { text, pieces } }) => [
      first,
      last,
      start,
      end,
      text,
      pieces,
    ]),
    duplicates: page.duplicates,
    continuations: page.continuations,
    orphans: page.orphans,
    articles: page.articles,
    sections: page.sections,
  }));
}

test('the pages of an issue are the whole dump, without a gap', () => {
  fc.assert(
    fc.property(fc.oneof(dumps, fc.string({ unit: 'binary' })), (text) => {
      assert.equal(
        analyse(text)
          .pages.map(({ page }) => page.text)
          .join(''),
        text,
      );
    }),
  );
});

test('after any edits an issue is what it would be from scratch', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.oneof(lines, breaks, fc.string())), { maxLength: 6 });
  fc.assert(
    fc.property(dumps, edits, (start, changes) => {
      let text = start;
      let issue = analyse(text);
      for (const [at, length, inserted] of changes) {
        const from = text.length === 0 ? 0 : at % (text.length + 1);
        const oldEnd = Math.min(text.length, from + length);
        text = text.slice(0, from) + inserted + text.slice(oldEnd);
        issue = analyse(text, issue, { start: from, oldEnd, newEnd: from + inserted.length });
        assert.deepEqual(seen(issue), seen(analyse(text)));
      }
    }),
    { numRuns: 300 },
  );
});

const large = [madeUpDump(6_000), madeUpDump(15_000).replaceAll('\n', '\r\n')];
const positions = fc.record({ line: fc.nat(600), character: fc.nat(60) });
const inserted = fc.oneof(
  lines,
  breaks,
  fc.constantFrom('水', '的', '3', '，', '。', '“', '）', '2031年5月6日 星期二 第3版 要闻\n', ''),
);

test('what a line begins with is seen as soon as it is typed', () => {
  const plain = [
    '青石市今年新修水渠十二条',
    '本报讯 记者甘一禾报道 全市今年新修的水渠已经全部通水，沿线村庄的灌溉条件得到明显改善。',
    '东门外的老桥也修好了，桥头的两棵柳树保留了下来，夏天的晚上可以放露天电影。',
    '白鹭镇图书馆从本月起每天开到半夜，学生和附近的居民都可以借阅，不收押金。',
    '班车增加到每天四趟，最晚的一趟晚上八点从县城汽车站开出，票价没有变化。',
    '茶园里一片忙碌，村民抢在雨前采摘头一批新茶，炒茶锅从早到晚没有停过。',
  ].join('\n\n');
  for (const text of [plain, madeUpDump(3_000)]) {
    const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
    let version = 1;
    for (let line = 0; line < text.split('\n').length; line++) {
      for (const typed of ['图为', '▲', '记者', '★', '（上接第一版）', '本报讯（记者甘一禾）']) {
        const start = { line, character: 0 };
        dump.update([{ range: { start, end: start }, text: typed }], version++);
        assert.equal(differenceFromScratch(dump), undefined, `${typed} in line ${line}`);
        dump.update([{ range: { start, end: { line, character: typed.length } }, text: '' }], version++);
        assert.ok(dump.issue);
      }
    }
  }
});

test('after edits by position a dump of many pages is what it would be from scratch', () => {
  const edits = fc.array(fc.tuple(positions, positions, inserted, fc.nat(7), fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...large), edits, (text, changes) => {
      const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
      let version = 0;
      for (const [start, other, added, kind, isAsked] of changes) {
        // long replacements are rare in life: most edits begin and end in one place, or delete a character
        const next = { line: start.line, character: start.character + 1 };
        const end = kind === 0 ? other : kind < 4 ? next : start;
        dump.update([{ range: { start, end }, text: kind > 0 && kind < 3 ? '' : added }], ++version);
        // several edits may come before anybody asks
        if (isAsked) assert.equal(differenceFromScratch(dump), undefined);
      }
      assert.equal(differenceFromScratch(dump), undefined);
    }),
    { numRuns: 60 },
  );
});

test('what is taken back is the page that it was, not one read again', () => {
  const dump = new Dump('file:///a.newspaper', 'newspaper', 0, large[0]!);
  const before = dump.issue.pages.map(({ page }) => page);
  const at = { line: 12, character: 3 };
  dump.update([{ range: { start: at, end: at }, text: '水' }], 1);
  const edited = dump.issue.pages.map(({ page }) => page);
  assert.equal(edited.filter((page, place) => page !== before[place]).length, 1);
  dump.update([{ range: { start: at, end: { line: 12, character: 4 } }, text: '' }], 2);
  const after = dump.issue.pages;
  assert.ok(after.every(({ page }, place) => page === before[place]));
  assert.ok(dump.issue.formerly.length <= 8);
});

test('a key in the middle of a paragraph leaves the continuations alone, beside two equal lines too', () => {
  const middle = '第三条沿着旧城墙修，';
  const lines = [
    '青石市今年新修水渠十二条',
    '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到',
    '明显改善，预计秋收以后还要再修四条。',
    `第一条水渠在东门外，长三公里。第二条在码头旁边，夏天可以行船。${middle}路面也铺好了。其余九条分在各乡。`,
  ];
  for (const more of [[], ['速读', '白鹭镇图书馆从本月起每天开到半夜。', '速读']]) {
    const text = [...lines, ...more].join('\n\n');
    const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
    const page = dump.issue.pages[0]!.page;
    assert.equal(page.continuations.length, 1);
    const start = { line: 6, character: text.split('\n')[6]!.indexOf(middle) + 4 };
    dump.update([{ range: { start, end: start }, text: '要' }], 1);
    const now = dump.issue.pages[0]!.page;
    assert.notEqual(now, page);
    assert.deepEqual(now.roles, page.roles);
    assert.equal(now.continuations, page.continuations);
    assert.equal(differenceFromScratch(dump), undefined);
  }
});

test('keys in the text of a page leave its roles and many of its articles alone, and all is as from scratch', () => {
  const dump = new Dump('file:///a.newspaper', 'newspaper', 0, large[0]!);
  const lines = large[0]!.split('\n');
  let edits = 0;
  let kept = 0;
  let grouped = 0;
  for (const [line, text] of lines.entries()) {
    if (text.length < 60) continue;
    for (const [place, character] of [...'水渠的，新'].entries()) {
      const at = { line, character: 20 + place * 5 };
      const before = new Set(dump.issue.pages.map(({ page }) => page));
      dump.update([{ range: { start: at, end: at }, text: character }], ++edits);
      const now = dump.issue.pages.find(({ page }) => !before.has(page))!.page;
      if ([...before].some(({ roles }) => roles === now.roles)) kept++;
      if ([...before].some(({ articles }) => articles === now.articles)) grouped++;
      assert.equal(differenceFromScratch(dump), undefined);
    }
  }
  assert.ok(edits > 50 && kept > edits * 0.8 && grouped > edits * 0.4, `${kept} and ${grouped} of ${edits}`);
});

test('a key at the end of a whole paragraph leaves the continuations alone, where nothing behind may repeat it', () => {
  const lines = [
    '青石市今年新修水渠十二条',
    '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到',
    '明显改善，预计秋收以后还要再修四条。',
    '第一条水渠在东门外，长三公里，春天就通了水。第二条在码头旁边，夏天可以行船，闸门由村民自己看管，两岸种了柳树。',
  ];
  for (const [more, isKept] of [
    ['其余九条分在各乡，由村民自己管护。', true],
    ['树。其余九条分在各乡，由村民自己管护。', false],
  ] as const) {
    const text = [...lines, more].join('\n\n');
    const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
    const before = dump.issue.pages[0]!.page;
    assert.equal(before.continuations.length, isKept ? 1 : 2);
    const start = { line: 6, character: lines[3]!.length - 1 };
    dump.update([{ range: { start, end: start }, text: '苗' }], 1);
    const now = dump.issue.pages[0]!.page;
    assert.equal(now.continuations === before.continuations, isKept);
    assert.equal(differenceFromScratch(dump), undefined);
  }
});

test('a key while a dump is first read does not begin the reading anew', async () => {
  const dump = new Dump('file:///a.newspaper', 'newspaper', 0, madeUpDump(400_000));
  let pauses = 0;
  // the clock does not stand still, so some pages are read before the reading is given up
  assert.equal(await dump.understand(() => pauses++ > 0), false);
  const before = dump.readSoFar!.issue.pages.map(({ page }) => page);
  assert.ok(before.length > 0);
  const end = { line: 9_999, character: 0 };
  dump.update([{ range: { start: end, end }, text: '\n\n水' }], 1);
  const after = new Set(dump.issue.pages.map(({ page }) => page));
  const still = before.filter((page) => after.has(page));
  assert.ok(still.length >= before.length - 1, `${still.length} of ${before.length}`);
  assert.equal(differenceFromScratch(dump), undefined);
});
