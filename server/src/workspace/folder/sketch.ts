/** As many hashes are kept of an article's text. */
export const sketchLength = 16;
/** Characters that are hashed together. */
const shingle = 6;
/** Shorter texts are alike by chance; in characters. */
const shortest = 40;

const none = new Uint32Array(0);

/**
 * The smallest hashes of all runs of six Han characters, letters or digits in a text, ascending: texts that have half
 * of their words in common have half of these in common. What is spaced, broken and punctuated otherwise has the same.
 */
export function sketchOf(texts: Iterable<string>): Uint32Array {
  const window = new Uint16Array(shingle);
  const smallest = new Uint32Array(sketchLength);
  let kept = 0;
  let read = 0;
  let rolling = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!counts(unit)) continue;
      const place = read % shingle;
      rolling = (Math.imul(rolling, base) + unit - Math.imul(window[place]!, outgoing)) | 0;
      window[place] = unit;
      read++;
      if (read < shingle) continue;
      const hash = mix(rolling);
      if (kept < sketchLength || hash < smallest[kept - 1]!) kept = insert(smallest, kept, hash);
    }
  }
  return read < shortest ? none : smallest.slice(0, kept);
}

/** Each character weighs this much more than the one behind it; what falls out of the window weighs `outgoing`. */
const base = 0x01000193;
let outgoing = 1;
for (let power = 0; power < shingle; power++) outgoing = Math.imul(outgoing, base);

function counts(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}

/** Spreads a hash over all bits, so that the smallest ones are a fair sample. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Puts a hash in its place among the smallest ones, each of them once; says how many there are. */
function insert(smallest: Uint32Array, kept: number, hash: number): number {
  let at = kept;
  while (at > 0 && smallest[at - 1]! > hash) at--;
  if (at > 0 && smallest[at - 1] === hash) return kept;
  const length = Math.min(kept + 1, sketchLength);
  for (let move = length - 1; move > at; move--) smallest[move] = smallest[move - 1]!;
  smallest[at] = hash;
  return length;
}

/** What two sketches say of their texts. */
export interface Likeness {
  /** About the share of the shorter text that stands in the longer one too. */
  readonly share: number;
  /** How many hashes that is measured by. */
  readonly samples: number;
}

/** Compares two sketches as far as both of them reach: below the smaller of their largest hashes both are complete. */
export function compareSketches(one: Uint32Array, other: Uint32Array): Likeness {
  if (one.length === 0 || other.length === 0) return { share: 0, samples: 0 };
  const reach = Math.min(
    one.length < sketchLength ? 0xffff_ffff : one.at(-1)!,
    other.length < sketchLength ? 0xffff_ffff : other.at(-1)!,
  );
  let a = 0;
  let b = 0;
  let shared = 0;
  while (a < one.length && b < other.length && one[a]! <= reach && other[b]! <= reach) {
    if (one[a] === other[b]) {
      shared++;
      a++;
      b++;
    } else if (one[a]! < other[b]!) a++;
    else b++;
  }
  const inOne = one.findLastIndex((hash) => hash <= reach) + 1;
  const inOther = other.findLastIndex((hash) => hash <= reach) + 1;
  const samples = Math.min(inOne, inOther);
  return { share: samples === 0 ? 0 : shared / samples, samples };
}
