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
