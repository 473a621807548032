import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTies } from '../../../server/src/newspaper/article/features.ts';
import { changesLoneWordsOnly } from '../../../server/src/newspaper/article/recurrence.ts';
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

/** Texts that have no two characters in a row in common, each long enough to be text at a glance. */
function texts(count: number): string[] {
  let unit = 0x5200;
  return Array.from(
    { length: count },
    () => `${Array.from({ length: 60 }, () => String.fromCharCode(unit++)).join('')}。`,
  );
}

test('a word may come and go unless it returns within reach, once the page is known', () => {
  const [first, ...others] = texts(9);
  const near = others[2]!.slice(10, 12);
  const far = others[6]!.slice(10, 12);
  const inLine = '渡口';
  const stateWith = (word: string) =>
    analysePage([first!.slice(0, 30) + word + first!.slice(30), `${inLine}的灯`, ...others].join('\n\n')).blocks;
  const states = {
    none: stateWith(''),
    own: stateWith('盐'),
    near: stateWith(near),
    far: stateWith(far),
    inLine: stateWith(inLine),
  };
  const areLone = (from: keyof typeof states, to: keyof typeof states): boolean => {
    const [before, after] = [states[from], states[to]];
    return changesLoneWordsOnly(changeOf(0, before[0]!.paragraph, after[0]!.paragraph), before, after);
  };
  assert.equal(areLone('none', 'own'), false, 'nothing is known at first');
  assert.equal(areLone('none', 'own'), true);
  assert.equal(areLone('own', 'none'), true);
  assert.equal(areLone('none', 'far'), true);
  assert.equal(areLone('far', 'own'), true);
  assert.equal(areLone('none', 'near'), false);
  assert.equal(areLone('near', 'own'), false, 'it is taken');
  assert.equal(areLone('none', 'inLine'), false);
});
