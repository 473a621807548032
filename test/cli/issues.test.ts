import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { LastIssues } from '../../server/src/cli/lastIssues.ts';
import type { Order } from '../../server/src/cli/order.ts';
import { jumpRecordOf } from '../../server/src/cli/together.ts';
import { Workshop } from '../../server/src/cli/work.ts';
import { setStatistics } from '../../server/src/newspaper/index.ts';
import { broadsheet, temporaryFolder } from './command.ts';

setStatistics(() => readFileSync(new URL('../../server/data/statistics.bin', import.meta.url)));
const fixture = fileURLToPath(new URL('../fixture/folder', import.meta.url));

test('jump lines are followed within their issue, however many issues are told of by turns', async () => {
  const here = temporaryFolder();
  const issues = Array.from({ length: 7 }, (_, number) => `2031-06-${10 + number}`);
  for (const page of ['01', '02', '03', '04']) {
    // a page in each folder, so that no issue comes in one piece
    mkdirSync(join(here, page));
    const text = readFileSync(join(fixture, `2031-05-12-${page}.dump.txt`), 'utf8').replaceAll('12日', '日');
    for (const issue of issues) writeFileSync(join(here, page, `${issue}-${page}.txt`), text);
  }
  const check = async (...args: string[]) => (await broadsheet(here, ['check', ...args, '.'])).text;
  const alone = await check('--jobs', '1');
  assert.doesNotMatch(alone, /\[unresolved-jump\]/u);
  assert.equal(await check('--jobs', '3'), alone);
  const jumps = (await check('--no-follow')).match(/\[unresolved-jump\]/gu) ?? [];
  assert.ok(jumps.length >= 2 * issues.length, String(jumps.length));
});

test('an issue that was told of with a dump that is gone is known for the next', async () => {
  const order: Order = {
    command: 'check',
    locale: 'en',
    config: undefined,
    write: false,
    backup: false,
    diff: false,
    follow: true,
    out: undefined,
    manner: 'markdown',
  };
  const workshop = new Workshop(order);
  const paths = ['01', '02', '03'].map((page) => join(fixture, `2031-05-12-${page}.dump.txt`));
  const records = paths.map((path) => jumpRecordOf(pathToFileURL(path).href, readFileSync(path, 'utf8')));
  const gone = join(fixture, 'gone.dump.txt');
  const [key, name] = ['2031-05-12', 'page'];
  assert.ok((await workshop.work({ name, path: gone, issue: { key, records } })).error);
  const { findings } = await workshop.work({ name, path: paths[0]!, issue: { key, records: undefined } });
  assert.ok(findings !== undefined);
  assert.deepEqual(
    findings.filter(({ code }) => code === 'unresolved-jump'),
    [],
  );
});

test('two that are asked for the same issues in the same order know the same ones', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (asked) => {
      const told = new LastIssues<true>();
      const worker = new LastIssues<number>();
      asked.forEach((issue, turn) => {
        let isTold = false;
        told.get(String(issue), () => {
          isTold = true;
          return true;
        });
        let isNew = false;
        const made = worker.get(String(issue), () => {
          isNew = true;
          return turn;
        });
        assert.equal(isTold, isNew);
        assert.equal(asked[made], issue);
      });
    }),
  );
});
