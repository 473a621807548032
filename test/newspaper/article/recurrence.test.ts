import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTies } from '../../../server/src/newspaper/article/features.ts';
import { changesOwnWordsOnly } from '../../../server/src/newspaper/article/recurrence.ts';
import { analysePage } from '../../../server/src/newspaper/page/analyse.ts';
import { changeOf } from '../../../server/src/newspaper/page/former.ts';
import { Dump } from '../../../server/src/workspace/dump.ts';
import { madeUpDump } from '../../bench/dump.ts';

const text = madeUpDump(2_500);

test('what words tie together is as read anew after every key, taken back or not', () => {
  const lines = text.split('\n');
  const long = lines.flatMap((line, number) => (line.length > 60 ? [number] : []));
  const keys = fc.array(
    fc.tuple(fc.constantFrom(...long), fc.nat(), fc.constantFrom('水', '的', '市', '，', '8', '水渠'), fc.boolean()),
    { minLength: 2, maxLength: 12 },
  );
  fc.assert(
    fc.property(keys, (typed) => {
      const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
      const isAsRead = (): void => {
        for (const { page } of dump.issue.pages) assert.deepEqual(page.ties, readTies(page.blocks));
      };
      isAsRead();
      let version = 0;
      for (const [line, at, added, isTakenBack] of typed) {
        const start = { line, character: 4 + (at % 50) };
        dump.update([{ range: { start, end: start }, text: added }], ++version);
        isAsRead();
        if (!isTakenBack) continue;
        const end = { line, character: start.character + added.length };
        dump.update([{ range: { start, end }, text: '' }], ++version);
        isAsRead();
      }
    }),
    { numRuns: 40 },
  );
});

test('a word of one block alone may come and go, one of two may not, once the page is known', () => {
  const blocksOf = (first: string) => analysePage(`${first}\n\n河边的灯都亮着`).blocks;
  const states = ['船上坐满了客人', '船上坐满了老客人', '船上坐满了河边客人', '船上坐满了客人'].map(blocksOf);
  const isOwn = (from: number, to: number): boolean => {
    const [before, after] = [states[from]!, states[to]!];
    return changesOwnWordsOnly(changeOf(0, before[0]!.paragraph, after[0]!.paragraph), before, after);
  };
  assert.equal(isOwn(0, 1), false, 'nothing is known at first');
  assert.equal(isOwn(0, 1), true);
  assert.equal(isOwn(1, 0), false, 'what went counts still');
  assert.equal(isOwn(0, 2), false, '河边 is in the other block');
  assert.equal(isOwn(2, 3), false);
});
