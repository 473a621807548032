/** How long work goes on before others have their turn, in milliseconds. */
const turn = 12;

/** Work that gives way: to requests, changes, cancellation. */
export class Turns {
  private end = performance.now() + turn;

  /** Waits until the others have had their turn, where this one is over. */
  async next(): Promise<void> {
    if (performance.now() < this.end) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.end = performance.now() + turn;
  }
}
