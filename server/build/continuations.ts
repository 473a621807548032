/**
 * Learns how much each kind of evidence for cuts and continuations weighs, and measures what it is good for.
 *
 *   node server/build/continuations.ts --train FOLDERS --out server/src/newspaper/continuation/weights.ts
 *   node server/build/continuations.ts --score FOLDERS
 *   node server/build/continuations.ts --train FOLDERS --ablate FOLDERS
 *
 * FOLDERS are parted by commas. A folder holds NAME.txt and NAME.gold.json, with the gold's `continuations` and `orphans`.
 * `FOLDER@TABLE` reads it with another table of character statistics than the one that ships: pages to learn from must
 * not be among what their table was made from, or the seams look surer than they ever will again.
 * `FOLDER@TABLE@SOURCE` takes only pages whose gold's `source` holds SOURCE.
 *
 * `--score` prints how the weights that ship do, `--ablate` how weights learned without one kind of evidence do, each
 * kind in turn. The model is the one that {@link marginals} describes; what is learned is what makes the true states of
 * all pages most probable, with each weight pulled towards where it would be without any page to learn from.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assignRoles } from '../src/newspaper/article/roles.ts';
import { amongOthers, brokenness, cutOf, decide } from '../src/newspaper/continuation/assign.ts';
import { type Candidates, candidatesOf, type Scores } from '../src/newspaper/continuation/candidates.ts';
import { certain } from '../src/newspaper/continuation/continuation.ts';
import { Reader } from '../src/newspaper/continuation/facts.ts';
import { marginals } from '../src/newspaper/continuation/marginals.ts';
import { setStatistics } from '../src/newspaper/continuation/statistics.ts';
import { type Fact, Notes, weightsOf } from '../src/newspaper/continuation/weigh.ts';
import { alone, linked } from '../src/newspaper/continuation/weights.ts';
import { readBlocks } from '../src/newspaper/page/blocks.ts';
import { lineStarts } from '../src/newspaper/text/lines.ts';

/** Nats by the id of a kind of evidence, as they are learned and written down. */
type Weights = Readonly<Record<string, number>>;

interface Tables {
  readonly alone: Weights;
  readonly linked: Weights;
}

/** By weights that are all 0 nothing is hopeless, and everything is observed. */
const observer = new Reader({ alone: weightsOf({}), linked: weightsOf({}) });

function weigh(facts: readonly Fact[], table: Weights): number {
  return facts.reduce((sum, { id, value }) => sum + (table[id] ?? 0) * value, 0);
}

const named = new Map<string, string>();
for (let index = 2; index < process.argv.length; index += 2) {
  named.set((process.argv[index] ?? '').slice(2), process.argv[index + 1] ?? '');
}
const rounds = Number(named.get('rounds') ?? 250);
const strength = Number(named.get('strength') ?? 2);
/** Weights learned with a larger table than the one that ships would trust it too much. */
const largestTable = 900_000;
const shippedTable = join(import.meta.dirname, '../data/statistics.bin');

/** What the weights are pulled towards: 0, but for what the pages at hand hardly ever show. */
const expected: Weights = {
  'end.lineFull': 0.7,
  'end.amongWhole': 1.3,
  'start.amongWhole': 2.3,
  'end.stopped': -9,
  'seam.repeatedStop': 12,
  'end.semicolon': -1.5,
  'end.bulleted': -2,
  'end.labelled': -3,
  'end.length3': -4,
  'start.bullet': -4,
  'start.brief': -4,
  'start.dateline': -2,
  'start.enumerator': -1,
  'start.picture': -2,
  'start.forbidden': 3,
  'start.lowerCase': 1,
  'seam.latin': 1,
};
/**
 * Weights that the pages cannot teach: they were not broken where real ones are, and none of them has one cut among many
 * whole paragraphs, for which what the rest of a page says is bounded.
 */
const held = new Set(['end.lineFull', 'end.stopped', 'seam.repeatedStop', 'end.amongWhole', 'start.amongWhole']);
/** Weights of what holds of every paragraph are not pulled anywhere. */
const free = new Set(['end', 'start', 'link', 'lost', 'orphan']);

interface Gold {
  readonly source?: string;
  readonly continuations?: readonly { at: number; to: number | null; overlap?: string; optional?: boolean }[];
  readonly orphans?: readonly { line: number; optional?: boolean }[];
}

