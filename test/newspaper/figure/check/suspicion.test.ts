import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBroken } from '../../../../server/src/newspaper/figure/check/contradiction.ts';
import { checkFigures } from '../../../../server/src/newspaper/figure/check/index.ts';
import { isSuspect } from '../../../../server/src/newspaper/figure/check/suspicion.ts';
import { readFiguresIn } from '../../../../server/src/newspaper/figure/scan.ts';

const number = fc.oneof(
  fc.nat(500).map(String),
  fc.constantFrom('三', '十二', '二十九', '一百五十', '两千', '１２', '3.5', '1,200', '2.5万'),
);
const unit = fc.constantFrom('户', '人', '例', '万元', '%', '亩', '艘', '');
const words = fc.constantFrom(
  '全镇',
  '，',
  '、',
  '；',
  '（',
  '）',
  '其中',
  '共计',
  '合计',
  '连同',
  '加上',
  '其余',
  '剩下',
  '从',
  '由',
  '增加到',
  '下降',
  '增长',
  '比去年',
  '占',
  '至',
  '-',
  '治愈',
  '死亡',
  '渡船',
  '水渠',
  '2031年',
  '2月30日',
  '4月31日',
  '2031-02-30',
  '星期二',
);
const figure = fc.tuple(number, unit).map((parts) => parts.join(''));
const scraps = fc.array(fc.oneof(words, figure), { maxLength: 14 }).map((parts) => parts.join(''));
/** Sentences in which numbers must agree, and by chance most often do not. */
const claims = fc.oneof(
  fc.tuple(number, number, number, unit).map(([a, b, c, u]) => `全镇有渡船${a}${u}，其中电动${b}${u}，手摇${c}${u}`),
  fc.tuple(number, number, number, unit).map(([a, b, c, u]) => `甲村${a}${u}，乙村${b}${u}，共计${c}${u}`),
  fc.tuple(number, number, number).map(([a, b, c]) => `价格从${a}元上涨到${b}元，涨了${c}%`),
  fc.tuple(number, number, number).map(([a, b, c]) => `全镇${a}户（甲村${b}户、乙村${c}户）`),
  fc.tuple(number, number, number).map(([a, b, c]) => `累计${a}例，治愈${b}例，其余${c}例仍在住院`),
);
const sentences = fc.tuple(scraps, fc.oneof(claims, scraps), scraps).map((parts) => parts.join(''));

test('figures that contradict each other are suspected before they are read, whatever stands around them', () => {
  let found = 0;
  fc.assert(
    fc.property(sentences, (text) => {
      if (!checkFigures(text, readFiguresIn(text, 0, text.length)).some(isBroken)) return;
      found++;
      assert.ok(isSuspect(text, 0, text.length), text);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(found > 100, `${found} contradictions`);
});
