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
  const touched = new Set<string>();
  for (const finding of formerly) {
    if (isTouched(finding) || finding.related.some(isTouched)) touched.add(finding.code);
  }
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (touched.has(rule.code) || !rule.keeps(page, edited)) {
      touched.add(rule.code);
      findings.push(...rule.check(page));
    }
  }
  for (const finding of formerly) if (!touched.has(finding.code)) findings.push(moved(finding, block.end, growth));
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
