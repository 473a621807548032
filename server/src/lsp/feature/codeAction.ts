import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Code,
  type Fix,
  findingsOf,
  fixAllChanges,
  type Keep,
  message,
  type PlacedPage,
  ruleOf,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { isShown, type Settings, severityOfEncoding } from '../../workspace/settings.ts';
import { editsOf, pagesIn, rangeOf, touches } from '../convert.ts';
import { encodingOf } from '../encoding.ts';
import { fixAllKind } from '../greeting.ts';
import type { Feature, Session } from '../session.ts';
import { say } from '../translate.ts';
import { acrossFindings } from './acrossFiles.ts';
import { type Found, ignoreActions, ignoreKind } from './ignore.ts';
import { fatesOfJumps } from './jumpFates.ts';

/** What can be done about the findings at a place, and about all of the dump. */
export const codeAction: Feature<CodeActionParams, CodeAction[]> = async (dump, { range, context }, session) => {
  const settings = session.settingsOf(dump.uri);
  if (!settings.enable) return [];
  if (severityOfEncoding(settings) !== undefined && encodingOf(dump) !== undefined) {
    // nothing else is said of a text that is not there yet
    const diagnostics = context.diagnostics.filter((item) => codeOf(item) === 'suspect-encoding');
    return diagnostics.length > 0 && wants(context.only, CodeActionKind.QuickFix)
      ? ignoreKind(dump, 'suspect-encoding', diagnostics, session)
      : [];
  }
  const fateOf = await fatesOfJumps(dump, session);
  const isLed: IsLed = (finding) => fateOf(finding) === 'led';
  const actions: CodeAction[] = [];
  const found: Found[] = [];
  const codes = new Set<Code>();
  if (wants(context.only, CodeActionKind.QuickFix)) {
    const named = (code: Code, marked: Range) =>
      context.diagnostics.filter((item) => codeOf(item) === code && same(item.range, marked));
    for (const placed of pagesIn(dump.issue, range)) {
      for (const finding of findingsOf(placed.page)) {
        if (!isShown(placed.page, finding, settings)) continue;
        const marked = rangeOf(placed, finding.span);
        if (!touches(marked, range)) continue;
        if (isLed({ code: finding.code, range: marked })) continue;
        codes.add(finding.code);
        const diagnostics = named(finding.code, marked);
        for (const fix of ruleOf(finding.code).fixes(placed.page, finding, settings)) {
          actions.push({ ...quickFix(dump, placed, fix, session), diagnostics });
        }
        found.push({ placed, finding, diagnostics });
      }
    }
    for (const { placed, finding, diagnostic } of await acrossFindings(dump, session)) {
      if (!touches(diagnostic.range, range)) continue;
      found.push({ placed, finding, diagnostics: named(finding.code, diagnostic.range) });
    }
  }
  for (const code of codes) actions.push(...kindFix(dump, code, settings, isLed));
  actions.push(...ignoreActions(dump, found, session));
  // never offered unasked: it would stand in every light bulb
  if (context.only !== undefined && wants(context.only, fixAllKind)) {
    const edits = fixAllEdits(dump, session);
    if (edits.length > 0) {
      actions.push({
        title: say(message('Join every certain continuation and remove every repeated headline')),
        kind: fixAllKind,
        edit: workspaceEdit(dump, edits),
      });
    }
  }
  return actions;
};

/** Whether a jump line leads on from what a finding tells of, so that it is none. */
type IsLed = (finding: { readonly code: Code; readonly range: Range }) => boolean;

/** What mends every finding of a code, where there are several. */
function kindFix(dump: Dump, code: Code, settings: Settings, isLed: IsLed): CodeAction[] {
  const { fixKind } = ruleOf(code);
  if (fixKind === undefined) return [];
  let count = 0;
  const edits = dump.issue.pages.flatMap((placed) => {
    const findings = findingsOf(placed.page).filter(
      (item) =>
        item.code === code &&
        isShown(placed.page, item, settings) &&
        !isLed({ code, range: rangeOf(placed, item.span) }),
    );
    count += findings.length;
    return findings.length === 0 ? [] : editsOf(placed, fixKind.changes(placed.page, findings, settings));
  });
  if (count < 2) return [];
  return [{ title: say(fixKind.title), kind: CodeActionKind.QuickFix, edit: workspaceEdit(dump, edits) }];
}

/** Every preferred fix of a dump as one set of edits. */
export function fixAllEdits(dump: Dump, session: Session): TextEdit[] {
  const settings = session.settingsOf(dump.uri);
  const keep: Keep = (finding, page) => isShown(page, finding, settings);
  return dump.issue.pages.flatMap((placed) => editsOf(placed, fixAllChanges(placed.page, keep)));
}

function quickFix(dump: Dump, placed: PlacedPage, fix: Fix, session: Session): CodeAction {
  const title = say(fix.title, placed.line);
  const edits = editsOf(placed, fix.changes);
  const annotates = session.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred,
    edit: fix.moves && annotates ? annotatedEdit(dump, edits, title) : workspaceEdit(dump, edits),
  };
}

function workspaceEdit({ uri, version }: Dump, edits: TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

function annotatedEdit({ uri, version }: Dump, edits: TextEdit[], label: string): WorkspaceEdit {
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: edits.map((edit) => ({ ...edit, annotationId: 'move' })) },
    ],
    changeAnnotations: { move: { label } },
  };
}

/** Whether a client that asks for `only` these kinds (all, where it does not say) asks for `kind`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

function codeOf(item: { code?: unknown }): unknown {
  return typeof item.code === 'object' && item.code !== null ? (item.code as { value: unknown }).value : item.code;
}

function same(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
