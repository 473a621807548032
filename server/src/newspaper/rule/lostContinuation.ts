import { reasons } from './continuations.ts';
import type { Rule } from './finding.ts';
import { message } from './finding.ts';
import { ending, tailOf } from './place.ts';

/** A paragraph cut mid-sentence whose rest is nowhere on the page. */
export const lostContinuation: Rule = {
  code: 'lost-continuation',
  severity: 'warning',
  check(page) {
    return page.continuations
      .filter(({ to }) => to === undefined)
      .map(({ at, certainty, evidence }) => ({
        code: 'lost-continuation' as const,
        block: at,
        span: tailOf(page.blocks[at]!),
        certainty,
        message: message(
          'This paragraph is cut mid-sentence and its rest is nowhere on the page: {0}.',
          reasons(evidence),
        ),
        related: [],
        context: ending(page.blocks[at]!.paragraph.text, 16),
      }));
  },
  keeps: () => true,
  fixes(_page, finding, { gapMark }) {
    const { end } = finding.span;
    return [
      {
        title: message('Mark the gap with {0}', gapMark),
        changes: [{ span: { start: end, end }, text: gapMark }],
        preferred: false,
        moves: false,
      },
    ];
  },
  fixKind: {
    title: message('Mark all such gaps in the file'),
    changes: (_page, findings, { gapMark }) =>
      findings.map(({ span }) => ({ span: { start: span.end, end: span.end }, text: gapMark })),
  },
};
