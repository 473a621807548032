import type { Twins } from '../duplicate/search.ts';
import type { Block } from '../page/block.ts';
import type { Paragraph } from '../page/paragraph.ts';
import type { Facts } from './facts.ts';
import { isText, Kind } from './kind.ts';
import { Label } from './label.ts';
import { Class, classOf } from './shape.ts';

/** Of the characters at the starts of blocks, the least share that is Han on a page of the presses that we know. */
const leastHan = 0.2;
/** Characters looked at in a block to tell its script. */
const glance = 8;
/** Paragraphs of text for each line without a stop, at least, on a page of articles. */
const leastText = 0.25;
/** A line printed more often than this is no headline printed again. */
const mostPrintings = 5;

/**
 * Takes back headlines and repetitions where a page has none, in place: code, logs, tables, chats and lists are no
 * newspaper, and a line that comes back again and again is a refrain or the head of a form.
 */
export function restrain(
  labels: Uint8Array,
  blocks: readonly Block[],
  facts: readonly Facts[],
  twins: readonly Twins[],
): void {
  let texts = 0;
  let lines = 0;
  /** Keys of one character have no twins. */
  let shortKeys = 0;
  for (const { kind, key } of facts) {
    if (isText(kind) || kind === Kind.sentence || kind === Kind.brief) texts++;
    else if (key !== '') lines++;
    if (key.length === 1) shortKeys++;
  }
  const isOther = texts < lines * leastText || !isHan(blocks);
  const printings = twins.length + shortKeys < mostPrintings ? undefined : countPrintings(facts);
  for (let block = 0; block < labels.length; block++) {
    const { certain, key } = facts[block]!;
    if (certain !== undefined || labels[block] === Label.body) continue;
    if (isOther) labels[block] = Label.body;
    else if (printings !== undefined && printings.get(key)! > mostPrintings) labels[block] = Label.subhead;
  }
}

/** How often each line is printed, by key. */
function countPrintings(facts: readonly Facts[]): ReadonlyMap<string, number> {
  const printings = new Map<string, number>();
  for (const { key } of facts) if (key !== '') printings.set(key, (printings.get(key) ?? 0) + 1);
  return printings;
}

/** Whether the page is written in Han characters. */
function isHan(blocks: readonly Block[]): boolean {
  let han = 0;
  let all = 0;
  for (let block = 0; block < blocks.length; block++) {
    const counts = glanceAt(blocks[block]!.paragraph);
    han += counts >> 8;
    all += counts & 0xff;
    // whatever the other blocks hold
    if (han >= (all + (blocks.length - block) * glance) * leastHan) return true;
  }
  return all === 0 || han / all >= leastHan;
}

/** Of the first characters, how many are Han, times 256, and how many are no space. */
function glanceAt({ text }: Paragraph): number {
  const end = Math.min(glance, text.length);
  let counts = 0;
  for (let at = 0; at < end; at++) {
    const found = classOf(text.charCodeAt(at));
    if (found !== Class.space) counts += found === Class.Han ? 0x101 : 1;
  }
  return counts;
}

/** Whether one paragraph in place of the other leaves the page's script as it is. */
export function haveSameGlance(one: Paragraph, other: Paragraph): boolean {
  return glanceAt(one) === glanceAt(other);
}
