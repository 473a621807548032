import { type Finding, findingsOf, fingerprintOf, type Page, sameFingerprint } from '../newspaper/index.ts';
import type { Ignored } from './config.ts';
import { matches } from './glob.ts';

/** Which findings of one dump are ignored for good. */
export interface Suppressions {
  /** Whether nothing of this code is to be shown. */
  hidesKind(code: string): boolean;
  hides(page: Page, finding: Finding): boolean;
}

/** Nothing is ignored. */
export const noSuppressions: Suppressions = { hidesKind: () => false, hides: () => false };

/** What `ignored` hides of the dump at `path` (relative to the folder of the configuration). */
export function suppressionsOf(ignored: readonly Ignored[], path: string): Suppressions {
  if (ignored.length === 0) return noSuppressions;
  const kinds = new Set<string>();
  const single = new Map<string, string[]>();
  for (const { code, hash, file } of ignored) {
    if (hash !== undefined) {
      const key = keyOf(code, hash);
      single.set(key, [...(single.get(key) ?? []), hash]);
    } else if (file === undefined || matches(file, path)) kinds.add(code);
  }
  return {
    hidesKind: (code) => kinds.has(code),
    hides(page, finding) {
      if (kinds.has(finding.code)) return true;
      if (single.size === 0) return false;
      const fingerprint = fingerprintOf(page, finding);
      const alike = single.get(keyOf(finding.code, fingerprint));
      if (alike === undefined) return false;
      if (alike.includes(fingerprint)) return true;
      // of two of the same words with one side in common, the one is meant that has both
      return alike.some((hash) => sameFingerprint(hash, fingerprint) && !isOnPage(page, finding.code, hash));
    },
  };
}

/** Whether a fingerprint is that of a finding of the page in every part. */
function isOnPage(page: Page, code: string, hash: string): boolean {
  return hash.includes('.') && findingsOf(page).some((one) => one.code === code && fingerprintOf(page, one) === hash);
}

/** What fingerprints of one finding have in common. */
function keyOf(code: string, fingerprint: string): string {
  return `${code} ${fingerprint.split('.', 1)[0]}`;
}
