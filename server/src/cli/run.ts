import process from 'node:process';
import pc from 'picocolors';
import { codes } from '../workspace/config.ts';
import { dumpsOf, linesOf } from './input.ts';
import type { CheckedFinding, Item, Order, Outcome } from './order.ts';
import { put } from './output.ts';
import { inOrder, Pool } from './pool.ts';
import { Progress } from './progress.ts';
import { github, sarif, text } from './report/findings.ts';
import { articles, figureTable, fixes, outlines } from './report/others.ts';
import { json, ndjson, type Report } from './report/report.ts';
import { Together } from './together.ts';
import { Workshop } from './work.ts';

/** One run of the command line. */
export interface Run {
  readonly order: Order;
  readonly names: readonly string[];
  readonly ndjson: boolean;
  readonly format: string;
  readonly level: string;
  readonly color: boolean;
  readonly jobs: number;
  /** Whether there is one dump only. */
  readonly single: boolean;
  /** What workers run. */
  readonly script: string;
  readonly version: string;
}

/** How many dumps a worker may be ahead of the one that is written next. */
const ahead = 4;

const severities: readonly CheckedFinding['severity'][] = ['hint', 'information', 'warning', 'error'];

/** Works through all dumps and writes each result as soon as it is its turn. The exit status. */
export async function run(plan: Run): Promise<number> {
  const { order, names, jobs } = plan;
  const colors = pc.createColors(plan.color && process.stdout.isTTY === true && pc.isColorSupported);
  const report = reportOf(plan, colors);
  const progress = new Progress(names.some((name) => name !== '-'));
  const pool = jobs > 1 ? new Pool(plan.script, order, jobs) : undefined;
  const workshop = pool === undefined ? new Workshop(order) : undefined;
  const told = new Set<string>();
  let status = 0;

  const complain = (words: string) => {
    status = 2;
    progress.clear();
    process.stderr.write(`${words}\n`);
  };
  const work = (item: Item) => {
    progress.take();
    return pool === undefined ? workshop!.work(item) : pool.work(item);
  };

  await put(report.begin());
  const together = followsFiles(plan) ? await readTogether(names, work, jobs, progress) : undefined;
  const items = plan.ndjson ? linesOf(names) : inIssues(dumpsOf(names), together);
  for await (const whole of inOrder(items, work, jobs * ahead)) {
    const outcome = loudEnough(whole, plan.level);
    progress.done(outcome.name);
    for (const problem of outcome.problems) {
      if (told.has(problem)) continue;
      told.add(problem);
      complain(problem);
    }
    if (outcome.error !== undefined) complain(`broadsheet: ${outcome.name}: ${outcome.error}`);
    if (outcome.findings !== undefined && outcome.findings.length > 0) status = Math.max(status, 1);
    if (outcome.error === undefined || report.tellsErrors) {
      const words = report.add(outcome);
      if (words !== '') progress.clear();
      await put(words);
    }
    if (plan.format === 'text' && outcome.fix?.diff === undefined && !outcome.fix?.written) {
      // a text that came in goes out mended
      await put(outcome.fix?.bytes ?? '');
    }
  }
  await put(report.end());
  progress.stop();
  await pool?.close();
  return status;
}

/** Whether jump lines may lead from one file to another. */
function followsFiles({ order: { command, follow }, ndjson, single }: Run): boolean {
  return (command === 'articles' || command === 'check') && follow && !ndjson && !single;
}

/** Looks over every file once before any is worked on, for what jump lines are followed by. What cannot be read is told later. */
async function readTogether(
  names: readonly string[],
  work: (item: Item) => Promise<Outcome>,
  jobs: number,
  progress: Progress,
): Promise<Together> {
  const together = new Together();
  const files = firstOf(dumpsOf(names.filter((name) => name !== '-')));
  for await (const { name, record } of inOrder(files, work, jobs * ahead)) {
    progress.done(name);
    if (record !== undefined) together.put(record);
  }
  return together;
}

async function* firstOf(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) if (item.path !== undefined) yield { ...item, first: true };
}

async function* inIssues(items: AsyncIterable<Item>, together: Together | undefined): AsyncGenerator<Item> {
  for await (const item of items) {
    const issue = item.path === undefined ? undefined : together?.issueOf(item.path);
    yield issue === undefined ? item : { ...item, issue };
  }
}

function loudEnough(outcome: Outcome, level: string): Outcome {
  if (outcome.findings === undefined || level === 'hint') return outcome;
  const least = severities.indexOf(level as CheckedFinding['severity']);
  return { ...outcome, findings: outcome.findings.filter(({ severity }) => severities.indexOf(severity) >= least) };
}

function reportOf({ order, format, names, version }: Run, colors: ReturnType<typeof pc.createColors>): Report {
  switch (format) {
    case 'ndjson':
      return ndjson;
    case 'sarif':
      return sarif(version, codes);
    case 'github':
      return github;
    case 'json':
      return order.out === undefined ? json() : articles('json');
  }
  switch (order.command) {
    case 'check':
      return text(colors);
    case 'fix':
      return fixes(colors);
    case 'outline':
      return outlines(colors, names.length > 1 || !names.includes('-'));
    case 'articles':
      return articles(order.manner);
    case 'figures':
      return figureTable;
  }
}
