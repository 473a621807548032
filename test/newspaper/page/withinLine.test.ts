import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { setStatistics } from '../../../server/src/newspaper/continuation/statistics.ts';
import { analysePage } from '../../../server/src/newspaper/page/analyse.ts';
import { editedBlocks, withinLine } from '../../../server/src/newspaper/page/withinLine.ts';
import { differenceFromScratch } from '../../../server/src/workspace/compare.ts';
import { Dump } from '../../../server/src/workspace/dump.ts';

setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url)));

const sentence = '青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水。';
const short = '沿线村庄的灌溉条件得到明显改善';
/** Around the lengths from which on a line's own length tells nothing of pages and columns. */
const lengths = fc.oneof(
  fc.integer({ min: 44, max: 54 }),
  fc.integer({ min: 94, max: 106 }),
  fc.integer({ min: 194, max: 208 }),
);
const line = fc.oneof(
  fc
    .tuple(lengths, fc.constantFrom('', '　　', '  '), fc.constantFrom('', '，', '。'))
    .map(([length, indent, end]) => indent + sentence.repeat(7).slice(0, length) + end),
  fc.integer({ min: 14, max: 30 }).map((length) => sentence.slice(0, length)),
  fc.constant('word '.repeat(50).trim()),
  fc.constantFrom('', '第2版 要闻', '2版 要闻', '第4 要闻', '3 国际', short, short, '\f', ' '),
);
/** Headlines in several lines, or what may become one, before text. */
const headlines = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom('水渠全部通水', '灌溉条件改善', '今年新修，', '记者 林小溪', '第2版 要闻', ''), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom(sentence, sentence.repeat(2), sentence.slice(0, 14)),
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((all) => all.map(([lines, text]) => `${lines.join('\n')}\n\n${text}`).join('\n\n'));
/** Lines of a column, most of them full. */
const columns = fc
  .tuple(
    fc.constantFrom(50, 98, 100, 200),
    fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 1, 2, 3, 30), fc.constantFrom('', '', '。')), {
      minLength: 6,
      maxLength: 12,
    }),
  )
  .map(([width, all]) => all.map(([less, end]) => sentence.repeat(7).slice(0, width - less) + end).join('\n'));
const spread = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 14 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r'))
  .map(([all, end]) => all.join(end));
/** Pages with a blank line behind every line. */
const doubled = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(20, 20, 20, 60, 12)), { minLength: 4, maxLength: 9 })
  .map((all) =>
    all
      .map(([count, width]) => {
        const text = sentence.repeat(4).slice(0, count * width - 3);
        return `${text.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n\n')}\n\n`;
      })
      .join('\n'),
  );
const dumps = fc.oneof(spread, columns, headlines, doubled);

test('after an edit within a line all is as if read from scratch, whatever the layout', () => {
  const typed = fc.constantFrom('', '水', ' ', '　', '。', '第3版', '第', '版', '\f', 'a');
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(2), typed), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(dumps, edits, (text, changes) => {
      const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
      assert.equal(differenceFromScratch(dump), undefined);
      changes.forEach(([at, length, added], version) => {
        const lines = dump.getText().split(/\r\n|\r|\n/u);
        const number = at % lines.length;
        const start = { line: number, character: Math.floor(at / lines.length) % (lines[number]!.length + 1) };
        const end = { line: number, character: start.character + length };
        dump.update([{ range: { start, end }, text: added }], version + 1);
        assert.equal(differenceFromScratch(dump), undefined);
      });
    }),
    { numRuns: 400 },
  );
});

test('a key in a long paragraph moves what is behind it, and nothing else', () => {
  const text = ['水渠通水', sentence.repeat(3), short, sentence.repeat(2)].join('\n\n');
  const page = analysePage(text);
  const at = text.indexOf('宣布');
  const edit = withinLine(page, at, at, '已');
  assert.ok(edit !== undefined);
  const after = `${text.slice(0, at)}已${text.slice(at)}`;
  const edited = editedBlocks(edit, after);
  assert.ok(edited !== undefined);
  const { lineStarts, blocks, former } = edited;
  const fresh = analysePage(after);
  assert.deepEqual(lineStarts, fresh.lineStarts);
  const placesOf = (all: typeof blocks) =>
    all.map(({ index, first, last, start, end }) => [index, first, last, start, end]);
  assert.deepEqual(placesOf(blocks), placesOf(fresh.blocks));
  assert.equal(blocks[1]!.paragraph.text, fresh.blocks[1]!.paragraph.text);
  assert.equal(blocks[2]!.paragraph, page.blocks[2]!.paragraph);
  assert.deepEqual(
    former.changes.map(({ block }) => block),
    [1],
  );
});