/** A page with what may be cut on it and what truly is. */
interface Sample {
  readonly name: string;
  readonly gold: Gold;
  readonly firsts: readonly number[];
  readonly candidates: Candidates;
  /** All that was seen of each source, target and link. */
  readonly sourceFacts: readonly (readonly Fact[])[];
  readonly targetFacts: readonly (readonly Fact[])[];
  readonly linkFacts: readonly (readonly Fact[])[];
}

function notesOf(see: (notes: Notes) => void): readonly Fact[] {
  const notes = new Notes();
  see(notes);
  return notes.facts;
}

function readSamples(folders: string): Sample[] {
  return folders.split(',').flatMap((entry) => {
    const [folder = '', table = '', source = ''] = entry.split('@');
    const open = (path: string): void => {
      const bytes = readFileSync(path);
      if (bytes.length > largestTable) {
        throw new Error(
          `${path} has ${bytes.length} bytes: the weights must be learned with tables of the size that ships, at most ${largestTable} (430,000 entries; the package may not pass 1.5 MB).`,
        );
      }
      setStatistics(() => bytes);
    };
    const names = readdirSync(folder).filter((file) => file.endsWith('.gold.json'));
    return names.sort().flatMap((file): Sample[] => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold;
      if (source !== '' && !gold.source?.includes(source)) return [];
      const text = readFileSync(join(folder, file.replace('.gold.json', '.txt')), 'utf8');
      open(shippedTable);
      const { layout, blocks } = readBlocks(text, lineStarts(text), new Map());
      const { roles } = assignRoles(blocks, layout);
      if (table !== '') open(table);
      const candidates = candidatesOf(blocks, roles, layout, observer);
      const { sources, targets, links } = candidates;
      return [
        {
          name: file.replace('.gold.json', ''),
          gold,
          firsts: blocks.map(({ first }) => first),
          candidates,
          sourceFacts: sources.map((_, source) => notesOf((notes) => candidates.seeSource(source, notes))),
          targetFacts: targets.map((_, target) => notesOf((notes) => candidates.seeTarget(target, notes))),
          linkFacts: links.from.map((_, link) => notesOf((notes) => candidates.seeLink(link, notes))),
        },
      ];
    });
  });
}

// --- learning --------------------------------------------------------------------------------------------------------

/** Facts as numbers: row `i` of the table is `id[k]`, `value[k]` for `at[i] <= k < at[i + 1]`. */
interface Rows {
  readonly at: Int32Array;
  readonly id: Int32Array;
  readonly value: Float64Array;
}

/** A table of weights to be learned, by gradients. */
class Learner {
  readonly names: string[] = [];
  readonly numbers = new Map<string, number>();
  readonly off: RegExp | undefined;
  table = new Float64Array(0);
  slope = new Float64Array(0);
  mean = new Float64Array(0);
  square = new Float64Array(0);

  constructor(off: RegExp | undefined) {
    this.off = off;
    for (const name of held) if (!off?.test(name)) this.number(name);
  }

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  rows(lists: readonly (readonly Fact[])[]): Rows {
    const at = new Int32Array(lists.length + 1);
    const id: number[] = [];
    const value: number[] = [];
    for (const [row, facts] of lists.entries()) {
      for (const fact of facts) {
        if (this.off?.test(fact.id) && !free.has(fact.id)) continue;
        id.push(this.number(fact.id));
        value.push(fact.value);
      }
      at[row + 1] = id.length;
    }
    return { at, id: Int32Array.from(id), value: Float64Array.from(value) };
  }

  begin(): void {
    this.table = Float64Array.from(this.names, (name) => expected[name] ?? 0);
    [this.slope, this.mean, this.square] = [this.table.map(() => 0), this.table.map(() => 0), this.table.map(() => 0)];
  }

  scores(rows: Rows): readonly number[] {
    const { table } = this;
    return Array.from({ length: rows.at.length - 1 }, (_, row) => {
      let sum = 0;
      for (let at = rows.at[row]!; at < rows.at[row + 1]!; at++) sum += table[rows.id[at]!]! * rows.value[at]!;
      return sum;
    });
  }

  /** Starts a round: each weight is drawn towards what is expected of it. */
  relax(): void {
    this.slope = this.table.map((weight, id) =>
      free.has(this.names[id]!) ? 0 : strength * ((expected[this.names[id]!] ?? 0) - weight),
    );
  }

  pull(rows: Rows, row: number, by: number): void {
    if (Math.abs(by) < 1e-9) return;
    for (let at = rows.at[row]!; at < rows.at[row + 1]!; at++) this.slope[rows.id[at]!]! += by * rows.value[at]!;
  }

