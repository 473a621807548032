import { readSeam } from '../continuation/seam.ts';
import type { Page } from '../page/page.ts';
import { fits } from '../press/read.ts';
import { type Half, jumpHalvesOf, plainHalf } from './half.ts';
import { TextLikeness } from './likeness.ts';

/** The two halves of one article. */
export interface JumpPair {
  /** The half that goes on, on the earlier page. */
  readonly to: Half;
  /** The half that continues it. */
  readonly from: Half;
  /** How much speaks for it; above {@link enough} it is believed. */
  readonly score: number;
}

/** From this score on two halves are taken for one article; both jump lines alone reach it. */
export const enough = 1.5;

/** As much must speak for two halves of which only one has a jump line. */
const enoughAlone = 4;

/** What each piece of evidence weighs. Headlines say most: papers set them again over the second half. */
const weights = {
  bothJumpLines: 3,
  headline: 6,
  otherHeadline: -1,
  joins: 0.5,
  mended: 1.5,
  endsOpen: 1,
  wrongEdge: -2.5,
  alike: 8,
  dateline: -2,
} as const;

/** Texts more alike than this are the same text. */
const repetition = 0.5;

/** Letters in common below this share say that headlines have nothing to do with one another. */
const unlike = 0.2;

interface KnownPairs {
  readonly leftNames: readonly string[];
  readonly rightNames: readonly string[];
  readonly pairs: readonly JumpPair[];
}

const known = new WeakMap<Page, WeakMap<Page, KnownPairs>>();

/**
 * Which articles of page `left` go on at page `right`: those whose jump lines name the other page, each with the half
 * that fits best, worked out once as long as both pages stay as they are. A jump line on one side is enough where headline or text fit. `leftNames` and `rightNames` are what
 * the pages are called, see `pageKey`.
 */
export function pairHalves(
  left: Page,
  leftNames: readonly string[],
  right: Page,
  rightNames: readonly string[],
): readonly JumpPair[] {
  let ofLeft = known.get(left);
  if (ofLeft === undefined) {
    ofLeft = new WeakMap();
    known.set(left, ofLeft);
  }
  let entry = ofLeft.get(right);
  if (entry === undefined || !areEqual(entry.leftNames, leftNames) || !areEqual(entry.rightNames, rightNames)) {
    entry = { leftNames, rightNames, pairs: findPairs(left, leftNames, right, rightNames) };
    ofLeft.set(right, entry);
  }
  return entry.pairs;
}

function areEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, place) => name === others[place]);
}

function findPairs(
  left: Page,
  leftNames: readonly string[],
  right: Page,
  rightNames: readonly string[],
): readonly JumpPair[] {
  const going = jumpHalvesOf(left).filter(({ direction, page }) => direction === 'to' && names(rightNames, page));
  const coming = jumpHalvesOf(right).filter(({ direction, page }) => direction === 'from' && names(leftNames, page));
  if (going.length === 0 && coming.length === 0) return [];
  const toHalves = coming.length === 0 ? going : [...going, ...plain(left, 'to')];
  const fromHalves = going.length === 0 ? coming : [...coming, ...plain(right, 'from')];
  // most pairs are ruled out by headlines and seams alone, so the texts are compared when they are first asked for
  let texts: TextLikeness | undefined;
  const alike = (to: Half, from: Half): number => {
    texts ??= new TextLikeness([...toHalves, ...fromHalves]);
    return texts.of(to, from);
  };
  const pairs: JumpPair[] = [];
  for (const to of toHalves) {
    for (const from of fromHalves) {
      // one of them has to say so
      if (to.jump === undefined && from.jump === undefined) continue;
      const score = scoreOf(to, from, alike);
      const alone = to.jump === undefined || from.jump === undefined;
      if (score >= (alone ? enoughAlone : enough)) pairs.push({ to, from, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const taken = new Set<Half>();
  return pairs.filter(({ to, from }) => {
    if (taken.has(to) || taken.has(from)) return false;
    taken.add(to).add(from);
    return true;
  });
}

/** True where a jump line that names `page` can mean a page that is called one of `own`. */
export function names(own: readonly string[], page: string | undefined): boolean {
  if (page === undefined) return false;
  return own.some((name) => name === page || (/^\d/u.test(page) && /^[A-Z]/u.test(name) && name.slice(1) === page));
}

/** Articles without a jump line of that direction. */
function plain(page: Page, direction: 'from' | 'to'): Half[] {
  const marked = new Set(jumpHalvesOf(page).flatMap((half) => (half.direction === direction ? [half.article] : [])));
  return page.articles.flatMap((_, article) =>
    marked.has(article) ? [] : (plainHalf(page, article, direction) ?? []),
  );
}

/** Rounding may not rule out what just reaches the mark. */
const margin = 1e-6;

function scoreOf(to: Half, from: Half, likenessOf: (to: Half, from: Half) => number): number {
  let score = to.jump !== undefined && from.jump !== undefined ? weights.bothJumpLines : 0;
  if (to.headlines.length > 0 && from.headlines.length > 0) {
    const alike = Math.max(
      ...to.headlines.flatMap((one) =>
        from.headlines.map((other) => one.weight * other.weight * likeness(one.key, other.key)),
      ),
    );
    score += alike < unlike ? weights.otherHeadline : weights.headline * alike;
  }
  const seam = seamScore(to.edge, from.edge);
  const alone = to.jump === undefined || from.jump === undefined;
  if (alone && from.jump === undefined && fits('datelines', from.edge)) score += weights.dateline;
  if (alone && score + weights.alike * repetition + seam < enoughAlone - margin) return 0;
  const alike = likenessOf(to, from);
  // that is the article printed again, not its rest
  if (alone && alike > repetition) return 0;
  return score + weights.alike * alike + seam;
}

const sentenceEnd = /[。！？!?…；;][”’」』）)》】]*$/u;

function seamScore(end: string, start: string): number {
  if (end === '' || start === '') return 0;
  const { joins, overlap, mended, unmatched, parted } = readSeam(end, start);
  const closed = sentenceEnd.test(end);
  let score = 0;
  if (closed) {
    // both halves are whole sentences: the seam says nothing, unless what follows cannot begin one
    if (unmatched > 0 || /^[，,、。；;：:）)”」』》]/u.test(start)) score += weights.wrongEdge;
    return score;
  }
  score += weights.joins * Math.max(-4, Math.min(4, overlap === undefined ? joins : overlap.joinsWithout));
  if (joins > 0 || parted !== 'nothing') score += weights.endsOpen;
  if (mended > 0) score += weights.mended;
  if (unmatched > 0) score += weights.wrongEdge;
  return score;
}

/** Share of the shorter headline's pairs of characters that stand in the other one too. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 4 && long.includes(short)) return 1;
  const pairs = new Set(bigrams(long));
  let shared = 0;
  let all = 0;
  for (const pair of bigrams(short)) {
    all++;
    if (pairs.has(pair)) shared++;
  }
  return all === 0 ? 0 : shared / all;
}

function* bigrams(text: string): Generator<number> {
  for (let at = 1; at < text.length; at++) yield text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at);
}
