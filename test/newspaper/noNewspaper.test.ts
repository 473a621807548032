import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyse, findingsOf, setStatistics } from '../../server/src/newspaper/index.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

function codes(text: string): string[] {
  return analyse(text).pages.flatMap(({ page }) => findingsOf(page).map(({ code }) => code));
}

test('source code is no broken newspaper', () => {
  const lines = [
    'import { a } from "b";',
    'const list = [',
    '  one,',
    '  two, three,',
    '];',
    '} else {',
    'return (x,',
    '  y);',
  ];
  assert.deepEqual(codes(Array.from({ length: 40 }, (_, i) => lines[i % lines.length]).join('\n')), []);
});

test('neither is a log, nor a table of numbers', () => {
  const log = Array.from({ length: 40 }, (_, i) => `2031-05-12T08:${10 + i}:00 INFO worker ${i}: done in ${i * 7} ms`);
  assert.deepEqual(codes(log.join('\n')), []);
  const table = Array.from({ length: 40 }, (_, i) => `${i}\t${i * 3},${i * 5}\t${i / 7}`);
  assert.deepEqual(codes(table.join('\n')), []);
});

test('the chapters of a novel are no articles', () => {
  const chapters = Array.from(
    { length: 12 },
    (_, i) =>
      `第${'一二三四五六七八九十百千'[i]}章 雨夜渡口\n\n老船工收起竹篙，听见对岸有人喊他。雨下得很密，他看不清那人的脸。\n\n“过江吗？”他问。\n\n没有人回答，只有水声。他等了一会儿，把船又往芦苇里推了推。`,
  );
  const { pages } = analyse(chapters.join('\n\n'));
  const headlines = pages.flatMap(({ page }) => page.roles.filter((role) => role === 'headline'));
  assert.deepEqual(headlines, []);
  assert.deepEqual(codes(chapters.join('\n\n')), []);
});
