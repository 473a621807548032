import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Workshop } from '../../server/src/cli/work.ts';
import { broadsheet, broken, mended, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
mkdirSync(join(folder, '二月 七日'));
writeFileSync(join(folder, '二月 七日', '第一版 [要闻].txt'), broken);
writeFileSync(join(folder, '二月 七日', 'whole.txt'), mended);
writeFileSync(join(folder, 'note.md'), broken);

test('findings are told with their place, and the exit status is 1', async () => {
  const { status, text, errors } = await broadsheet(folder, ['check', '.']);
  assert.equal(errors, '');
  assert.equal(status, 1);
  assert.match(text, /^二月 七日\/第一版 \[要闻\]\.txt:3:42: warning .*\[split-paragraph\]\n$/u);
});

test('a name that looks like a glob is a name first; nothing found is 0', async () => {
  const named = await broadsheet(folder, ['check', '二月 七日/第一版 [要闻].txt']);
  assert.equal(named.status, 1);
  const whole = await broadsheet(folder, ['check', '*/w*.txt']);
  assert.deepEqual([whole.status, whole.text, whole.errors], [0, '', '']);
});

test('messages are in the language that is asked for', async () => {
  const { text } = await broadsheet(folder, ['check', '--locale', 'zh-cn', '.']);
  assert.match(text, /此段在句子中间断开/u);
  const help = await broadsheet(folder, ['--locale', 'zh-cn', '--help']);
  assert.match(help.text, /读取报纸文本/u);
});

test('JSON, NDJSON, SARIF and GitHub annotations say the same', async () => {
  const [json, ndjson, sarif, github] = await Promise.all(
    ['json', 'ndjson', 'sarif', 'github'].map(
      async (format) => (await broadsheet(folder, ['check', '-f', format, '.', 'nowhere.txt'])).text,
    ),
  );
  const outcomes = JSON.parse(json!);
  assert.deepEqual(
    outcomes,
    ndjson!
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  const found = outcomes.find((item: { findings?: unknown[] }) => item.findings?.length === 1);
  assert.equal(found.encoding, 'utf-8');
  assert.match(outcomes.at(-1).error, /no file/u);
  const [finding] = found.findings;
  const [result] = JSON.parse(sarif!).runs[0].results;
  assert.equal(result.ruleId, 'split-paragraph');
  assert.equal(result.level, 'warning');
  assert.equal(result.locations[0].physicalLocation.region.startColumn, finding.column);
  assert.equal(
    decodeURIComponent(result.locations[0].physicalLocation.artifactLocation.uri),
    '二月 七日/第一版 [要闻].txt',
  );
  assert.equal(result.partialFingerprints['broadsheet/v1'], finding.hash);
  assert.match(github!, /^::warning file=二月 七日\/第一版 \[要闻\]\.txt,line=3,endLine=3,col=42,endColumn=54,title=/u);
});

test('standard input is a dump', async () => {
  const { status, text } = await broadsheet(folder, ['check', '-'], broken);
  assert.equal(status, 1);
  assert.match(text, /^-:3:42:/u);
});

test('only what is loud enough counts', async () => {
  const { status, text } = await broadsheet(folder, ['check', '-l', 'error', '.']);
  assert.deepEqual([status, text], [0, '']);
});

test('what .broadsheet.json ignores is not told; what is wrong in it is, and the rest holds', async () => {
  const here = temporaryFolder();
  writeFileSync(join(here, 'a.txt'), broken);
  const [outcome] = JSON.parse((await broadsheet(here, ['check', '-f', 'json', 'a.txt'])).text);
  const { hash } = outcome.findings[0];
  writeFileSync(join(here, '.broadsheet.json'), `{ "ignored": [{ "code": "split-paragraph", "hash": "${hash}" }] }`);
  assert.equal((await broadsheet(here, ['check', 'a.txt'])).status, 0);
  assert.equal((await broadsheet(here, ['fix', '-n', 'a.txt'])).text, '', 'nor is it mended');

  writeFileSync(join(here, '.broadsheet.json'), '{\n  "colour": 1,\n  "ignore": ["a.*"]\n}');
  const odd = await broadsheet(here, ['check', 'a.txt']);
  assert.deepEqual([odd.status, odd.text], [2, '']);
  assert.match(odd.errors, /\.broadsheet\.json:2:3: Broadsheet does not know “colour”/u);

  writeFileSync(join(here, 'other.json'), '{ "severity": { "split-paragraph": "error" } }');
  const chosen = await broadsheet(here, ['check', '--config', 'other.json', 'a.txt']);
  assert.match(chosen.text, /: error /u);
  assert.equal((await broadsheet(here, ['check', '--config', 'none.json', 'a.txt'])).status, 2);
});

test('a file that vanishes before its turn is an error of its own', async () => {
  const order = { command: 'check', write: false, backup: false, diff: false, manner: 'plain', follow: true } as const;
  const workshop = new Workshop({ ...order, locale: 'en', config: undefined, out: undefined });
  const path = join(folder, 'gone.txt');
  const outcome = await workshop.work({ name: 'gone.txt', path });
  assert.deepEqual(outcome, { name: 'gone.txt', error: 'it is not there (any more)', problems: [] });
});

test('what cannot be done is an error: status 2 and words', async () => {
  for (const [args, words] of [
    [['check', 'none.txt'], /none\.txt: no file is meant by this/u],
    [['check', '*.none'], /no file is meant by this/u],
    [['check', '-f', 'xml', '.'], /Allowed choices/u],
    [['check', '-j', '0', '.'], /1 to 256/u],
    [['fix', '.'], /--dry-run/u],
    [['fix', '--write', '-'], /--write needs files/u],
    [['polish'], /unknown command/u],
  ] as const) {
    const { status, errors } = await broadsheet(folder, args);
    assert.equal(status, 2, args.join(' '));
    assert.match(errors, words);
  }
});

const issue = fileURLToPath(new URL('../fixture/folder', import.meta.url));

/** What is said of jump lines in a run: the file and the line of each. */
async function jumpsToldIn(...args: string[]): Promise<string[]> {
  const { text } = await broadsheet(issue, ['check', ...args]);
  return text.split('\n').flatMap((line) => (line.includes('[unresolved-jump]') ? [line.split(': ')[0]!] : []));
}

test('a jump line that leads to another file of the run is no finding, on one core or several', async () => {
  const unled = ['2031-05-13/03.dump.txt:7:70'];
  assert.deepEqual(await jumpsToldIn('--jobs', '1', '.'), unled);
  assert.deepEqual(await jumpsToldIn('--jobs', '3', '.'), unled);
  const followed = await broadsheet(issue, ['check', '.']);
  assert.doesNotMatch(followed.text, /\[(?:lost|orphan)-continuation\]/u, 'what stops or begins there is neither lost');
  const apart = await jumpsToldIn('--no-follow', '.');
  assert.equal(apart.length, 9);
  assert.ok(apart.includes('2031-05-12-01.dump.txt:11:1'), apart.join());
});

test('a jump line whose page is in the run without the article says so', async () => {
  const here = temporaryFolder();
  for (const page of ['01', '04'])
    cpSync(join(issue, `2031-05-12-${page}.dump.txt`), join(here, `2031-05-12-${page}.txt`));
  writeFileSync(join(here, '2031-05-12-03.txt'), readFileSync(join(issue, '2031-05-12-04.dump.txt')));
  const { text } = await broadsheet(here, ['check', '.']);
  assert.match(text, /2031-05-12-01\.txt:11:1: information This text goes on at page 3; no article in .*03/u);
});

test('a jump line that leads to another page of the same dump is no finding', async () => {
  const here = temporaryFolder();
  const pages = ['01', '02', '03'].map((page) => readFileSync(join(issue, `2031-05-12-${page}.dump.txt`), 'utf8'));
  writeFileSync(join(here, 'all.txt'), pages.join('\n\f\n'));
  assert.doesNotMatch((await broadsheet(here, ['check', 'all.txt'])).text, /unresolved-jump/u);
  assert.match((await broadsheet(here, ['check', '--no-follow', 'all.txt'])).text, /unresolved-jump/u);
});
