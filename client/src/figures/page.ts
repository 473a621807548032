import * as vscode from 'vscode';
import { wordsOfView } from './words.ts';

/**
 * The view before it has any rows. Only the one script and the one style sheet of this extension may run in it, and
 * nothing of a dump is ever part of it: rows are sent as data and shown as text.
 */
export function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const at = (file: string) => attribute(webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString());
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  const words = wordsOfView();
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(words.title)}</title>
<link nonce="${nonce}" rel="stylesheet" href="${at('figures.css')}">
</head>
<body data-words="${attribute(JSON.stringify(words))}">
<script nonce="${nonce}" src="${at('figures.js')}"></script>
</body>
</html>
`;
}

/** Text as the value of an attribute in quotes, or between tags. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
