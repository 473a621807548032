/**
 * Learns how much each piece of evidence says about a block's role and writes `server/src/newspaper/article/weights.ts`.
 *
 *   node server/build/roles.ts --out FILE [--rounds N] [--strength S] [--draws N] [--share 0…1] FOLDER …
 *
 * A folder holds NAME.txt and NAME.gold.json, whose `blocks` give each block's first line and role. The model is a
 * linear-chain conditional random field, that is multinomial logistic regression over a page's blocks together with what
 * label follows which, so that what the neighbours are counts. Weights are pulled towards zero (`--strength`); evidence
 * that is too rare to learn from is left out, so no sentence of the pages gets into the table.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceOf, gatherEvidence } from '../src/newspaper/article/features.ts';
import { Label, type LabelName, labels, openLabels } from '../src/newspaper/article/label.ts';
import { vocabulary } from '../src/newspaper/article/vocabulary.ts';
import { setStatistics } from '../src/newspaper/continuation/statistics.ts';
import { readBlocks } from '../src/newspaper/page/blocks.ts';
import { lineStarts } from '../src/newspaper/text/lines.ts';
import { type GoldBlock, type GoldPage, signAnew } from './houseStyles.ts';

const named = new Map<string, string>();
const folders: string[] = [];
for (let index = 2; index < process.argv.length; index++) {
  const argument = process.argv[index] ?? '';
  if (argument.startsWith('--')) named.set(argument.slice(2), process.argv[++index] ?? '');
  else folders.push(argument);
}
const out = named.get('out');
if (out === undefined || folders.length === 0) {
  console.error('usage: roles.ts --out FILE [--rounds N] [--strength S] [--draws N] [--share 0…1] FOLDER …');
  process.exit(2);
}
const rounds = Number(named.get('rounds') ?? 16);
const strength = Number(named.get('strength') ?? 0.00004);
const rarest = Number(named.get('rarest') ?? 50);
/** Share of the pages whose articles are signed as other houses do. */
const otherHouses = Number(named.get('houses') ?? 0.5);
/** Share of the evidence that is held back while learning, so that no single piece is leaned on. */
const dropout = Number(named.get('dropout') ?? 0.2);
/** How often the pages are drawn and learned from; the table is the mean. */
const draws = Number(named.get('draws') ?? 12);
/** Share of the pages that each draw learns from: what only some of them say weighs less in the mean. */
const share = Number(named.get('share') ?? 0.5);
const statisticsFile = join(import.meta.dirname, '../data/statistics.bin');
setStatistics(() => readFileSync(statisticsFile));

let seed = 1;
/** The same numbers at every run, so that the table can be made again. */
function random(): number {
  seed = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const fromGold: Readonly<Record<string, LabelName>> = {
  headline: 'headline',
  kicker: 'kicker',
  deck: 'deck',
  body: 'body',
  other: 'subhead',
  duplicate: 'repetition',
  stray: 'stray',
  jump: 'jump',
  furniture: 'furniture',
  byline: 'credit',
};
/** Paragraphs without a full stop that are longer than this are text, no subheads. */
const longestSubhead = 45;

interface Sample {
  /** By block: numbers of its evidence, or undefined where its label is told. */
  readonly evidence: (Uint16Array | undefined)[];
  readonly gold: Uint8Array;
}

const told = new Map<string, number>();
let samples = drawSamples();

/** All pages, some of them as other houses would have signed them; others at every call. */
function drawSamples(): readonly Sample[] {
  return folders.flatMap((folder) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.gold.json'));
    const drawn = files.sort().filter(() => random() < share);
    return drawn.map((file) => {
      const gold: GoldPage = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const text = readFileSync(join(folder, file.replace('.gold.json', '.txt')), 'utf8');
      const page = random() < otherHouses ? signAnew(text, gold, random) : { text, blocks: gold.blocks };
      return sampleOf(page.text, page.blocks);
    });
  });
}

