import { type EndFacts, readEnd } from '../continuation/openEnd.ts';
import { readStart, type StartFacts } from '../continuation/openStart.ts';
import { readSeam } from '../continuation/seam.ts';
import type { Page } from '../page/page.ts';
import { fits } from '../press/read.ts';
import { isEqual } from '../text/equal.ts';
import { type Half, jumpHalvesNaming, plainHalvesOf } from './half.ts';
import { likenessTo } from './headline.ts';
import { TextLikeness } from './likeness.ts';
import { type HalfGroup, PairTables } from './pairTables.ts';

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
 * that fits best, worked out once as long as both pages stay as they are. A jump line on one side is enough where
 * headline or text fit. `leftNames` and `rightNames` are what the pages are called, see `pageKey`. Who compares many
 * pages hands in the same `tables` for all of them.
 */
export function pairHalves(
  left: Page,
  leftNames: readonly string[],
  right: Page,
  rightNames: readonly string[],
  tables = new PairTables(),
): readonly JumpPair[] {
  const going = jumpHalvesNaming(left, 'to', rightNames);
  const coming = jumpHalvesNaming(right, 'from', leftNames);
  // of two pages one of which names the other most often only this one way is meant
  if (going.length === 0 && coming.length === 0) return none;
  let ofLeft = known.get(left);
  if (ofLeft === undefined) {
    ofLeft = new WeakMap();
    known.set(left, ofLeft);
  }
  let entry = ofLeft.get(right);
  if (entry === undefined || !isEqual(entry.leftNames, leftNames) || !isEqual(entry.rightNames, rightNames)) {
    const toGroups = coming.length === 0 ? alone(going) : [...alone(going), plainHalvesOf(left, 'to')];
    const fromGroups = going.length === 0 ? alone(coming) : [...alone(coming), plainHalvesOf(right, 'from')];
    entry = { leftNames, rightNames, pairs: findPairs(toGroups, fromGroups, tables) };
    ofLeft.set(right, entry);
  }
  return entry.pairs;
}

const none: readonly JumpPair[] = [];

const groupsOfOne = new WeakMap<Half, HalfGroup>();

/** Each half as a group of its own, always the same one. */
function alone(halves: readonly Half[]): readonly HalfGroup[] {
  return halves.map((half) => {
    let group = groupsOfOne.get(half);
    if (group === undefined) {
      group = [half];
      groupsOfOne.set(half, group);
    }
    return group;
  });
}

function findPairs(
  toGroups: readonly HalfGroup[],
  fromGroups: readonly HalfGroup[],
  tables: PairTables,
): readonly JumpPair[] {
  const [toHalves, fromHalves] = [toGroups.flat(), fromGroups.flat()];
  const chances = toHalves.flatMap((to) => chancesOf(to, fromHalves));
  // most halves are ruled out by headlines and seams alone, so that their texts need not be compared
  if (chances.length === 0) return none;
  const texts = new TextLikeness([...toGroups, ...fromGroups], tables);
  const pairs: JumpPair[] = [];
  for (const { to, from, before, seam } of chances) {
    const alone = isAlone(to, from);
    const wanted = alone ? enoughAlone : enough;
    const alike = texts.of(to, from, (wanted - before - seam) / weights.alike - margin);
    // that is the article printed again, not its rest
    if (alone && alike > repetition) continue;
    const score = before + weights.alike * alike + seam;
    if (score >= wanted) pairs.push({ to, from, score });
  }
  pairs.sort((a, b) => b.score - a.score);
  const taken = new Set<Half>();
  return pairs.filter(({ to, from }) => {
    if (taken.has(to) || taken.has(from)) return false;
    taken.add(to).add(from);
    return true;
  });
}

/** True for two halves of which only one has a jump line. */
function isAlone(to: Half, from: Half): boolean {
  return to.jump === undefined || from.jump === undefined;
}

/** Two halves that may yet turn out to be one article, and what speaks for it without a look at their texts. */
interface Chance {
  readonly to: Half;
  readonly from: Half;
  /** Of jump lines, headlines and dateline. */
  readonly before: number;
  readonly seam: number;
}

/** Rounding may not rule out what just reaches the mark. */
const margin = 1e-6;

/** The halves that can be the rest of one, however alike their texts should be. */
function chancesOf(to: Half, fromHalves: readonly Half[]): Chance[] {
  const chances: Chance[] = [];
  const headlineLikeness = likenessTo(to.headlines);
  const closed = sentenceEnd.test(to.edge);
  const bestSeam = closed || to.edge === '' ? 0 : weights.joins * mostJoins + weights.endsOpen + weights.mended;
  for (const from of fromHalves) {
    // one of them has to say so
    if (to.jump === undefined && from.jump === undefined) continue;
    const alone = isAlone(to, from);
    let before = alone ? 0 : weights.bothJumpLines;
    if (to.headlines.length > 0 && from.headlines.length > 0) {
      const alike = headlineLikeness(from.headlines);
      before += alike < unlike ? weights.otherHeadline : weights.headline * alike;
    }
    // the cheapest evidence comes first: all that is still to come may not be enough
    if (alone && isHopeless(before, bestSeam)) continue;
    if (alone && from.jump === undefined && fits('datelines', from.edge)) before += weights.dateline;
    if (alone && isHopeless(before, bestSeam)) continue;
    const seam = seamScore(to, from, closed);
    if (!(alone && isHopeless(before, seam))) chances.push({ to, from, before, seam });
  }
  return chances;
}

/** Whether no text can make up for what else speaks for two halves of which only one has a jump line. */
function isHopeless(before: number, seam: number): boolean {
  return before + weights.alike * repetition + seam < enoughAlone - margin;
}

const sentenceEnd = /[。！？!?…；;][”’」』）)》】]*$/u;

/** Characters join so well, or so badly, at most. */
const mostJoins = 4;

const ends = new WeakMap<Half, EndFacts>();
const starts = new WeakMap<Half, StartFacts>();

/** What the edge of a half says by itself, read once: a half is held against those of several pages. */
function readOnce<T>(known: WeakMap<Half, T>, half: Half, read: (edge: string) => T): T {
  let facts = known.get(half);
  if (facts === undefined) {
    facts = read(half.edge);
    known.set(half, facts);
  }
  return facts;
}

function seamScore(to: Half, from: Half, closed: boolean): number {
  const [end, start] = [to.edge, from.edge];
  if (end === '' || start === '') return 0;
  const { joins, overlap, mended, unmatched, parted } = readSeam(
    end,
    start,
    readOnce(ends, to, readEnd),
    readOnce(starts, from, (edge) => readStart(edge)),
  );
  let score = 0;
  if (closed) {
    // both halves are whole sentences: the seam says nothing, unless what follows cannot begin one
    if (unmatched > 0 || /^[，,、。；;：:）)”」』》]/u.test(start)) score += weights.wrongEdge;
    return score;
  }
  score +=
    weights.joins * Math.max(-mostJoins, Math.min(mostJoins, overlap === undefined ? joins : overlap.joinsWithout));
  if (joins > 0 || parted !== 'nothing') score += weights.endsOpen;
  if (mended > 0) score += weights.mended;
  if (unmatched > 0) score += weights.wrongEdge;
  return score;
}
