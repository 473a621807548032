/**
 * Numbers by the hash of what they are looked for by. Several may stand under one hash, in the order in which they were
 * added; whoever asks has to see whether one is what was meant. A table of numbers takes a fraction of the time of a map of
 * strings.
 */
export class Places {
  /** By bucket: its first and its last entry, 0 for none. Entries count from 1. */
  #firsts = new Int32Array(0);
  #lasts = new Int32Array(0);
  /** By entry: the one behind it in its bucket, its hash, what was added. */
  #next = new Int32Array(0);
  #hashes = new Int32Array(0);
  #values = new Int32Array(0);
  #count = 0;
  #mask = 0;

  /** Forgets everything; makes room for so many entries. */
  clear(entries: number): void {
    let buckets = 16;
    while (buckets < entries) buckets *= 2;
    if (buckets > this.#firsts.length) {
      this.#firsts = new Int32Array(buckets);
      this.#lasts = new Int32Array(buckets);
      this.#next = new Int32Array(buckets + 1);
      this.#hashes = new Int32Array(buckets + 1);
      this.#values = new Int32Array(buckets + 1);
    } else this.#firsts.fill(0, 0, buckets);
    this.#mask = buckets - 1;
    this.#count = 0;
  }

  /** Adds a number. */
  add(hash: number, value: number): void {
    const entry = ++this.#count;
    const bucket = this.#bucketOf(hash);
    if (this.#firsts[bucket] === 0) this.#firsts[bucket] = entry;
    else this.#next[this.#lasts[bucket]!] = entry;
    this.#lasts[bucket] = entry;
    this.#next[entry] = 0;
    this.#hashes[entry] = hash;
    this.#values[entry] = value;
  }

  /** The first entry under a hash; 0 where there is none. */
  first(hash: number): number {
    return this.#from(this.#firsts[this.#bucketOf(hash)]!, hash);
  }

  /** The next entry under the same hash; 0 where there is none. */
  next(entry: number): number {
    return this.#from(this.#next[entry]!, this.#hashes[entry]!);
  }

  /** What was added. */
  value(entry: number): number {
    return this.#values[entry]!;
  }

  /** Every bit of a hash has a say. */
  #bucketOf(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) & this.#mask;
  }

  #from(entry: number, hash: number): number {
    let found = entry;
    while (found !== 0 && this.#hashes[found] !== hash) found = this.#next[found]!;
    return found;
  }
}

/** What a hash is multiplied by at every character. */
const factor = 0x9e3779b1;

/** The hash of `text[start, end)`, or of what it makes together with the text before that `before` is the hash of. */
export function hashOf(text: string, start: number, end: number, before = 0): number {
  let hash = before;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, factor) + text.charCodeAt(at)) | 0;
  return hash;
}

/** The hash of two texts together, of their hashes and the length of the second. */
export function joinedHash(first: number, second: number, length: number): number {
  let hash = first;
  // a power of the factor by its squares
  for (let left = length, square: number = factor; left > 0; left >>= 1, square = Math.imul(square, square)) {
    if ((left & 1) === 1) hash = Math.imul(hash, square);
  }
  return (hash + second) | 0;
}
