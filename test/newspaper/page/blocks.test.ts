import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { setStatistics } from '../../../server/src/newspaper/continuation/statistics.ts';
import { readBlocks } from '../../../server/src/newspaper/page/blocks.ts';
import { rawOffset, textIndex } from '../../../server/src/newspaper/page/paragraph.ts';
import { isSpace } from '../../../server/src/newspaper/text/characters.ts';
import { lineStarts } from '../../../server/src/newspaper/text/lines.ts';

setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url)));

const read = (text: string) => readBlocks(text, lineStarts(text), new Map());
const texts = (text: string): string[] => read(text).blocks.map(({ paragraph }) => paragraph.text);

const long =
  '青石镇的老桥昨天重新开放,桥面铺上了新的石板,两边的栏杆也换过了。镇上的居民从早晨起就在桥头等候,孩子们跑来跑去,老人们坐在树下谈着从前的事。';

/** Breaks a paragraph at column width. */
const wrap = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, 'gu'))!.join('\n');

test('spaced: a line is a block, blank lines are none', () => {
  const { layout, blocks } = read(`老桥开放\n\n${long}\n\n \n${long}短\n`);
  assert.equal(layout.kind, 'spaced');
  assert.deepEqual(
    blocks.map(({ first, last, index }) => [index, first, last]),
    [
      [0, 0, 0],
      [1, 2, 2],
      [2, 5, 5],
    ],
  );
});

test('tight: a line is a block without blanks too', () => {
  const { layout, blocks } = read(`老桥开放\n${long}\n${long}短\n桥头有集市\n${long}长`);
  assert.equal(layout.kind, 'tight');
  assert.equal(blocks.length, 5);
});

test('indented: two full-width spaces are no part of the text', () => {
  const { layout, blocks } = read(`老桥开放\n　　${long}\n　　${long}短\n桥头有集市\n　　${long}长`);
  assert.equal(layout.kind, 'indented');
  assert.equal(blocks[1]!.paragraph.text, long);
  assert.equal(blocks[1]!.paragraph.indent, 2);
  assert.equal(blocks[0]!.paragraph.indent, 0);
});

test('wrapped: lines at column width are one paragraph, joined without a break', () => {
  const { layout, blocks } = read(`老桥开放\n\n${wrap(long, 18)}\n\n桥头有集市\n\n${wrap(`${long}短`, 18)}\n`);
  assert.deepEqual(layout, { kind: 'wrapped', width: 18 });
  assert.deepEqual(
    blocks.map(({ paragraph }) => paragraph.text),
    ['老桥开放', long, '桥头有集市', `${long}短`],
  );
});

test('a line that says who wrote, as wide as the headline right over it, is a paragraph of its own', () => {
  const signed = [
    ['老桥重新开放 镇民清早走上桥面', '每经记者 林小溪 每经编辑 高一鸣'],
    ['白鹭村新茶上市 产量多了一成', '文/青石日报全媒体记者 高一鸣'],
    ['守桥人在桥头住了整整四十年', '[青石日报记者 林小溪]'],
  ];
  const page = signed.map(([headline, byline]) => `${headline}\n${byline}\n\n${long}\n`).join('\n');
  assert.deepEqual(
    texts(page),
    signed.flatMap((lines) => [...lines, long]),
  );
});

test('double-spaced: a blank line behind every line parts no paragraph, two do', () => {
  const paragraphs = ['甲', '乙', '丙', '丁', '戊'].map((last) => `${long}${last}`);
  const page = ['老桥开放', ...paragraphs].map((text) => `${wrap(text, 18).replace(/\n/gu, '\n\n')}\n\n`).join('\n');
  const { layout, blocks } = read(page);
  assert.deepEqual(layout, { kind: 'wrapped', width: 18 });
  assert.deepEqual(
    blocks.map(({ paragraph }) => paragraph.text),
    ['老桥开放', ...paragraphs],
  );
  const lines = page.split('\n');
  for (const { first, last, start, end, paragraph } of blocks) {
    assert.equal(page.slice(start, end), lines.slice(first, last + 1).join('\n'));
    for (let at = 0; at < paragraph.text.length; at++) {
      assert.equal(page[start + rawOffset(paragraph, at)], paragraph.text[at]);
    }
  }
});

