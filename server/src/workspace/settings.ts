import type { Code, Severity } from '../newspaper/index.ts';

/** What the reader can choose; the same names stand under `broadsheet` in VS Code's settings. */
export interface Settings {
  readonly enable: boolean;
  /** Codes that are not named keep their default. */
  readonly severity: Readonly<Partial<Record<Code, Severity | 'off'>>>;
  readonly run: 'onType' | 'onSave' | 'manual';
  readonly gapMark: string;
  /** ISO date of the issue, or empty where the dump says it. */
  readonly issueDate: string;
}

export const defaultSettings: Settings = {
  enable: true,
  severity: {},
  run: 'onType',
  gapMark: '〔……〕',
  issueDate: '',
};

/** Settings from what a client sent, each checked; what does not fit keeps its default. */
export function readSettings(sent: unknown): Settings {
  if (typeof sent !== 'object' || sent === null) return defaultSettings;
  const given = sent as Record<string, unknown>;
  const severity: Partial<Record<Code, Severity | 'off'>> = {};
  if (typeof given['severity'] === 'object' && given['severity'] !== null) {
    for (const [code, value] of Object.entries(given['severity'])) {
      if (['off', 'hint', 'information', 'warning', 'error'].includes(value)) severity[code as Code] = value;
    }
  }
  const { run, gapMark, issueDate } = given;
  return {
    enable: given['enable'] !== false,
    severity,
    run: run === 'onSave' || run === 'manual' ? run : 'onType',
    gapMark:
      typeof gapMark === 'string' && gapMark !== '' && !/[\r\n]/u.test(gapMark) ? gapMark : defaultSettings.gapMark,
    issueDate: typeof issueDate === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(issueDate) ? issueDate : '',
  };
}
