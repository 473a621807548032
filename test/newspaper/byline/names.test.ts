import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNames } from '../../../server/src/newspaper/index.ts';

const namesIn = (text: string, whole = false) => readNames(text, whole).map(({ name }) => name);

test('reporters in datelines, brackets and bylines', () => {
  assert.deepEqual(namesIn('本报讯 记者苏砚秋报道 5月11日,青螺河疏浚工程完工。'), ['苏砚秋']);
  assert.deepEqual(namesIn('新华社北京12月31日电 （记者邹伟、王思北）晚会在京举行。'), ['邹伟', '王思北']);
  assert.deepEqual(namesIn('本报记者 张三丰 李 博 文/图', true), ['张三丰', '李博']);
  assert.deepEqual(namesIn('本报讯 记者 张晓东 通讯员 李小满报道 全市今年新修水渠。'), ['张晓东', '李小满']);
  assert.deepEqual(namesIn('沈渡舟', true), ['沈渡舟']);
  assert.deepEqual(namesIn(`${'水渠'.repeat(60)}。（记者 苏砚秋）`), ['苏砚秋']);
});

test('the place behind a name is no name', () => {
  assert.deepEqual(namesIn('〔記者林小溪／高雄報導〕水渠完工。'), ['林小溪']);
  assert.deepEqual(namesIn('【林小溪、高一鳴╱花蓮報導】水渠完工。'), ['林小溪', '高一鳴']);
  assert.deepEqual(namesIn('（中央社記者林小溪台北四日電）水渠完工。'), ['林小溪']);
  assert.deepEqual(namesIn('（中央社記者高一華盛頓4日專電）水渠完工。'), ['高一']);
  assert.deepEqual(namesIn('記者林小溪／屏東報導', true), ['林小溪']);
  assert.deepEqual(namesIn('文：林小溪　圖：高一鳴', true), ['林小溪', '高一鳴']);
});

test('who somebody is stands beside the name', () => {
  assert.deepEqual(namesIn('赵大河（青石大学教授）', true), ['赵大河']);
  assert.deepEqual(namesIn('■青石大学教授 赵大河', true), ['赵大河']);
  const [{ span }] = readNames('赵大河（赵大河研究所所长）', true) as [ReturnType<typeof readNames>[number]];
  assert.deepEqual(span, { start: 0, end: 3 });
});

test('what only looks like a name is none', () => {
  assert.deepEqual(namesIn('记者从市水务局获悉，工程全部完工。'), []);
  assert.deepEqual(namesIn('护河队队长江晚舟告诉记者，淤泥没有浪费。'), []);
  assert.deepEqual(namesIn('沈渡舟说，河道通航了。'), []);
});

test('a name is marked where it stands, wide spacing included', () => {
  const text = '本报记者 李 博 报道';
  const [{ name, span }] = readNames(text) as [ReturnType<typeof readNames>[number]];
  assert.equal(name, '李博');
  assert.equal(text.slice(span.start, span.end), '李 博');
});
