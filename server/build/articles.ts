/**
 * Learns how much each fact weighs when woven articles are parted, and writes the numbers into
 * `server/src/newspaper/article/partingWeights.ts` and `forerunnerWeights.ts`.
 *
 *   node server/build/articles.ts DIR...
 *
 * A DIR holds NAME.txt and NAME.gold.json side by side. Blocks, roles and continuations are taken from the latter, so
 * that the tables do not depend on what the other stages get wrong.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cohesion } from '../src/newspaper/article/cohesion.ts';
import { type Crossing, Forerunners } from '../src/newspaper/article/forerunner.ts';
import { type ForerunnerFact, forerunnerWeights } from '../src/newspaper/article/forerunnerWeights.ts';
import { Parting, type Weave } from '../src/newspaper/article/parting.ts';
import { type PartingFact, partingWeights } from '../src/newspaper/article/partingWeights.ts';
import { segmentsOf } from '../src/newspaper/article/segment.ts';
import { unweave } from '../src/newspaper/article/weave.ts';
import type { Continuation } from '../src/newspaper/continuation/continuation.ts';
import type { Block, Role } from '../src/newspaper/page/block.ts';

interface Gold {
  blocks: { first: number; last: number; role: string }[];
  articles: { headline: number; blocks: number[] }[];
  continuations: { at: number; to: number | null; overlap?: string }[];
}

/** A page as its gold tells it; articles as block indices. */
interface GoldPage {
  readonly blocks: readonly Block[];
  readonly roles: readonly Role[];
  readonly linkTo: ReadonlyMap<number, Continuation>;
  readonly articles: readonly (readonly number[])[];
}

type Facts = ReadonlyMap<string, number>;

/** What one can choose from, and which is right. */
interface Choice {
  readonly options: readonly Facts[];
  readonly right: number;
}

/** Weights far from 0 cost; without that, facts that never fail would weigh ever more. */
const penalty = 0.15;
const rounds = 500;
/** Forerunners are rare: one counts as much less than its number among the examples. */
const forerunnerOdds = 1 / 20;

const none: Facts = new Map();
const partings: Choice[] = [];
const forerunners: Choice[] = [];
for (const page of readPages(process.argv.slice(2))) {
  learnFromWeaves(page);
  learnFromForerunners(page);
}

const shift =
  Math.log(forerunnerOdds) -
  Math.log(
    forerunners.filter(({ right }) => right === 1).length / forerunners.filter(({ right }) => right === 0).length,
  );
write('partingWeights', learn(partings, Object.keys(partingWeights)));
const learned = learn(forerunners, Object.keys(forerunnerWeights));
learned['always']! += shift;
write('forerunnerWeights', learned);

function readPages(directories: readonly string[]): GoldPage[] {
  return directories.flatMap((directory) =>
    readdirSync(directory)
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .map((name) => readPage(join(directory, name))),
  );
}

function readPage(path: string): GoldPage {
  const gold = JSON.parse(readFileSync(path, 'utf8')) as Gold;
  const lines = readFileSync(path.replace(/\.gold\.json$/, '.txt'), 'utf8').split(/\r\n|\n|\r/);
  const blocks = gold.blocks.map(({ first, last }, index) =>
    blockOf(
      index,
      lines
        .slice(first, last + 1)
        .map((line) => line.trim())
        .join(''),
    ),
  );
  const indexOf = new Map(gold.blocks.map(({ first }, index) => [first, index]));
  const linkTo = new Map<number, Continuation>();
  for (const { at, to } of gold.continuations) {
    const target = to === null ? undefined : indexOf.get(to);
    if (target !== undefined) linkTo.set(target, linkOf(indexOf.get(at)!, target));
  }
  return {
    blocks,
    roles: gold.blocks.map(({ role }, index) => roleOf(role, blocks[index]!.paragraph.text)),
    linkTo,
    articles: gold.articles.map(({ blocks }) => blocks.map((first) => indexOf.get(first)!)),
  };
}

function blockOf(index: number, text: string): Block {
  const paragraph = { raw: text, text, indent: 0, pieces: [{ at: 0, from: 0 }], isSetInLines: false, notes: [] };
  return { index, first: index, last: index, start: 0, end: 0, paragraph };
}

function linkOf(at: number, to: number): Continuation {
  return { at, to, overlap: 0, certainty: 1, evidence: [] };
}

function roleOf(role: string, text: string): Role {
  if (role === 'furniture') return 'folio';
  if (role === 'duplicate') return 'repetition';
  if (role === 'stray') return 'strayByline';
  if (role !== 'other') return role as Role;
  if (/^[（(].*[）)]$|(?:报道|摄)$/u.test(text)) return 'credit';
  return text.length <= 30 ? 'subhead' : 'body';
}

/** What speaks for and against a forerunner: each fact is the score by a table that knows no other. */
function forerunnerFacts(judge: Forerunners, crossing: Crossing): Facts {
  const names = Object.keys(forerunnerWeights) as ForerunnerFact[];
  return new Map(names.map((name) => [name, judge.score(crossing, only(forerunnerWeights, name))]));
}

/** The same for each block that a guest may end with. */
function partingFacts(parting: Parting, weave: Weave): readonly Facts[] {
  const options: Map<string, number>[] = [];
  for (const name of Object.keys(partingWeights) as PartingFact[]) {
    for (const [place, value] of parting.read(weave, only(partingWeights, name)).scores.entries()) {
      options[place] ??= new Map();
      options[place].set(name, value);
    }
  }
  return options;
}

