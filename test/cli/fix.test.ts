import assert from 'node:assert/strict';
import { execFileSync, execSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { broadsheet, broken, mended, temporaryFolder } from './command.ts';

const encodings: [name: string, encode: (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE with a mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 BE with a mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['UTF-16 LE', (text) => iconv.encode(text, 'utf-16le', { addBOM: false })],
  ['GB18030', (text) => iconv.encode(text, 'gb18030')],
  [
    'Big5',
    (text) =>
      iconv.encode(
        text.replace(
          /[讯记报务布条经线灌溉显预计还绍这护鹭镇图书馆间开满为来后]/gu,
          (character) =>
            '訊記報務布條經線灌溉顯預計還紹這護鷺鎮圖書館間開滿為來後'[
              '讯记报务布条经线灌溉显预计还绍这护鹭镇图书馆间开满为来后'.indexOf(character)
            ]!,
        ),
        'big5',
      ),
  ],
];

test('--write mends each file in its own encoding and leaves every other byte', async () => {
  const folder = temporaryFolder();
  for (const [name, encode] of encodings) {
    for (const lineBreak of ['\n', '\r\n'])
      writeFileSync(join(folder, `${name}${lineBreak.length}.txt`), encode(broken.replaceAll('\n', lineBreak)));
  }
  const { status, text, errors } = await broadsheet(folder, ['fix', '--write', '.']);
  assert.equal(errors, '');
  assert.equal(status, 0);
  assert.equal(text.split('\n').length - 1, encodings.length * 2);
  for (const [name, encode] of encodings) {
    for (const lineBreak of ['\n', '\r\n']) {
      const file = `${name}${lineBreak.length}.txt`;
      assert.deepEqual(readFileSync(join(folder, file)), encode(mended.replaceAll('\n', lineBreak)), file);
    }
  }
  assert.equal((await broadsheet(folder, ['fix', '--write', '.'])).text, '', 'once is enough');
});

test('--dry-run shows a diff and writes nothing; a text that comes in goes out mended', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a b.txt');
  writeFileSync(file, broken);
  const { status, text } = await broadsheet(folder, ['fix', '--dry-run', 'a b.txt']);
  assert.equal(status, 0);
  assert.match(text, /^--- a b\.txt/mu);
  assert.match(text, /^-明显改善/mu);
  assert.equal(readFileSync(file, 'utf8'), broken);
  const gbk = iconv.encode(broken, 'gb18030');
  const piped = await broadsheet(folder, ['fix'], gbk);
  assert.deepEqual(piped.out, iconv.encode(mended, 'gb18030'));
});

test('--backup keeps every earlier state; mode and links stay', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'page.txt');
  writeFileSync(file, broken, { mode: 0o640 });
  symlinkSync('page.txt', join(folder, 'link.txt'));
  await broadsheet(folder, ['fix', '--write', '--backup', 'link.txt']);
  assert.equal(readFileSync(file, 'utf8'), mended);
  assert.equal(statSync(file).mode & 0o777, 0o640);
  writeFileSync(file, broken);
  await broadsheet(folder, ['fix', '--write', '--backup', 'page.txt']);
  assert.deepEqual(readdirSync(folder).sort(), ['link.txt', 'page.txt', 'page.txt.bak', 'page.txt.bak.2']);
  assert.equal(readFileSync(`${file}.bak`, 'utf8'), broken);
});

test('a file that cannot be written back as it was stays as it is', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'spoilt.txt');
  const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0xff]), Buffer.from('还有一句。\n')]);
  writeFileSync(file, bytes);
  const { status, errors } = await broadsheet(folder, ['fix', '--write', 'spoilt.txt']);
  assert.equal(status, 2);
  assert.match(errors, /spoilt\.txt: it has characters that cannot be written back in utf-8/u);
  assert.deepEqual(readFileSync(file), bytes);
  assert.equal((await broadsheet(folder, ['check', 'spoilt.txt'])).status, 1, 'it can still be read');
});

test('what is no text is refused, and the others are done', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
  writeFileSync(join(folder, 'b.txt'), broken);
  const { status, errors, text } = await broadsheet(folder, ['fix', '--write', '.']);
  assert.deepEqual([status, text], [2, 'b.txt: fixed\n']);
  assert.match(errors, /a\.txt: it is not a text/u);
});

const isRoot = process.getuid?.() === 0;

test('in a folder that can only be read nothing is lost', { skip: isRoot && !canMount() }, async () => {
  const folder = temporaryFolder();
  const inside = join(folder, 'read-only');
  mkdirSync(inside);
  writeFileSync(join(inside, 'page.txt'), broken);
  if (isRoot) execSync(`mount --bind '${inside}' '${inside}' && mount -o remount,bind,ro '${inside}'`);
  else chmodSync(inside, 0o555);
  try {
    const { status, errors } = await broadsheet(folder, ['fix', '--write', 'read-only']);
    assert.equal(status, 2);
    assert.match(errors, /page\.txt: (?:its folder can only be read|it may not be opened or written)/u);
    assert.deepEqual(readdirSync(inside), ['page.txt']);
    assert.equal(readFileSync(join(inside, 'page.txt'), 'utf8'), broken);
  } finally {
    if (isRoot) execFileSync('umount', [inside]);
    else chmodSync(inside, 0o755);
  }
});

test('on a full disk the file is as it was', { skip: !canMount() }, async () => {
  const folder = temporaryFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  try {
    const filler = Array.from({ length: 600 }, (_, i) => `第${i}条水渠由第${i}组村民管护，每年清淤一次。`);
    const large = `${broken}\n${filler.join('\n\n')}\n`;
    writeFileSync(join(disk, 'page.txt'), large);
    const { status, errors } = await broadsheet(folder, ['fix', '--write', 'disk']);
    assert.equal(status, 2);
    assert.match(errors, /page\.txt: the disk is full; the file is as it was/u);
    assert.equal(readFileSync(join(disk, 'page.txt'), 'utf8'), large);
    assert.deepEqual(readdirSync(disk), ['page.txt']);
  } finally {
    execFileSync('umount', [disk]);
  }
});

function canMount(): boolean {
  try {
    execSync('d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs "$d" && umount "$d" && rmdir "$d"', {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
