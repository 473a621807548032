/**
 * Measures a table of character statistics on articles it has not seen.
 *
 *   node server/build/measureStatistics.ts TABLE FILE.jsonl[.gz]@dates=2020-04 FILE.jsonl[.gz]@from=0.8 …
 *
 * Paragraphs are cut at random as column ends cut them. A true seam is (head, its own tail); a wrong one is either
 * (head, start of another paragraph) or (head, tail of another cut paragraph). For ends: a cut head against a
 * headline or a line without a stop. Prints the area under the ROC curve for each score and a simple sum of them.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { openStatistics } from '../src/newspaper/continuation/statistics.ts';

const [tablePath = '', ...inputs] = process.argv.slice(2);
const before = performance.now();
const table = openStatistics(readFileSync(tablePath));
console.log(`loaded in ${(performance.now() - before).toFixed(2)} ms`);

let state = 7;
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** Probability that a true case scores higher than a wrong one. */
function area(good: number[], bad: number[]): number {
  const all = [...good.map((score) => [score, 1] as const), ...bad.map((score) => [score, 0] as const)].sort(
    (a, b) => a[0] - b[0],
  );
  let sum = 0;
  for (let at = 0; at < all.length; ) {
    let next = at + 1;
    while (next < all.length && all[next]?.[0] === all[at]?.[0]) next++;
    for (let index = at; index < next; index++) if (all[index]?.[1]) sum += (at + next - 1) / 2 + 1;
    at = next;
  }
  return (sum - (good.length * (good.length + 1)) / 2) / (good.length * bad.length);
}

/** Share that is right with the best threshold, both sides weighing the same. */
function accuracy(good: number[], bad: number[]): number {
  const all = [
    ...good.map((score) => [score, 1 / good.length] as const),
    ...bad.map((score) => [score, -1 / bad.length] as const),
  ].sort((a, b) => a[0] - b[0]);
  let best = 0;
  let sum = 0;
  for (const [, step] of all) {
    sum += step;
    best = Math.min(best, sum);
  }
  return 0.5 - best / 2;
}

for (const input of inputs) {
  const [path = '', option = ''] = input.split('@');
  const raw = readFileSync(path);
  let articles: { title: string; date?: string; paragraphs: string[] }[] = (
    path.endsWith('.gz') ? gunzipSync(raw) : raw
  )
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  if (option.startsWith('dates='))
    articles = articles.filter(({ date }) =>
      option
        .slice(6)
        .split(',')
        .some((prefix) => date?.startsWith(prefix)),
    );
  if (option.startsWith('from=')) articles = articles.slice(Math.floor(articles.length * Number(option.slice(5))));
  const paragraphs = articles
    .flatMap((article) => article.paragraphs.map((text) => text.replace(/[\u3000\s]+/g, ' ').trim()))
    .filter((text) => text.length > 30 && /[。！？!?…”"）)》】：:；;]$/.test(text));
  const cuts: [string, string][] = [];
  for (let tries = 0; tries < 20000; tries++) {
    const text = paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
    for (let once = 0; once < 12; once++) {
      const at = 4 + Math.floor(random() * (text.length - 7));
      if (
        /[。！？!?…；;”》）)\s]/.test(text[at - 1] ?? '') ||
        /\s/.test(text[at] ?? '') ||
        /[，,、。；;：:！？!?”》）)]/.test(text[at] ?? '')
      )
        continue;
      cuts.push([text.slice(0, at), text.slice(at)]);
      break;
    }
  }
  const another = (): string => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const started = performance.now();
  const own = cuts.map(([head, tail]) => table.joins(head, tail));
  const spent = ((performance.now() - started) / cuts.length) * 1000;
  const others = cuts.map(() => another());
  const tails = cuts.map(() => cuts[Math.floor(random() * cuts.length)]?.[1] ?? '');
  const withStart = cuts.map(([head], index) => table.joins(head, others[index] ?? ''));
  const withTail = cuts.map(([head], index) => table.joins(head, tails[index] ?? ''));
  const tailStart = cuts.map(([, tail]) => -table.startsParagraph(tail));
  const otherStart = others.map((text) => -table.startsParagraph(text));
  const lines = articles
    .flatMap((article) => [article.title, ...article.paragraphs])
    .map((text) => text.trim())
    .filter((text) => text.length >= 4 && !/[。！？!?…”"）)》】：:；;]$/.test(text));
  const openHead = cuts.map(([head]) => table.endsSentenceOpenly(head));
  const openLine = lines.map((text) => table.endsSentenceOpenly(text));
  const stripped = paragraphs.map((text) => table.endsSentenceOpenly(text.replace(/[。！？!?…”"）)》】：:；;]+$/, '')));
  const show = (name: string, good: number[], bad: number[]): void =>
    console.log(`  ${name.padEnd(52)} AUC ${area(good, bad).toFixed(4)}  accuracy ${accuracy(good, bad).toFixed(4)}`);
  console.log(
    `${input}: ${articles.length} articles, ${cuts.length} cuts, ${spent.toFixed(2)} µs a call; mean of own ${(own.reduce((a, b) => a + b) / own.length).toFixed(2)}, of wrong ${(withTail.reduce((a, b) => a + b) / own.length).toFixed(2)}`,
  );
  show('joins: own tail / start of another paragraph', own, withStart);
  show('joins: own tail / tail of another', own, withTail);
  show('startsParagraph: tail / start', tailStart, otherStart);
  show(
    'joins - startsParagraph: own tail / start of another',
    own.map((score, index) => score + (tailStart[index] ?? 0)),
    withStart.map((score, index) => score + (otherStart[index] ?? 0)),
  );
  show(`endsSentenceOpenly: head / ${lines.length} headlines and lines`, openHead, openLine);
  show('endsSentenceOpenly: head / paragraph less its stop', openHead, stripped);
}
