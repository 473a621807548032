import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  analyse,
  findingsOf,
  fingerprintOf,
  sameFingerprint,
  setStatistics,
} from '../../server/src/newspaper/index.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));

const lead = '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到';
const blocks = ['青石市今年新修水渠十二条', lead, '明显改善，预计秋收以后还要再修四条。'];

function fingerprints(text: string): string[] {
  return analyse(text).pages.flatMap(({ page }) => findingsOf(page).map((finding) => fingerprintOf(page, finding)));
}

test('a finding keeps its fingerprint on every machine, for it is written into files', () => {
  assert.deepEqual(fingerprints(blocks.join('\n\n')), ['b72a1dufko']);
  assert.deepEqual(fingerprints(blocks.join('\r\n\r\n')), ['b72a1dufko']);
});

test('a fingerprint with surroundings holds as long as one side of it does', () => {
  assert.ok(sameFingerprint('a.b.c', 'a.b.x'));
  assert.ok(sameFingerprint('a.b.c', 'a.x.c'));
  assert.ok(!sameFingerprint('a.b.c', 'a.x.y'));
  assert.ok(!sameFingerprint('a.b.c', 'x.b.c'));
  assert.ok(!sameFingerprint('a.b.c', 'a'));
  assert.ok(sameFingerprint('a', 'a.b.c'), 'one from before there were surroundings means all of these words');
});