  step(round: number): void {
    const rate = round < rounds * 0.6 ? 0.15 : 0.03;
    for (let id = 0; id < this.table.length; id++) {
      if (held.has(this.names[id]!)) continue;
      this.mean[id] = 0.9 * this.mean[id]! + 0.1 * this.slope[id]!;
      this.square[id] = 0.99 * this.square[id]! + 0.01 * this.slope[id]! ** 2;
      const spread = Math.sqrt(this.square[id]! / (1 - 0.99 ** round)) + 1e-6;
      this.table[id]! += (rate * this.mean[id]!) / (1 - 0.9 ** round) / spread;
    }
  }

  weights(): Record<string, number> {
    return Object.fromEntries(this.names.map((name, id): [string, number] => [name, round2(this.table[id]!)]).sort());
  }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What is learned of an end or a start by itself: every true cut counts, whether its rest is on the page or not. */
function learnAlone(lists: readonly (readonly Fact[])[], truth: readonly number[], off: RegExp | undefined): Learner {
  const learner = new Learner(off);
  const rows = learner.rows(lists);
  learner.begin();
  for (let round = 1; round <= rounds; round++) {
    const scores = learner.scores(rows);
    learner.relax();
    for (let row = 0; row < truth.length; row++)
      learner.pull(rows, row, truth[row]! - 1 / (1 + Math.exp(-scores[row]!)));
    learner.step(round);
  }
  return learner;
}

/** All pages as one: they share no links, so they do not disturb each other. */
class Lesson {
  readonly sources: (readonly Fact[])[] = [];
  readonly targets: (readonly Fact[])[] = [];
  readonly links: (readonly Fact[])[] = [];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly isCut: number[] = [];
  readonly isOpen: number[] = [];
  readonly isLost: number[] = [];
  readonly isOrphan: number[] = [];
  readonly isLink: number[] = [];
  /** Where the sources and targets of each page begin and end. */
  readonly pages: {
    readonly source: number;
    readonly sources: number;
    readonly target: number;
    readonly targets: number;
  }[] = [];

  constructor(samples: readonly Sample[]) {
    const from: number[] = [];
    const to: number[] = [];
    for (const { gold, firsts, candidates, sourceFacts, targetFacts, linkFacts } of samples) {
      const { sources, targets, links } = candidates;
      const [source, target] = [this.sources.length, this.targets.length];
      this.pages.push({ source, sources: sources.length, target, targets: targets.length });
      const truth = new Map(gold.continuations?.map((item) => [item.at, item.to]));
      const orphans = new Set(gold.orphans?.map(({ line }) => line));
      const tails = new Set(truth.values());
      for (const list of sourceFacts) this.sources.push(list);
      for (const list of targetFacts) this.targets.push(list);
      for (const block of sources) {
        this.isCut.push(Number(truth.has(firsts[block]!)));
        this.isLost.push(Number(truth.get(firsts[block]!) === null));
      }
      for (const block of targets) {
        this.isOrphan.push(Number(orphans.has(firsts[block]!)));
        this.isOpen.push(Number(orphans.has(firsts[block]!) || tails.has(firsts[block]!)));
      }
      for (let link = 0; link < links.from.length; link++) {
        const [head, tail] = [links.from[link]!, links.to[link]!];
        this.isLink.push(Number(truth.get(firsts[sources[head]!]!) === firsts[targets[tail]!]));
        this.links.push(linkFacts[link]!);
        from.push(source + head);
        to.push(target + tail);
      }
    }
    this.from = from;
    this.to = to;
  }

  /** Adds to each end and start what the rest of its page says, as `tables` see it; takes the place of what was added before. */
  lookAround(tables: Tables): void {
    const without = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ id }) => !id.includes('.among'));
    const sources = this.sources.map(without);
    const targets = this.targets.map(without);
    const ends = sources.map((facts) => weigh(facts, tables.linked));
    const starts = targets.map((facts) => weigh(facts, tables.linked));
    const probable = marginals({
      sources: sources.map((facts) => weigh(facts, tables.alone)),
      targets: targets.map((facts) => weigh(facts, tables.alone)),
      from: this.from,
      to: this.to,
      scores: this.links.map(
        (facts, link) => ends[this.from[link]!]! + starts[this.to[link]!]! + weigh(facts, tables.linked),
      ),
    });
    const cut = cutOf(probable, this.from);
    for (const page of this.pages) {
      const among = brokenness(cut.slice(page.source, page.source + page.sources), page.targets);
      for (let at = 0; at < page.sources; at++)
        this.sources[page.source + at] = [
          ...sources[page.source + at]!,
          { id: 'end.amongWhole', value: amongOthers(among.ends[at]!) },
        ];
      for (let at = 0; at < page.targets; at++)
        this.targets[page.target + at] = [
          ...targets[page.target + at]!,
          { id: 'start.amongWhole', value: amongOthers(among.starts) },
        ];
    }
  }
}

