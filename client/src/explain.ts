import * as vscode from 'vscode';

const scheme = 'broadsheet-code';
const command = 'broadsheet.explain';

/** The link behind a finding's code: opens what the README says about it. */
export function explanationOf(code: string): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([code]))}`);
}

/** Findings whose codes lead to their explanation within the editor: a web address would need a network. */
export function explained(diagnostics: vscode.Diagnostic[]): vscode.Diagnostic[] {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    if (typeof code === 'object') diagnostic.code = { value: code.value, target: explanationOf(String(code.value)) };
  }
  return diagnostics;
}

export function registerExplanations(extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => sectionOf(await readme(extension), path.slice(1, -'.md'.length)),
    }),
    vscode.commands.registerCommand(command, async (code: string) => {
      const uri = vscode.Uri.from({ scheme, path: `/${code}.md` });
      try {
        await vscode.commands.executeCommand('markdown.showPreview', uri);
      } catch {
        await vscode.window.showTextDocument(uri); // an editor without its Markdown extension
      }
    }),
  );
}

/** The package has it in lower case. */
async function readme(extension: vscode.Uri): Promise<string> {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, name));
  return new TextDecoder().decode(await read('README.md').then(undefined, () => read('readme.md')));
}

/** From the heading that is the code to the next heading as high, or the whole text where there is none. */
export function sectionOf(markdown: string, code: string): string {
  const lines = markdown.split(/\r?\n/u);
  const first = lines.findIndex((line) => /^#+ /u.test(line) && line.replace(/[#`\s]/gu, '') === code);
  if (first < 0) return markdown;
  const level = lines[first]!.indexOf(' ');
  const length = lines.slice(first + 1).findIndex((line) => /^#+ /u.test(line) && line.indexOf(' ') <= level);
  return `${lines.slice(first, length < 0 ? undefined : first + 1 + length).join('\n')}\n`;
}