test('edits of breaks and at the beginning of a line are no edits within it', () => {
  const text = `　　${sentence.repeat(3)}\n\n${short}\n\n${sentence.repeat(2)}`;
  const page = analysePage(text);
  const isWithin = (start: number, end: number, added: string) => withinLine(page, start, end, added) !== undefined;
  assert.equal(isWithin(10, 10, '水'), true);
  assert.equal(isWithin(10, 12, ''), true);
  assert.equal(isWithin(0, 1, ''), false);
  assert.equal(isWithin(10, 10, '\n'), false);
  assert.equal(isWithin(10, text.indexOf(short) + 2, ''), false);
});

test('an edit that makes a folio of a line is not taken for one that leaves the pages', () => {
  const text = [...Array<string>(6).fill(short), '第2水版 要闻', short].join('\n');
  const page = analysePage(text);
  const at = text.indexOf('水版');
  assert.ok(withinLine(page, at, at, '渠') !== undefined);
  assert.equal(withinLine(page, at, at + 1, ''), undefined);
  // among the furniture nothing is certain
  assert.equal(withinLine(page, 3, 3, '渠'), undefined);
});

const typedAt = (text: string, at: number): boolean => {
  const edit = withinLine(analysePage(text), at, at, '水');
  assert.ok(edit !== undefined);
  return editedBlocks(edit, `${text.slice(0, at)}水${text.slice(at)}`) !== undefined;
};

test('a key in a short line leaves the other blocks as they are, one that makes a line text may not', () => {
  const text = `　　${sentence.repeat(3)}\n\n${short}\n\n${sentence.repeat(2)}`;
  assert.equal(typedAt(text, 10), true);
  assert.equal(typedAt(text, 2), true);
  assert.equal(typedAt(text, text.indexOf(short) + 3), true);
  assert.equal(typedAt(text.replace(short, sentence.repeat(2).slice(0, 39)), text.indexOf(short) + 3), false);
});

test('a key within a column is a key in its paragraph, unless lines belong together otherwise by it', () => {
  const lines = sentence.repeat(4).match(/.{1,20}/gu)!;
  const paragraph = lines.join('\n');
  const text = [sentence.repeat(2), paragraph, paragraph, paragraph].join('\n\n');
  const last = text.lastIndexOf(paragraph);
  assert.equal(analysePage(text).blocks.length, 4);
  assert.equal(typedAt(text, last + 30), true);
  // the last line is not full, whatever is typed
  assert.equal(typedAt(text, text.length - 3), true);
  // a line too short for its column ends a paragraph
  const at = last + 21;
  const edit = withinLine(analysePage(text), at + 3, at + 9, '');
  assert.ok(edit !== undefined);
  assert.equal(editedBlocks(edit, text.slice(0, at + 3) + text.slice(at + 9)), undefined);
});

test('who a text is about is read again while the text is typed', () => {
  const text = [
    '白鹭村新茶上市',
    `本报讯 记者高一鸣报道 ${sentence.repeat(3)}`,
    '林小溪',
    `据合作社介绍，${sentence.repeat(3)}`,
    sentence.repeat(3),
  ].join('\n\n');
  const dump = new Dump('file:///a.newspaper', 'newspaper', 0, text);
  const roleOf = (): string => dump.issue.pages[0]!.page.roles[2]!;
  assert.equal(roleOf(), 'strayByline');
  const start = { line: 6, character: 40 };
  dump.update([{ range: { start, end: start }, text: '林小溪说' }], 1);
  assert.equal(roleOf(), 'subhead');
  assert.equal(differenceFromScratch(dump), undefined);
  dump.update([{ range: { start, end: { line: 6, character: 41 } }, text: '' }], 2);
  assert.equal(roleOf(), 'strayByline');
  assert.equal(differenceFromScratch(dump), undefined);
});
