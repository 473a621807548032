const ROOT = 0;

/**
 * Words and what they stand for, found by walking the text a character at a time. Look-up allocates nothing and takes
 * at most as many steps as the longest word has characters. The table is made when it is first asked, so that a program
 * that reads no figures starts without it.
 */
export class Lexicon<T> {
  private readonly nodes = new Map<number, number>();
  private keys: Int32Array = new Int32Array(0);
  private targets: Uint16Array = new Uint16Array(0);
  private mask = 0;
  private first: Uint16Array = new Uint16Array(0);
  private readonly lengths: number[] = [0];
  private readonly values: (T | undefined)[] = [undefined];
  private readonly backward: boolean;
  /** Undefined once the table is made. */
  private entries: Iterable<readonly [string, T]> | undefined;

  /** With `backward` true the words are matched from their last character to their first, see {@link longestBefore}. */
  constructor(entries: Iterable<readonly [string, T]>, backward = false) {
    this.backward = backward;
    this.entries = entries;
  }

  /** The longest word that starts at `position`, as a handle for {@link value} and {@link length}; 0 where none does. */
  longest(text: string, position: number): number {
    if (this.entries !== undefined) this.make(this.entries);
    let node = position < text.length ? this.first[text.charCodeAt(position)]! : 0;
    let found = 0;
    while (node !== 0) {
      if (this.lengths[node] !== 0) found = node;
      position++;
      node = position < text.length ? this.step(node, text.charCodeAt(position)) : 0;
    }
    return found;
  }

  /** The longest word that ends right before `end`, as a handle; 0 where none does. Only for a backward lexicon. */
  longestBefore(text: string, end: number): number {
    if (end <= 0) return 0;
    if (this.entries !== undefined) this.make(this.entries);
    let position = end - 1;
    let node = this.first[text.charCodeAt(position)]!;
    let found = 0;
    while (node !== 0) {
      if (this.lengths[node] !== 0) found = node;
      position--;
      node = position >= 0 ? this.step(node, text.charCodeAt(position)) : 0;
    }
    return found;
  }

  /** Whether any word starts (or, backward, ends) with this code unit. */
  opens(unit: number): boolean {
    if (this.entries !== undefined) this.make(this.entries);
    return this.first[unit] !== 0;
  }

  /** What the word behind a handle (not 0) stands for. */
  value(handle: number): T {
    return this.values[handle] as T;
  }

  /** How long the word behind a handle is, in UTF-16 code units. */
  length(handle: number): number {
    return this.lengths[handle]!;
  }

  private make(entries: Iterable<readonly [string, T]>): void {
    this.entries = undefined;
    this.first = new Uint16Array(65536);
    for (const [word, value] of entries) this.add(word, value);
    this.freeze();
  }

  private add(word: string, value: T): void {
    let node = ROOT;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(this.backward ? word.length - 1 - i : i);
      const key = (node << 16) | unit;
      let next = this.nodes.get(key);
      if (next === undefined) {
        next = this.lengths.length;
        this.nodes.set(key, next);
        this.lengths.push(0);
        this.values.push(undefined);
      }
      node = next;
    }
    this.lengths[node] = word.length;
    this.values[node] = value;
  }

  private freeze(): void {
    let size = 16;
    while (size < this.nodes.size * 3) size *= 2;
    this.keys = new Int32Array(size);
    this.targets = new Uint16Array(size);
    this.mask = size - 1;
    for (const [key, target] of this.nodes) {
      if (key >>> 16 === ROOT) {
        this.first[key] = target;
        continue;
      }
      let slot = hash(key) & this.mask;
      while (this.targets[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.targets[slot] = target;
    }
    this.nodes.clear();
  }

  private step(node: number, unit: number): number {
    const key = (node << 16) | unit;
    let slot = hash(key) & this.mask;
    while (this.targets[slot] !== 0) {
      if (this.keys[slot] === key) return this.targets[slot]!;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
