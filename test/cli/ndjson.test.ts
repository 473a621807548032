import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { broadsheet, broken, mended, temporaryFolder } from './command.ts';

const folder = temporaryFolder();

test('a line in is a line out, in order, with its id, whatever is wrong with others', async () => {
  const lines = Array.from({ length: 60 }, (_, id) => JSON.stringify({ id, text: id % 3 === 0 ? broken : mended }));
  lines.splice(10, 0, 'no json', '{"id":"x"}', '', JSON.stringify({ id: 'sep', text: `${broken}\u2028` }));
  const { status, text, errors } = await broadsheet(folder, ['check', '--ndjson', '-j', '2'], lines.join('\n'));
  const results = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(status, 2);
  assert.match(errors, /-:11: the line is no JSON object/u);
  assert.equal(results.length, 63);
  assert.equal(results[10].error, 'the line is no JSON object');
  assert.deepEqual([results[11].id, results[12].id], ['x', 'sep']);
  assert.equal(results[12].findings.length, 1);
  const numbered = results.filter(({ id }) => typeof id === 'number');
  assert.deepEqual(
    numbered.map(({ id }) => id),
    Array.from({ length: 60 }, (_, id) => id),
  );
  assert.ok(numbered.every(({ id, findings }) => findings.length === (id % 3 === 0 ? 1 : 0)));
});

test('fixing gives the mended text', async () => {
  const { status, text } = await broadsheet(
    folder,
    ['fix', '--ndjson'],
    `${JSON.stringify({ id: 1, text: broken })}\n`,
  );
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(text), { name: '-:1', id: 1, fix: { changed: true, written: false, text: mended } });
});

test('a result comes as soon as its line has come: a process can be asked line by line', async () => {
  const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, 'check', '--ndjson', '-j', '1'], { cwd: folder });
  child.stdin.write(`${JSON.stringify({ id: 'first', text: broken })}\n`);
  const [chunk] = await once(child.stdout, 'data');
  assert.equal(JSON.parse(String(chunk)).id, 'first');
  child.stdin.end();
  const [status] = await once(child, 'close');
  assert.equal(status, 1);
});

test('when nobody reads on, the program ends without a word', async () => {
  const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, 'check', '--ndjson', '-j', '1'], { cwd: folder });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify({ text: broken })}\n`);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end(`${JSON.stringify({ text: broken })}\n`.repeat(2000));
  const [status] = await once(child, 'exit');
  assert.deepEqual([status, errors], [2, '']);
});
