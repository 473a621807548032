import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import {
  certain,
  type Finding,
  findingsOf,
  message,
  type Page,
  type PlacedPage,
  ruleOf,
  type Severity,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import type { Settings } from '../../workspace/settings.ts';
import { rangeOf } from '../convert.ts';
import type { Feature, Session } from '../session.ts';
import { say } from '../translate.ts';

/** What VS Code keeps of one file; where there are more, the certain ones come first and a last line counts the rest. */
export const shownFindings = 1000;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What a client was last answered about a dump. */
interface Answered {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

const answered = new WeakMap<Dump, Answered>();
let answers = 0;

/** The findings of a dump, when the client asks for them; that nothing changed is all that is said where nothing did. */
export const diagnostic: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = (dump, params, session) => {
  const items = diagnosticsOf(dump, session);
  const last = answered.get(dump);
  if (last !== undefined && last.resultId === params.previousResultId && areEqual(items, last.items)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.resultId };
  }
  const resultId = String(++answers);
  answered.set(dump, { resultId, items });
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
};

function areEqual(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((item, i) => item === others[i] || JSON.stringify(item) === JSON.stringify(others[i]));
}

/** The findings of a dump as the client shows them. */
export function diagnosticsOf(dump: Dump, session: Session): Diagnostic[] {
  if (!session.settings.enable) return [];
  const items: Diagnostic[] = [];
  let room = shownFindings;
  let more = 0;
  const { pages } = dump.issue;
  let all = 0;
  for (const { page } of pages) all += shownOn(page, session.settings).length;
  for (const sure of all > shownFindings ? [true, false] : [undefined]) {
    for (const placed of pages) {
      const findings = shownOn(placed.page, session.settings);
      if (findings.length === 0) continue;
      const diagnostics = diagnosticsOn(dump.uri, placed, findings, session);
      for (let i = 0; i < findings.length; i++) {
        if (sure !== undefined && sure !== findings[i]!.certainty >= certain) continue;
        if (room > 0) {
          items.push(diagnostics[i]!);
          room--;
        } else more++;
      }
    }
  }
  if (more > 0) {
    items[items.length - 1] = {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      source: 'broadsheet',
      message: say(message('{0} further findings are left out; they show as those before them are mended.', more + 1)),
    };
  }
  return items;
}

/** Whether the reader wants to see findings of this code. */
export function isShown({ code }: Finding, { severity }: Settings): boolean {
  return severity[code] !== 'off';
}

interface Kept {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  uri: string;
  line: number;
  diagnostics: readonly Diagnostic[] | undefined;
}

/** What was made of a page: good for as long as the page stays as it is, where it is. */
const kept = new WeakMap<Page, Kept>();

function keptOf(page: Page, settings: Settings): Kept {
  let entry = kept.get(page);
  if (entry === undefined || entry.settings !== settings) {
    const findings = findingsOf(page).filter((finding) => isShown(finding, settings));
    entry = { settings, findings, uri: '', line: -1, diagnostics: undefined };
    kept.set(page, entry);
  }
  return entry;
}

function shownOn(page: Page, settings: Settings): readonly Finding[] {
  return keptOf(page, settings).findings;
}

function diagnosticsOn(
  uri: string,
  placed: PlacedPage,
  findings: readonly Finding[],
  session: Session,
): readonly Diagnostic[] {
  const entry = keptOf(placed.page, session.settings);
  if (entry.diagnostics === undefined || entry.line !== placed.line || entry.uri !== uri) {
    entry.diagnostics = findings.map((finding) => diagnosticOf(uri, placed, finding, session));
    entry.line = placed.line;
    entry.uri = uri;
  }
  return entry.diagnostics;
}

/** One finding as a diagnostic. */
export function diagnosticOf(uri: string, placed: PlacedPage, finding: Finding, session: Session): Diagnostic {
  const { code, certainty } = finding;
  const chosen = session.settings.severity[code] as Severity | undefined;
  const usual = ruleOf(code).severity;
  const severity = chosen ?? (usual === 'warning' && certainty < certain ? 'information' : usual);
  const result: Diagnostic = {
    range: rangeOf(placed, finding.span),
    severity: severities[severity],
    code,
    source: 'broadsheet',
    message: say(finding.message, placed.line),
    data: { context: finding.context },
  };
  if (finding.related.length > 0) {
    result.relatedInformation = finding.related.map(({ span, message: words }) => ({
      location: { uri, range: rangeOf(placed, span) },
      message: say(words, placed.line),
    }));
  }
  if (session.manual !== undefined) result.codeDescription = { href: `${session.manual}#${code}` };
  return result;
}
