import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { chunksOf } from './chunks.ts';

/** Room that is kept for messages, at least and at most, in bytes. */
const leastRoom = 1 << 16;
const mostRoom = 1 << 22;

/**
 * Writes messages to a pipe or socket, which is done with the bytes when it calls back, as the protocol's base frames them. Unlike the library's writer it writes again what it
 * wrote of a piece before ({@link chunksOf}), and a message at once: most of a large answer is the same after a key, and
 * a write costs more than the work for a small one.
 */
export class ChunkWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;
  private failures = 0;
  /** Room for a message, and whether nothing is being written from it. */
  private joined: Buffer | undefined;
  private isFree = true;

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const parts = bytesOf(message);
    let length = 0;
    for (const part of parts) length += part.length;
    const header = Buffer.from(`Content-Length: ${length}\r\n\r\n`, 'ascii');
    return new Promise((resolve, reject) => {
      const bytes = this.join([header, ...parts], header.length + length);
      this.stream.write(bytes, (error) => {
        if (this.joined?.buffer === bytes.buffer) this.isFree = true;
        this.written(message, error, resolve, reject);
      });
    });
  }

  /** All parts in one buffer, which is the same one for as long as what was written before is gone. */
  private join(parts: readonly Buffer[], length: number): Buffer {
    let target = this.joined;
    if (!this.isFree || target === undefined || target.length < length) {
      target = Buffer.allocUnsafeSlow(Math.max(length, leastRoom));
      if (length <= mostRoom) this.joined = target;
    }
    if (target === this.joined) this.isFree = false;
    let at = 0;
    for (const part of parts) at += part.copy(target, at);
    return target.subarray(0, length);
  }

  end(): void {
    this.stream.end();
  }

  private written(
    message: Message,
    error: Error | null | undefined,
    resolve: () => void,
    reject: (e: Error) => void,
  ): void {
    if (!error) {
      this.failures = 0;
      resolve();
      return;
    }
    this.failures++;
    this.fireError(error, message, this.failures);
    reject(error);
  }
}

/** Stands in a message's JSON for the list in pieces; from the area that no text means anything by. */
const place = '\uf8ff…\uf8ff';
const quotedPlace = JSON.stringify(place);
const comma = Buffer.from(',');
const written = new WeakMap<readonly unknown[], Buffer>();

/** A message's JSON as bytes, in one part or several. */
export function bytesOf(message: Message): readonly Buffer[] {
  const list = listIn(message);
  const chunks = list && chunksOf(list);
  if (chunks === undefined) return [Buffer.from(JSON.stringify(message))];
  const frame = JSON.stringify(message, (_, value) => (value === list ? place : value));
  const at = frame.indexOf(quotedPlace);
  const parts: Buffer[] = [Buffer.from(`${frame.slice(0, at)}[`)];
  for (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (parts.length > 1) parts.push(comma);
    parts.push(itemsOf(chunk));
  }
  parts.push(Buffer.from(`]${frame.slice(at + quotedPlace.length)}`));
  return parts;
}

/** The list of an answer that may be large: symbols, or the findings of a dump, asked for or sent unasked. */
function listIn(message: Message & { result?: unknown; params?: unknown }): readonly unknown[] | undefined {
  if (Array.isArray(message.result)) return message.result;
  for (const holder of [message.result, message.params]) {
    if (typeof holder !== 'object' || holder === null) continue;
    const { items, diagnostics } = holder as { items?: unknown; diagnostics?: unknown };
    if (Array.isArray(items)) return items;
    if (Array.isArray(diagnostics)) return diagnostics;
  }
  return undefined;
}

/** The items of a piece, with commas between, without brackets. */
function itemsOf(chunk: readonly unknown[]): Buffer {
  let bytes = written.get(chunk);
  if (bytes === undefined) {
    bytes = Buffer.from(JSON.stringify(chunk).slice(1, -1));
    written.set(chunk, bytes);
  }
  return bytes;
}
