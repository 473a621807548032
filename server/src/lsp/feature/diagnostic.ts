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
  isEqual,
  message,
  type Page,
  type PlacedPage,
  type Severity,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { Turns } from '../../workspace/pause.ts';
import { isShown, type Settings, severityOf, severityOfEncoding } from '../../workspace/settings.ts';
import { inChunks } from '../chunks.ts';
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

/** The findings of a dump by page; a list is the same object for as long as it says the same. */
export type Chunks = readonly (readonly Diagnostic[])[];

/** What a client was last answered about a dump. */
interface Answered {
  readonly resultId: string;
  readonly chunks: Chunks;
}

const answered = new WeakMap<Dump, Answered>();
let answers = 0;

/** A dump's findings as the answer to a client that asks for them; that nothing changed is all that is said where nothing did. */
export function diagnosticReport(
  dump: Dump,
  { previousResultId }: Pick<DocumentDiagnosticParams, 'previousResultId'>,
  chunks: Chunks,
): DocumentDiagnosticReport {
  const last = answered.get(dump);
  if (last !== undefined && last.resultId === previousResultId && isEqual(chunks, last.chunks)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.resultId };
  }
  const resultId = String(++answers);
  answered.set(dump, { resultId, chunks });
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: inChunks(chunks) };
}

/** What a client was last answered, for a dump that is not to be checked now. */
export function lastReport(dump: Dump, { previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport {
  const last = answered.get(dump);
  if (last === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, chunks } = last;
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: inChunks(chunks) };
}

/** The findings of a dump as the client shows them, by page; pages without any are left out. */
export function diagnosticsOf(dump: Dump, session: Session): Chunks {
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable) return [];
  const misread = encodingDiagnostic(dump, settings);
  // what is wrong with a text that is not there yet would only mislead
  if (misread !== undefined) return [[misread]];
  const chunks: (readonly Diagnostic[])[] = [];
  let all = 0;
  for (const placed of dump.issue.pages) {
    const { length } = shownOn(placed.page, settings);
    if (length === 0) continue;
    all += length;
    chunks.push(diagnosticsOn(dump.uri, placed, settings, session));
  }
  return withoutTyped(dump, all > shownFindings ? theMostCertain(chunks, all) : chunks, session);
}

/** Finds what is wrong on every page before {@link diagnosticsOf} asks, with pauses; stops halfway where `isCancelled`. */
export async function lookThrough(dump: Dump, session: Session, isCancelled: () => boolean): Promise<void> {
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable) return;
  const turns = new Turns();
  for (const { page } of dump.issue.pages) {
    shownOn(page, settings);
    if (!turns.over) continue;
    await turns.next();
    if (isCancelled()) return;
  }
}

/** As many findings as are shown: the certain ones first, in the last place one that counts those left out. */
function theMostCertain(chunks: Chunks, all: number): Chunks {
  const chosen: (readonly Diagnostic[])[] = [];
  let room = shownFindings - 1;
  for (const part of ['sure', 'unsure'] as const) {
    for (const chunk of chunks) {
      if (room <= 0) break;
      const items = byCertainty(chunk)[part];
      if (items.length === 0) continue;
      chosen.push(items.length <= room ? items : items.slice(0, room));
      room -= items.length;
    }
  }
  const more: Diagnostic = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: 'broadsheet',
    message: say(
      message('{0} further findings are left out; they show as those before them are mended.', all - shownFindings + 1),
    ),
  };
  return [...chosen, [more]];
}

/** What says of a sentence that it is not finished; not said while it is being written. */
const unfinished = new Set<unknown>(['split-paragraph', 'lost-continuation']);

function withoutTyped(dump: Dump, chunks: Chunks, session: Session): Chunks {
  const position = dump.typing(performance.now());
  if (position === undefined) return chunks;
  const isTyped = ({ code, range: { end } }: Diagnostic): boolean =>
    end.line === position.line && end.character === position.character && unfinished.has(code);
  if (!chunks.some((chunk) => chunk.some(isTyped))) return chunks;
  session.checkAfterTyping();
  return chunks.map((chunk) => (chunk.some(isTyped) ? chunk.filter((item) => !isTyped(item)) : chunk));
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

/** The findings that a list of diagnostics was made of, in its order. */
const findingsBehind = new WeakMap<readonly Diagnostic[], readonly Finding[]>();

interface ByCertainty {
  readonly sure: readonly Diagnostic[];
  readonly unsure: readonly Diagnostic[];
}

const parted = new WeakMap<readonly Diagnostic[], ByCertainty>();

/** The findings of a page that are certain, and those that are not; the same lists for as long as the list of both is. */
function byCertainty(diagnostics: readonly Diagnostic[]): ByCertainty {
  let parts = parted.get(diagnostics);
  if (parts === undefined) {
    const findings = findingsBehind.get(diagnostics)!;
    const isSure = (_: unknown, place: number): boolean => findings[place]!.certainty >= certain;
    parts = {
      sure: diagnostics.filter(isSure),
      unsure: diagnostics.filter((item, place) => !isSure(item, place)),
    };
    parted.set(diagnostics, parts);
  }
  return parts;
}

function diagnosticsOn(uri: string, placed: PlacedPage, settings: Settings, session: Session): readonly Diagnostic[] {
  const entry = keptOf(placed.page, settings);
  if (entry.diagnostics === undefined || entry.line !== placed.line || entry.uri !== uri) {
    const { findings } = entry;
    const diagnostics = findings.map((finding) => diagnosticOf(uri, placed, finding, settings, session));
    findingsBehind.set(diagnostics, findings);
    entry.diagnostics = diagnostics;
    entry.line = placed.line;
    entry.uri = uri;
  }
  return entry.diagnostics;
}

/** What was made of a finding for one place and reader. */
interface Made {
  readonly uri: string;
  readonly settings: Settings;
  /** The line of the dump in which its page begins. */
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

/** By what a finding says: as long as that is the same object it is found again in the same lines, see `findingsKept`. */
const made = new WeakMap<Finding['message'], Made>();

/** One finding as a diagnostic. */
export function diagnosticOf(
  uri: string,
  placed: PlacedPage,
  finding: Finding,
  settings: Settings,
  session: Session,
): Diagnostic {
  const known = made.get(finding.message);
  if (known?.uri === uri && known.settings === settings && known.line === placed.line) return known.diagnostic;
  const { code } = finding;
  const result: Diagnostic = {
    range: rangeOf(placed, finding.span),
    severity: severities[severityOf(finding, settings)],
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
  made.set(finding.message, { uri, settings, line: placed.line, diagnostic: result });
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
