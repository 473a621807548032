import * as vscode from 'vscode';
import {
  type FindDumpsParams,
  findDumpsRequest,
  type ReadDumpParams,
  type ReadDumpResult,
  type ReadFileParams,
  type ReadFileResult,
  readDumpRequest,
  readFileRequest,
} from '../../server/src/protocol.ts';

/** Files larger than this are not read for the index, in bytes. */
const largest = 50_000_000;

/** What the server asks where it cannot read files itself, by the request's name. */
export const fileRequests: Readonly<Record<string, (params: never) => Promise<unknown>>> = {
  [readFileRequest]: async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const { text } = await readText(vscode.Uri.parse(uri));
    return { text };
  },
  [readDumpRequest]: async ({ uri }: ReadDumpParams): Promise<ReadDumpResult> => {
    const { text, bytes } = await readText(vscode.Uri.parse(uri));
    return text?.includes('\ufffd') && bytes ? { text, bytes: base64(bytes) } : { text };
  },
  [findDumpsRequest]: async ({ folder, include, exclude }: FindDumpsParams): Promise<string[]> => {
    const root = vscode.Uri.parse(folder);
    const found = new Set<string>();
    for (const glob of include) {
      const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), braces(exclude));
      for (const uri of uris) found.add(uri.toString());
    }
    return [...found];
  },
};

/** Only files inside of a workspace folder are read; null for others, and for what is gone or no text. */
async function readText(uri: vscode.Uri): Promise<{ text: string | null; bytes?: Uint8Array }> {
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return { text: null };
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largest) return { text: null };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: await vscode.workspace.decode(bytes, { uri }), bytes };
  } catch {
    return { text: null };
  }
}

function braces(globs: readonly string[]): string | null {
  return globs.length === 0 ? null : globs.length === 1 ? globs[0]! : `{${globs.join(',')}}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  const most = 0x8000; // arguments of one call
  for (let at = 0; at < bytes.length; at += most) text += String.fromCharCode(...bytes.subarray(at, at + most));
  return btoa(text);
}
