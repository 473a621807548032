import type { Page } from '../page/page.ts';
import { textIndex } from '../page/paragraph.ts';
import type { Code, Finding } from './finding.ts';

/** Context of at least this many characters tells a finding from others by itself. */
const tellingLength = 10;
/** How many characters of its surroundings are taken on either side where it does not. */
const surroundingLength = 12;
/** Findings whose words stand elsewhere by their nature: two repetitions of one headline have them in common. */
const alikeByNature: ReadonlySet<Code> = new Set(['duplicate-headline']);

/**
 * What a finding is known by for good: its code and its words, and where these are few, such as a name that stands
 * alone or a headline that is repeated, a little of what stands before and behind it. Where it stands is no part of it, so it stays the same when
 * lines move, the file is renamed or other text changes.
 *
 * One to three parts, joined by points: the hash of code and words, of what is before, of what is behind.
 */
export function fingerprintOf(page: Page, finding: Finding): string {
  const own = hash(`${finding.code}|${finding.context}`).toString(36);
  if (finding.context.length >= tellingLength && !alikeByNature.has(finding.code)) return own;
  const { before, behind } = surroundings(page, finding);
  return `${own}.${side(before)}.${side(behind)}`;
}

/**
 * Whether what was written down once is the fingerprint of a finding: an edit on one side of it does not matter. One
 * that was written down without its surroundings, as repeated headlines once were, means every finding of these words.
 */
export function sameFingerprint(written: string, fingerprint: string): boolean {
  const [own, before, behind] = fingerprint.split('.');
  const [writtenOwn, writtenBefore, writtenBehind] = written.split('.');
  if (own !== writtenOwn) return false;
  if (writtenBefore === undefined) return true;
  return before !== undefined && (before === writtenBefore || behind === writtenBehind);
}

/** What stands on both sides of a finding: in its own block, or at the edge of its neighbours where the block ends. */
function surroundings(page: Page, { block, span }: Finding): { before: string; behind: string } {
  const { start, paragraph } = page.blocks[block]!;
  const { text } = paragraph;
  const before = text.slice(0, textIndex(paragraph, span.start - start)).slice(-surroundingLength);
  const behind = text.slice(textIndex(paragraph, span.end - start)).slice(0, surroundingLength);
  return {
    before: before || neighbour(page, block, -1, (words) => words.slice(-surroundingLength)),
    behind: behind || neighbour(page, block, 1, (words) => words.slice(0, surroundingLength)),
  };
}

/** The edge of the next block in a direction; repetitions on the way, which look all alike, are only counted. */
function neighbour(page: Page, block: number, direction: 1 | -1, edge: (words: string) => string): string {
  const repeated = repetitionsOf(page);
  let between = 0;
  while (between < mostBetween && repeated.has(block + direction * (between + 1))) between++;
  const at = block + direction * (between + 1);
  return edge(page.blocks[at]?.paragraph.text ?? '') + (between === 0 ? '' : `|${between}`);
}

/** So many repetitions one behind the other are told apart. */
const mostBetween = 20;

const repetitions = new WeakMap<Page, ReadonlySet<number>>();

function repetitionsOf(page: Page): ReadonlySet<number> {
  let blocks = repetitions.get(page);
  if (blocks === undefined) {
    blocks = new Set(page.duplicates.map(({ block }) => block));
    repetitions.set(page, blocks);
  }
  return blocks;
}

function side(text: string): string {
  return (hash(text) % 2 ** 32).toString(36);
}

/** cyrb53 (public domain, by bryc): 53 bits, the same on every machine and in every version. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 2 ** 32 * (0x1fffff & low) + (high >>> 0);
}
