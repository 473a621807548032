import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import {
  type Code,
  type FileCode,
  type Finding,
  fingerprintOf,
  type Message,
  message,
  type PlacedPage,
} from '../../newspaper/index.ts';
import type { Ignored } from '../../workspace/config.ts';
import { ignoreChanges, newConfig } from '../../workspace/configEdit.ts';
import type { Obeyed } from '../../workspace/configs.ts';
import type { Dump } from '../../workspace/dump.ts';
import { literalGlob } from '../../workspace/glob.ts';
import { textEditsOf } from '../convert.ts';
import { holdCommand } from '../greeting.ts';
import type { Session } from '../session.ts';
import { say } from '../translate.ts';

/** A finding that an action is asked for. */
export interface Found {
  readonly placed: PlacedPage;
  readonly finding: Finding;
  readonly diagnostics: Diagnostic[];
}

/**
 * For each finding: ignore this one, its kind in this file, its kind in this folder. Each writes one entry into the
 * folder's `.broadsheet.json`; in a dump outside of every folder it is held until the session ends.
 */
export function ignoreActions(dump: Dump, found: readonly Found[], session: Session): CodeAction[] {
  const obeyed = session.configs.of(dump.uri);
  const actions: CodeAction[] = [];
  const kinds = new Map<Code, Diagnostic[]>();
  for (const { placed, finding, diagnostics } of found) {
    const entry = { code: finding.code, hash: fingerprintOf(placed.page, finding), note: noteOf(finding) };
    actions.push(...offer(titleOfOne(finding, obeyed), entry, diagnostics, obeyed, session));
    kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), ...diagnostics]);
  }
  for (const [code, diagnostics] of kinds) actions.push(...ignoreKind(dump, code, diagnostics, session));
  return actions;
}

/** Ignores all findings of a code, in this file or in this folder. */
export function ignoreKind(
  dump: Dump,
  code: Code | FileCode,
  diagnostics: Diagnostic[],
  session: Session,
): CodeAction[] {
  const obeyed = session.configs.of(dump.uri);
  const inFile = { code, file: literalGlob(obeyed.path) };
  if (obeyed.uri === undefined) {
    const title = message('Ignore “{0}” in this file until the editor closes', code);
    return offer(title, inFile, diagnostics, obeyed, session);
  }
  return [
    ...offer(message('Ignore “{0}” in this file', code), inFile, diagnostics, obeyed, session),
    ...offer(message('Ignore “{0}” in this folder', code), { code }, diagnostics, obeyed, session),
  ];
}

function titleOfOne({ code }: Finding, { uri }: Obeyed): Message {
  if (code === 'split-paragraph') {
    return uri === undefined
      ? message('These do not belong together: ignore this one until the editor closes')
      : message('These do not belong together: ignore this one');
  }
  return uri === undefined ? message('Ignore this one until the editor closes') : message('Ignore this one');
}

/** The words by which a reader of `.broadsheet.json` knows what is ignored. */
function noteOf({ context }: Finding): string {
  return context.replace(/[\r\n\t]+/gu, ' ').slice(0, 60);
}

function offer(
  title: Message,
  entry: Ignored,
  diagnostics: Diagnostic[],
  { uri, read }: Obeyed,
  session: Session,
): CodeAction[] {
  const action = { title: say(title), kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false };
  if (uri === undefined) {
    return [{ ...action, command: { title: action.title, command: holdCommand, arguments: [entry] } }];
  }
  const edit = read === undefined ? creation(uri, entry, session) : addition(uri, read.text, entry);
  return edit === undefined ? [] : [{ ...action, edit }];
}

/** Undefined where the file is no JSON, which its own diagnostic says, or where the entry is there already. */
function addition(uri: string, text: string, entry: Ignored): WorkspaceEdit | undefined {
  const changes = ignoreChanges(text, entry);
  if (changes === undefined || changes.length === 0) return undefined;
  return { documentChanges: [{ textDocument: { uri, version: null }, edits: textEditsOf(text, changes) }] };
}

function creation(uri: string, entry: Ignored, session: Session): WorkspaceEdit | undefined {
  const operations = session.capabilities.workspace?.workspaceEdit?.resourceOperations ?? [];
  if (!operations.includes('create')) return undefined;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: newConfig(entry) }] },
    ],
  };
}
