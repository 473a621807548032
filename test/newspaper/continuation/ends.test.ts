import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { readBalance } from '../../../server/src/newspaper/continuation/balance.ts';
import { isPair } from '../../../server/src/newspaper/continuation/marks.ts';
import { readEnd } from '../../../server/src/newspaper/continuation/openEnd.ts';
import { readStart } from '../../../server/src/newspaper/continuation/openStart.ts';
import { readSeam } from '../../../server/src/newspaper/continuation/seam.ts';
import { setStatistics } from '../../../server/src/newspaper/continuation/statistics.ts';

before(() => setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url))));
after(() => setStatistics(undefined));

test('the last character says how a paragraph ends', () => {
  for (const [text, mark] of [
    ['雨停了。', 'stop'],
    ['雨停了！', 'stop'],
    ['雨停了?', 'stop'],
    ['雨停了.', 'stop'],
    ['他等了又等……', 'ellipsis'],
    ['他说：“雨停了。”', 'closed'],
    ['他說：「雨停了！」', 'closed'],
    ['（雨停了。）', 'closed'],
    ['他读完了《雨》', 'closing'],
    ['（某报南城七日电）', 'closing'],
    ['他读的是《', 'opening'],
    ['办法如下：', 'colon'],
    ['一是修路;', 'semicolon'],
    ['雨停了,', 'comma'],
    ['桃、梨、', 'enumeration'],
    ['雨停了——', 'dash'],
    ['一共3.', 'none'],
    ['雨停', 'none'],
    ['  ', 'empty'],
    ['', 'empty'],
  ] as const) {
    assert.equal(readEnd(text).mark, mark, text);
  }
});

test('quotes and brackets left open are named, whichever their width or script', () => {
  const open = (text: string): string =>
    readBalance(text)
      .open.map(({ mark }) => mark)
      .join('');
  const unopened = (text: string): string =>
    readBalance(text)
      .unopened.map(({ mark }) => mark)
      .join('');
  assert.equal(open('他说：“桥断了，'), '“');
  assert.equal(open('「他說：『橋斷了，'), '「『');
  assert.equal(open('他读《河》与《山'), '《');
  assert.equal(open('河水（含泥沙)退了'), '');
  assert.equal(open('河水(含泥沙，'), '(');
  assert.equal(open('“他读《河”，又走了'), '');
  assert.equal(open('他说"桥断了'), '"');
  assert.equal(open('他说"桥断了"'), '');
  assert.equal(unopened('断了”，他说。'), '”');
  assert.equal(unopened('断了』」，他說。'), '』」');
  assert.equal(unopened('山》一书'), '》');
  assert.equal(unopened('1）修桥；2）补路。三)种树'), '');
  assert.equal(unopened('it’s on'), '');
  assert.equal(readBalance('水“').open[0]?.at, 1);
});

test('sentences and commas are counted, not those inside numbers', () => {
  const end = readEnd('桥断了。修桥要1,200万元,花三个月,');
  assert.equal(end.stops, 1);
  assert.equal(end.commas, 2);
  assert.equal(end.lastSentence, '修桥要1,200万元,花三个月,'.length);
  assert.equal(end.lastClause, '花三个月'.length);
  assert.equal(readEnd('桥断了。“水涨了！”他说').stops, 2);
  assert.equal(readEnd('桥断了。水也涨了。').lastSentence, '水也涨了'.length);
});

test('numbers and measure words at the end', () => {
  assert.equal(readEnd('花了3.5').number, '3.5');
  assert.equal(readEnd('花了１２').number, '１２');
  assert.equal(readEnd('一共二十').number, '二十');
  assert.equal(readEnd('一共45%').number, '45%');
  assert.equal(readEnd('修了桥').number, '');
  assert.equal(readEnd('想出3种').measured, '3种');
  assert.equal(readEnd('来了十多个').measured, '十多个');
  assert.equal(readEnd('各种').measured, '');
});

test('words that want something after them', () => {
  assert.equal(readEnd('修桥以及').hanging, '以及');
  assert.equal(readEnd('大家把').hanging, '把');
  assert.equal(readEnd('修了桥').hanging, '');
  assert.equal(readEnd('錞于').hanging, '', 'a name');
  assert.equal(readEnd('大家把，').hanging, '');
  assert.equal(readEnd('went up the riv').latin, true);
});

