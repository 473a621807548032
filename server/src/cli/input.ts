import { createReadStream } from 'node:fs';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { say } from '../lsp/translate.ts';
import { message } from '../newspaper/index.ts';
import type { Item } from './order.ts';
import { reasonOf } from './refusal.ts';
import { filesOf } from './walk.ts';

/** The dumps that the arguments mean: paths, folders, globs, or `-` for standard input. */
export async function* dumpsOf(args: readonly string[]): AsyncGenerator<Item> {
  for (const name of args) {
    if (name === '-') {
      yield { name, bytes: await all(process.stdin) };
      continue;
    }
    let any = false;
    for await (const path of filesOf(name)) {
      any = true;
      yield { name: path, path };
    }
    if (!any) yield { name, error: say(message('no file is meant by this')) };
  }
}

/** The dumps in files of one JSON object a line, `{"text": …, "id": …}`. A line that is none is an outcome of its own. */
export async function* linesOf(args: readonly string[]): AsyncGenerator<Item> {
  for (const name of args) {
    let number = 0;
    try {
      for await (const line of lines(name === '-' ? process.stdin : createReadStream(name))) {
        number++;
        if (line.trim() !== '') yield itemOf(line, `${name}:${number}`);
      }
    } catch (error) {
      yield { name, error: reasonOf(error) };
    }
  }
}

function itemOf(line: string, name: string): Item {
  try {
    const { text, id } = JSON.parse(line);
    if (typeof text === 'string') return id === undefined ? { name, text } : { name, text, id };
    return { name, ...(id === undefined ? {} : { id }), error: say(message('the line has no “text”')) };
  } catch {
    return { name, error: say(message('the line is no JSON object')) };
  }
}

/** Lines as JSON means them: LF alone parts them, as U+2028, at which Node's readline breaks too, may stand in a string. */
async function* lines(stream: Readable): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

async function all(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
