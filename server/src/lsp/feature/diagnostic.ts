import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { certain, type Finding, findingsOf, type PlacedPage, ruleOf, type Severity } from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import type { Settings } from '../../workspace/settings.ts';
import { rangeOf } from '../convert.ts';
import type { Feature, Session } from '../session.ts';
import { say } from '../translate.ts';

/** What VS Code shows of one file; the certain findings come first where there are more. */
export const shownFindings = 1000;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a dump, when the client asks for them. */
export const diagnostic: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = (dump, _params, session) => ({
  kind: DocumentDiagnosticReportKind.Full,
  items: diagnosticsOf(dump, session),
});

/** The findings of a dump as the client shows them. */
export function diagnosticsOf(dump: Dump, session: Session): Diagnostic[] {
  if (!session.settings.enable) return [];
  const shown = dump.issue.pages.flatMap((placed) =>
    findingsOf(placed.page)
      .filter((finding) => isShown(finding, session.settings))
      .map((finding) => ({ placed, finding })),
  );
  if (shown.length > shownFindings) {
    shown.sort((a, b) => b.finding.certainty - a.finding.certainty);
    shown.length = shownFindings;
  }
  return shown.map(({ placed, finding }) => diagnosticOf(dump.uri, placed, finding, session));
}

/** Whether the reader wants to see findings of this code. */
export function isShown({ code }: Finding, { severity }: Settings): boolean {
  return severity[code] !== 'off';
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
    result.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri, range: rangeOf(placed, span) },
      message: say(message, placed.line),
    }));
  }
  if (session.manual !== undefined) result.codeDescription = { href: `${session.manual}#${code}` };
  return result;
}
