import { Worker } from 'node:worker_threads';
import { LastIssues } from './lastIssues.ts';
import type { Item, Order, Outcome } from './order.ts';
import { reasonOf } from './refusal.ts';

interface Task {
  readonly item: Item;
  readonly done: (outcome: Outcome) => void;
}

/** What a worker has to do. */
interface Load {
  /** In the order in which it does them. */
  readonly tasks: Task[];
  /** The issue of its last dump: the dumps of one issue are best worked on in one place. */
  issue: string | undefined;
  /** The issues that it knows. */
  readonly told: LastIssues<true>;
}

/** So many dumps a worker has before it, so that it never waits for the next one. */
const mostTasks = 3;

/** Workers that share the dumps among them; one is only started when all others are busy. */
export class Pool {
  private readonly workers = new Map<Worker, Load>();
  private readonly waiting: Task[] = [];
  private readonly script: string;
  private readonly order: Order;
  private readonly size: number;

  constructor(script: string, order: Order, size: number) {
    this.script = script;
    this.order = order;
    this.size = size;
  }

  /** Has a dump worked on. Never fails: a worker that dies is the outcome of its dump alone. */
  work(item: Item): Promise<Outcome> {
    return new Promise((done) => {
      this.waiting.push({ item, done });
      this.assign();
    });
  }

  /** Lets the workers go. */
  async close(): Promise<void> {
    await Promise.all([...this.workers.keys()].map((worker) => worker.terminate()));
  }

  private assign(): void {
    for (let most = 1; most <= mostTasks && this.waiting.length > 0; most++) {
      for (const [worker, load] of this.workers) if (load.tasks.length < most) this.give(worker, load);
      while (this.waiting.length > 0 && this.workers.size < this.size) this.start();
    }
  }

  private give(worker: Worker, load: Load): void {
    const [task] = this.waiting.splice(this.bestFor(load), 1);
    if (task === undefined) return;
    load.tasks.push(task);
    load.issue = issueOf(task);
    worker.postMessage(untold(task.item, load.told));
  }

  /** Place of the task for a worker: one of the issue that it has begun, else one of an issue that no other has, else the first. */
  private bestFor({ issue: own }: Load): number {
    const same = own === undefined ? -1 : this.waiting.findIndex((task) => issueOf(task) === own);
    if (same >= 0) return same;
    const begun = new Set([...this.workers.values()].map(({ issue }) => issue));
    return Math.max(
      0,
      this.waiting.findIndex((task) => issueOf(task) === undefined || !begun.has(issueOf(task))),
    );
  }

  private start(): void {
    const worker = new Worker(this.script, { workerData: this.order });
    const load: Load = { tasks: [], issue: undefined, told: new LastIssues() };
    worker.on('message', (outcome: Outcome) => {
      load.tasks.shift()?.done(outcome);
      this.assign();
    });
    worker.on('error', (error) => {
      this.workers.delete(worker);
      const [task, ...others] = load.tasks;
      task?.done({ name: task.item.name, error: reasonOf(error), problems: [] });
      this.waiting.unshift(...others);
      this.assign();
    });
    this.workers.set(worker, load);
    this.give(worker, load);
  }
}

/** What a worker is to be told: of an issue that it knows nothing more, since to tell of one takes as long as it is large. */
function untold(item: Item, told: LastIssues<true>): Item {
  const { issue } = item;
  if (issue === undefined) return item;
  const isKnown = told.has(issue.key);
  told.get(issue.key, () => true);
  return isKnown ? { ...item, issue: { key: issue.key, records: undefined } } : item;
}

/** Which issue a dump is of; undefined where it has none to do with others. */
function issueOf({ item: { issue } }: Task): string | undefined {
  return issue?.key;
}

/**
 * What `work` makes of `items`, in their order, each as soon as it and those before it are there. At most `window` are
 * under way or waiting for their turn, so that memory does not grow with their number.
 */
export async function* inOrder<From, To>(
  items: AsyncIterator<From>,
  work: (item: From) => Promise<To>,
  window: number,
): AsyncGenerator<To> {
  const queue: Promise<{ result: To }>[] = [];
  let next: Promise<{ item: IteratorResult<From> }> | undefined;
  let ended = false;
  for (;;) {
    if (!ended && queue.length < window) next ??= items.next().then((item) => ({ item }));
    const [head] = queue;
    if (head === undefined && next === undefined) return;
    const first = await Promise.race([next, head].filter((promise) => promise !== undefined));
    if ('result' in first) {
      queue.shift();
      yield first.result;
    } else {
      next = undefined;
      if (first.item.done) ended = true;
      else queue.push(work(first.item.value).then((result) => ({ result })));
    }
  }
}
