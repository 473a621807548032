import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const dump = `第3版 要闻
2031年5月12日 星期一

青河灌区三县58座泵站全部通水

本报讯 记者罗一舟报道 5月11日,记者从市水务局获悉,全市58座泵站中,青山

县21座、白水县19座、石桥县18座。投资4838.3万元,约1.2万亩农田受益,三成农户改种水稻。

昨日,80家合作社中有52家开机,占65%。渔船从40艘增至52艘,增加12艘。

截至11日18时,灌区累计报告病例94例,治愈出院5例。

目前89名在治患者情况稳定。

累计追踪到密切接触者297人,已解除医学观察者313人,现有313人正在接受医学观察。

正月十五前后,水温降到零下3摄氏度,数十人值守24小时。
`;

/** A line of Markdown as it is read: without the backslashes that keep it from being markup. */
const read = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/gu, '$1');

let editor: Editor;

async function hover(words: string, from: Editor = editor): Promise<string | undefined> {
  const found = await from.ask<Hover | null>('textDocument/hover', { position: from.positionOf(words) });
  return found === null ? undefined : (found.contents as MarkupContent).value;
}

/** What a hover says, card by card and paragraph by paragraph. */
async function told(words: string): Promise<string[]> {
  return read((await hover(words)) ?? '').split(/\n\n(?:---\n\n)?/u);
}

describe('a hover', () => {
  before(async () => {
    editor = await Editor.start();
    await editor.open(dump);
  });
  after(() => editor.stop());

  test('on a whole writes out the list that makes it up, across a broken paragraph', async () => {
    const [first, subject, sum, table] = await told('58座泵站中');
    assert.deepEqual([first, subject, sum], ['Count · **58 座**', '全市 · 泵站', '✓ 21 + 19 + 18 = 58座']);
    const rows = table!.split('\n').slice(2);
    assert.deepEqual(
      rows.map((row) =>
        row
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim()),
      ),
      [
        ['青山县', '21座'],
        ['白水县', '19座'],
        ['石桥县', '18座'],
      ],
    );
    assert.ok(rows[0]!.includes('██████████ '), 'the largest has the longest bar');
  });

  test('on a part says the same', async () => {
    const [first, subject, sum] = await told('19座');
    assert.deepEqual([first, subject, sum], ['Count · **19 座**', '白水县 · 泵站', '✓ 21 + 19 + 18 = 58座']);
  });

  test('on figures that contradict each other says so', async () => {
    const all = await told('297人');
    assert.ok(all.includes('✗ 313人 + 313人 = 626 ≠ 297人'), all.join('\n'));
  });

  test('on money gives it in full', async () => {
    assert.equal((await told('4838.3万元'))[0], 'Money · **48,383,000 CNY**');
  });

  test('on a measure converts it and keeps that it is about', async () => {
    assert.equal((await told('约1.2万亩'))[0], 'Measure · **about 12,000 亩** = 8,000,000 m²');
    assert.equal((await told('零下3摄氏度'))[0], 'Measure · **-3 摄氏度** = 270.15 K');
  });

  test('on 三成 says how many per cent', async () => {
    assert.equal((await told('三成'))[0], 'Percentage · **30%**');
  });

  test('works out shares and differences', async () => {
    assert.ok((await told('65%')).includes('✓ 52家 : 80家 = 65%'));
    assert.ok((await told('12艘')).includes('✓ 52艘 − 40艘 = 12艘'));
  });

  test('finds that two sentences agree on who is still there', async () => {
    assert.ok((await told('89名')).includes('✓ 94例 − 5例 = 89名'));
    assert.equal((await told('94例')).filter((line) => line.includes('✓')).length, 1);
  });

  test('on a date says the day in full', async () => {
    assert.equal((await told('5月11日'))[0], 'Date · **2031-05-11 Sunday**');
    assert.equal((await told('11日18时'))[0], 'Date · **2031-05-11 18:00 Sunday**');
  });

  test('on 昨日 says which day that is in this issue', async () => {
    assert.equal((await told('昨日'))[0], '“昨日” in the issue of 2031-05-12: 2031-05-11 Sunday');
  });

  test('does not take a lunar date or an unknown number for more than they are', async () => {
    assert.equal((await told('正月十五'))[0], 'Date · **a day of the lunar calendar**');
    assert.equal((await told('数十人'))[0], 'Count · **no definite number**');
    assert.equal((await told('24小时'))[0], 'Duration · **PT24H**');
  });

  test('on a headline gives the article at a glance', async () => {
    const [name, facts, figures] = await told('青河灌区三县');
    assert.equal(name, '**青河灌区三县58座泵站全部通水**');
    assert.match(facts!, /^罗一舟 · 本报讯 · \d+ characters$/u);
    assert.match(figures!, /^Figures: 58座、21座、19座、18座、4838\.3万元/u);
  });

  test('at a broken end shows the sentence whole, and nowhere else in the paragraph', async () => {
    const [title, sentence] = await told('青山\n');
    assert.equal(title, 'Broken paragraph; the other half is on line 8.');
    assert.match(sentence!, /^> .*青山\*\*‖\*\*县21座、白水县19座、石桥县18座。$/u);
    assert.equal(await hover('市水务局获悉'), undefined);
  });

  test('is silent on text that holds nothing of note', async () => {
    assert.equal(await hover('情况稳定'), undefined);
  });
});

