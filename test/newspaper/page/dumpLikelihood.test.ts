import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeDump } from '../../../server/src/newspaper/page/dumpLikelihood.ts';

const report = (place: string): string =>
  `${place}老桥修好开放 两岸居民不再绕路\n\n本报讯 记者林小溪报道 4月6日,记者从${place}获悉,镇东的老桥经过一年整修重新开放,两岸的居民去集市不必再绕行上游的渡口。\n\n老桥建成已经有一百二十年,去年春天被山洪冲坏了两个桥墩,镇里请来外地的石匠,按照原来的样子把桥墩重新砌好。\n\n`;

test('a newspaper page is a dump, and the reasons say why', () => {
  const { score, reasons } = looksLikeDump(
    `第3版 要闻\n\n${report('青石镇')}${report('白鹭村')}(上接第一版)\n\n会议由副镇长主持。\n`,
  );
  assert.ok(score > 0.9, String(score));
  assert.deepEqual(
    reasons
      .map(({ sign }) => sign)
      .filter((sign) => ['datelines', 'jumps', 'pageLines', 'headlines'].includes(sign))
      .toSorted(),
    ['datelines', 'headlines', 'jumps', 'pageLines'],
  );
});

const others: Readonly<Record<string, string>> = {
  nothing: '',
  'a line': '老桥',
  'a novel': `第三章 雪夜\n\n${'　　他推开那扇木门,风雪便扑了进来,屋里没有灯,只有炉子里一点暗红的炭火,映着墙上那把旧刀。他站了很久。\n　　“你来晚了。”\n'.repeat(40)}`,
  'an essay': '我常常想起青石镇的老桥。桥不长,只有三十几步,可是小时候走起来总觉得很远。\n\n'.repeat(30),
  Markdown:
    '# 老桥\n\n## 怎样使用\n\n- 打开设置\n- 选择语言,然后重新启动程序,使设置生效。如果没有生效,请检查日志文件中有没有错误信息,再作处理。\n\n```\nrun\n```\n'.repeat(
      10,
    ),
  code: 'export function read(text: string): void {\n  return;\n}\n'.repeat(60),
  log: '2031-04-06 12:00:01 INFO request finished in 3 ms\n'.repeat(200),
  table: '名称,数量,地点\n铅笔,3,青石镇\n'.repeat(100),
};

for (const [name, text] of Object.entries(others)) {
  test(`${name} is no dump`, () => {
    assert.ok(looksLikeDump(text).score < 0.3);
  });
}

test('only the beginning counts, so any size is told at once', () => {
  const { score } = looksLikeDump('老桥。\n'.repeat(2_000_000));
  assert.ok(score < 0.5);
});
