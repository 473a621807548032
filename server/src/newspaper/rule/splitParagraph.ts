import { type Continuation, certain } from '../continuation/continuation.ts';
import type { Page } from '../page/page.ts';
import { chainOf, continuationFrom, reasons } from './continuations.ts';
import type { Finding, Fix, Rule } from './finding.ts';
import { message } from './finding.ts';
import { beginning, ending, headOf, lineOf, tailOf } from './place.ts';
import { repairChanges } from './repair.ts';

/** A paragraph cut mid-sentence whose rest stands elsewhere on the page. */
export const splitParagraph: Rule = {
  code: 'split-paragraph',
  severity: 'warning',
  check(page) {
    const findings: Finding[] = [];
    for (const link of page.continuations) {
      const finding = findingOf(page, link);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  },
  keeps: () => true,
  again: (page, block) => {
    const link = continuationFrom(page, block);
    return link && findingOf(page, link);
  },
  fixes(page, finding, { gapMark }) {
    const link = continuationFrom(page, finding.block);
    if (link?.to === undefined) return [];
    const { overlap } = link;
    const overlapped = page.blocks[link.to]!.paragraph.text.slice(0, overlap);
    const fixes: Fix[] = [
      {
        title:
          overlap > 0
            ? message('Join the paragraph with its continuation (drops the repeated “{0}”)', overlapped)
            : message('Join the paragraph with its continuation'),
        changes: repairChanges(page, { joins: [link], removals: [] }),
        preferred: link.certainty >= certain,
        moves: true,
      },
    ];
    const chain = chainOf(page, link).filter(({ to }) => to !== undefined);
    if (chain.length > 1) {
      fixes.push({
        title: message('Join all {0} pieces of the paragraph', chain.length + 1),
        changes: repairChanges(page, { joins: chain, removals: [] }),
        preferred: false,
        moves: true,
      });
    }
    const { end } = finding.span;
    fixes.push({
      title: message('Mark the gap with {0}', gapMark),
      changes: [{ span: { start: end, end }, text: gapMark }],
      preferred: false,
      moves: false,
    });
    return fixes;
  },
};

function findingOf(page: Page, { at, to, overlap, certainty, evidence }: Continuation): Finding | undefined {
  if (to === undefined) return undefined;
  const head = page.blocks[at]!;
  const tail = page.blocks[to]!;
  const left = ending(head.paragraph.text);
  const right = beginning(tail.paragraph.text.slice(overlap));
  return {
    code: 'split-paragraph',
    block: at,
    span: tailOf(head),
    certainty,
    message: message(
      'This paragraph is cut mid-sentence; it goes on at “{0}”, line {1}: {2}.',
      right,
      lineOf(page, to),
      reasons(evidence),
    ),
    related: [{ span: headOf(tail), message: message('continues “{0}”', left) }],
    context: `${left}|${right}`,
  };
}
