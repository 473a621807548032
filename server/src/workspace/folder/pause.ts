/** How long work goes on before others have their turn, in milliseconds. */
const turn = 12;

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
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.end = performance.now() + turn;
  }
}
