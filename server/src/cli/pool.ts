import { Worker } from 'node:worker_threads';
import type { Item, Order, Outcome } from './order.ts';
import { reasonOf } from './refusal.ts';

interface Task {
  readonly item: Item;
  readonly done: (outcome: Outcome) => void;
}

/** What a worker does, and the issue of its last dump: the dumps of one issue are best worked on in one place. */
interface Busy {
  readonly task: Task | undefined;
  readonly issue: string | undefined;
}

/** Workers that share the dumps among them; one is only started when all others are busy. */
export class Pool {
  private readonly workers = new Map<Worker, Busy>();
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
    for (const [worker, { task }] of this.workers) if (task === undefined) this.give(worker);
    if (this.waiting.length > 0 && this.workers.size < this.size) this.give(this.start());
  }

  private give(worker: Worker): void {
    const [task] = this.waiting.splice(this.bestFor(worker), 1);
    if (task === undefined) return;
    this.workers.set(worker, { task, issue: issueOf(task) });
    worker.postMessage(task.item);
  }

  /** Place of the task for a worker: one of the issue that it has begun, else one of an issue that no other has, else the first. */
  private bestFor(worker: Worker): number {
    const own = this.workers.get(worker)?.issue;
    const same = own === undefined ? -1 : this.waiting.findIndex((task) => issueOf(task) === own);
    if (same >= 0) return same;
    const begun = new Set([...this.workers.values()].map(({ issue }) => issue));
    return Math.max(
      0,
      this.waiting.findIndex((task) => issueOf(task) === undefined || !begun.has(issueOf(task))),
    );
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.order });
    worker.on('message', (outcome: Outcome) => {
      const busy = this.workers.get(worker);
      this.workers.set(worker, { task: undefined, issue: busy?.issue });
      busy?.task?.done(outcome);
      this.assign();
    });
    worker.on('error', (error) => {
      const task = this.workers.get(worker)?.task;
      this.workers.delete(worker);
      task?.done({ name: task.item.name, error: reasonOf(error), problems: [] });
      this.assign();
    });
    return worker;
  }
}

/** Which issue a dump is of; undefined where it has none to do with others. */
function issueOf({ item: { issue } }: Task): string | undefined {
  return issue?.[0]?.uri;
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