test('short paragraphs with blank lines between are not double-spaced, however alike their lengths', () => {
  const verses = Array.from(
    { length: 20 },
    (_, at) => `${'春夏秋冬'[at % 4]}天的老桥桥头有柳树${at % 3 ? '' : '成荫'}`,
  );
  assert.deepEqual(texts(verses.join('\n\n')), verses);
});

test('wrapped: a line that runs over by a stray character makes no wider column', () => {
  const paragraphs = ['甲', '乙', '丙', '丁', '戊'].map((last) => wrap(`${long}${last}`, 18));
  const over = paragraphs[1]!.replace('新的石板', '新的石板。');
  assert.ok(over.split('\n').some(({ length }) => length === 19));
  assert.equal(read(paragraphs.join('\n\n')).layout.width, 18);
  assert.equal(read([paragraphs[0], over, ...paragraphs.slice(2)].join('\n\n')).layout.width, 18);
});

test('a headline in several lines, with no blank line between, is one block that reads with blanks', () => {
  const page = `青石镇老桥\n昨日重新开放\n\n${long}\n\n白鹭村新茶上市\n比去年早五天\n产量多出一成\n\n本报记者 林小溪\n\n${long}长\n`;
  assert.deepEqual(texts(page), [
    '青石镇老桥 昨日重新开放',
    long,
    '白鹭村新茶上市 比去年早五天 产量多出一成',
    '本报记者 林小溪',
    `${long}长`,
  ]);
});

test('lines that only look like a headline in several lines stay apart', () => {
  for (const run of [
    ['老桥重新开放，', '镇民走上桥面'],
    ['老桥重新开放', '本报记者 林小溪'],
    ['林小溪', '高一鸣'],
    ['修桥更要修路', '赵大河（青石大学教授）'],
    ['第3版 要闻', '老桥重新开放'],
    ['★老桥重新开放', '白鹭村新茶上市'],
    ['12.5 23.7 8', '老桥重新开放'],
    ['一座桥', '两座桥', '三座桥', '四座桥', '五座桥'],
  ]) {
    assert.deepEqual(texts(`${long}\n\n${run.join('\n')}\n\n${long}长\n`), [long, ...run, `${long}长`]);
  }
  // nothing but lines: no text follows
  assert.deepEqual(texts('老桥开放\n新茶上市\n\n水渠通水\n柳树成荫\n'), [
    '老桥开放',
    '新茶上市',
    '水渠通水',
    '柳树成荫',
  ]);
});

test('wrapped without blanks: a short line ends a paragraph, an indented one begins one', () => {
  const short = long.slice(0, 40);
  assert.deepEqual(texts(`老桥开放\n${wrap(long, 18)}\n${wrap(short, 18)}\n${wrap(long, 18)}`), [
    '老桥开放',
    long,
    short,
    long,
  ]);
  const full = `${long.slice(0, 53)}。`;
  assert.deepEqual(texts(`　　${wrap(full, 18)}\n　　${wrap(long, 18)}\n　　${wrap(full, 18)}`), [full, long, full]);
});

test('wrapped without blanks: behind a full line that closes a sentence a headline begins, or a report, or a longer line', () => {
  // three full lines and no rest
  const full = `${long.slice(0, 53)}。`;
  const report = `本报讯 ${long.slice(0, 40)}。`;
  for (const next of ['桥头有集市', '青石镇的老桥昨天重新开放 两岸的居民不再绕路', report]) {
    const page = [long, `${long}长。`, full, next, long].map((text) =>
      text === next && next !== report ? next : wrap(text, 18),
    );
    assert.deepEqual(texts(page.join('\n')), [long, `${long}长。`, full, next, long], next);
  }
  // what closes a sentence may end the paragraph that the full line belongs to
  const whole = `${full}${long.slice(-9)}`;
  assert.deepEqual(texts([long, whole, long].map((text) => wrap(text, 18)).join('\n')), [long, whole, long]);
});

