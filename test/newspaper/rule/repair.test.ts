import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  analyse,
  applyChanges,
  type Change,
  findingsOf,
  fixAllChanges,
  type Page,
  ruleOf,
  setStatistics,
} from '../../../server/src/newspaper/index.ts';

setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url)));

const sentences = [
  '青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到明显改善。',
  '据介绍，这些水渠由村民自己管护，每个村都选出两名护渠员，每月巡查四次，发现渗漏当天就修补。',
  '白鹭镇图书馆从本月起每天开到半夜，夜班工人下班以后也能来借书，馆里还添了三十盏台灯和一台热水机。',
  '“以前下了班只能回宿舍。”二十六岁的纺织工人说，“现在可以看一会儿小说再睡。”',
  '望屿市气象台预计，未来三天有小到中雨，江面风力五到六级，渡船可能停航，请乘客留意码头的通知。',
  '学员当中年纪最大的是七十二岁的退休教师，他说自己在江边住了一辈子，这一回总算圆了多年的心愿。',
] as const;
const headlines = ['青石市今年新修水渠十二条', '白鹭镇图书馆向夜班工人开放', '望屿市三天风雨 渡船或将停航'] as const;

/** A piece of a page: a paragraph whole, or cut at some place with an overlap and something or nothing in between. */
const paragraph = fc.record({
  text: fc.constantFrom(...sentences),
  cut: fc.option(fc.integer({ min: 5, max: 30 })),
  overlap: fc.constantFrom(0, 0, 0, 1, 2),
  between: fc.constantFrom('', '', 'headline', 'lost'),
});
const articles = fc.array(
  fc.record({
    headline: fc.constantFrom(...headlines),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const lineBreaks = fc.constantFrom('\n', '\r\n', '\r');
const layouts = fc.constantFrom('spaced', 'tight', 'indented', 'wrapped', 'doubled');

/** Lays a page out as extraction would leave it. */
const pages = fc.tuple(articles, lineBreaks, layouts).map(([list, lineBreak, layout]) => {
  const blocks: string[] = [];
  const body = (text: string, opens: boolean) => {
    if (layout === 'indented') blocks.push(opens ? `　　${text}` : text);
    else if (layout === 'wrapped') blocks.push(text.replace(/.{20}(?=.)/gu, `$&${lineBreak}`));
    else if (layout === 'doubled') blocks.push(text.replace(/.{20}(?=.)/gu, `$&${lineBreak}${lineBreak}`));
    else blocks.push(text);
  };
  for (const { headline, paragraphs } of list) {
    blocks.push(headline);
    for (const { text, cut, overlap, between } of paragraphs) {
      if (cut === null) {
        body(text, true);
        continue;
      }
      body(text.slice(0, cut), true);
      if (between === 'headline') blocks.push(headline);
      if (between !== 'lost') body(text.slice(cut - overlap), false);
    }
  }
  const breaks = { spaced: 2, tight: 1, indented: 1, wrapped: 2, doubled: 3 }[layout];
  const apart = lineBreak.repeat(breaks);
  return blocks.join(apart) + lineBreak;
});

function onlyPage(text: string): Page {
  const { pages: all } = analyse(text);
  assert.equal(all.length, 1);
  return all[0]!.page;
}

/** How often each character that is not white space stands in a text. */
function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** The characters that changes take away, less those that they put in. */
function lost(before: string, changes: readonly Change[]): number {
  const after = characters(applyChanges(before, changes));
  let missing = 0;
  for (const [character, count] of characters(before)) missing += Math.max(0, count - (after.get(character) ?? 0));
  return missing;
}

/** The characters that changes put in and the page did not have. */
function invented(before: string, changes: readonly Change[]): number {
  const earlier = characters(before);
  let added = 0;
  for (const [character, count] of characters(applyChanges(before, changes))) {
    added += Math.max(0, count - (earlier.get(character) ?? 0));
  }
  return added;
}

const options = { gapMark: '〔……〕' };

test('a fix loses no character but the overlap or the headline that it names, and invents none but its mark', () => {
  let fixes = 0;
  fc.assert(
    fc.property(pages, (text) => {
      const page = onlyPage(text);
      for (const finding of findingsOf(page)) {
        for (const fix of ruleOf(finding.code).fixes(page, finding, options)) {
          fixes++;
          const title = JSON.stringify(fix.title);
          const mayLose =
            finding.code === 'duplicate-headline'
              ? page.text.slice(finding.span.start, finding.span.end).replace(/\s/gu, '').length + 8
              : finding.code === 'split-paragraph' && title.includes('Join')
                ? page.continuations.reduce((sum, { overlap }) => sum + overlap, 0)
                : finding.code === 'stray-byline' && title.includes('Remove')
                  ? page.text.slice(finding.span.start, finding.span.end).length
                  : 0;
          assert.ok(lost(text, fix.changes) <= mayLose, `${title} loses ${lost(text, fix.changes)} of ${mayLose}`);
          const mayInvent = title.includes('Mark') ? options.gapMark.length : 0;
          assert.ok(invented(text, fix.changes) <= mayInvent, `${title} invents characters`);
        }
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(fixes > 100, `only ${fixes} fixes were tried`);
});

test('a fix leaves every block that it does not name as it was, to the byte', () => {
  fc.assert(
    fc.property(pages, (text) => {
      const page = onlyPage(text);
      const changes = fixAllChanges(page, () => true);
      const after = applyChanges(text, changes);
      for (const { start, end, paragraph: own } of page.blocks) {
        if (changes.some(({ span }) => span.start <= end && span.end >= start)) continue;
        assert.ok(after.includes(own.raw));
      }
      const breaks = (some: string) => new Set(some.match(/\r\n|\r|\n/gu));
      assert.ok(breaks(after).size <= breaks(text).size, 'no other kind of line break');
    }),
    { numRuns: 200 },
  );
});

test('fixing all twice is fixing all once, and leaves nothing certain', () => {
  let joined = 0;
  fc.assert(
    fc.property(pages, (text) => {
      const changes = fixAllChanges(onlyPage(text), () => true);
      joined += changes.length;
      const after = onlyPage(applyChanges(text, changes));
      assert.deepEqual(
        fixAllChanges(after, () => true),
        [],
      );
      assert.deepEqual(
        findingsOf(after).filter(({ code, certainty }) => code === 'split-paragraph' && certainty >= 0.8),
        [],
      );
    }),
    { numRuns: 200 },
  );
  assert.ok(joined > 100, `only ${joined} changes were made`);
});

test('changes of a fix ascend and do not overlap', () => {
  fc.assert(
    fc.property(pages, (text) => {
      const page = onlyPage(text);
      for (const finding of findingsOf(page)) {
        for (const { changes } of ruleOf(finding.code).fixes(page, finding, options)) {
          changes.forEach(({ span }, i) => {
            assert.ok(span.start <= span.end && span.end <= text.length);
            assert.ok(i === 0 || changes[i - 1]!.span.end <= span.start);
          });
        }
      }
    }),
    { numRuns: 200 },
  );
});
