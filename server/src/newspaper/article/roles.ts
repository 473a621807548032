import type { Duplicate } from '../duplicate/duplicate.ts';
import { pairRepetitions } from '../duplicate/pair.ts';
import type { Block, Layout, Role } from '../page/block.ts';
import { fits, isSectionName } from '../press/read.ts';
import type { Facts } from './facts.ts';
import { gatherEvidence } from './features.ts';
import type { Label } from './label.ts';
import { label } from './model.ts';

/** What each block of a page is, and which headlines are printed again. */
export function assignRoles(
  blocks: readonly Block[],
  layout: Layout,
): { readonly roles: readonly Role[]; readonly duplicates: readonly Duplicate[] } {
  const { facts, evidence, twins } = gatherEvidence(blocks, layout);
  const labels = label(facts, evidence).slice();
  const duplicates = pairRepetitions(labels, facts, twins);
  const roles = blocks.map((block): Role => roleOf(block, labels, facts));
  return { roles, duplicates };
}

/** Longer lines inside an article that end without a stop sum it up rather than head a part of it. */
const longestSubhead = 30;

/** The trade's finer term for a label. */
function roleOf({ index, paragraph: { text } }: Block, labels: readonly Label[], facts: readonly Facts[]): Role {
  switch (labels[index]!) {
    case 'stray':
      return 'strayByline';
    case 'furniture':
      return fits('folios', text) ? 'folio' : fits('editors', text) ? 'editors' : 'masthead';
    case 'credit':
      return creditRole(index, text, labels);
    case 'subhead':
      if (isSectionName(text.replace(/\s+/gu, '')) && labels[index + 1] === 'brief') return 'section';
      if (fits('captions', text)) return 'caption';
      if (fits('notices', text)) return 'notice';
      return text.length > longestSubhead ? 'abstract' : 'subhead';
    case 'headline':
      if (facts[index]!.kind === 'section' && labels[index + 1] === 'brief') return 'section';
      return 'headline';
    case 'body':
      if (facts[index]!.certain === undefined && fits('captions', text)) return 'caption';
      if (facts[index]!.certain === undefined && fits('notices', text)) return 'notice';
      return 'body';
    case 'kicker':
    case 'deck':
    case 'repetition':
    case 'jump':
    case 'brief':
      return labels[index] as Role;
  }
}

/** A reporter's line under a headline or at an article's end signs it; one between two paragraphs is cut loose. */
function creditRole(index: number, text: string, labels: readonly Label[]): Role {
  if (!fits('bylines', text)) return 'credit';
  const before = labels[index - 1];
  const behind = labels[index + 1];
  return before === 'body' && behind === 'body' && !/[(（【]/u.test(text) ? 'strayByline' : 'byline';
}