function sampleOf(text: string, gold: readonly GoldBlock[]): Sample {
  const { layout, blocks } = readBlocks(text, lineStarts(text), new Map());
  const evidence = gatherEvidence(blocks, layout);
  const roleAt = new Map(gold.map(({ first, role }) => [first, role]));
  const right = new Uint8Array(blocks.length);
  const found: (Uint16Array | undefined)[] = [];
  for (const { index, first, paragraph } of blocks) {
    const role = roleAt.get(first) ?? 'body';
    let label: number = Label[fromGold[role] ?? 'body'];
    if (label === Label.subhead && paragraph.text.length > longestSubhead) label = Label.body;
    const { certain } = evidence.facts[index]!;
    if (certain !== undefined) {
      const key = `${labels[certain]} is ${role}`;
      told.set(key, (told.get(key) ?? 0) + 1);
      label = certain;
    } else if (label >= openLabels) {
      told.set(`open is ${role}: ${paragraph.text}`, 1);
      label = Label.body;
    }
    right[index] = label;
    found.push(certain === undefined ? evidenceOf(evidence, blocks, index) : undefined);
  }
  return { evidence: found, gold: right };
}
for (const [what, count] of [...told].sort((a, b) => b[1] - a[1]).slice(0, 40))
  console.log(`${String(count).padStart(7)}  ${what}`);

const width = labels.length;
const counts = new Uint32Array(vocabulary.names.length);
for (const { evidence } of samples) for (const each of evidence) for (const number of each ?? []) counts[number]!++;
const kept = Array.from(counts, (count) => count >= rarest);
const weights = new Float64Array(counts.length * width);
const transitions = new Float64Array(width * width);
const weightSquares = new Float64Array(weights.length);
const transitionSquares = new Float64Array(transitions.length);
const rate = 0.15;
console.log(`${samples.length} pages, ${kept.filter(Boolean).length} kept, ${kept.length} known`);

/** One step of gradient ascent on the log-likelihood of a page's labels; gives that likelihood per open block. */
function learn({ evidence, gold }: Sample): [loss: number, open: number] {
  const count = gold.length;
  const scores = new Float64Array(count * width).fill(Number.NEGATIVE_INFINITY);
  const held: (Uint16Array | undefined)[] = evidence.map((each) =>
    each?.filter((number) => kept[number] && random() >= dropout),
  );
  for (let block = 0; block < count; block++) {
    const active = held[block];
    if (active === undefined) {
      scores[block * width + gold[block]!] = 0;
      continue;
    }
    for (let label = 0; label < openLabels; label++) {
      let sum = 0;
      for (const number of active) sum += weights[number * width + label]!;
      scores[block * width + label] = sum;
    }
  }
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const total = (values: readonly number[]): number => {
    const top = Math.max(...values);
    if (top === Number.NEGATIVE_INFINITY) return top;
    let sum = 0;
    for (const value of values) sum += Math.exp(value - top);
    return top + Math.log(sum);
  };
  const buffer: number[] = new Array(width);
  for (let block = 0; block < count; block++) {
    for (let label = 0; label < width; label++) {
      const own = scores[block * width + label]!;
      if (block === 0 || own === Number.NEGATIVE_INFINITY) {
        forward[block * width + label] = own;
        continue;
      }
      for (let previous = 0; previous < width; previous++) {
        buffer[previous] = forward[(block - 1) * width + previous]! + transitions[previous * width + label]!;
      }
      forward[block * width + label] = own + total(buffer);
    }
  }
  for (let block = count - 2; block >= 0; block--) {
    for (let label = 0; label < width; label++) {
      if (scores[block * width + label] === Number.NEGATIVE_INFINITY) {
        backward[block * width + label] = Number.NEGATIVE_INFINITY;
        continue;
      }
      for (let next = 0; next < width; next++) {
        const place = (block + 1) * width + next;
        buffer[next] = transitions[label * width + next]! + scores[place]! + backward[place]!;
      }
      backward[block * width + label] = total(buffer);
    }
  }
  for (let label = 0; label < width; label++) buffer[label] = forward[(count - 1) * width + label]!;
  const partition = total(buffer);
  let loss = 0;
  let open = 0;
  const step = (values: Float64Array, squares: Float64Array, at: number, gradient: number): void => {
    const slope = gradient - strength * samples.length * values[at]! * 0.01;
    squares[at]! += slope * slope;
    values[at]! += (rate * slope) / Math.sqrt(squares[at]!);
  };
  for (let block = 0; block < count; block++) {
    const right = gold[block]!;
    const active = held[block];
    if (active !== undefined) {
      open++;
      for (let label = 0; label < openLabels; label++) {
        const place = block * width + label;
        const probability = Math.exp(forward[place]! + backward[place]! - partition);
        if (label === right) loss -= Math.log(Math.max(1e-12, probability));
        const gradient = (label === right ? 1 : 0) - probability;
        if (Math.abs(gradient) < 1e-5) continue;
        for (const number of active) step(weights, weightSquares, number * width + label, gradient);
      }
    }
    if (block === 0 || (active === undefined && held[block - 1] === undefined)) continue;
    for (let previous = 0; previous < width; previous++) {
      if (forward[(block - 1) * width + previous] === Number.NEGATIVE_INFINITY) continue;
      for (let label = 0; label < width; label++) {
        const place = block * width + label;
        if (scores[place] === Number.NEGATIVE_INFINITY) continue;
        const at = previous * width + label;
        const probability = Math.exp(
          forward[(block - 1) * width + previous]! + transitions[at]! + scores[place]! + backward[place]! - partition,
        );
        const gradient = (gold[block - 1] === previous && right === label ? 1 : 0) - probability;
        if (Math.abs(gradient) >= 1e-5) step(transitions, transitionSquares, at, gradient);
      }
    }
  }
  return [loss, open];
}

