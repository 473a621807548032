/**
 * So many issues are kept: dumps of one mostly come one after the other, but a dump that does not say its date stands
 * among those that do.
 */
const most = 3;

/**
 * What belongs to the issues asked for last, by key. A worker's and that of whoever tells it of issues hold the same keys,
 * as both are asked for the same ones in the same order.
 */
export class LastIssues<Value> {
  private readonly values = new Map<string, Value>();

  has(key: string): boolean {
    return this.values.has(key);
  }

  /** What belongs to an issue, which is the last one asked for from now on; made where it is not there. */
  get(key: string, make: () => Value): Value {
    const value = this.values.get(key) ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size > most) this.values.delete(this.values.keys().next().value!);
    return value;
  }
}