/** A table in which one fact weighs 1 and the others nothing. */
function only<Fact extends string>(weights: Readonly<Record<Fact, number>>, fact: Fact): Record<Fact, number> {
  return Object.fromEntries(Object.keys(weights).map((name) => [name, name === fact ? 1 : 0])) as Record<Fact, number>;
}

/** Every weave of a page is a choice of the place where it ends; that a paragraph crosses a headline is no forerunner. */
function learnFromWeaves({ blocks, roles, linkTo, articles }: GoldPage): void {
  const articleOf = new Map(articles.flatMap((blocks, article) => blocks.map((block) => [block, article])));
  const cohesion = new Cohesion(blocks);
  const parting = new Parting(blocks, roles, linkTo, cohesion);
  const judge = new Forerunners(blocks, roles, cohesion);
  unweave(
    segmentsOf(blocks, roles, linkTo),
    { to: linkTo, lost: new Set() },
    {
      forerunners: {
        isForerunner(crossing) {
          forerunners.push({ options: [none, forerunnerFacts(judge, crossing)], right: 0 });
          return false;
        },
      },
      parting: {
        part(weave) {
          const guest = articleOf.get(weave.run[0]!);
          const foreign = weave.run.findIndex((block) => articleOf.get(block) !== guest);
          const length = foreign < 0 ? weave.run.length : foreign;
          const options = partingFacts(parting, weave);
          if (length <= options.length) partings.push({ options, right: length - 1 });
          return { length, score: 0, lean: 0 };
        },
      },
    },
  );
}

/** Makes forerunners: cuts an early paragraph of each third article and sets its beginning before its headline. */
function learnFromForerunners(page: GoldPage): void {
  const text = (index: number): string => page.blocks[index]!.paragraph.text;
  const bodies = (article: readonly number[]) =>
    article.filter((block) => page.roles[block] === 'body' && text(block).length > 20);
  for (let second = 1; second < page.articles.length; second++) {
    const [firstBodies, secondBodies] = [bodies(page.articles[second - 1]!), bodies(page.articles[second]!)];
    const dice = forerunners.length;
    const cut = secondBodies[dice % 3 === 0 ? 1 : 0];
    if (dice % 3 === 1 || cut === undefined || text(cut).length < 40) continue;
    const blocks = [...page.blocks];
    const add = (text: string): number => blocks.push(blockOf(blocks.length, text)) - 1;
    const middle = 10 + ((dice * 7) % (text(cut).length - 20));
    const [beginning, rest] = [add(text(cut).slice(0, middle)), add(text(cut).slice(middle))];
    const roles: Role[] = [...page.roles, 'body', 'body'];
    const headline = page.articles[second]!.filter((block) => page.roles[block] === 'headline');
    const firstHeadline = page.articles[second - 1]!.filter((block) => page.roles[block] === 'headline');
    const known = firstBodies.slice(0, dice % (firstBodies.length + 1));
    const behind = [...secondBodies.slice(secondBodies.indexOf(cut) + 1), ...firstBodies.slice(known.length)].slice(
      0,
      3,
    );
    const crossing = { beginning, rest, first: [...firstHeadline, ...known], second: headline, behind };
    const judge = new Forerunners(blocks, roles, new Cohesion(page.blocks));
    forerunners.push({ options: [none, forerunnerFacts(judge, crossing)], right: 1 });
  }
}

/** Multinomial logistic regression by Adam. */
function learn(choices: readonly Choice[], names: readonly string[]): Record<string, number> {
  const zero = (): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]));
  const [weights, mean, variance] = [zero(), zero(), zero()];
  for (let round = 1; round <= rounds; round++) {
    const gradient = zero();
    for (const { options, right } of choices) {
      const scores = options.map((option) => score(option, weights));
      const most = Math.max(...scores);
      const powers = scores.map((each) => Math.exp(each - most));
      const total = powers.reduce((sum, each) => sum + each, 0);
      options.forEach((option, index) => {
        const error = (index === right ? 1 : 0) - powers[index]! / total;
        for (const [name, value] of option) gradient[name]! += error * value;
      });
    }
    for (const name of names) {
      const slope = gradient[name]! - penalty * weights[name]!;
      mean[name] = 0.9 * mean[name]! + 0.1 * slope;
      variance[name] = 0.99 * variance[name]! + 0.01 * slope * slope;
      weights[name]! +=
        (0.1 * (mean[name] / (1 - 0.9 ** round))) / (Math.sqrt(variance[name] / (1 - 0.99 ** round)) + 1e-9);
    }
  }
  const hits = choices.filter(({ options, right }) => {
    const scores = options.map((option) => score(option, weights));
    return scores.indexOf(Math.max(...scores)) === right;
  });
  console.log(`${hits.length} of ${choices.length} choices right`);
  return weights;
}

function score(option: Facts, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [name, value] of option) sum += weights[name]! * value;
  return sum;
}

/** Puts the numbers into a table, whose comments stay. */
function write(table: string, weights: Readonly<Record<string, number>>): void {
  const path = new URL(`../src/newspaper/article/${table}.ts`, import.meta.url);
  const source = readFileSync(path, 'utf8').replace(
    /^( {2}(\w+): )-?[\d.]+,$/gmu,
    (_line, start: string, name: string) => `${start}${Number(weights[name]!.toFixed(2))},`,
  );
  writeFileSync(path, source);
}
