import type { Page } from '../page/page.ts';
import type { Finding, Fix, Rule } from './finding.ts';
import { message } from './finding.ts';
import { beginning, spanOf } from './place.ts';
import { applyChanges, repairChanges } from './repair.ts';

/** A reporter's name that stands alone, cut loose from what it signs. */
export const strayByline: Rule = {
  code: 'stray-byline',
  severity: 'information',
  check(page) {
    const findings: Finding[] = [];
    for (let block = 0; block < page.roles.length; block++) {
      if (page.roles[block] === 'strayByline') findings.push(findingOf(page, block));
    }
    return findings;
  },
  keeps: () => true,
  fixes(page, { block }) {
    const remove = repairChanges(page, { joins: [], removals: [block] });
    const fixes: Fix[] = [];
    const signed = signs(page, block);
    if (signed !== undefined) {
      const { end } = spanOf(page.blocks[signed]!);
      const insertion = { span: { start: end, end }, text: `　${page.blocks[block]!.paragraph.text}` };
      const changes = [...remove, insertion].sort((a, b) => a.span.start - b.span.start);
      if (applyChanges(page.text, changes).includes(insertion.text)) {
        fixes.push({
          title: message('Move the name to the end of “{0}…”', beginning(page.blocks[signed]!.paragraph.text, 10)),
          changes,
          preferred: false,
          moves: true,
        });
      }
    }
    fixes.push({ title: message('Remove the name'), changes: remove, preferred: false, moves: false });
    return fixes;
  },
};

function findingOf(page: Page, block: number): Finding {
  const signed = signs(page, block);
  const name = page.blocks[block]!.paragraph.text;
  return {
    code: 'stray-byline',
    block,
    span: spanOf(page.blocks[block]!),
    certainty: 1,
    message:
      signed === undefined
        ? message('The reporter’s name “{0}” stands alone, cut loose from what it signs.', name)
        : message(
            'The reporter’s name “{0}” stands alone; it most likely signs “{1}…”, the last text before it without a name.',
            name,
            beginning(page.blocks[signed]!.paragraph.text, 10),
          ),
    related:
      signed === undefined
        ? []
        : [{ span: spanOf(page.blocks[signed]!), message: message('what the name most likely signs') }],
    context: name,
  };
}

/**
 * The block that a stray name signs: papers set the name behind the text, so it is the nearest earlier brief that no
 * other stray name has signed; without briefs the end of the article before it.
 */
function signs(page: Page, block: number): number | undefined {
  const open: number[] = [];
  for (let i = 0; i < page.blocks.length; i++) {
    if (page.roles[i] === 'brief') open.push(i);
    else if (page.roles[i] === 'strayByline') {
      const brief = open.pop();
      if (i === block) return brief ?? lastBodyBefore(page, block);
    }
  }
  return undefined;
}

function lastBodyBefore(page: Page, block: number): number | undefined {
  for (let i = block - 1; i >= 0; i--) if (page.roles[i] === 'body') return i;
  return undefined;
}
