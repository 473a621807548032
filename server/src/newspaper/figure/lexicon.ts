/** Words with what they stand for. */
export type Entries<T> = Iterable<readonly [string, T]>;

/**
 * Words and what they stand for, found by walking the text a character at a time. Look-up allocates nothing and takes
 * at most as many steps as the longest word has characters. The table is made when it is first asked, so that a program
 * that reads no figures starts without it.
 */
export class Lexicon<T> {
  private table: Table | undefined = undefined;
  private readonly entries: () => Entries<T>;
  private readonly backward: boolean;

  /** With `backward` true the words are matched from their last character to their first, see {@link longestBefore}. */
  constructor(entries: () => Entries<T>, backward = false) {
    this.entries = entries;
    this.backward = backward;
  }

  /** The longest word that starts at `position`, as a handle for {@link value} and {@link length}; 0 where none does. */
  longest(text: string, position: number): number {
    const table = this.table ?? this.make();
    let node = position < text.length ? table.root(text.charCodeAt(position)) : 0;
    let found = 0;
    for (let at = position + 1; node !== 0; at++) {
      if (table.lengths[node] !== 0) found = node;
      node = at < text.length ? table.step(node, text.charCodeAt(at)) : 0;
    }
    return found;
  }

  /** The longest word that ends right before `end`, as a handle; 0 where none does. Only for a backward lexicon. */
  longestBefore(text: string, end: number): number {
    const table = this.table ?? this.make();
    let node = end > 0 ? table.root(text.charCodeAt(end - 1)) : 0;
    let found = 0;
    for (let at = end - 2; node !== 0; at--) {
      if (table.lengths[node] !== 0) found = node;
      node = at >= 0 ? table.step(node, text.charCodeAt(at)) : 0;
    }
    return found;
  }

  /** Whether any word starts (or, backward, ends) with this code unit; never for NaN. */
  opens(unit: number): boolean {
    return unit >= 0 && (this.table ?? this.make()).root(unit) !== 0;
  }

  /** What the word behind a handle (not 0) stands for. */
  value(handle: number): T {
    return this.table!.values[handle] as T;
  }

  /** How long the word behind a handle is, in UTF-16 code units. */
  length(handle: number): number {
    return this.table!.lengths[handle]!;
  }

  /** How long the longest word is. */
  reach(): number {
    return (this.table ?? this.make()).lengths.reduce((most, length) => Math.max(most, length), 0);
  }

  private make(): Table {
    this.table = new Table([...this.entries()], this.backward);
    return this.table;
  }
}

/**
 * A tree of characters, its nodes numbered from 1 on. The first characters of words are found by their code unit, in
 * pages of 256 of which only those are there that have any; all further steps by a hash.
 */
class Table {
  /** By node: the length of the word that ends there, or 0. */
  readonly lengths: Uint8Array;
  /** By node: what the word that ends there stands for. */
  readonly values: unknown[];
  /** By the high byte of a code unit: where its page begins in {@link first}; 0 for the page of those that open no word. */
  private readonly pages = new Uint16Array(256);
  private readonly first: Uint16Array;
  private readonly keys: Int32Array;
  private readonly targets: Uint16Array;
  private nodes = 0;

  constructor(entries: readonly (readonly [string, unknown])[], backward: boolean) {
    let characters = 1;
    let pages = 1;
    for (const [word] of entries) {
      const high = word.charCodeAt(backward ? word.length - 1 : 0) >> 8;
      if (this.pages[high] === 0) this.pages[high] = pages++ << 8;
      characters += word.length;
    }
    let size = 16;
    while (size < characters * 1.5) size *= 2;
    this.first = new Uint16Array(pages << 8);
    this.keys = new Int32Array(size);
    this.targets = new Uint16Array(size);
    const lengths = new Uint8Array(characters);
    this.values = [undefined];
    for (const [word, value] of entries) {
      const node = this.add(word, backward);
      lengths[node] = word.length;
      while (this.values.length <= node) this.values.push(undefined);
      this.values[node] = value;
    }
    this.lengths = lengths.slice(0, this.nodes + 1);
  }

  /** The node of a first character; 0 where no word begins with it. */
  root(unit: number): number {
    return this.first[this.pages[unit >> 8]! | (unit & 0xff)]!;
  }

  /** The node behind `node` by one more character; 0 where no word goes on so. */
  step(node: number, unit: number): number {
    return this.targets[this.slotOf((node << 16) | unit)]!;
  }

  private add(word: string, backward: boolean): number {
    let at = backward ? word.length - 1 : 0;
    const unit = word.charCodeAt(at);
    const place = this.pages[unit >> 8]! | (unit & 0xff);
    if (this.first[place] === 0) this.first[place] = ++this.nodes;
    let node = this.first[place]!;
    for (let step = 1; step < word.length; step++) {
      at += backward ? -1 : 1;
      const key = (node << 16) | word.charCodeAt(at);
      const slot = this.slotOf(key);
      if (this.targets[slot] === 0) {
        this.keys[slot] = key;
        this.targets[slot] = ++this.nodes;
      }
      node = this.targets[slot]!;
    }
    return node;
  }

  /** Where a step is kept, or would be. */
  private slotOf(key: number): number {
    const { keys, targets } = this;
    const mask = keys.length - 1;
    const mixed = Math.imul(key, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (targets[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