test('credits, bylines and sources need no full stop', () => {
  assert.equal(readEnd('桥修好了。（某报南城七日电）').signature, 'source');
  assert.equal(readEnd('橋修好了。（記者林某）').signature, 'source');
  assert.equal(readEnd('图为修好的桥。本报记者 林某摄').signature, 'photo');
  assert.equal(readEnd('本报记者 林某 报道').signature, 'byline');
  assert.equal(readEnd('河水退了（比去年早）').signature, undefined);
  assert.equal(readEnd('这张照片是他拍').signature, undefined);
});

test('what a paragraph begins with', () => {
  for (const [text, mark] of [
    ['，水退了。', 'forbidden'],
    ['”他说。', 'forbidden'],
    ['）退了。', 'forbidden'],
    ['%的水退了。', 'forbidden'],
    ['“水退了。”', 'quote'],
    ['「水退了。」', 'quote'],
    ['《河》出版了。', 'bracket'],
    ['★ 水退了。', 'bullet'],
    ['——水退了。', 'dash'],
    ['水退了。', 'none'],
    ['', 'empty'],
  ] as const) {
    assert.equal(readStart(text).mark, mark, text);
  }
  assert.equal(readStart('本报讯 水退了。').opening, 'dateline');
  assert.equal(readStart('（某某日报记者林某）水退了。').opening, 'dateline');
  assert.equal(readStart('一、修桥。').opening, 'enumerator');
  assert.equal(readStart('（二）补路。').opening, 'enumerator');
  assert.equal(readStart('3.5万人来了。').opening, undefined);
  assert.equal(readStart('图为新桥。').opening, 'caption');
  assert.equal(readStart('例，水退后又添三例。').measure, '例');
  assert.equal(readStart('例如水退了。').measure, '');
  assert.equal(readStart('余家店关了门。').measure, '余家');
  assert.equal(readStart('家长们来了。').measure, '');
  assert.equal(readStart('的桥修好了。').leaning, '的');
  assert.equal(readStart('的确如此。').leaning, '');
  assert.equal(readStart('还开了新桥。').leaning, '还');
  assert.equal(readStart('还有一座桥。').leaning, '');
  assert.equal(readStart('是全城头一座桥。').leaning, '是');
  assert.equal(readStart('是否修桥，尚无定论。').leaning, '');
  assert.equal(readStart('ernment said').lowerCase, true);
  assert.equal(readStart('23例，').number, '23');
  assert.equal(readStart('1,200元').number, '1,200');
});

test('a repetition at the seam is found, with how surprising it is', () => {
  assert.equal(readSeam('大家既能修桥，又能', '能补路。').overlap?.text, '能');
  const longer = readSeam('河水又涨，险情随时发生。', '生。四是补堤。').overlap;
  assert.equal(longer?.text, '生。');
  assert.ok((longer?.surprise ?? 0) > (readSeam('这是他的', '的桥。').overlap?.surprise ?? 99));
  const again = readSeam('大家既能修桥，又能', '能补路。');
  assert.ok((again.overlap?.joinsWithout ?? -9) > again.joins);
  assert.equal(readSeam('修桥', '补路').overlap, undefined);
});

test('what stands twice by chance is no repetition', () => {
  const odds = (left: string, right: string) => readSeam(left, right).overlap?.odds ?? 0;
  // a mark of which two are one too many
  assert.ok(odds('大家修好了桥，', '，又补好了路。') > 0);
  assert.ok(odds('他读完了这本“', '“山水志”才睡。') > 0);
  assert.equal(readSeam('大家修好了桥—', '—又补好了路。').overlap, undefined);
  // words that double a character
  assert.ok(odds('村里的水渠刚', '刚修好，又要补路。') < 0);
  assert.ok(odds('桥头的石狮子一个', '个昂首挺胸。') < 0);
  // a year, and days that no month has
  assert.ok(odds('镇里的老桥建于19', '95年，早已失修。') < 0);
  assert.ok(odds('水渠自6月23', '23日起通水。') > 0);
  assert.ok(odds('镇里的老桥1', '11月起封闭。') > 0);
  // digits may be the same by chance: it is safer to keep them
  assert.ok(odds('全镇共有100', '0户用上了自来水。') < 0);
});

test('the rest of a word begins loosely, and half of one ends loosely', () => {
  assert.ok(readStart('查年久失修的闸门').looseness > 0);
  assert.ok(readStart('检查年久失修的闸门').looseness < readStart('查年久失修的闸门').looseness);
  assert.ok(readEnd('安排专业队伍抓紧维').looseness > readEnd('安排专业队伍抓紧维修').looseness);
  for (const text of ['', '水', '水退', '3月', 'and so']) {
    assert.equal(readStart(text).looseness, 0, text);
    assert.equal(readEnd(text).looseness, 0, text);
  }
});

