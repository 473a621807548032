/** Numbers under numbers: which articles have a hash. One list costs nothing where a hash has one article only. */
export class Postings {
  /** What stands in more places than this is no news but a standing title, and is not listed further. */
  static readonly most = 200;

  private readonly lists = new Map<number, number | number[]>();

  /** How many keys there are. */
  get size(): number {
    return this.lists.size;
  }

  /** What stands under a key; nothing where it is not known. */
  get(key: number): readonly number[] {
    const list = this.lists.get(key);
    return list === undefined ? [] : typeof list === 'number' ? [list] : list;
  }

  /** Adds a value that is not there yet, unless there are {@link most}. */
  add(key: number, value: number): void {
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, value);
    else if (typeof list === 'number') this.lists.set(key, [list, value]);
    else if (list.length < Postings.most) list.push(value);
  }

  /** Takes a value out again. */
  remove(key: number, value: number): void {
    const list = this.lists.get(key);
    if (list === value) this.lists.delete(key);
    if (typeof list !== 'object') return;
    const at = list.indexOf(value);
    if (at >= 0) list.splice(at, 1);
    if (list.length === 1) this.lists.set(key, list[0]!);
  }
}