test('a hover speaks Chinese', async () => {
  const chinese = await Editor.start({ locale: 'zh-cn' });
  await chinese.open(dump);
  assert.equal(read((await hover('约1.2万亩', chinese))!), '量度 · **约 12,000 亩** = 8,000,000 m²\n\n农田');
  assert.equal(read((await hover('5月11日', chinese))!), '日期 · **2031-05-11 星期日**');
  assert.match(read((await hover('昨日', chinese))!), /^“昨日”在 2031-05-12 的报上指：2031-05-11 星期日/u);
  await chinese.stop();
});

test('a date of an issue that nobody knows the date of is told as far as it goes', async () => {
  const undated = await Editor.start();
  await undated.open('青河灌区通水\n\n本报讯 记者罗一舟报道 5月11日18时,灌区通水。12日停水,13时30分再通水。\n');
  assert.equal(read((await hover('5月11日', undated))!), 'Date · **May 11 18:00**');
  assert.equal(read((await hover('12日', undated))!), 'Date · **day 12 of the month**');
  assert.equal(read((await hover('13时', undated))!), 'Date · **13:30**');
  await undated.stop();
});

test('nothing in a dump acts as markup in a hover', async () => {
  const hostile = [
    '[x](command:evil)',
    '<img src=x>',
    '`code`',
    '**b**',
    '| a |',
    '$(gear)',
    'https://evil.test',
    '![i](u)',
  ];
  const wild = await Editor.start();
  const headline = `青河${hostile.join('')}通水`;
  await wild.open(
    `第3版 要闻\n2031年5月12日\n\n${headline}\n\n本报讯 记者罗一舟报道 全市58座<b>泵站</b>中，[甲](u)县21座、\`乙\`县19座、丙|县18座。${hostile.join('')}灌区投资\n\n5万元[y](command:z)完工。\n`,
  );
  for (const words of ['青河[x]', '58座', '21座', '5万元']) {
    const markdown = (await hover(words, wild)) ?? '';
    // what is left once all that is escaped is taken out
    const bare = markdown.replace(/\\[!-/:-@[-`{-~]|&lt;|&amp;/gu, '');
    assert.doesNotMatch(bare, /[[\]<`$!]|https?:/u, `${words}: ${markdown}`);
    for (const row of bare.split('\n').filter((line) => line.startsWith('| '))) {
      assert.equal(row.split('|').length, 5, `${words}: ${row}`);
    }
  }
  await wild.stop();
});
