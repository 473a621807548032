import { Worker } from 'node:worker_threads';
import type { Item, Order, Outcome } from './order.ts';
import { reasonOf } from './refusal.ts';

interface Task {
  readonly item: Item;
  readonly done: (outcome: Outcome) => void;
}

/** Workers that share the dumps among them; one is only started when all others are busy. */
export class Pool {
  private readonly workers = new Map<Worker, Task | undefined>();
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
    for (const [worker, busy] of this.workers) if (busy === undefined) this.give(worker);
    if (this.waiting.length > 0 && this.workers.size < this.size) this.give(this.start());
  }

  private give(worker: Worker): void {
    const task = this.waiting.shift();
    if (task === undefined) return;
    this.workers.set(worker, task);
    worker.postMessage(task.item);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.order });
    worker.on('message', (outcome: Outcome) => {
      const task = this.workers.get(worker);
      this.workers.set(worker, undefined);
      task?.done(outcome);
      this.assign();
    });
    worker.on('error', (error) => {
      const task = this.workers.get(worker);
      this.workers.delete(worker);
      task?.done({ name: task.item.name, error: reasonOf(error), problems: [] });
      this.assign();
    });
    return worker;
  }
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
