import type { HalfHeadline } from './half.ts';

/** How many marks the sketch has; a power of two. */
const marks = 8_192;
/**
 * Which pairs of characters the headlines at hand have: by hash, the number of those that had the pair last. What shares
 * none of them has nothing in common. One sketch that all use in turn need not be cleared.
 */
const sketch = new Uint32Array(marks);
let turn = 0;

/** How like the likest of some headlines is, 0 to 1: a function of the other headlines. Good until the next one is made. */
export function likenessTo(some: readonly HalfHeadline[]): (others: readonly HalfHeadline[]) => number {
  turn = turn === 0xffff_ffff ? 1 : turn + 1;
  for (const { key } of some) for (let at = 1; at < key.length; at++) sketch[markOf(key, at)] = turn;
  return (others) => {
    let closest = 0;
    for (const other of others) {
      // most headlines are of other things altogether
      if (!mayShare(other.key)) continue;
      for (const one of some) {
        closest = Math.max(closest, one.weight * other.weight * likeness(one.key, other.key));
      }
    }
    return closest;
  };
}

function mayShare(key: string): boolean {
  for (let at = 1; at < key.length; at++) if (sketch[markOf(key, at)] === turn) return true;
  return false;
}

function markOf(key: string, at: number): number {
  return (Math.imul(key.charCodeAt(at - 1), 0x9e35) ^ key.charCodeAt(at)) & (marks - 1);
}

/** Share of the shorter headline's pairs of characters that stand in the other one too. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.includes(short)) return 1;
  let shared = 0;
  for (let at = 1; at < short.length; at++) {
    if (hasPair(long, short.charCodeAt(at - 1), short.charCodeAt(at))) shared++;
  }
  return short.length < 2 ? 0 : shared / (short.length - 1);
}

function hasPair(text: string, first: number, second: number): boolean {
  for (let at = 1; at < text.length; at++) {
    if (text.charCodeAt(at) === second && text.charCodeAt(at - 1) === first) return true;
  }
  return false;
}
