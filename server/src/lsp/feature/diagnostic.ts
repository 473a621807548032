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
  type Severity,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { isShown, type Settings, severityOf, severityOfEncoding } from '../../workspace/settings.ts';
import { rangeOf } from '../convert.ts';
import { encodingOf, encodingWords } from '../encoding.ts';
import type { Session } from '../session.ts';
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

/** A dump's findings as the answer to a client that asks for them; that nothing changed is all that is said where nothing did. */
export function diagnosticReport(
  dump: Dump,
  { previousResultId }: DocumentDiagnosticParams,
  items: Diagnostic[],
): DocumentDiagnosticReport {
  const last = answered.get(dump);
  if (last !== undefined && last.resultId === previousResultId && areEqual(items, last.items)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.resultId };
  }
  const resultId = String(++answers);
  answered.set(dump, { resultId, items });
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** What a client was last answered, for a dump that is not to be checked now. */
export function lastReport(dump: Dump, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport {
  const last = answered.get(dump);
  if (last === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, items } = last;
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

function areEqual(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((item, i) => item === others[i] || JSON.stringify(item) === JSON.stringify(others[i]));
}

/** The findings of a dump as the client shows them. */
export function diagnosticsOf(dump: Dump, session: Session): Diagnostic[] {
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable) return [];
  const misread = encodingDiagnostic(dump, settings);
  // what is wrong with a text that is not there yet would only mislead
  if (misread !== undefined) return [misread];
  const items: Diagnostic[] = [];
  let room = shownFindings;
  let more = 0;
  const { pages } = dump.issue;
  let all = 0;
  for (const { page } of pages) all += shownOn(page, settings).length;
  for (const sure of all > shownFindings ? [true, false] : [undefined]) {
    for (const placed of pages) {
      const findings = shownOn(placed.page, settings);
      if (findings.length === 0) continue;
      const diagnostics = diagnosticsOn(dump.uri, placed, findings, settings, session);
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
  return withoutTyped(dump, items, session);
}

/** What says of a sentence that it is not finished; not said while it is being written. */
const unfinished = new Set<unknown>(['split-paragraph', 'lost-continuation']);

function withoutTyped(dump: Dump, items: Diagnostic[], session: Session): Diagnostic[] {
  const position = dump.typing(performance.now());
  if (position === undefined) return items;
  const kept = items.filter(
    ({ code, range: { end } }) =>
      !(unfinished.has(code) && end.line === position.line && end.character === position.character),
  );
  if (kept.length < items.length) session.checkAfterTyping();
  return kept;
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
    const findings = findingsOf(page).filter((finding) => isShown(page, finding, settings));
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
  settings: Settings,
  session: Session,
): readonly Diagnostic[] {
  const entry = keptOf(placed.page, settings);
  if (entry.diagnostics === undefined || entry.line !== placed.line || entry.uri !== uri) {
    entry.diagnostics = findings.map((finding) => diagnosticOf(uri, placed, finding, session));
    entry.line = placed.line;
    entry.uri = uri;
  }
  return entry.diagnostics;
}

/** One finding as a diagnostic. */
export function diagnosticOf(uri: string, placed: PlacedPage, finding: Finding, session: Session): Diagnostic {
  const { code } = finding;
  const result: Diagnostic = {
    range: rangeOf(placed, finding.span),
    severity: severities[severityOf(finding, session.settingsOf(uri))],
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

/** Says of a text that was read in the wrong encoding which one is right; the client can reopen it by `data`. */
function encodingDiagnostic(dump: Dump, settings: Settings): Diagnostic | undefined {
  const severity = severityOfEncoding(settings);
  const suspect = severity && encodingOf(dump);
  if (!suspect) return undefined;
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    severity: severities[severity],
    code: 'suspect-encoding',
    source: 'broadsheet',
    message: say(encodingWords(suspect)),
    data: { encoding: suspect.written },
  };
}
