import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, findingsOf, jumpHalvesOf, outlineOf, readingsOf } from '../../server/src/newspaper/index.ts';
import { readPlace } from '../../server/src/workspace/folder/place.ts';
import { recordOf } from '../../server/src/workspace/folder/record.ts';

const sentence = '青石镇的老桥昨天重新开放，桥面铺上了新的石板，栏杆也换过了。';

/** Four characters of its own for each number. */
function word(number: number): string {
  const units = Array.from({ length: 4 }, (_, place) => 0x4e00 + ((number * 7919 + place * 104_729) % 20_000));
  return String.fromCharCode(...units);
}

/** Pieces one behind the other, `length` characters of them or a little more. */
function many(length: number, piece: (number: number) => string): string {
  const parts: string[] = [];
  for (let done = 0, number = 0; done < length; number++) {
    const part = piece(number);
    parts.push(part);
    done += part.length;
  }
  return parts.join('');
}

/** Texts that nobody prints; whoever looks back or ahead in one of them for too long is found out. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  'opening brackets': (length) => '（'.repeat(length),
  'closing brackets': (length) => '】'.repeat(length),
  'brackets of all kinds': (length) => many(length, () => '（】「」《”'),
  'curly quotes': (length) => '“'.repeat(length),
  'straight quotes': (length) => '"'.repeat(length),
  digits: (length) => '7'.repeat(length),
  'Chinese digits': (length) => '三'.repeat(length),
  'sums of money': (length) => many(length, () => '12,345.6万元、'),
  shares: (length) => many(length, () => '占37.5%，'),
  'one line': (length) => many(length, () => sentence),
  'one sentence': (length) => many(length, () => sentence.replaceAll('。', '，')),
  headlines: (length) => many(length, (number) => `${word(number)}新闻\n\n`),
  'the same headline': (length) => many(length, () => '青石镇老桥重新开放\n\n'),
  cuts: (length) => many(length, (number) => `${word(number)}${sentence.slice(0, 28)}和\n\n`),
  'short cuts': (length) => many(length, (number) => `${word(number)}预计秋收，\n\n`),
  folios: (length) => many(length, () => '第2版 要闻\n'),
  'lone names': (length) => many(length, (number) => `${word(number)}${sentence}\n\n甘一禾\n\n`),
  'jump lines': (length) => many(length, (number) => `${word(number)}\n\n${sentence}（下转第3版）\n\n`),
};

/** Processor time for everything that is read of a text, in milliseconds. */
function cost(text: string): number {
  const begin = process.cpuUsage().user;
  const issue = analyse(text);
  for (const { page } of issue.pages) {
    readingsOf(page);
    findingsOf(page);
    outlineOf(page);
    jumpHalvesOf(page);
  }
  recordOf('file:///a.txt', issue, readPlace('file:///a.txt'));
  return (process.cpuUsage().user - begin) / 1000;
}

/** Processor time for two characters typed into the middle of a text, in milliseconds. */
function costOfTyping(text: string): number {
  let issue = analyse(text);
  let current = text;
  const begin = process.cpuUsage().user;
  const middle = text.length >> 1;
  for (const at of [middle, middle + 1]) {
    current = `${current.slice(0, at)}新${current.slice(at)}`;
    issue = analyse(current, issue, { start: at, oldEnd: at, newEnd: at + 1 });
    for (const { page } of issue.pages) findingsOf(page);
  }
  return (process.cpuUsage().user - begin) / 1000;
}

/** Asserts that a text eight times as long costs no more than in proportion. */
function assertInProportion(measure: (text: string) => number, make: (length: number) => string): void {
  measure(make(5_000));
  const single = Math.min(measure(make(20_000)), measure(make(20_000)));
  const eightfold = measure(make(160_000));
  // quadratic would be 64 times; a busy machine, a cold start and a collection are forgiven
  assert.ok(eightfold < single * 24 + 150, `${single} ms, eight times as much ${eightfold} ms`);
}

for (const [name, make] of Object.entries(texts)) {
  test(`double the size takes double the time: ${name}`, () => assertInProportion(cost, make));

  test(`typing takes no more than in proportion to the text: ${name}`, () => assertInProportion(costOfTyping, make));
}