test('wrapped text of words is joined with spaces', () => {
  const words =
    'The old bridge of Greenstone was opened again on Monday after a year of work and the people of the town came to see it and to walk over it';
  const lines = words.match(/.{1,38}(?:\s|$)/gu)!.map((line) => line.trim());
  assert.ok(lines.length > 3);
  assert.deepEqual(texts(`${lines.join('\n')}\n\n${lines.join('\n')}`), [words, words]);
});

test('wrapped: a foreign word cut by a column of Han characters stays one word', () => {
  const foreign = long.replace('青石镇的老桥昨天', '青石镇的老桥昨天由Greenstone');
  assert.equal(texts(`${wrap(foreign, 18)}\n\n${wrap(long, 18)}`)[0], foreign);
});

test('LF, CRLF and CR give the same paragraphs', () => {
  const lf = `老桥开放\n\n　　${wrap(long, 18)}\n\n${wrap(long, 18)}\n`;
  for (const ending of ['\r\n', '\r']) assert.deepEqual(texts(lf.replaceAll('\n', ending)), texts(lf));
});

test('form feeds, a BOM, NUL and lone surrogates harm nothing', () => {
  assert.deepEqual(texts('\ufeff老桥开放\n\f\n\u0000甲\ud800乙\n\udc00'), ['老桥开放', '\u0000甲\ud800乙', '\udc00']);
});

test('paragraphs that are known are used again', () => {
  const text = `老桥开放\n\n${wrap(long, 18)}\n\n${wrap(`${long}短`, 18)}`;
  const first = read(text);
  const known = new Map(first.blocks.map(({ paragraph }) => [paragraph.raw, paragraph]));
  const shifted = `桥头有集市\n\n${text}`;
  const second = readBlocks(shifted, lineStarts(shifted), known);
  assert.equal(second.blocks[1]!.paragraph, first.blocks[0]!.paragraph);
  assert.equal(second.blocks[2]!.paragraph, first.blocks[1]!.paragraph);
});

const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\f',
    '　　',
    ' ',
    '\t',
    '\ufeff',
    '\u0000',
    '\ud83d',
    '，',
    '。',
    'word',
    '12',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.integer({ min: 1, max: 60 }).map((length) => long.slice(0, length)),
  fc.integer({ min: 2, max: 8 }).map((lines) => `${long.slice(0, 20)}\n`.repeat(lines)),
);
const dump = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('property: every character that is no white space is in exactly one block, and positions are right', () => {
  fc.assert(
    fc.property(dump, (text) => {
      const starts = lineStarts(text);
      const { blocks } = readBlocks(text, starts, new Map());
      let at = 0;
      for (const { index, first, last, start, end, paragraph } of blocks) {
        assert.equal(text.slice(at, start).trim(), '');
        assert.equal(blocks[index]!.first, first);
        assert.ok(first <= last && start === starts[first]!);
        assert.equal(text.slice(start, end), paragraph.raw);
        const squeeze = (from: string): string => [...from].filter((each) => !isSpace(each.charCodeAt(0))).join('');
        assert.equal(squeeze(paragraph.text), squeeze(paragraph.raw));
        assert.notEqual(paragraph.text, '');
        at = end;
      }
      assert.equal(text.slice(at).trim(), '');
    }),
    { numRuns: 400 },
  );
});

test('property: offsets in text and raw lead back and forth', () => {
  fc.assert(
    fc.property(dump, (text) => {
      for (const { paragraph } of read(text).blocks) {
        for (let index = 0; index < paragraph.text.length; index++) {
          const offset = rawOffset(paragraph, index);
          const unit = paragraph.raw[offset];
          // a space between joined words stands for the break
          if (unit !== paragraph.text[index]) assert.match(unit ?? '\n', /\s/u);
          else assert.equal(textIndex(paragraph, offset), index);
        }
        assert.equal(paragraph.raw.slice(rawOffset(paragraph, paragraph.text.length, 'end')).trim(), '');
      }
    }),
    { numRuns: 200 },
  );
});
