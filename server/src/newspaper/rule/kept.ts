import type { Edited } from '../page/edited.ts';
import type { Page } from '../page/page.ts';
import type { Span } from '../text/span.ts';
import type { Code, Finding, Related, Rule } from './finding.ts';

/**
 * The findings of a page by those of its former state, `formerly`: rules that nothing in the paragraph that was edited
 * concerns have found what they had found. In no order.
 */
export function findingsKept(
  page: Page,
  edited: Edited,
  formerly: readonly Finding[],
  rules: ReadonlyMap<Code, Rule>,
): Finding[] {
  const { former, change, growth } = edited;
  const block = former.blocks[change.block]!;
  /** Codes that are looked for anew all over the page. */
  const anew = new Set<Code>();
  for (const rule of rules.values()) if (!rule.keeps(page, edited)) anew.add(rule.code);
  const concerned = new Set<Finding>();
  for (const finding of formerly) {
    if (!concerns(finding, block)) continue;
    concerned.add(finding);
    if (rules.get(finding.code)!.again === undefined) anew.add(finding.code);
  }
  const findings: Finding[] = [];
  for (const code of anew) findings.push(...rules.get(code)!.check(page));
  for (const finding of formerly) {
    if (anew.has(finding.code)) continue;
    const now = concerned.has(finding)
      ? rules.get(finding.code)!.again!(page, finding.block)
      : moved(finding, block.end, growth);
    if (now !== undefined) findings.push(now);
  }
  return findings;
}

/** Whether a finding, or another place that belongs to it, touches a block. */
function concerns({ span, related }: Finding, block: Span): boolean {
  if (touches(span, block)) return true;
  for (const other of related) if (touches(other.span, block)) return true;
  return false;
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}

/** A finding of which what stood behind `end` stands `growth` further on. */
function moved(finding: Finding, end: number, growth: number): Finding {
  const span = movedSpan(finding.span, end, growth);
  let related = finding.related;
  for (let place = 0; place < finding.related.length; place++) {
    const { span, message } = finding.related[place]!;
    const there = movedSpan(span, end, growth);
    if (there === span) continue;
    if (related === finding.related) related = related.slice();
    (related as Related[])[place] = { span: there, message };
  }
  return span === finding.span && related === finding.related ? finding : { ...finding, span, related };
}

function movedSpan(span: Span, end: number, growth: number): Span {
  return growth === 0 || span.start <= end ? span : { start: span.start + growth, end: span.end + growth };
}
