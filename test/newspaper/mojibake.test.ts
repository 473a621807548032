import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { commonness, encodingMargin, encodingSample, suspectEncoding } from '../../server/src/newspaper/index.ts';

const simplified =
  '青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到明显改善，预计秋收以后还要再修四条。' +
  '这些水渠由村民自己管护，每年清淤一次。有了水，大家对来年的收成更有信心了，不少在外打工的人也说要回来种地。';
const traditional =
  '青石市水務局昨日宣布，全市今年新修的十二條水渠已經全部通水，沿線村莊的灌溉條件得到明顯改善，預計秋收以後還要再修四條。' +
  '這些水渠由村民自己管護，每年清淤一次。有了水，大家對來年的收成更有信心了，不少在外打工的人也說要回來種地。';

const misread = (text: string, written: string, read: string) => iconv.decode(iconv.encode(text, written), read);

for (const [text, written, read] of [
  [simplified, 'gb18030', 'utf-8'],
  [traditional, 'big5', 'utf-8'],
  [simplified, 'utf-8', 'gb18030'],
  [traditional, 'utf-8', 'gb18030'],
  [traditional, 'utf-8', 'big5'],
  [simplified, 'gb18030', 'big5'],
  [traditional, 'big5', 'gb18030'],
  [simplified, 'gb18030', 'windows-1252'],
  [traditional, 'big5', 'windows-1252'],
  [simplified, 'utf-8', 'windows-1252'],
] as const) {
  test(`${written} read as ${read} is recognised`, () => {
    const wrong = misread(text, written, read);
    assert.equal(suspectEncoding(wrong)?.written, written, wrong.slice(0, 40));
    assert.ok(commonness(wrong) < 0.1 && commonness(text) > 0.2);
  });
}

test('what was saved as 锟斤拷 cannot be brought back', () => {
  const lost = misread(misread(simplified, 'gb18030', 'utf-8'), 'utf-8', 'gb18030');
  assert.deepEqual(suspectEncoding(lost)?.written, undefined);
  assert.ok(suspectEncoding(lost));
});

test('text that was read rightly is left alone', () => {
  for (const text of [
    '',
    simplified,
    traditional,
    simplified.replaceAll('水', '\ufffd'), // a few characters lost by OCR
    '甯县、涓流、娴静、鍒、佸、锛这些字也有人用，编辑说：“锟斤拷”是乱码的一种。',
    '彼らはその日の朝、新しい水路の完成を祝った。村の人々は来年の収穫を楽しみにしている。',
    '개울물이 마을로 흘러 들어왔다. 사람들은 내년 농사를 기대하고 있다.',
    'Der Bürgermeister größter Städte überprüfte häufig Gemäß­igtes, naïve café déjà vu à Zürich.',
    'Les élèves ont été récompensés à l’école après l’été; où êtes-vous allés ?'.repeat(5),
  ]) {
    assert.equal(suspectEncoding(text), undefined, text.slice(0, 30));
  }
});

test('a text that reads well goes on doing so for as many characters as its margin says', () => {
  const piece = fc.constantFrom(
    '水',
    '銆涓殑鐨',
    '銝齿枂屸',
    '𥪜䲮',
    '锟斤拷',
    '锟',
    '斤拷',
    '\ufffd',
    'é',
    'a',
    '，',
    '\ufffd@',
  );
  const pieces = fc.array(piece, { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
  const texts = fc
    .array(fc.tuple(pieces, fc.integer({ min: 0, max: 12 })), { maxLength: 5 })
    .map((all) => all.map(([text, times]) => text + simplified.repeat(times)).join(''));
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), pieces), { maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.boolean(), edits, (start, isLong, changes) => {
      let text = isLong ? start + simplified.repeat(encodingSample / simplified.length) + start : start;
      let spare = Math.ceil(encodingMargin(text.slice(0, encodingSample))) - 1;
      for (const [where, removed, inserted] of changes) {
        const at = where % (text.length + 1);
        spare -= Math.min(removed, text.length - at) + inserted.length;
        if (spare < 0) return;
        text = text.slice(0, at) + inserted + text.slice(at + removed);
        assert.equal(suspectEncoding(text.slice(0, encodingSample)), undefined);
      }
    }),
    { numRuns: 300 },
  );
});
