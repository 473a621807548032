import { jumpOf } from '../jump/line.ts';
import type { Block, Layout, Role } from '../page/block.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { evidence, type Kind } from './evidence.ts';
import type { Witness } from './weigh.ts';

/**
 * Roles that pieces of paragraphs may pass for, but body: a short piece without a full stop looks much like a headline. No
 * piece passes for a byline, which a pattern tells.
 */
const ends: Readonly<Partial<Record<Role, Kind>>> = {
  brief: evidence['end.brief'],
  subhead: evidence['end.subhead'],
  abstract: evidence['end.abstract'],
  caption: evidence['end.caption'],
  credit: evidence['end.credit'],
  notice: evidence['end.notice'],
  headline: evidence['end.headline'],
  kicker: evidence['end.kicker'],
  deck: evidence['end.deck'],
};
const starts: Readonly<Partial<Record<Role, Kind>>> = {
  brief: evidence['start.brief'],
  subhead: evidence['start.subhead'],
  abstract: evidence['start.abstract'],
  caption: evidence['start.caption'],
  credit: evidence['start.credit'],
  notice: evidence['start.notice'],
  headline: evidence['start.headline'],
  kicker: evidence['start.kicker'],
  deck: evidence['start.deck'],
};

/** Roles of what stands beside the text, so that a column flows around it: no paragraph comes between by it. */
const beside: ReadonlySet<Role> = new Set(['caption', 'credit', 'notice']);

/** Shorter texts are no paragraphs: the number of a page or picture, a mark, initials. */
const shortest = 4;

/** Lines up to this length may be verse, or a subhead in two lines. */
const shortLine = 24;

/** A page as its cuts see it: where on it text stands and where headlines, and what that says of ends, starts and links. */
export class Survey {
  readonly blocks: readonly Block[];
  /** Indices of blocks that may be pieces of paragraphs, ascending. */
  readonly targets: readonly number[];
  readonly #roles: readonly Role[];
  readonly #layout: Layout;
  /** By block: how many paragraphs of text, and how many headlines, stand before it. */
  readonly #paragraphs: readonly number[];
  readonly #headlines: readonly number[];
  /** The same of blocks that a column flows around. */
  readonly #asides: readonly number[];

  constructor(blocks: readonly Block[], roles: readonly Role[], layout: Layout) {
    this.blocks = blocks;
    this.#roles = roles;
    this.#layout = layout;
    const targets: number[] = [];
    const paragraphs = [0];
    const headlines = [0];
    const asides = [0];
    for (let block = 0; block < blocks.length; block++) {
      const role = roles[block]!;
      const isText = role === 'body' || ends[role] !== undefined;
      const isHead = isHeading(role);
      if (isText) targets.push(block);
      const isAside = beside.has(role) || (role === 'body' && blocks[block]!.paragraph.text.length < shortest);
      headlines.push(headlines[block]! + Number(isHead));
      asides.push(asides[block]! + Number(isAside));
      paragraphs.push(paragraphs[block]! + Number(isText && !isHead && !isAside));
    }
    this.targets = targets;
    this.#paragraphs = paragraphs;
    this.#headlines = headlines;
    this.#asides = asides;
  }

  /** Whether a jump line in a block or right behind it says that its text goes on at another page. */
  goesOnElsewhere(block: number): boolean {
    if (leadsElsewhere(this.blocks[block]!.paragraph)) return true;
    return this.#roles[block + 1] === 'jump' && leadsElsewhere(this.blocks[block + 1]!.paragraph);
  }

