import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../../server/src/newspaper/index.ts';
import { pageStarts } from '../../../server/src/newspaper/page/split.ts';

const starts = (text: string): number[] => [...pageStarts(text)];
const body = `${'青石镇的老桥昨天重新开放,桥面铺上了新的石板,栏杆也换过了。'.repeat(3)}\n`;

/** The first line of each page. */
const openings = (text: string): string[] =>
  starts(text).map((start) =>
    text
      .slice(start)
      .split(/\r\n?|\n/u, 1)[0]!
      .trim(),
  );

test('a text without furniture is one page', () => {
  assert.deepEqual(starts(''), [0]);
  assert.deepEqual(starts(body.repeat(4)), [0]);
});

test('a form feed at a line start opens a page', () => {
  assert.deepEqual(starts(`${body}\f${body}`), [0, body.length]);
  assert.deepEqual(starts(`甲\f乙\n`), [0]);
});

test('a folio opens a page, however it is printed', () => {
  for (const folio of [
    'A12 港聞 2031年4月6日（星期日）',
    '要闻 2031年4月6日 星期日 03版',
    'A叠03',
    '第2版 要闻',
    '第二版',
    '要闻 第2版',
    '2020年2月7日 星期五 第3版',
    '2020-02-07 星期五 第七版',
    'A04 国际',
    '02版 综合',
    '第３版',
    '第3頁 要聞',
    '青石日报 星期五 2020年2月7日',
    'A3要闻',
    '03国际',
    'T12 特刊',
  ]) {
    assert.deepEqual(openings(`${body}${folio}\n\n${body}`), [body.trim(), folio], folio);
  }
});

test('a part of the paper with a bare number opens a page behind a blank line: else it may be a row of a table', () => {
  for (const folio of ['3 国际', '国际 3', '财经·证券 12']) {
    assert.deepEqual(openings(`${body}\n${folio}\n\n${body}`), [body.trim(), folio], folio);
    assert.deepEqual(starts(`${body}${folio}\n教育 7\n${body}`), [0], folio);
  }
});

test('what only looks like a folio opens none', () => {
  for (const line of [
    '2020年2月7日',
    '第2版修订稿昨天在镇上发布',
    'A股昨天上涨',
    '2020',
    '3个孩子',
    '第二次开放',
    '责任编辑:林小溪',
    'G20 峰会',
    'F1 赛车',
    '青石 12',
  ]) {
    assert.deepEqual(starts(`${body}${line}\n${body}`), [0], line);
  }
});

test('furniture in a run opens one page', () => {
  const run = '第2版 要闻\n青石日报\n2020年2月7日 星期五\n责任编辑:林小溪\n\n';
  assert.deepEqual(openings(`${run}老桥开放\n${body}${run}${body}`), ['第2版 要闻', '第2版 要闻']);
  assert.deepEqual(starts(`${body}\f${run}${body}`), [0, body.length]);
});

test('CRLF and CR are line ends too', () => {
  const text = `${body}第2版 要闻\n${body}`;
  for (const ending of ['\r\n', '\r']) assert.equal(openings(text.replaceAll('\n', ending))[1], '第2版 要闻');
});

test('property: pages do not depend on what stands before', () => {
  const line = fc.constantFrom(
    '第2版 要闻\n',
    '\f',
    '\n',
    '青石日报\n',
    body,
    '老桥开放\r\n',
    'A04 国际\r',
    '2020年2月7日 星期五\n',
    body.repeat(300),
    `${'桥'.repeat(50_000)}\n`,
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('');
      const all = starts(text);
      for (const [place, start] of all.entries()) assert.deepEqual([...pageStarts(text, start)], all.slice(place));
    }),
  );
});

const article = `老桥重新开放\n\n${body.repeat(20)}\n\n`;
/** Of many pages' length, with nothing that divides it into pages. */
const text = article.repeat(Math.ceil(400_000 / article.length));

test('a text too long for a page is read in parts, each from what may be a headline', () => {
  const all = starts(text);
  assert.ok(all.length >= 6, `${all.length} parts`);
  for (const [place, start] of all.entries()) {
    assert.ok(text.startsWith('老桥重新开放', start));
    const length = (all[place + 1] ?? text.length) - start;
    assert.ok(length <= 60_000 + article.length, `${length} characters`);
  }
});

test('a text too long for a page with no blank line is read in parts too, and one line never is', () => {
  const lines = body.repeat(Math.ceil(300_000 / body.length));
  const all = starts(lines);
  assert.equal(all.length, 3);
  for (const start of all.slice(1)) assert.equal(lines[start - 1], '\n');
  assert.deepEqual(starts('（'.repeat(500_000)), [0]);
});

test('a folio right behind the start of a part opens no further page, wherever the reading began', () => {
  const lines = body.repeat(Math.ceil(120_000 / body.length));
  const text = `${lines}${body}第2版 要闻\n${body}`;
  const all = starts(text);
  assert.equal(all[1], lines.length);
  assert.deepEqual([...pageStarts(text, all[1])], all.slice(1));
});

test('a folio opens a page in a long text as in a short one', () => {
  const long = body.repeat(Math.ceil(50_000 / body.length));
  assert.deepEqual(openings(`${long}第2版 要闻\n${long}第3版 国际\n${long}`).slice(1), ['第2版 要闻', '第3版 国际']);
});

test('typing in a long text without pages has one part read again', () => {
  const before = analyse(text);
  const known = new Set(before.pages.map(({ page }) => page));
  for (const share of [0, 0.3, 0.5, 0.99]) {
    const at = text.indexOf(body, Math.floor((text.length - article.length) * share)) + 3;
    const changed = `${text.slice(0, at)}新${text.slice(at)}`;
    const now = analyse(changed, before, { start: at, oldEnd: at, newEnd: at + 1 });
    assert.equal(now.pages.filter(({ page }) => !known.has(page)).length, 1);
    assert.deepEqual(
      now.pages.map(({ offset }) => offset),
      starts(changed),
    );
  }
});
