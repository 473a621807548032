import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
} from 'vscode-languageserver/node';

const headerEnd = '\r\n\r\n';

/**
 * Reads messages from a pipe or socket, as the protocol's base frames them. Unlike the library's reader it hands on a
 * message in the turn in which its last byte comes, and gathers a large one in a single place: a dump that is opened is
 * in the memory once less.
 */
export class ContentReader extends AbstractMessageReader implements MessageReader {
  private readonly stream: Readable;
  /** The beginning of a header that is not there in full yet. */
  private header: Buffer | undefined;
  /** A content that is not there in full yet, and how much of it is. */
  private content: Buffer | undefined;
  private filled = 0;

  constructor(stream: Readable) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const take = (bytes: Buffer): void => this.take(bytes, callback);
    this.stream.on('data', take);
    return { dispose: () => this.stream.off('data', take) };
  }

  private take(bytes: Buffer, callback: DataCallback): void {
    try {
      for (let at = 0; at < bytes.length; ) {
        at = this.content === undefined ? this.begin(bytes, at, callback) : this.fill(bytes, at, callback);
      }
    } catch (error) {
      this.fireError(error);
    }
  }

  /** Reads a header, and the content if all of that is there. Gives the offset behind what it read. */
  private begin(bytes: Buffer, at: number, callback: DataCallback): number {
    const known = this.header?.length ?? 0;
    const head = this.header === undefined ? bytes : Buffer.concat([this.header, bytes.subarray(at)]);
    const from = this.header === undefined ? at : 0;
    const end = head.indexOf(headerEnd, from, 'latin1');
    if (end < 0) {
      this.header = known === 0 ? bytes.subarray(at) : head;
      return bytes.length;
    }
    this.header = undefined;
    const header = head.toString('latin1', from, end);
    const start = at + end - from + headerEnd.length - known;
    const length = Number(/^content-length:[ \t]*(\d+)/imu.exec(header)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) this.fireError(new Error(`Header must provide a Content-Length property.\n${header}`));
    else if (start + length <= bytes.length) {
      this.handOn(bytes.toString('utf8', start, start + length), callback);
      return start + length;
    } else {
      this.content = Buffer.allocUnsafeSlow(length);
      this.filled = 0;
    }
    return start;
  }

  /** Takes what there is of a content. Gives the offset behind it. */
  private fill(bytes: Buffer, at: number, callback: DataCallback): number {
    const content = this.content!;
    const count = bytes.copy(content, this.filled, at);
    this.filled += count;
    if (this.filled === content.length) {
      this.content = undefined;
      this.handOn(content.toString(), callback);
    }
    return at + count;
  }

  private handOn(text: string, callback: DataCallback): void {
    try {
      callback(JSON.parse(text));
    } catch (error) {
      this.fireError(error);
    }
  }
}