  /** What its place and role say of the start of a block. */
  seeStart(block: number, witness: Witness): void {
    const kind = starts[this.#roles[block]!];
    if (kind !== undefined) witness.see(kind, 1);
    if (this.#layout.kind === 'indented') {
      witness.see(this.#isIndented(block) ? evidence['start.indented'] : evidence['start.flush'], 1);
    }
    const before = this.#roles[this.#pastBylines(block, -1)];
    if (isHeading(before)) witness.see(evidence['start.afterHeadline'], 1);
    else if (before === 'jump') witness.see(evidence['start.afterJump'], 1);
  }

  /** What its place and role say of the end of the block that is the target `place`. */
  seeEnd(place: number, witness: Witness): void {
    const block = this.targets[place]!;
    const kind = ends[this.#roles[block]!];
    if (kind !== undefined) witness.see(kind, 1);
    if (fillsLastLine(this.blocks[block]!, this.#layout)) witness.see(evidence['end.lineFull'], 1);
    const behind = this.#roles[this.#pastBylines(block, 1)];
    if (behind === undefined) witness.see(evidence['end.lastBlock'], 1);
    else if (behind === 'repetition') witness.see(evidence['end.beforeRepetition'], 1);
    else if (behind === 'strayByline') witness.see(evidence['end.beforeStrayByline'], 1);
    else if (isHeading(behind)) witness.see(evidence['end.beforeHeadline'], 1);
    if (this.#length(block) <= shortLine) {
      if (this.#isShortText(this.targets[place - 1])) witness.see(evidence['end.shortBefore'], 1);
      if (this.#isShortText(this.targets[place + 1])) witness.see(evidence['end.shortBehind'], 1);
    }
  }

  /** What stands between two blocks, for a link from `from` to `to`. */
  seeBetween(from: number, to: number, witness: Witness): void {
    const bodies = this.#paragraphs[to]! - this.#paragraphs[from + 1]!;
    const heads = this.#headlines[to]! - this.#headlines[from + 1]!;
    const asides = this.#asides[to]! - this.#asides[from + 1]!;
    if (bodies > 0) {
      if (bodies === 1) witness.see(evidence['between.body1'], 1);
      else if (bodies === 2) witness.see(evidence['between.body2'], 1);
      else witness.see(bodies <= 4 ? evidence['between.body4'] : evidence['between.bodies'], 1);
      if (heads === 0) witness.see(evidence['between.bodyOnly'], 1);
    }
    if (heads > 0) {
      if (heads === 1) witness.see(evidence['between.headline'], 1);
      else witness.see(heads === 2 ? evidence['between.headline2'] : evidence['between.headlines'], 1);
      if (bodies === 0) witness.see(evidence['between.headlineOnly'], 1);
    } else if (bodies === 0 && to - from - asides > 1) witness.see(evidence['between.repetitionOnly'], 1);
  }

  /** What indentation says of a link to a block. */
  seeIndentation(to: number, witness: Witness): void {
    if (this.#layout.kind !== 'indented') return;
    witness.see(this.#isIndented(to) ? evidence['seam.indented'] : evidence['seam.flush'], 1);
  }

  /** The next block before or behind one that is no byline: who wrote stands between a headline and its text. */
  #pastBylines(block: number, step: -1 | 1): number {
    let next = block + step;
    while (this.#roles[next] === 'byline') next += step;
    return next;
  }

  #isIndented(block: number): boolean {
    return this.blocks[block]!.paragraph.indent > 0;
  }

  #length(block: number): number {
    return this.blocks[block]!.paragraph.text.length;
  }

  #isShortText(block: number | undefined): boolean {
    return block !== undefined && this.#length(block) <= shortLine && !isHeading(this.#roles[block]);
  }
}

/** Whether a paragraph ends in a jump line that leads to another page, or is one. */
export function leadsElsewhere(paragraph: Paragraph): boolean {
  return jumpOf(paragraph)?.direction === 'to';
}

function isHeading(role: Role | undefined): boolean {
  return role === 'headline' || role === 'kicker' || role === 'deck';
}

/** In wrapped text the last line of a whole paragraph is full by chance alone, that of one cut at a column's end always. */
export function fillsLastLine({ paragraph: { text, pieces } }: Block, { width }: Layout): boolean {
  return width !== undefined && pieces.length > 1 && text.length - pieces.at(-1)!.at >= width;
}
