import { pinyinInitial } from './pinyin.ts';

/** A query as it is compared: lower case, half-width, without blanks. At most as many characters as a headline has. */
export function readQuery(query: string): string {
  return query.normalize('NFKC').toLowerCase().replace(/\s/gu, '').slice(0, 60);
}

/** How well a title answers a query, and whether only by the sound of its characters. */
export interface Match {
  readonly score: number;
  readonly bySound: boolean;
}

/** What a character adds that follows upon the one before, that begins the title, and each character passed over. */
const following = 8;
const beginning = 6;
const passed = 0.05;
/** A letter that stands for the sound of a character is weaker than the character itself. */
const sounding = 0.6;

/**
 * Whether the characters of a query stand in a title in that order, with whatever between them; a letter may also
 * stand for a Han character whose pinyin it begins. Undefined where they do not.
 */
export function match(query: string, title: string): Match | undefined {
  if (query.length === 0) return { score: 0, bySound: false };
  let best: Match | undefined;
  // a later beginning may bring the characters closer together; what comes before the last possible one is tried
  for (let start = 0; start + query.length <= title.length; start++) {
    if (strength(query.charCodeAt(0), title.charCodeAt(start)) === 0) continue;
    const found = matchFrom(query, title, start);
    if (found === undefined) return best;
    if (best === undefined || found.score > best.score) best = found;
  }
  return best;
}

function matchFrom(query: string, title: string, start: number): Match | undefined {
  let score = start === 0 ? beginning : 0;
  let bySound = false;
  let at = start;
  let last = start - 1;
  for (let asked = 0; asked < query.length; asked++) {
    let found = 0;
    while (at < title.length) {
      found = strength(query.charCodeAt(asked), title.charCodeAt(at));
      if (found > 0) break;
      at++;
    }
    if (found === 0) return undefined;
    if (found < 1) bySound = true;
    score += found * (asked > 0 && at === last + 1 ? following : 1) - passed * (at - last - 1);
    last = at++;
  }
  return { score: score - passed * (title.length - last - 1), bySound };
}

/** 1 for the character itself, less for a letter that its pinyin begins with, 0 for another one. */
function strength(asked: number, printed: number): number {
  if (asked === printed) return 1;
  // full-width letters, and capitals
  const narrow = printed >= 0xff01 && printed <= 0xff5e ? printed - 0xfee0 : printed;
  if (asked === narrow || (narrow >= 0x41 && narrow <= 0x5a && asked === narrow + 0x20)) return 1;
  if (asked < 0x61 || asked > 0x7a || printed < 0x3400) return 0;
  return pinyinInitial(printed).charCodeAt(0) === asked ? sounding : 0;
}

/** Keeps the best of many, in order, without sorting them all. */
export class Best<Item> {
  private readonly items: { item: Item; score: number }[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Takes an item in if it is among the best so far. Of equals the earlier ones stay. */
  add(item: Item, score: number): void {
    const { items, most } = this;
    if (items.length === most && score <= items.at(-1)!.score) return;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle]!.score >= score) low = middle + 1;
      else high = middle;
    }
    items.splice(low, 0, { item, score });
    if (items.length > most) items.pop();
  }

  /** The best, best first. */
  list(): Item[] {
    return this.items.map(({ item }) => item);
  }
}
