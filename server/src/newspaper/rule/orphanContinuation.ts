import { reasons } from './continuations.ts';
import type { Rule } from './finding.ts';
import { message } from './finding.ts';
import { beginning, headOf } from './place.ts';

/** A paragraph that begins mid-sentence, and nothing on the page leads to it. */
export const orphanContinuation: Rule = {
  code: 'orphan-continuation',
  severity: 'warning',
  check(page) {
    return page.orphans.map(({ block, certainty, evidence }) => ({
      code: 'orphan-continuation' as const,
      block,
      span: headOf(page.blocks[block]!),
      certainty,
      message: message(
        'This paragraph begins mid-sentence and nothing on the page leads to it: {0}.',
        reasons(evidence),
      ),
      related: [],
      context: beginning(page.blocks[block]!.paragraph.text, 16),
    }));
  },
  keeps: () => true,
  fixes(_page, finding, { gapMark }) {
    const { start } = finding.span;
    return [
      {
        title: message('Mark the gap with {0}', gapMark),
        changes: [{ span: { start, end: start }, text: gapMark }],
        preferred: false,
        moves: false,
      },
    ];
  },
  fixKind: {
    title: message('Mark all such gaps in the file'),
    changes: (_page, findings, { gapMark }) =>
      findings.map(({ span }) => ({ span: { start: span.start, end: span.start }, text: gapMark })),
  },
};
