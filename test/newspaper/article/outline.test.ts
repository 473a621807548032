import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupArticles } from '../../../server/src/newspaper/article/group.ts';
import { type OutlineEntry, outlineOf } from '../../../server/src/newspaper/article/outline.ts';
import { link, pageOf } from './page.ts';

function outline(lines: readonly string[], links: Parameters<typeof groupArticles>[2] = []) {
  const page = pageOf(...lines);
  return outlineOf({ ...page, ...groupArticles(page.blocks, page.roles, links) });
}

/** What a reader sees of an outline: names, stretches, children. */
function sketch(entries: readonly OutlineEntry[]): unknown[] {
  return entries.map(({ kind, name, first, last, children }) => [kind, name, first, last, ...sketch(children)]);
}

test('articles with subheads, sections with briefs, briefs that stand apart', () => {
  const entries = outline([
    'folio 第3版',
    'section 短讯',
    'brief ★ 本周六，梅湾的渡口停航，行人绕道。',
    'kicker 江上三冬',
    'headline 青石河大桥合龙 两岸通车在望',
    'body 本报讯 记者柳知远报道 大桥昨天合龙。',
    'subhead 钢梁四十段',
    'body 每段重三百吨。',
    'brief ★ 青石镇的早市提前到五点。',
    'headline 梅湾图书馆夜里也开门',
    'body 读者可以坐到末班车开走。',
  ]);
  assert.deepEqual(sketch(entries), [
    ['section', '短讯', 1, 2, ['brief', '本周六，梅湾的渡口停航', 2, 2]],
    ['article', '青石河大桥合龙 两岸通车在望', 3, 7, ['subhead', '钢梁四十段', 6, 7]],
    ['brief', '青石镇的早市提前到五点', 8, 8],
    ['article', '梅湾图书馆夜里也开门', 9, 10],
  ]);
  assert.deepEqual(entries[1]!.signature, { bylines: ['柳知远'], dateline: '本报讯', date: undefined });
  assert.equal(entries[1]!.length, '本报讯 记者柳知远报道 大桥昨天合龙。钢梁四十段每段重三百吨。'.length);
  assert.equal(entries[2]!.section, '短讯');
});

test('a repetition is no second article and adds nothing to the length', () => {
  const page = pageOf('headline 青石河大桥合龙', 'body 大桥昨天合龙。', 'repetition 青石河大桥合龙');
  const grouped = groupArticles(page.blocks, page.roles, [], [{ block: 2, of: 0, match: 'exact' }]);
  const entries = outlineOf({ ...page, ...grouped });
  assert.equal(entries.length, 1);
  assert.equal(entries[0]!.length, '大桥昨天合龙。'.length);
});

test('entries follow one another, children lie within them, whatever the page', () => {
  const roles = ['headline', 'kicker', 'deck', 'subhead', 'body', 'body', 'section', 'brief', 'folio', 'repetition'];
  const line = fc.constantFrom(...roles).map((role) => `${role} 青石河大桥合龙，两岸的人都来看。`);
  const links = fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 25, maxLength: 25 }), links, (lines, pairs) => {
      const check = (entries: readonly OutlineEntry[], first: number, last: number): void => {
        let end = first - 1;
        for (const entry of entries) {
          assert.ok(entry.first > end && entry.first <= entry.block && entry.block <= entry.last && entry.last <= last);
          check(entry.children, entry.first, entry.last);
          end = entry.last;
        }
      };
      check(
        outline(
          lines,
          pairs.map(([at, to]) => link(at, to)),
        ),
        0,
        24,
      );
    }),
  );
});
