import type { Edited } from '../page/edited.ts';
import type { Page } from '../page/page.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Rule } from './finding.ts';

/**
 * The findings of a page by those of its former state: rules that no finding nor anything else in the paragraph that
 * was edited concerns have found what they had found. In no order.
 */
export function findingsKept(
  page: Page,
  edited: Edited,
  formerly: readonly Finding[],
  rules: readonly Rule[],
): Finding[] {
  const { former, change, growth } = edited;
  const block = former.blocks[change.block]!;
  const isTouched = ({ span: { start, end } }: { readonly span: Span }): boolean =>
    start <= block.end && end >= block.start;
  const findings: Finding[] = [];
  /** Codes that are looked for anew all over the page. */
  const anew = new Set<string>();
  const byCode = new Map<string, Rule>();
  for (const rule of rules) {
    byCode.set(rule.code, rule);
    if (!rule.keeps(page, edited)) anew.add(rule.code);
  }
  const isConcerned = (finding: Finding): boolean => isTouched(finding) || finding.related.some(isTouched);
  for (const finding of formerly) {
    if (isConcerned(finding) && byCode.get(finding.code)!.again === undefined) anew.add(finding.code);
  }
  for (const rule of rules) if (anew.has(rule.code)) findings.push(...rule.check(page));
  for (const finding of formerly) {
    if (anew.has(finding.code)) continue;
    const now = isConcerned(finding)
      ? byCode.get(finding.code)!.again?.(page, finding.block)
      : moved(finding, block.end, growth);
    if (now !== undefined) findings.push(now);
  }
  return findings;
}

/** A finding of which what stood behind `end` stands `growth` further on. */
function moved(finding: Finding, end: number, growth: number): Finding {
  const isBehind = ({ span }: { readonly span: Span }): boolean => span.start > end;
  if (growth === 0 || !(isBehind(finding) || finding.related.some(isBehind))) return finding;
  const shift = ({ start, end: stop }: Span): Span => ({ start: start + growth, end: stop + growth });
  return {
    ...finding,
    span: isBehind(finding) ? shift(finding.span) : finding.span,
    related: finding.related.map((related) =>
      isBehind(related) ? { ...related, span: shift(related.span) } : related,
    ),
  };
}
