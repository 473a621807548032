import { pairRepetitions } from '../duplicate/pair.ts';
import type { Block, Layout, Role } from '../page/block.ts';
import type { Former } from '../page/former.ts';
import type { Page } from '../page/page.ts';
import { isPartName } from '../press/furniture.ts';
import { personOf } from '../press/personLine.ts';
import { fits, isCaption, startsAsNotice } from '../press/read.ts';
import { type Facts, jumpOn } from './facts.ts';
import { gatherEvidence } from './features.ts';
import { Kind } from './kind.ts';
import { Label } from './label.ts';
import { labelBlocks } from './model.ts';
import { restrain } from './restraint.ts';
import { isSubject } from './subject.ts';

/**
 * What each block of a page is, which headlines are printed again, and what of the evidence is kept for the next edit.
 * `former` is an earlier state of the page, `ties` what is known of the evidence already.
 */
export function assignRoles(
  blocks: readonly Block[],
  layout: Layout,
  former?: Former,
  ties?: Page['ties'],
): Pick<Page, 'roles' | 'duplicates' | 'twins' | 'ties'> {
  const evidence = gatherEvidence(blocks, layout, former, ties);
  const { facts, twins } = evidence;
  const labels = labelBlocks(evidence);
  restrain(labels, blocks, facts, twins);
  const duplicates = pairRepetitions(labels, facts, twins);
  const partsAreSigned = areSigned(labels, facts);
  const roles = blocks.map(({ index }): Role => {
    const own = facts[index]!;
    if (own === jumpOn) return 'jump';
    if (own.certain === Label.body) return own.isCaption ? 'caption' : 'body';
    return roleOf(blocks, index, labels, facts, partsAreSigned);
  });
  return { roles, duplicates, twins, ties: evidence.ties };
}

/** Longer lines inside an article that end without a stop sum it up rather than head a part of it. */
const longestSubhead = 30;

/** The trade's finer term for a label. */
function roleOf(
  blocks: readonly Block[],
  index: number,
  labels: Uint8Array,
  facts: readonly Facts[],
  partsAreSigned: boolean,
): Role {
  const { kind, mayBeNames } = facts[index]!;
  const { text } = blocks[index]!.paragraph;
  const headsBriefs = kind === Kind.section && labels[index + 1] === Label.brief;
  const isUnderPart = labels[index - 1] === Label.subhead;
  // names between a heading and its text sign it
  const signs =
    mayBeNames && labels[index + 1] === Label.body && isHeading(labels[index - 1]) && (partsAreSigned || !isUnderPart);
  switch (labels[index]) {
    case Label.headline:
      return headsBriefs ? 'section' : 'headline';
    case Label.kicker:
      if (headsBriefs) return 'section';
      // over a page it says which part of the paper this is
      return isPartName(text) && (index === 0 || labels[index - 1] === Label.furniture) ? 'masthead' : 'kicker';
    case Label.deck:
      return 'deck';
    case Label.subhead:
      if (headsBriefs) return 'section';
      if (signs) return 'byline';
      return bodyRole(text) ?? (text.length > longestSubhead ? 'abstract' : 'subhead');
    case Label.stray:
      if (isSubject(blocks, index)) return 'subhead';
      return signs ? 'byline' : 'strayByline';
    case Label.repetition:
      return 'repetition';
    case Label.jump:
      return 'jump';
    case Label.furniture:
      return fits('folios', text) ? 'folio' : fits('editors', text) ? 'editors' : 'masthead';
    case Label.credit:
      // a line that says who wrote signs what it stands by; only a name alone is taken for cut loose
      if (kind !== Kind.byline) return 'credit';
      // who speaks is named like that within an article
      return isHeading(labels[index - 1]) || personOf(text) === undefined ? 'byline' : 'credit';
    case Label.brief:
      return 'brief';
    default:
      return signs ? 'byline' : (bodyRole(text) ?? 'body');
  }
}

/** Whether several parts of an article are signed under their headings: one name there alone is cut loose. */
function areSigned(labels: Uint8Array, facts: readonly Facts[]): boolean {
  let signed = 0;
  for (let block = 1; block < facts.length; block++) {
    const isUnderPart = labels[block - 1] === Label.subhead && labels[block + 1] === Label.body;
    if (isUnderPart && facts[block]!.mayBeNames) signed++;
  }
  return signed > 1;
}

function isHeading(label: number | undefined): boolean {
  return label === Label.headline || label === Label.deck || label === Label.subhead;
}

function bodyRole(text: string): Role | undefined {
  if (isCaption(text)) return 'caption';
  return startsAsNotice(text) ? 'notice' : undefined;
}
