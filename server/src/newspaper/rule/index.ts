import { certain } from '../continuation/continuation.ts';
import { analysePage } from '../page/analyse.ts';
import { takeEdited } from '../page/edited.ts';
import type { Page } from '../page/page.ts';
import { duplicateHeadline } from './duplicateHeadline.ts';
import { figureMismatch } from './figureMismatch.ts';
import type { Change, Code, Finding, Rule } from './finding.ts';
import { findingsKept } from './kept.ts';
import { lostContinuation } from './lostContinuation.ts';
import { orphanContinuation } from './orphanContinuation.ts';
import { applyChanges, repairChanges } from './repair.ts';
import { splitParagraph } from './splitParagraph.ts';
import { strayByline } from './strayByline.ts';
import { unresolvedJump } from './unresolvedJump.ts';
import { variantCharacter } from './variantCharacter.ts';

/** Every rule, in the order in which codes are listed to the reader. */
export const rules: readonly Rule[] = [
  splitParagraph,
  lostContinuation,
  orphanContinuation,
  duplicateHeadline,
  strayByline,
  unresolvedJump,
  figureMismatch,
  variantCharacter,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule for a code. */
export function ruleOf(code: Code): Rule {
  return byCode.get(code)!;
}

const found = new WeakMap<Page, readonly Finding[]>();

/** What is wrong on a page, in reading order; worked out once a page. */
export function findingsOf(page: Page): readonly Finding[] {
  let findings = found.get(page);
  if (findings === undefined) {
    findings = findAll(page).sort((a, b) => a.span.start - b.span.start || placeOf(a) - placeOf(b));
    found.set(page, findings);
  }
  return findings;
}

/** The place of a finding's rule among all. */
function placeOf({ code }: Finding): number {
  return rules.indexOf(ruleOf(code));
}

function findAll(page: Page): Finding[] {
  const edited = takeEdited(page);
  const formerly = edited && found.get(edited.former);
  if (formerly !== undefined) return findingsKept(page, edited!, formerly, byCode);
  const all: Finding[] = [];
  for (const rule of rules) for (const finding of rule.check(page)) all.push(finding);
  return all;
}

/** Says whether a finding of a page is to be mended. */
export type Keep = (finding: Finding, page: Page) => boolean;

/**
 * What fixing all does to a page: joins that are certain enough and repeated headlines taken out, again until
 * nothing of the kind is left, as one set of changes. `keep` says of a finding whether it is to be mended (not ignored,
 * not switched off).
 */
export function fixAllChanges(page: Page, keep: Keep): readonly Change[] {
  const first = preferredChanges(page, keep);
  if (first.length === 0) return first;
  let current = analysePage(applyChanges(page.text, first), [page]);
  let further = preferredChanges(current, keep);
  if (further.length === 0) return first;
  // every pass joins or removes something, so there are fewer passes than blocks
  for (let pass = 0; further.length > 0 && pass < page.blocks.length; pass++) {
    current = analysePage(applyChanges(current.text, further), [current]);
    further = preferredChanges(current, keep);
  }
  return [difference(page.text, current.text)];
}

function preferredChanges(page: Page, keep: Keep): readonly Change[] {
  const wanted = findingsOf(page).filter((finding) => keep(finding, page));
  const joined = new Set(wanted.filter(({ code }) => code === 'split-paragraph').map(({ block }) => block));
  const removals = wanted.filter(({ code }) => code === 'duplicate-headline').map(({ block }) => block);
  const joins = page.continuations.filter(
    ({ at, to, certainty }) => to !== undefined && joined.has(at) && certainty >= certain,
  );
  return repairChanges(page, { joins, removals });
}

/** The one change that makes `after` of `before`. */
function difference(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  // neither a CRLF nor a surrogate pair is taken apart
  if (start > 0 && (before.charCodeAt(start - 1) === 13 || isHighSurrogate(before.charCodeAt(start - 1)))) start--;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  const behind = before.charCodeAt(before.length - same);
  if (same > 0 && (behind === 10 || isLowSurrogate(behind))) same--;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
