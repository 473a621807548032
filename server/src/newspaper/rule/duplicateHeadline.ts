import type { Duplicate } from '../duplicate/duplicate.ts';
import type { Page } from '../page/page.ts';
import type { Rule } from './finding.ts';
import { type Message, message } from './finding.ts';
import { lineOf, spanOf } from './place.ts';
import { repairChanges } from './repair.ts';

/** A headline printed again, whole, in part or misread. */
export const duplicateHeadline: Rule = {
  code: 'duplicate-headline',
  severity: 'warning',
  check(page) {
    return page.duplicates.map((duplicate) => ({
      code: 'duplicate-headline' as const,
      block: duplicate.block,
      span: spanOf(page.blocks[duplicate.block]!),
      certainty: 1,
      message: explain(page, duplicate),
      related: [
        { span: spanOf(page.blocks[duplicate.of]!), message: message('the headline where its article begins') },
      ],
      context: page.blocks[duplicate.block]!.paragraph.text,
    }));
  },
  keeps: () => true,
  fixes(page, finding) {
    const { block } = finding;
    const broken = page.continuations.find(({ at, to }) => to !== undefined && at < block && to === block + 1);
    const remove = message('Remove the repeated headline');
    const fixes = [
      {
        title: broken ? message('Remove the repeated headline and join the paragraph that it broke') : remove,
        changes: repairChanges(page, { joins: broken ? [broken] : [], removals: [block] }),
        preferred: true,
        moves: broken !== undefined,
      },
    ];
    if (broken) {
      const changes = repairChanges(page, { joins: [], removals: [block] });
      fixes.push({ title: remove, changes, preferred: false, moves: false });
    }
    return fixes;
  },
  fixKind: {
    title: message('Remove all repeated headlines in the file'),
    changes: (page, findings) => repairChanges(page, { joins: [], removals: findings.map(({ block }) => block) }),
  },
};

function explain(page: Page, { of, match }: Duplicate): Message {
  const line = lineOf(page, of);
  switch (match) {
    case 'exact':
      return message('This headline is printed a second time; it repeats line {0}.', line);
    case 'partial':
      return message('This is part of a headline printed a second time; it repeats words of line {0}.', line);
    case 'near':
      return message('This is a headline printed a second time, with characters misread; it repeats line {0}.', line);
  }
}
