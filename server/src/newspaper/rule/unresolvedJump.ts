import { jumpOf } from '../jump/line.ts';
import type { Finding, Rule } from './finding.ts';
import { message } from './finding.ts';
import { spanIn } from './place.ts';

/** A jump line whose other half is not in this dump. */
export const unresolvedJump: Rule = {
  code: 'unresolved-jump',
  severity: 'information',
  check(page) {
    const findings: Finding[] = [];
    for (const block of page.blocks) {
      const role = page.roles[block.index];
      if (role !== 'jump' && role !== 'body' && role !== 'brief') continue;
      const jump = jumpOf(block.paragraph);
      if (jump === undefined) continue;
      const where = jump.page ?? '?';
      findings.push({
        code: 'unresolved-jump',
        block: block.index,
        span: spanIn(block, jump.span.start, jump.span.end),
        certainty: 1,
        message:
          jump.direction === 'from'
            ? message('This text continues from page {0}, which is not in this dump.', where)
            : message('This text goes on at page {0}, which is not in this dump.', where),
        related: [],
        context: block.paragraph.text.slice(0, 24),
      });
    }
    return findings;
  },
  keeps: (_page, { change: { now } }) => jumpOf(now) === undefined,
  fixes: () => [],
};
