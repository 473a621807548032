import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));

/** How a run of the command line ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: Buffer;
  readonly text: string;
  readonly errors: string;
}

/** Runs the command line in a folder. */
export function broadsheet(folder: string, args: readonly string[], input: string | Buffer = ''): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' },
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => errors.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const whole = Buffer.concat(out);
      resolve({ status, out: whole, text: whole.toString('utf8'), errors: Buffer.concat(errors).toString('utf8') });
    });
  });
}

/** How to start the command line from a shell. */
export const shellCommand = `'${process.execPath}' '${cli}'`;

/** A folder that is gone when the file's tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet 报纸 '));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const headline = '青石市今年新修水渠十二条';
const lead = '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到';
const rest = '明显改善，预计秋收以后还要再修四条。';
const more = '据介绍，这些水渠由村民自己管护。';
const next = '白鹭镇图书馆向夜班工人开放';
const last = '本报讯 记者乙小满报道 白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书。';

/** Blocks of a page of our own invention, and how its first article reads when it is whole. */
export const blocks = { headline, lead, rest, more, next, last, joined: lead + rest };

/** A page with one cut paragraph, and the same page mended. */
export const broken = `${[headline, lead, rest, more, next, last].join('\n\n')}\n`;
export const mended = `${[headline, lead + rest, more, next, last].join('\n\n')}\n`;