/** Learns three times: by each paragraph alone, and twice more with what that says of the page as a whole. */
function learn(samples: readonly Sample[], off?: RegExp): Tables {
  const lesson = new Lesson(samples);
  let tables = learnFrom(lesson, off);
  for (let again = 0; again < 2; again++) {
    lesson.lookAround(tables);
    tables = learnFrom(lesson, off);
  }
  return tables;
}

function learnFrom(lesson: Lesson, off: RegExp | undefined): Tables {
  const ends = learnAlone(lesson.sources, lesson.isCut, off);
  const starts = learnAlone(lesson.targets, lesson.isOpen, off);
  const endScores = ends.scores(ends.rows(lesson.sources));
  const startScores = starts.scores(starts.rows(lesson.targets));

  const links = new Learner(off);
  // what the page says of an end it says of each of its links; of a start it would say the same once more
  const targetRows = links.rows(lesson.targets.map((facts) => facts.filter(({ id }) => !id.includes('.among'))));
  const [sourceRows, linkRows] = [links.rows(lesson.sources), links.rows(lesson.links)];
  const [lost, orphan] = [links.number('lost'), links.number('orphan')];
  links.begin();
  links.table[lost] = links.table[orphan] = -3;
  const { from, to, isLink, isLost, isOrphan } = lesson;
  for (let round = 1; round <= rounds; round++) {
    const [sources, targets] = [links.scores(sourceRows), links.scores(targetRows)];
    const probable = marginals({
      sources: endScores.map((score) => score + links.table[lost]!),
      targets: startScores.map((score) => score + links.table[orphan]!),
      from,
      to,
      scores: links.scores(linkRows).map((own, link) => own + sources[from[link]!]! + targets[to[link]!]!),
    });
    links.relax();
    const leaves = new Float64Array(isLost.length);
    const arrives = new Float64Array(isOrphan.length);
    for (let link = 0; link < isLink.length; link++) {
      const by = isLink[link]! - probable.links[link]!;
      links.pull(linkRows, link, by);
      leaves[from[link]!]! += by;
      arrives[to[link]!]! += by;
    }
    for (let row = 0; row < leaves.length; row++) links.pull(sourceRows, row, leaves[row]!);
    for (let row = 0; row < arrives.length; row++) links.pull(targetRows, row, arrives[row]!);
    for (const [row, truth] of isLost.entries()) links.slope[lost]! += truth - probable.lost[row]!;
    for (const [row, truth] of isOrphan.entries()) links.slope[orphan]! += truth - probable.orphaned[row]!;
    links.step(round);
  }
  const { lost: lostBias = 0, orphan: orphanBias = 0, ...linked } = links.weights();
  const alone = { ...ends.weights(), ...starts.weights() };
  alone['end'] = round2((alone['end'] ?? 0) + lostBias);
  alone['start'] = round2((alone['start'] ?? 0) + orphanBias);
  return { alone, linked };
}

// --- measuring -------------------------------------------------------------------------------------------------------

/** Right, wrong and missed. */
class Tally {
  right = 0;
  wrong = 0;
  missed = 0;
  toString(): string {
    const all = 2 * this.right + this.wrong + this.missed;
    return `${all === 0 ? '    -' : ((2 * this.right) / all).toFixed(3)} (+${this.wrong} -${this.missed})`;
  }
}

/** The candidates of a sample, weighed by these tables. */
function weighed({ candidates, sourceFacts, targetFacts, linkFacts }: Sample, tables: Tables): Candidates {
  const scores = (lists: readonly (readonly Fact[])[]): Scores => ({
    alone: lists.map((facts) => weigh(facts, tables.alone)),
    linked: lists.map((facts) => weigh(facts, tables.linked)),
  });
  const linked = linkFacts.map((facts) => weigh(facts, tables.linked));
  return {
    ...candidates,
    ends: scores(sourceFacts),
    starts: scores(targetFacts),
    links: { ...candidates.links, linked },
  };
}