test('the first sentence and the mark behind the first clause', () => {
  const { firstClause, clauseMark, firstSentence } = readStart('生，又补了堤。水退了。');
  assert.deepEqual([firstClause, clauseMark, firstSentence], [1, 'comma', 6]);
  assert.equal(readStart('水退了').firstSentence, 3);
});

test('brackets that the join mends, and those that it does not', () => {
  const facts = (left: string, right: string): number[] => {
    const { mended, unclosed, unmatched } = readSeam(left, right);
    return [mended, unclosed, unmatched];
  };
  assert.deepEqual(facts('他读《山', '河》一书'), [1, 0, 0]);
  assert.deepEqual(facts('他说：“我读《山', '河》一书。”'), [2, 0, 0]);
  assert.deepEqual(facts('他说：“我读《山', '河》一书。'), [1, 1, 0]);
  assert.deepEqual(facts('他读《山', '桥修好了。'), [0, 1, 0]);
  assert.deepEqual(facts('他修了', '桥”，走了。'), [0, 0, 1]);
  assert.deepEqual(facts('水（含泥', '沙)退了'), [1, 0, 0]);
  assert.deepEqual(facts('他说"桥', '断了"。'), [1, 0, 0]);
});

test('what the seam parts', () => {
  for (const [left, right, parted] of [
    ['一共二十', '三个人', 'number'],
    ['一共1', '5人', 'number'],
    ['一共1,', '200人', 'number'],
    ['一共3.', '5万', 'number'],
    ['投入600', '余起', 'unit'],
    ['来了23', '例', 'unit'],
    ['涨了4', '%', 'unit'],
    ['七', '月', 'unit'],
    ['想出3种', '办法', 'noun'],
    ['the gov', 'ernment', 'latin'],
    ['水退', '了', 'nothing'],
    ['', '', 'nothing'],
  ] as const) {
    assert.equal(readSeam(left, right).parted, parted, `${left}|${right}`);
  }
  assert.equal(readSeam('进一步强', '化管理').word, '强化');
  assert.equal(readSeam('水退', '桥断').word, '');
});

test('two kinds of mark are not a pair', () => {
  assert.ok(isPair('（', ')'));
  assert.ok(isPair('"', '"'));
  assert.ok(!isPair('《', '”'));
  assert.ok(!isPair('》', '《'));
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'水退了的二3.,，。、；：”“（）()《》「」"’ 　…—a') }),
);

test('no string makes a reader throw, and facts stay inside the text', () => {
  fc.assert(
    fc.property(anyText, anyText, (left, right) => {
      const end = readEnd(left);
      const start = readStart(right);
      const seam = readSeam(left, right, end, start);
      assert.ok(end.lastSentence >= 0 && end.lastSentence <= left.length);
      assert.ok(end.lastClause >= 0 && end.lastClause <= end.lastSentence);
      assert.ok(end.open.every(({ mark, at }) => left.startsWith(mark, at)));
      assert.ok(start.unopened.every(({ mark, at }) => right.startsWith(mark, at)));
      assert.ok(start.firstClause <= right.length);
      assert.ok(seam.mended + seam.unmatched - start.unopened.length <= 1);
      assert.ok(seam.mended + seam.unclosed <= end.open.length);
      const { overlap } = seam;
      if (overlap) assert.ok(left.trimEnd().endsWith(overlap.text) && right.trimStart().startsWith(overlap.text));
    }),
  );
});

test('a text cut inside a pair is mended by its own rest', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.constantFrom('“”', '《》', '（）', '「」', '『』', '【】'), (cut, pair) => {
      const text = `他们在河边${pair[0]}修桥补路种树挑水做饭洗衣看书写字${pair[1]}，然后回家。`;
      const at = 6 + (cut % 16);
      const seam = readSeam(text.slice(0, at), text.slice(at));
      assert.deepEqual([seam.mended, seam.unclosed, seam.unmatched], [1, 0, 0]);
    }),
  );
});

test('time grows with the length of the text, whatever it is made of', () => {
  const time = (text: string): number => {
    const started = performance.now();
    readEnd(text);
    readStart(text);
    readSeam(text, text);
    return performance.now() - started;
  };
  for (const unit of [
    '水',
    '“',
    '”',
    '（《',
    '》）',
    '"',
    '1',
    '1,',
    '。',
    '，',
    ' ',
    '　',
    '（记者',
    '一）',
    '…',
    '的',
  ]) {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    time(long);
    // quadratic work over this length would take minutes
    assert.ok(time(long) < 2000, unit);
  }
});
