import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { rehearseWith } from '../../server/src/rehearsal.node.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));
const sample = fileURLToPath(new URL('../fixture/sample.dump.txt', import.meta.url));
const params = { processId: null, rootUri: null, capabilities: {} };

type Said = Message & { method?: string; params?: unknown; error?: unknown };

/** Writes down what client and server say to each other. */
function listening() {
  const said: Said[] = [];
  const connect = (input: Readable, output: Writable) => {
    const reader = new StreamMessageReader(input);
    const writer = new StreamMessageWriter(output);
    const listen = reader.listen.bind(reader);
    reader.listen = (callback) =>
      listen((message) => {
        said.push(message);
        callback(message);
      });
    const write = writer.write.bind(writer);
    writer.write = (message) => {
      said.push(message);
      return write(message);
    };
    return createConnection(reader, writer);
  };
  return { said, connect };
}

test('a rehearsal takes back all that it types, and every question is answered', async () => {
  const { said, connect } = listening();
  await rehearseWith(sample, params, { connect, heard: () => 0, isBusy: () => false });
  const text = readFileSync(sample, 'utf8');
  const document = TextDocument.create('rehearsal:', 'newspaper', 0, text);
  let keys = 0;
  for (const { method, params } of said) {
    if (method !== 'textDocument/didChange') continue;
    keys++;
    TextDocument.update(
      document,
      (params as { contentChanges: TextDocumentContentChangeEvent[] }).contentChanges,
      keys,
    );
    assert.ok(keys % 2 === 0 || document.getText() !== text, 'it does type something');
  }
  assert.ok(keys >= 100);
  assert.equal(document.getText(), text);
  const asked = said.filter((message) => 'id' in message && 'method' in message);
  const answered = said.filter((message) => 'id' in message && !('method' in message));
  assert.equal(answered.length, asked.length);
  assert.deepEqual(
    answered.filter(({ error }) => error !== undefined),
    [],
  );
});

test('a rehearsal waits as long as the client speaks or a dump of its is read', async () => {
  const { said, connect } = listening();
  const opened = () => said.some(({ method }) => method === 'textDocument/didOpen');
  const looks = { speaks: 4, reads: 4 };
  await rehearseWith(sample, params, {
    connect,
    heard: () => {
      if (looks.speaks-- <= 0) return 0;
      assert.ok(!opened(), 'the client has just spoken');
      return performance.now();
    },
    isBusy: () => {
      if (looks.speaks > 0 || looks.reads-- <= 0) return false;
      assert.ok(!opened(), 'a dump is being read');
      return true;
    },
  });
  assert.ok(looks.speaks < 0 && looks.reads < 0);
  assert.ok(opened());
});
