import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver/node';
import { ContentReader } from '../../server/src/lsp/messageReader.node.ts';

function framed(message: unknown, isLong = false): Buffer {
  const content = Buffer.from(JSON.stringify(message));
  const type = isLong ? 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n' : '';
  return Buffer.concat([Buffer.from(`${type}Content-Length: ${content.length}\r\n\r\n`), content]);
}

/** What a reader makes of bytes that come in pieces. */
function read(pieces: readonly Buffer[]): { messages: Message[]; errors: string[] } {
  const stream = new PassThrough();
  const reader = new ContentReader(stream);
  const messages: Message[] = [];
  const errors: string[] = [];
  reader.onError(({ message }) => errors.push(message));
  const listening = reader.listen((message) => messages.push(message));
  for (const piece of pieces) stream.emit('data', piece);
  listening.dispose();
  stream.emit('data', framed({ late: true }));
  return { messages, errors };
}

test('messages are read as they were sent, wherever their bytes are parted', () => {
  const sent = fc.array(
    fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => ({ text })),
      fc.boolean(),
    ),
  );
  fc.assert(
    fc.property(sent, fc.array(fc.nat()), (all, cuts) => {
      const bytes = Buffer.concat(all.map(([message, isLong]) => framed(message, isLong)));
      const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
      assert.deepEqual(read(pieces), { messages: all.map(([message]) => message), errors: [] });
    }),
  );
});

test('what is no message is told of, and those behind it are read', () => {
  const { messages, errors } = read([
    Buffer.from('X: 1\r\n\r\n'),
    Buffer.from('Content-Length: 2\r\n\r\n{]'),
    framed({ id: 1 }),
  ]);
  assert.equal(errors.length, 2);
  assert.deepEqual(messages, [{ id: 1 }]);
});
