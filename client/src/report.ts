import * as vscode from 'vscode';
import type { Host } from './activate.ts';
import { type Server, settings } from './server.ts';

/** The text of a problem report: versions and changed settings, and nothing of the reader's own text. It is sent nowhere. */
export function problemReport(extension: vscode.Extension<unknown>, host: Host, server: Server): string {
  const { version, contributes } = extension.packageJSON as {
    version: string;
    contributes: { configuration: { properties: object } };
  };
  const names = Object.keys(contributes.configuration.properties).map((name) => name.replace(/^broadsheet\./u, ''));
  const changed = names.flatMap((name) => {
    const at = settings().inspect(name);
    const set = at?.workspaceFolderValue ?? at?.workspaceValue ?? at?.globalValue;
    return set === undefined ? [] : [`- broadsheet.${name}: \`${JSON.stringify(set)}\``];
  });
  const where = vscode.env.remoteName ? `, ${vscode.env.remoteName}` : '';
  const kind = vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop';
  return [
    `# ${vscode.l10n.t('Problem with Broadsheet')}`,
    '',
    `## ${vscode.l10n.t('What happened, and what should have happened')}`,
    '',
    '',
    `## ${vscode.l10n.t('The lines of the dump that show it')}`,
    '',
    '```text',
    '',
    '```',
    '',
    `## ${vscode.l10n.t('Versions')}`,
    '',
    `- Broadsheet ${version} (${server.info ?? vscode.l10n.t('server not started')}; ${server.state})`,
    `- ${vscode.env.appName} ${vscode.version} (${kind}${where}), ${vscode.env.language}`,
    `- ${host.machine}`,
    ...changed,
    '',
  ].join('\n');
}
