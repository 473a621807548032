import {
  type Code,
  certain,
  type FileCode,
  type Finding,
  type Page,
  ruleOf,
  type Severity,
} from '../newspaper/index.ts';
import { type Config, isCode, isGapMark, isIssueDate, isLevel } from './config.ts';
import type { Wanted } from './folder/files.ts';
import { matches } from './glob.ts';
import { noSuppressions, type Suppressions, suppressionsOf } from './suppressions.ts';

/** What the reader can choose; the same names stand under `broadsheet` in VS Code's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Codes that are not named keep their default. */
  readonly severity: Readonly<Partial<Record<Code | FileCode, Severity | 'off'>>>;
  readonly run: 'onType' | 'onSave' | 'manual';
  readonly gapMark: string;
  /** ISO date of the issue, or empty where the dump says it. */
  readonly issueDate: string;
  /** Whether the value of a figure stands behind it where it is not printed in full. */
  readonly inlayHints: boolean;
  /** Which files are dumps, see `Wanted`. */
  readonly folder: Wanted;
  /** Whether every answer is preceded by a check that the dump is understood as it would be from scratch. */
  readonly compares: boolean;
  /** What is ignored for good in the dump that these settings are for. */
  readonly suppressions: Suppressions;
}

export const defaultSettings: Settings = {
  enable: true,
  severity: {},
  run: 'onType',
  gapMark: '〔……〕',
  issueDate: '',
  inlayHints: false,
  folder: { include: ['**/*.{newspaper,dump.txt}'], exclude: [] },
  compares: false,
  suppressions: noSuppressions,
};

/** Settings from what a client sent, each checked; what does not fit keeps its default. */
export function readSettings(sent: unknown): Settings {
  if (typeof sent !== 'object' || sent === null) return defaultSettings;
  const given = sent as Record<string, unknown>;
  const severity: Partial<Record<Code | FileCode, Severity | 'off'>> = {};
  if (typeof given['severity'] === 'object' && given['severity'] !== null) {
    for (const [code, value] of Object.entries(given['severity'])) {
      if (isCode(code) && isLevel(value)) severity[code] = value;
    }
  }
  const { run, gapMark, issueDate } = given;
  return {
    ...defaultSettings,
    enable: given['enable'] !== false,
    severity,
    run: run === 'onSave' || run === 'manual' ? run : 'onType',
    gapMark: isGapMark(gapMark) ? gapMark : defaultSettings.gapMark,
    issueDate: isIssueDate(issueDate) ? issueDate : '',
    inlayHints: given['inlayHints'] === true,
    folder: readWanted(given['folder']),
    compares: fieldsOf(given['trace'])['compare'] === true,
  };
}

function fieldsOf(sent: unknown): Record<string, unknown> {
  return (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
}

function readWanted(sent: unknown): Wanted {
  const given = fieldsOf(sent);
  const globs = (value: unknown): readonly string[] | undefined =>
    Array.isArray(value) ? value.filter((glob) => typeof glob === 'string' && glob !== '') : undefined;
  const usual = defaultSettings.folder;
  return { include: globs(given['include']) ?? usual.include, exclude: globs(given['exclude']) ?? usual.exclude };
}

/**
 * The settings for one dump: what its folder's `.broadsheet.json` says goes before what the reader has chosen, so that
 * all who work in the folder, and the command line, find the same. `path` is relative to that folder.
 */
export function settle(settings: Settings, config: Config, path: string): Settings {
  return {
    ...settings,
    enable: settings.enable && !config.ignore.some((glob) => matches(glob, path)),
    severity: { ...settings.severity, ...config.severity },
    gapMark: config.gapMark ?? settings.gapMark,
    issueDate: config.issueDate ?? settings.issueDate,
    suppressions: suppressionsOf(config.ignored, path),
  };
}

/** Whether the reader wants to see a finding: its code is not off, and it is not ignored. */
export function isShown(page: Page, finding: Finding, { severity, suppressions }: Settings): boolean {
  return severity[finding.code] !== 'off' && !suppressions.hides(page, finding);
}

/** How loud a finding is; one that is not certain is no warning unless the reader wants it so. */
export function severityOf({ code, certainty }: Finding, { severity }: Settings): Severity {
  const chosen = severity[code];
  if (chosen !== undefined && chosen !== 'off') return chosen;
  const usual = ruleOf(code).severity;
  return usual === 'warning' && certainty < certain ? 'information' : usual;
}

/** How loud a `suspect-encoding` is; undefined where it is off or ignored. */
export function severityOfEncoding({ severity, suppressions }: Settings): Severity | undefined {
  const chosen = severity['suspect-encoding'] ?? 'information';
  return chosen === 'off' || suppressions.hidesKind('suspect-encoding') ? undefined : chosen;
}
