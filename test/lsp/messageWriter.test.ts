import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { inChunks } from '../../server/src/lsp/chunks.ts';
import { bytesOf, ChunkWriter } from '../../server/src/lsp/messageWriter.node.ts';

const texts = fc.string({ unit: 'grapheme' });
const chunks = fc.array(fc.array(fc.oneof(fc.jsonValue(), texts), { maxLength: 4 }), { maxLength: 5 });
const holders = fc.constantFrom(
  (list: unknown) => ({ result: list }),
  (list: unknown) => ({ result: { kind: 'full', items: list, resultId: '7' } }),
  (list: unknown) => ({ method: 'textDocument/publishDiagnostics', params: { uri: 'a', diagnostics: list } }),
);

test('a message with a list in pieces is the JSON that it would be of one piece', () => {
  fc.assert(
    fc.property(chunks, holders, texts, (pieces, holder, id) => {
      const message = { jsonrpc: '2.0', id, ...holder(inChunks(pieces)) };
      // the second time pieces are written as they were the first time
      for (let time = 0; time < 2; time++) {
        assert.equal(
          Buffer.concat(bytesOf(message)).toString(),
          JSON.stringify({ ...message, ...holder(pieces.flat()) }),
        );
      }
    }),
  );
});

test('what is written is read as it was, whatever its size', async () => {
  const stream = new PassThrough();
  const reader = new StreamMessageReader(stream);
  const writer = new ChunkWriter(stream);
  const messages = [
    { jsonrpc: '2.0', id: 1, result: inChunks([[{ name: '青石市' }], [], [{ name: 'x'.repeat(100_000) }]]) },
    { jsonrpc: '2.0', method: 'a', params: { text: '𠮷' } },
    { jsonrpc: '2.0', id: 2, result: null },
  ];
  const read: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    reader.listen((message) => {
      read.push(message);
      if (read.length === messages.length) resolve();
    });
  });
  for (const message of messages) void writer.write(message);
  await all;
  assert.deepEqual(read, messages);
});
