import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../server/src/newspaper/duplicate/fold.ts';
import { findTwins, isNear } from '../../../server/src/newspaper/duplicate/search.ts';

const twins = (...texts: string[]) =>
  findTwins(texts.map((text, place) => ({ block: place * 2, text, key: fold(text), inParts: true }))).map(
    ({ earlier, later, match, laterIsPart }) =>
      `${later / 2} ${match === 'partial' ? (laterIsPart ? 'part of' : 'has') : match} ${earlier / 2}`,
  );

test('folding leaves out spaces and punctuation, width, case and script', () => {
  assert.equal(fold('老桥 重新开放!——Ａ4 ABC“１２％”'), '老桥重新开放a4abc12%');
  assert.equal(fold('老橋重新開放'), fold('老桥重新开放'));
  assert.equal(fold('，。 '), '');
});

test('exact: the same words, however they are set', () => {
  assert.deepEqual(twins('老桥重新开放 两岸不再绕路', '白鹭村新茶上市', '老桥重新开放,两岸不再绕路'), ['2 exact 0']);
  assert.deepEqual(twins('老橋重新開放', '老桥重新开放'), ['1 exact 0']);
});

test('exact: rows that follow one another are compared as a whole too', () => {
  const rows = [
    { block: 3, text: '经过一年整修' },
    { block: 4, text: '百年老桥重新开放了' },
    { block: 9, text: '经过一年整修 百年老桥重新开放了' },
  ].map((each) => ({ ...each, key: fold(each.text), inParts: true }));
  assert.deepEqual(findTwins(rows)[0], { earlier: 4, later: 9, match: 'exact', laterIsPart: false });
});

test('partial: one line of a headline in several, either one first', () => {
  assert.deepEqual(twins('抓紧春耕 修好水渠 齐心协力保丰收', '齐心协力保丰收'), ['1 part of 0']);
  assert.deepEqual(twins('齐心协力保丰收', '抓紧春耕 修好水渠 齐心协力保丰收'), ['1 has 0']);
  assert.deepEqual(twins('百年老桥重新开放(人间烟火)', '百年老桥重新开放'), ['1 part of 0']);
  assert.deepEqual(twins('修好水渠 春耕', '春耕'), []);
});

test('near: one character wrong, missing or too many; two in a long headline', () => {
  const title = '白鹭村新茶上市';
  for (const other of ['白鹭村口茶上市', '白鹭村茶上市', '白鹭村新茶口上市', '口鹭村新茶上市', '白鹭村新茶上口']) {
    assert.deepEqual(twins(title, other), ['1 near 0'], other);
  }
  assert.deepEqual(twins(title, '白鹭村旧茶下市'), []);
  assert.ok(isNear('青石镇百年老桥经过一年整修重新开放', '青石镇百年口桥经过一年整修重口开放'));
});

test('instalments are not near', () => {
  assert.deepEqual(twins('老桥的故事之一', '老桥的故事之二', '老桥的故事(上)', '老桥的故事(下)'), []);
  assert.ok(!isNear('老桥第1次开放了', '老桥第10次开放了'));
});

test('ten thousand headlines are matched in proportion', () => {
  const title = (n: number): string =>
    Array.from({ length: 14 }, (_, place) =>
      String.fromCharCode(0x4e00 + ((n * 7919 + place * place * 613) % 9000)),
    ).join('');
  const cost = (size: number): number => {
    const titles = Array.from({ length: size }, (_, n) => ({
      block: n * 2,
      text: title(n),
      key: title(n),
      inParts: false,
    }));
    const before = process.cpuUsage();
    findTwins(titles);
    return process.cpuUsage(before).user / 1000;
  };
  cost(500);
  const single = Math.min(cost(2500), cost(2500));
  assert.ok(Math.min(cost(10_000), cost(10_000)) < single * 8 + 60);
});

test('property: near is what an edit distance of one gives, numbers left out', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊'), minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.nat(), fc.constantFrom('', '口', '口甲'), (title, at, put) => {
      const place = at % title.length;
      assert.ok(isNear(title, title.slice(0, place) + (put[0] ?? '') + title.slice(place + (put.length < 2 ? 1 : 0))));
    }),
  );
});
