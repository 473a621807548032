/** How long work goes on before others have their turn, in milliseconds; to give way costs some hundredths of one. */
const turn = 2;

/** Work that gives way: to requests, changes, cancellation. */
export class Turns {
  private end = performance.now() + turn;

  /** Whether this turn is over; asking first spares a wait that is none. */
  get over(): boolean {
    return performance.now() >= this.end;
  }

  /** Waits until the others have had their turn, where this one is over. */
  async next(): Promise<void> {
    if (!this.over) return;
    await pause();
    this.end = performance.now() + turn;
  }
}

/** What only Node has; a worker of a browser is woken soonest by a message to itself. */
const { setImmediate } = globalThis as { readonly setImmediate?: (resume: () => void) => void };
const wake = setImmediate ?? wakeByMessage();

/** Lets other messages be read, and timers run, before going on. */
export function pause(): Promise<void> {
  return new Promise((resume) => wake(resume));
}

function wakeByMessage(): (resume: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return (resume) => {
    waiting.push(resume);
    port2.postMessage(undefined);
  };
}
