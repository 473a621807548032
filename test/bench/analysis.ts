/**
 * What reading a dump costs, stage by stage, beside a plain scan of the same text in the same run; double the size
 * against the single one; an edit and what is asked after it; memory: `npm run bench`, or `node test/bench/analysis.ts
 * [FILE]`. Without a file it makes up news of its own. Times are those of this process, so that others on the machine
 * count as little as can be; quote the ratios.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { groupArticles } from '../../server/src/newspaper/article/group.ts';
import { assignRoles } from '../../server/src/newspaper/article/roles.ts';
import { linkContinuations } from '../../server/src/newspaper/continuation/assign.ts';
import {
  analyse,
  findingsOf,
  lineStarts,
  outlineOf,
  type Page,
  readingsOf,
  setStatistics,
} from '../../server/src/newspaper/index.ts';
import { readBlocks } from '../../server/src/newspaper/page/blocks.ts';
import { pageStarts } from '../../server/src/newspaper/page/split.ts';
import { Dump } from '../../server/src/workspace/dump.ts';
import { leastTimes, processorTime } from './clock.ts';
import { madeUpDump } from './dump.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const rounds = 5;
/** Stages in their order, with the least time that each took. */
const stages = new Map<string, number>();

function timed<T>(times: Map<string, number>, stage: string, run: () => T): T {
  const begin = processorTime();
  const result = run();
  times.set(stage, (times.get(stage) ?? 0) + processorTime() - begin);
  return result;
}

function readInStages(text: string): void {
  const times = new Map<string, number>();
  const starts = timed(times, 'pages', () => [...pageStarts(text)]);
  const texts = starts.map((start, place) => ` ${text.slice(start, starts[place + 1])}`.slice(1));
  // all pages by one stage after another: a clock is too coarse for one page
  const lines = timed(times, 'lines', () => texts.map(lineStarts));
  const read = timed(times, 'blocks', () => texts.map((page, at) => readBlocks(page, lines[at]!, new Map())));
  const roles = timed(times, 'roles', () => read.map(({ blocks, layout }) => assignRoles(blocks, layout)));
  const links = timed(times, 'continuations', () =>
    read.map(({ blocks, layout }, at) => linkContinuations(blocks, roles[at]!.roles, layout)),
  );
  const groups = timed(times, 'articles', () =>
    read.map(({ blocks }, at) =>
      groupArticles(blocks, roles[at]!.roles, links[at]!.continuations, roles[at]!.duplicates),
    ),
  );
  const pages = texts.map(
    (page, at): Page => ({
      text: page,
      lineStarts: lines[at]!,
      ...read[at]!,
      ...roles[at]!,
      ...links[at]!,
      ...groups[at]!,
    }),
  );
  timed(times, 'figures', () => pages.map(readingsOf));
  timed(times, 'findings', () => pages.map(findingsOf));
  timed(times, 'outline', () => pages.map(outlineOf));
  for (const [stage, time] of times) stages.set(stage, Math.min(stages.get(stage) ?? Number.POSITIVE_INFINITY, time));
}

/** Everything that a text of this kind could be read with at least: characters by class, lines, numbers, runs of three. */
function scanPlainly(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += classes[text.charCodeAt(at)]!;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) sum++;
  sum += [...text.matchAll(/[0-9０-９]+(?:[.,．，][0-9]+)*/gu)].length;
  for (let at = 2; at < text.length; at++) {
    sum ^=
      Math.imul(text.charCodeAt(at - 2), 0x9e3779b1) ^
      Math.imul(text.charCodeAt(at - 1), 0x85ebca77) ^
      Math.imul(text.charCodeAt(at), 0xc2b2ae3d);
  }
  return sum;
}

const classes = Uint8Array.from({ length: 0x10000 }, (_, unit) => (unit < 0x80 ? 1 : unit >= 0x4e00 ? 2 : 3));

function readWhole(text: string): void {
  for (const { page } of analyse(text).pages) findingsOf(page);
}

/** Types a character and takes it back, again and again, and asks for the findings of the page each time. */
function editLoop(text: string): number {
  const dump = new Dump('file:///bench.newspaper', 'newspaper', 0, text);
  for (const { page } of dump.issue.pages) findingsOf(page);
  const lines = dump.issue.pages.at(-1)!.line;
  const edits = 200;
  const costs: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const start = { line: Math.floor((lines * ((edit * 37) % edits)) / edits), character: 0 };
    const begin = performance.now();
    dump.update([{ range: { start, end: start }, text: '新' }], edit * 2 + 1);
    for (const { page } of dump.issue.pages) findingsOf(page);
    costs.push(performance.now() - begin);
    dump.update([{ range: { start, end: { line: start.line, character: 1 } }, text: '' }], edit * 2 + 2);
    for (const { page } of dump.issue.pages) findingsOf(page);
  }
  return costs.sort((a, b) => a - b)[edits >> 1]!;
}

const file = process.argv[2];
const text = file === undefined ? madeUpDump(1_500_000) : readFileSync(file, 'utf8');
const megabytes = Buffer.byteLength(text) / 1e6;
const rate = (time: number): string => `${(megabytes / (time / 1000)).toFixed(1)} MB/s`;

for (let round = 0; round < rounds; round++) readInStages(text);
const half = text.slice(0, text.lastIndexOf('\n', text.length >> 1));
const [plain, whole, single] = leastTimes(rounds, [
  () => void scanPlainly(text),
  () => readWhole(text),
  () => readWhole(half),
]) as [number, number, number];
console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`);
console.log(`${megabytes.toFixed(1)} MB, ${text.length} characters, ${analyse(text).pages.length} pages\n`);
const row = (name: string, time: number): void =>
  console.log(
    `${name.padEnd(16)} ${time.toFixed(1).padStart(8)} ms  ${rate(time).padStart(12)}  ${(time / plain).toFixed(2).padStart(7)} x the plain scan`,
  );
row('plain scan', plain);
for (const [stage, time] of stages) row(stage, time);
row('everything', whole);

console.log(`\ndouble the size: ${(whole / single).toFixed(2)} times as long`);
for (const size of [5_000, 50_000, 500_000]) {
  const part = madeUpDump(size);
  console.log(`an edit in ${String(size).padStart(7)} characters: ${editLoop(part).toFixed(2)} ms`);
}

collect();
const before = process.memoryUsage().heapUsed;
const kept = analyse(text);
for (const { page } of kept.pages) findingsOf(page);
collect();
const heap = process.memoryUsage().heapUsed - before;
console.log(`kept of a dump: ${(heap / 1e6).toFixed(1)} MB, ${(heap / text.length).toFixed(1)} bytes a character`);
