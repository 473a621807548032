import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSignature } from '../../../server/src/newspaper/article/byline.ts';
import { pageOf } from './page.ts';

function signatureOf(...lines: readonly string[]) {
  const page = pageOf(...lines);
  return readSignature(page, { headline: 0, blocks: page.blocks.map(({ index }) => index) });
}

const title = 'headline 青石河大桥合龙';

test('names, dateline and date are read from a lead', () => {
  for (const [lead, bylines, dateline, date] of [
    ['本报讯 记者柳知远报道 青石河大桥昨天合龙。', ['柳知远'], '本报讯', undefined],
    ['本报讯(记者柳知远、辛小禾)青石河大桥昨天合龙。', ['柳知远', '辛小禾'], '本报讯', undefined],
    ['本报记者 柳知远 报道 青石河大桥昨天合龙。', ['柳知远'], undefined, undefined],
    ['新华社青石12月31日电 （记者柳知远、辛禾）大桥昨天合龙。', ['柳知远', '辛禾'], '新华社青石12月31日电', '12月31日'],
    ['本报梅湾3月1日电 青石河大桥昨天合龙。', [], '本报梅湾3月1日电', '3月1日'],
    ['据新华社电 （记者柳知远）大桥合龙。', ['柳知远'], '据新华社电', undefined],
    ['本报讯 记者 柳知远 通讯员 辛小禾 报道 大桥合龙。', ['柳知远', '辛小禾'], '本报讯', undefined],
    ['（記者柳知遠報導）青石河大橋昨天合龍。', ['柳知遠'], undefined, undefined],
    ['記者柳知遠報道 青石河大橋昨天合龍。', ['柳知遠'], undefined, undefined],
    ['〔記者柳知遠／梅灣報導〕青石河大橋昨天合龍。', ['柳知遠'], undefined, undefined],
    ['【柳知遠、辛小禾╱綜合報導】青石河大橋昨天合龍。', ['柳知遠', '辛小禾'], undefined, undefined],
    ['〔編譯柳知遠／綜合外電〕大橋合龍。', ['柳知遠'], undefined, undefined],
    ['（中央社記者柳知遠台北4日電）大橋合龍。', ['柳知遠'], '中央社記者柳知遠台北4日電', undefined],
    ['（中央社記者辛禾華盛頓4日專電）大橋合龍。', ['辛禾'], '中央社記者辛禾華盛頓4日專電', undefined],
    ['【梅灣日報訊】記者柳知遠青石報道：大橋合龍。', ['柳知遠'], '梅灣日報訊', undefined],
    ['梅湾新闻记者 柳知远 大桥合龙。', ['柳知远'], undefined, undefined],
    ['记者欧阳小禾报道 大桥合龙。', ['欧阳小禾'], undefined, undefined],
    ['青石河大桥昨天合龙，记者在桥头看到人山人海。', [], undefined, undefined],
    ['“记者来了。”桥头的人说。', [], undefined, undefined],
  ] as const) {
    assert.deepEqual(signatureOf(title, `body ${lead}`), { bylines, dateline, date }, lead);
  }
});

test('a byline on a line of its own is read, wide-set names and pen names too', () => {
  for (const [line, bylines] of [
    ['本报记者 柳知远', ['柳知远']],
    ['本报记者 柳 远 辛 禾', ['柳远', '辛禾']],
    ['本报记者 柳知远 辛 禾文', ['柳知远', '辛禾']],
    ['记者：柳知远 辛小禾', ['柳知远', '辛小禾']],
    ['【撰文：柳知遠】', ['柳知遠']],
    ['記者柳知遠、辛小禾／梅灣報導', ['柳知遠', '辛小禾']],
    ['柳知遠／梅灣報導', ['柳知遠']],
    ['本报记者 柳知远 文/图', ['柳知远']],
    ['柳知远 报道', ['柳知远']],
    ['柳知远 辛小禾', ['柳知远', '辛小禾']],
    ['柳知远', ['柳知远']],
    ['柳知远 梅湾特派员', ['柳知远']],
    ['文 | 柳知远', ['柳知远']],
    ['文：柳知遠　圖：辛小禾', ['柳知遠']],
    ['【撰文：桥头小贩】', ['桥头小贩']],
  ] as const) {
    assert.deepEqual(signatureOf(title, `byline ${line}`, 'body 大桥昨天合龙。').bylines, bylines, line);
  }
});

test('the bracket that closes an article signs it', () => {
  const body = 'body 青石河大桥昨天合龙。';
  assert.deepEqual(signatureOf(title, body, 'body （本报梅湾、青石3月1日电 记者柳知远、辛小禾、阿里·木沙）'), {
    bylines: ['柳知远', '辛小禾', '阿里·木沙'],
    dateline: '本报梅湾、青石3月1日电',
    date: '3月1日',
  });
  assert.deepEqual(signatureOf(title, body, 'body 桥头的人散了。（综合本报记者柳知远、辛小禾报道）').bylines, [
    '柳知远',
    '辛小禾',
  ]);
  assert.deepEqual(signatureOf(title, body, 'body 桥头的人散了（见上图）').bylines, []);
  assert.deepEqual(signatureOf(title, body, 'body 桥头的人散了。（柳知远）').bylines, ['柳知远']);
  assert.deepEqual(signatureOf(title, body, 'body 桥头的人散了。（完）').bylines, []);
  assert.deepEqual(signatureOf(title, body, 'body 桥头的人散了。（见上图）').bylines, []);
  assert.deepEqual(
    signatureOf(title, 'body 本报讯 大桥合龙。', 'body (本报梅湾3月1日电)').dateline,
    '本报梅湾3月1日电',
  );
});

test('whoever signs twice is named once; who took the picture did not write', () => {
  const lines = ['body 本报讯 记者柳知远报道 大桥合龙。', 'credit 本报记者 辛小禾摄', 'body 散了。（本报记者柳知远）'];
  assert.deepEqual(signatureOf(title, ...lines).bylines, ['柳知远']);
});

test('any text is read without throwing', () => {
  const piece = fc.constantFrom(
    '本报',
    '讯',
    '记者',
    '柳知远',
    '、',
    ' ',
    '(',
    '）',
    '3月1日电',
    '。',
    '报道',
    '·',
    '\u3000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('body', 'byline', 'credit'), (pieces, role) => {
      const { bylines } = signatureOf(title, `${role} ${pieces.join('')}`);
      assert.equal(new Set(bylines).size, bylines.length);
    }),
  );
});
