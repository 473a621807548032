import type { Block, Layout, Role } from '../page/block.ts';
import type { EvidenceId } from './evidence.ts';
import { type Fact, paragraphFacts, seen, within } from './facts.ts';
import { readSeam } from './seam.ts';

/** A possible link, by places in the lists of {@link Candidates}. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly overlap: number;
  readonly facts: readonly Fact[];
}

/** Everything on a page that may be cut, or go on from elsewhere, and which might belong together. */
export interface Candidates {
  /** Block indices, ascending. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly sourceFacts: readonly (readonly Fact[])[];
  readonly targetFacts: readonly (readonly Fact[])[];
  readonly links: readonly Link[];
}

const textRoles: ReadonlySet<Role> = new Set([
  'body',
  'brief',
  'subhead',
  'abstract',
  'caption',
  'credit',
  'notice',
  'byline',
  'headline',
  'kicker',
  'deck',
]);
const headings: ReadonlySet<Role> = new Set(['headline', 'kicker', 'deck']);
const nearest = 10;
const farthest = 40;

export function candidatesOf(blocks: readonly Block[], roles: readonly Role[], layout: Layout): Candidates {
  const targets: number[] = [];
  const targetFacts: Fact[][] = [];
  const bodies = new Int32Array(blocks.length + 1);
  const heads = new Int32Array(blocks.length + 1);
  for (const { index, paragraph } of blocks) {
    const role = roles[index]!;
    const heading = headings.has(role);
    const text = textRoles.has(role);
    bodies[index + 1] = bodies[index]! + Number(text && !heading);
    heads[index + 1] = heads[index]! + Number(heading);
    if (!text) continue;
    const own = paragraphFacts(paragraph);
    targets.push(index);
    const facts = [...own.startEvidence];
    if (role !== 'body') facts.push(seen(`start.${role}` as EvidenceId));
    if (layout.kind === 'indented') facts.push(seen(paragraph.indent > 0 ? 'start.indented' : 'start.flush'));
    const previous = roles[index - 1];
    if (previous !== undefined && headings.has(previous)) facts.push(seen('start.afterHeadline'));
    if (previous === 'jump') facts.push(seen('start.afterJump'));
    targetFacts.push(facts);
  }
  const sources: number[] = [];
  const sourceFacts: Fact[][] = [];
  const links: Link[] = [];
  for (let place = 0; place < targets.length; place++) {
    const index = targets[place]!;
    const block = blocks[index]!;
    const own = paragraphFacts(block.paragraph);
    if (own.stopped) continue;
    const facts = [...own.endEvidence];
    const role = roles[index]!;
    if (role !== 'body') facts.push(seen(`end.${role}` as EvidenceId));
    const next = roles[index + 1];
    if (layout.width !== undefined && fillsLastLine(block, layout.width)) facts.push(seen('end.lineFull'));
    if (next === undefined) facts.push(seen('end.lastBlock'));
    if (next === 'repetition') facts.push(seen('end.beforeRepetition'));
    if (next === 'strayByline') facts.push(seen('end.beforeStrayByline'));
    if (next !== undefined && headings.has(next)) facts.push(seen('end.beforeHeadline'));
    const behind = blocks[targets[place + 1] ?? -1],
      before = blocks[targets[place - 1] ?? -1];
    const short = own.end.length <= 24;
    const isShort = (b: Block | undefined) =>
      b !== undefined && b.paragraph.text.length <= 24 && !headings.has(roles[b.index]!);
    if (short && isShort(before)) facts.push(seen('end.shortBefore'));
    if (short && isShort(behind)) facts.push(seen('end.shortBehind'));
    const from = sources.length;
    sources.push(index);
    sourceFacts.push(facts);
    for (let to = place + 1; to < targets.length && to <= place + nearest; to++) {
      const target = targets[to]!;
      if (target - index > farthest) break;
      const tail = blocks[target]!;
      const theirs = paragraphFacts(tail.paragraph);
      const seam = readSeam(block.paragraph.text, tail.paragraph.text, own.end, theirs.start);
      const list: Fact[] = [seen('link')];
      let overlap = 0;
      let joins = seam.joins;
      if (seam.overlap !== undefined) {
        const { length, surprise, joinsWithout } = seam.overlap;
        if (surprise + joinsWithout - joins > 2.2) {
          overlap = length;
          joins = joinsWithout;
          list.push(seen('seam.overlap'));
          if (own.end.length <= 30 && own.end.stops === 0) list.push(seen('seam.overlapShort'));
          list.push({ id: 'seam.surprise', value: within(0, surprise, 16) });
        }
      }
      joins = within(-8, joins, 12);
      list.push({ id: joins > 0 ? 'seam.joins' : 'seam.parts', value: joins });
      if (joins > 3) list.push({ id: 'seam.joinsWell', value: joins - 3 });
      if (own.end.length > 3 && block.paragraph.text.slice(0, 2) === tail.paragraph.text.slice(0, 2))
        list.push(seen('seam.parallel'));
      if (seam.mended > 0) list.push(seen('seam.mended'));
      if (seam.unclosed > 0) list.push(seen('seam.unclosed'));
      if (seam.unmatched > 0) list.push(seen('seam.unmatched'));
      if (seam.parted !== 'nothing') list.push(seen(`seam.${seam.parted}`));
      if (seam.word !== '') list.push(seen('seam.word'));
      const left = block.paragraph.text.length,
        right = tail.paragraph.text.length;
      if (left <= 24 && right <= 24 && Math.abs(left - right) <= 2) list.push(seen('seam.couplet'));
      const bodiesBetween = bodies[target]! - bodies[index + 1]!;
      const headsBetween = heads[target]! - heads[index + 1]!;
      const others = target - index - 1 - bodiesBetween - headsBetween;
      if (bodiesBetween > 0)
        list.push(
          seen(
            bodiesBetween === 1
              ? 'between.body1'
              : bodiesBetween === 2
                ? 'between.body2'
                : bodiesBetween <= 4
                  ? 'between.body4'
                  : 'between.bodies',
          ),
        );
      if (headsBetween > 0)
        list.push(
          seen(
            headsBetween === 1 ? 'between.headline' : headsBetween === 2 ? 'between.headline2' : 'between.headlines',
          ),
        );
      if (bodiesBetween > 0 && headsBetween === 0) list.push(seen('between.bodyOnly'));
      if (bodiesBetween === 0 && headsBetween > 0) list.push(seen('between.headlineOnly'));
      if (bodiesBetween === 0 && headsBetween === 0 && others > 0) list.push(seen('between.repetitionOnly'));
      if (layout.kind === 'indented') list.push(seen(tail.paragraph.indent > 0 ? 'seam.indented' : 'seam.flush'));
      links.push({ from, to, overlap, facts: list });
    }
  }
  return { sources, targets, sourceFacts, targetFacts, links };
}

/** In wrapped text the last line of a paragraph is full by chance alone, that of a cut one by the column's end. */
function fillsLastLine({ paragraph: { text, pieces } }: Block, width: number): boolean {
  return pieces.length > 1 && text.length - pieces.at(-1)!.at >= width;
}