/** The mean of what is learned in the second half of the rounds of all draws: it depends less on chance. */
const means = {
  weights: new Float64Array(weights.length),
  transitions: new Float64Array(transitions.length),
  taken: 0,
};
const pagesBetween = 10;

function takeMean(): void {
  means.taken++;
  for (const [mean, values] of [
    [means.weights, weights],
    [means.transitions, transitions],
  ] as const) {
    for (let at = 0; at < values.length; at++) mean[at]! += (values[at]! - mean[at]!) / means.taken;
  }
}

for (let draw = 0; draw < draws; draw++) {
  if (draw > 0) samples = drawSamples();
  weights.fill(0);
  transitions.fill(0);
  weightSquares.fill(1e-3);
  transitionSquares.fill(1e-3);
  for (let round = 0; round < rounds; round++) {
    const order = samples.map((_, index) => index);
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    let loss = 0;
    let open = 0;
    for (const [place, index] of order.entries()) {
      const [pageLoss, pageOpen] = learn(samples[index]!);
      loss += pageLoss;
      open += pageOpen;
      if (2 * round >= rounds && place % pagesBetween === 0) takeMean();
    }
    if ((round + 1) % 4 === 0)
      console.log(`draw ${draw + 1}, round ${round + 1}: ${(loss / open).toFixed(4)} nats a block`);
  }
}

/** Evidence that says less than this of every label (nats) decides nothing. */
const least = 0.3;
/** Tenths of a nat are as good as more, and the table packs smaller; what follows what is told in twentieths. */
const digits = (value: number, steps = 10): string =>
  String(Number((Math.round(value * steps) / steps).toFixed(2)) || 0);
const rows = vocabulary.names
  .map((name, number) => ({ name, number }))
  .filter(({ number }) => kept[number])
  .map(({ name, number }) => ({ name, row: [...means.weights.subarray(number * width, number * width + openLabels)] }))
  .filter(({ row }) => row.some((value) => Math.abs(value) >= least))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const table = `// Made by server/build/roles.ts; do not edit. One row for each piece of evidence, one number for each label.
import type { LabelName } from './label.ts';

/** The labels that evidence decides, in the order of the numbers in a row. */
export const columns: readonly LabelName[] = [${labels
  .slice(0, openLabels)
  .map((label) => `'${label}'`)
  .join(', ')}];

/** How much a piece of evidence speaks for each label (nats). */
export const weights: Readonly<Record<string, readonly number[]>> = {
${rows.map(({ name, row }) => `  ${/^[A-Za-z]+$/.test(name) ? name : `'${name}'`}: [${row.map((value) => digits(value)).join(', ')}],`).join('\n')}
};

/** How much one label speaks for the next block's: a row for each label in front, a number for each label behind. */
export const transitions: Readonly<Record<LabelName, readonly number[]>> = {
${labels.map((label, index) => `  ${label}: [${[...means.transitions.subarray(index * width, index * width + width)].map((value) => digits(value, 20)).join(', ')}],`).join('\n')}
};
`;
writeFileSync(out, table);
console.log(`${rows.length} rows`);
