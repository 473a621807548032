// Repeated headlines at scale: `node test/bench/headlines.ts`. 10,000 headlines of one page, and of 1,250 dumps, are
// indexed and matched (exact, in part, misread) in under 300 ms; double the size takes little more than double the time.
import assert from 'node:assert/strict';
import { findTwins, type Title } from '../../server/src/newspaper/duplicate/search.ts';
import { fold, isNear } from '../../server/src/newspaper/index.ts';
import { FolderIndex } from '../../server/src/workspace/folder/folderIndex.ts';
import type { DumpRecord } from '../../server/src/workspace/folder/record.ts';
import { leastTime } from './clock.ts';

const limit = 300;
const single = 10_000;

/** Numbers that are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** As many words as a year of headlines is made of, of the characters that headlines like. */
const characters =
  '市区河学校船水场图书馆灯塔石剧茶农海带雨伞码头开课通航完工丰收放试行增减修好搬进会点亮第一批三百名四十户免费年夜间全新太阳能春夏秋冬东南西北山路桥医院公园老人孩子邮局车站粮油米面花草树木晚早风雪云月星光渔火藕柳鹿竹磬青螺望屿';
const words = (() => {
  const next = numbers(1);
  const one = () => characters.charAt(next(characters.length));
  return Array.from({ length: 3_000 }, () => one() + one());
})();

/** Headlines of which three in twenty are printed before: whole, one line of two, or with a character misread. */
function headlines(count: number): string[] {
  const next = numbers(count);
  const list: string[] = [];
  const fresh = (): string =>
    Array.from({ length: 2 }, () => Array.from({ length: 5 }, () => words[next(words.length)]!).join('')).join(' ');
  while (list.length < count) {
    const kind = list.length < 100 ? 20 : next(20);
    const earlier = list[next(list.length || 1)] ?? '';
    if (kind === 0) list.push(earlier);
    else if (kind === 1) list.push(earlier.split(' ')[0]!);
    else if (kind === 2) list.push(`${earlier.slice(0, 6)}囗${earlier.slice(7)}`);
    else list.push(fresh());
  }
  return list;
}

function onOnePage(count: number): { time: number; found: Record<string, number> } {
  const texts = headlines(count);
  let found: Record<string, number> = {};
  const time = leastTime(15, () => {
    const titles = texts.map((text, place): Title => ({ block: place * 3, text, key: fold(text), inParts: true }));
    found = {};
    for (const { match } of findTwins(titles)) found[match] = (found[match] ?? 0) + 1;
  });
  return { time, found };
}

/** Eight headlines a dump, twenty dumps an issue. */
function overDumps(count: number): { time: number; found: number } {
  const texts = headlines(count);
  let found = 0;
  const time = leastTime(15, () => {
    const index = new FolderIndex();
    const records: DumpRecord[] = [];
    for (let at = 0; at < texts.length; at += 8) records.push(record(at / 8, texts.slice(at, at + 8)));
    for (const each of records) index.put(each);
    found = 0;
    for (const each of records) {
      for (const headline of each.headlines) {
        if (index.withHeadline(headline).some((other) => other.record !== each)) found++;
      }
    }
  });
  return { time, found };
}

function record(number: number, list: readonly string[]): DumpRecord {
  return {
    uri: `file:///papers/${number}.dump.txt`,
    place: { date: undefined, page: undefined, series: '', folder: '' },
    date: `issue ${Math.floor(number / 20)}`,
    pages: [],
    headlines: list,
    stretches: new Uint32Array(list.length * 4),
    sketches: new Uint32Array(0),
    sketchEnds: new Uint16Array(list.length),
    names: [],
    nameStretches: new Uint32Array(0),
  };
}

for (const [name, measure] of [
  ['one page', onOnePage],
  ['over dumps', overDumps],
] as const) {
  measure(1_000);
  const [one, two] = [measure(single), measure(single * 2)];
  const ratio = two.time / one.time;
  console.log(
    `${name}: ${single} headlines ${one.time.toFixed(0)} ms, twice as many ${two.time.toFixed(0)} ms (× ${ratio.toFixed(2)}), found`,
    one.found,
  );
  assert.ok(one.time < limit, `${one.time} ms are more than ${limit}`);
  // all pairs would take four times as long
  assert.ok(ratio < 3.6, `double the size takes ${ratio} times as long`);
}

// for comparison: what comparing all pairs would take, measured on a tenth and multiplied by a hundred
const tenth = headlines(single / 10).map(fold);
const pairs = leastTime(1, () => {
  for (let a = 0; a < tenth.length; a++) for (let b = 0; b < a; b++) isNear(tenth[a]!, tenth[b]!);
});
console.log(`all pairs, though compared by the same quick rule: ${(pairs * 100).toFixed(0)} ms`);
