import type { MessageConnection } from 'vscode-languageserver';

/** A client of its own that a server is tried out by. */
export interface Rehearsal {
  /** The client's end of a connection that the server serves, not listening yet. */
  readonly client: MessageConnection;
  /** What is opened and edited: a dump of a page or so with flaws of every kind. */
  readonly text: string;
  /** Resolves when nobody waits for the server. */
  readonly quiet: () => Promise<void>;
}

/** As many keys are struck and taken back. */
const keys = 250;
/** After so many keys the rest of what an editor asks is asked too. */
const keysBetween = 25;
/** Keys that readers strike, of every kind that matters to the reading of a text. */
const struck = ['，', '1', '万', '。', '人', '2', '年', 'a'];
/** Lines that are text, in UTF-16 code units, and how near to their ends no key is struck: most typing is within. */
const textual = { length: 60, margin: 16 } as const;

const uri = 'rehearsal:sample.dump.txt';
const textDocument = { uri };

/**
 * Opens a dump, types in it and asks what an editor asks, once, while nobody waits. What a key takes is mostly code that
 * runs for the first time: until it is compiled, an answer takes three times as long. A reader who begins to type finds it
 * compiled.
 */
export async function rehearse({ client, text, quiet }: Rehearsal): Promise<void> {
  client.listen();
  await client.sendNotification('initialized', {});
  await quiet();
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'newspaper', version: 0, text },
  });
  await askAfterKey(client);
  const lines = text.split(/\r\n?|\n/u);
  const texts = lines.flatMap(({ length }, line) => (length > textual.length ? [line] : []));
  for (let key = 0; key < keys; key++) {
    await quiet();
    // three in four within a text, the others anywhere
    const line = key % 4 > 0 && texts.length > 0 ? texts[key % texts.length]! : (key * 7) % lines.length;
    const { length } = lines[line]!;
    const margin = length > textual.length ? textual.margin : 0;
    const start = { line, character: margin + ((key * 13) % (length - 2 * margin + 1)) };
    await edit(client, 2 * key + 1, { start, end: start }, struck[key % struck.length]!);
    await edit(client, 2 * key + 2, { start, end: { line, character: start.character + 1 } }, '');
    if (key % keysBetween === 0) await askAll(client, start, lines.length);
  }
}

async function edit(client: MessageConnection, version: number, range: object, text: string): Promise<void> {
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text }],
  });
  await askAfterKey(client);
}

/** What an editor asks after every key. */
async function askAfterKey(client: MessageConnection): Promise<void> {
  await Promise.all([
    client.sendRequest('textDocument/documentSymbol', { textDocument }),
    client.sendRequest('textDocument/diagnostic', { textDocument }),
  ]);
}

/** What it asks besides. */
async function askAll(client: MessageConnection, position: object, lines: number): Promise<void> {
  const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    client.sendRequest(`textDocument/${method}`, { textDocument, ...params });
  await ask('hover', { position });
  await ask('documentHighlight', { position });
  await ask('selectionRange', { positions: [position] });
  await ask('codeAction', { range, context: { diagnostics: [], triggerKind: 2 } });
  await ask('inlayHint', { range });
  await ask('semanticTokens/full');
  await ask('foldingRange');
  await ask('documentLink');
}
