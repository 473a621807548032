/**
 * Learns how much each fact weighs when woven articles are parted, and prints the table for
 * `server/src/newspaper/article/partingWeights.ts`.
 *
 *   node server/build/articles.ts DIR...
 *
 * A DIR holds NAME.txt and NAME.gold.json side by side. Blocks, roles and continuations are taken from the latter, so
 * that the table does not depend on what the other stages get wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignText } from '../src/newspaper/article/group.ts';
import { Parting, type Weave } from '../src/newspaper/article/parting.ts';
import { type PartingFact, partingWeights } from '../src/newspaper/article/partingWeights.ts';
import { segmentsOf } from '../src/newspaper/article/segment.ts';
import type { Continuation } from '../src/newspaper/continuation/continuation.ts';
import type { Block, Role } from '../src/newspaper/page/block.ts';

interface Gold {
  blocks: { first: number; last: number; role: string }[];
  articles: { headline: number; blocks: number[] }[];
  continuations: { at: number; to: number | null; overlap?: string }[];
}

/** One weave: the facts about each place where the guest may end, and the place where it does. */
interface Example {
  readonly places: ReadonlyMap<PartingFact, number>[];
  readonly right: number;
}

const facts = Object.keys(partingWeights) as PartingFact[];

/** Weights far from 0 cost; without that, facts that never fail would weigh ever more. */
const penalty = 0.15;
const rounds = 500;

const examples = process.argv.slice(2).flatMap((directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .flatMap((name) => examplesOf(join(directory, name))),
);
const learned = learn(examples);
const right = examples.filter(({ places, right }) => best(places, learned) === right).length;
console.log(`// ${right} of ${examples.length} weaves parted at the right block`);
for (const fact of facts) console.log(`  ${fact}: ${learned[fact].toFixed(2)},`);

function examplesOf(path: string): Example[] {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as Gold;
  const lines = readFileSync(path.replace(/\.gold\.json$/, '.txt'), 'utf8').split(/\r\n|\n|\r/);
  const blocks = gold.blocks.map(({ first, last }, index): Block => {
    const text = lines
      .slice(first, last + 1)
      .map((line) => line.trim())
      .join('');
    return {
      index,
      first,
      last,
      start: 0,
      end: 0,
      paragraph: { raw: text, text, indent: 0, pieces: [{ at: 0, from: 0 }] },
    };
  });
  const indexOf = new Map(gold.blocks.map(({ first }, index) => [first, index]));
  const roles = gold.blocks.map(({ role }, index) => roleOf(role, blocks[index]!.paragraph.text));
  const linkTo = new Map<number, Continuation>();
  for (const { at, to, overlap } of gold.continuations) {
    const target = to === null ? undefined : indexOf.get(to);
    if (target !== undefined)
      linkTo.set(target, {
        at: indexOf.get(at)!,
        to: target,
        overlap: overlap?.length ?? 0,
        certainty: 1,
        evidence: [],
      });
  }
  const articleOf = new Map(
    gold.articles.flatMap(({ blocks }, article) => blocks.map((first) => [indexOf.get(first)!, article])),
  );
  const parting = new Parting(blocks, roles, linkTo);
  const examples: Example[] = [];
  assignText(segmentsOf(blocks, roles, linkTo), linkTo, {
    guestLength(weave: Weave) {
      const guest = articleOf.get(weave.run[0]!);
      const foreign = weave.run.findIndex((block) => articleOf.get(block) !== guest);
      const length = foreign < 0 ? weave.run.length : foreign;
      const places = parting.candidates(weave);
      if (length <= places.length) examples.push({ places, right: length - 1 });
      return length;
    },
  });
  return examples;
}

function roleOf(role: string, text: string): Role {
  if (role === 'furniture') return 'folio';
  if (role === 'duplicate') return 'repetition';
  if (role === 'stray') return 'strayByline';
  if (role !== 'other') return role as Role;
  if (/^[（(].*[）)]$|(?:报道|摄)$/u.test(text)) return 'credit';
  return text.length <= 30 ? 'subhead' : 'body';
}

function score(place: ReadonlyMap<PartingFact, number>, weights: Readonly<Record<PartingFact, number>>): number {
  let sum = 0;
  for (const [fact, value] of place) sum += weights[fact] * value;
  return sum;
}

function best(
  places: readonly ReadonlyMap<PartingFact, number>[],
  weights: Readonly<Record<PartingFact, number>>,
): number {
  const scores = places.map((place) => score(place, weights));
  return scores.indexOf(Math.max(...scores));
}

/** Multinomial logistic regression over the places of each weave, by Adam. */
function learn(examples: readonly Example[]): Record<PartingFact, number> {
  const zero = (): Record<PartingFact, number> =>
    Object.fromEntries(facts.map((fact) => [fact, 0])) as Record<PartingFact, number>;
  const weights = zero();
  const mean = zero();
  const variance = zero();
  for (let round = 1; round <= rounds; round++) {
    const gradient = zero();
    for (const { places, right } of examples) {
      const scores = places.map((place) => score(place, weights));
      const most = Math.max(...scores);
      const powers = scores.map((each) => Math.exp(each - most));
      const total = powers.reduce((sum, each) => sum + each, 0);
      places.forEach((place, index) => {
        const error = (index === right ? 1 : 0) - powers[index]! / total;
        for (const [fact, value] of place) gradient[fact] += error * value;
      });
    }
    for (const fact of facts) {
      const slope = gradient[fact] - penalty * weights[fact];
      mean[fact] = 0.9 * mean[fact] + 0.1 * slope;
      variance[fact] = 0.99 * variance[fact] + 0.01 * slope * slope;
      weights[fact] +=
        (0.1 * (mean[fact] / (1 - 0.9 ** round))) / (Math.sqrt(variance[fact] / (1 - 0.99 ** round)) + 1e-9);
    }
  }
  return weights;
}