function measure(samples: readonly Sample[], tables: Tables): string {
  const cuts = new Tally();
  const links = new Tally();
  const joins = new Tally();
  const orphanTally = new Tally();
  const weights = { alone: weightsOf(tables.alone), linked: weightsOf(tables.linked) };
  for (const sample of samples) {
    const { gold, firsts } = sample;
    const { continuations, orphans } = decide(weighed(sample, tables), weights);
    const truth = new Map(gold.continuations?.map((item) => [item.at, item]));
    for (const { at, to, overlap, certainty } of continuations) {
      const want = truth.get(firsts[at]!);
      const right = want !== undefined && want.to === (to === undefined ? null : firsts[to]!);
      if (want !== undefined) want.optional ? 0 : cuts.right++;
      else cuts.wrong++;
      if (right) want.optional ? 0 : links.right++;
      else links.wrong++;
      if (to === undefined || certainty < certain) continue;
      if (right && overlap === (want.overlap?.length ?? 0)) joins.right++;
      else joins.wrong++;
    }
    const found = new Map(continuations.map((item) => [firsts[item.at]!, item]));
    for (const { at, to, optional } of truth.values()) {
      if (optional) continue;
      const got = found.get(at);
      if (got === undefined) cuts.missed++;
      const right = got !== undefined && to === (got.to === undefined ? null : firsts[got.to]!);
      if (!right) links.missed++;
      if (to !== null && !(right && got.certainty >= certain)) joins.missed++;
    }
    const wanted = new Map(gold.orphans?.map(({ line, optional }) => [line, optional === true]));
    for (const { block } of orphans) {
      const want = wanted.get(firsts[block]!);
      if (want === undefined) orphanTally.wrong++;
      else if (!want) orphanTally.right++;
      wanted.delete(firsts[block]!);
    }
    for (const optional of wanted.values()) if (!optional) orphanTally.missed++;
  }
  return `cuts ${cuts}  continuations ${links}  certain joins ${joins}  orphans ${orphanTally}  pages ${samples.length}`;
}

const kinds: readonly (readonly [string, RegExp | undefined])[] = [
  ['everything', undefined],
  ['without character statistics', /openness|fragment|clause$|strange|usual|joins|parts|surprise|word/],
  ['… of the seam', /joins|parts/],
  ['… of the end', /^end\.(openness|fragment|clause)$/],
  ['… of the start', /^start\.(strange|usual|fragment|clause)$/],
  ['without quotes and brackets', /open(Quote|Bracket|Title|FromStart)|unopened|mended|unclosed|unmatched/],
  [
    'without punctuation',
    /comma|colon|enumeration|semicolon|dash|closing|opening|joiner|inner|first|forbidden|bracket$|quote$/i,
  ],
  ['without overlap', /overlap|surprise/],
  ['without numbers and measures', /number|measure|unit|noun/],
  ['without length', /length|clause\d|clauseLong|couplet|short|\.long/i],
  ['without function words and labels', /hanging|leaning|labelled/],
  ['without words elsewhere on the page', /echo/],
  ['without what the rest of the page says', /among/],
  ['without indentation', /indented|flush/],
  ['without what stands between', /^between/],
  [
    'without roles and neighbours',
    /after|before|behind|lastBlock|subhead|abstract|caption|credit|notice|byline|headline$|kicker|deck|brief/i,
  ],
];

const toScore = named.get('score');
const toTrain = named.get('train');
const toAblate = named.get('ablate');
const out = named.get('out');
if (toScore !== undefined) {
  for (const entry of toScore.split(',')) {
    console.log(`${basename(entry.split('@')[0]!).padEnd(20)} ${measure(readSamples(entry), { alone, linked })}`);
  }
} else if (toTrain !== undefined && toAblate !== undefined) {
  const [train, test] = [readSamples(toTrain), readSamples(toAblate)];
  for (const [kind, off] of kinds) console.log(`${kind.padEnd(30)} ${measure(test, learn(train, off))}`);
} else if (toTrain !== undefined && out !== undefined) {
  const tables = learn(readSamples(toTrain));
  const lines = (table: Weights): string =>
    Object.entries(table)
      .map(([id, weight]) => `  ${/^\w+$/.test(id) ? id : `'${id}'`}: ${weight},\n`)
      .join('');
  writeFileSync(
    out,
    `/** Nats that each kind of evidence weighs for an end or a start by itself. Learned by \`server/build/continuations.ts\`. */
export const alone: Readonly<Record<string, number>> = {
${lines(tables.alone)}};

/** The same for a link, where much of what the two ends say the seam says too. */
export const linked: Readonly<Record<string, number>> = {
${lines(tables.linked)}};
`,
  );
} else {
  console.error(
    'usage: continuations.ts --train FOLDERS --out FILE | --score FOLDERS | --train FOLDERS --ablate FOLDERS',
  );
  process.exit(2);
}
