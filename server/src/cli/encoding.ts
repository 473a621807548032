import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { commonness, type Encoding, type Message, message } from '../newspaper/index.ts';
import { Refusal } from './refusal.ts';

/** How a file was written: enough to write it like that again. */
export interface Writing {
  readonly encoding: Encoding;
  /** Whether it begins with a byte order mark. */
  readonly mark: boolean;
}

const marks: readonly { encoding: Encoding; bytes: Buffer }[] = [
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
];

/** How much of a file is looked at to tell its encoding; even, so that no UTF-16 unit is cut. */
const sample = 60_000;
/** The least commonness of text in the right encoding; in a wrong one newspapers stay below 0.06. */
const usual = 0.1;

/** The text of a file's bytes, and how it was written. Refuses what is no text. */
export function decode(bytes: Buffer): { text: string; writing: Writing } {
  const writing = detect(bytes);
  const start = writing.mark ? marks.find(({ encoding }) => encoding === writing.encoding)!.bytes.length : 0;
  return { text: iconv.decode(bytes.subarray(start), writing.encoding, { stripBOM: false }), writing };
}

/** The bytes of a text, written as it was read. Refuses where a character would be lost. */
export function encode(text: string, { encoding, mark }: Writing): Buffer {
  const body = iconv.encode(text, encoding, { addBOM: false });
  if (iconv.decode(body, encoding, { stripBOM: false }) !== text) throw new Refusal(unwritable(encoding));
  return mark ? Buffer.concat([marks.find((item) => item.encoding === encoding)!.bytes, body]) : body;
}

/** Refuses a file whose bytes would not come back as they are: then something in it was not understood. */
export function assertLossless(bytes: Buffer, text: string, writing: Writing): void {
  const again = iconv.encode(text, writing.encoding, { addBOM: false });
  if (
    !bytes.subarray(bytes.length - again.length).equals(again) ||
    bytes.length !== again.length + markLength(writing)
  ) {
    throw new Refusal(unwritable(writing.encoding));
  }
}

function unwritable(encoding: Encoding): Message {
  return message('it has characters that cannot be written back in {0} as they were; nothing was written', encoding);
}

function markLength({ encoding, mark }: Writing): number {
  return mark ? marks.find((item) => item.encoding === encoding)!.bytes.length : 0;
}

/** Tells how bytes are written, by their mark, else by what they would say. */
function detect(bytes: Buffer): Writing {
  const marked = marks.find((mark) => bytes.subarray(0, mark.bytes.length).equals(mark.bytes));
  if (marked !== undefined) return { encoding: marked.encoding, mark: true };
  const head = bytes.subarray(0, sample);
  const hasNull = head.includes(0);
  if (!hasNull && isUtf8(bytes)) return { encoding: 'utf-8', mark: false };
  const candidates: Encoding[] = bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [];
  if (!hasNull) candidates.unshift('gb18030', 'big5');
  const [best] = candidates
    .map((encoding) => ({ encoding, fit: commonness(iconv.decode(head, encoding)) }))
    .sort((a, b) => b.fit - a.fit);
  if (best !== undefined && best.fit >= usual) return { encoding: best.encoding, mark: false };
  // UTF-8 with a few bytes spoilt can be read, and is never written back
  if (!hasNull && mostlyUtf8(head)) return { encoding: 'utf-8', mark: false };
  throw new Refusal(message('it is not a text in UTF-8, UTF-16, GB18030 or Big5'));
}

function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const spoilt = text.split('\ufffd').length - 1;
  return spoilt * 20 < text.length && !/[\u0001-\u0008\u000e-\u001a]/u.test(text);
}
