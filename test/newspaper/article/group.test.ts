import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupArticles } from '../../../server/src/newspaper/article/group.ts';
import type { Role } from '../../../server/src/newspaper/page/block.ts';
import { link, pageOf } from './page.ts';

const bridge = [
  'headline 青石河大桥合龙 两岸通车在望',
  'body 本报讯 记者柳知远报道 青石河大桥的最后一段钢梁昨天落位，大桥合龙。',
  'body 青石河大桥长两公里，桥面宽三十米，工人在江上干了三个冬天，钢梁由北岸的船厂',
  'body 造好，再用驳船运到青石河大桥下。大桥的钢梁一共四十段，每段重三百吨。',
  'body 大桥通车以后，从青石镇到北岸的船厂只要五分钟，不必再等轮渡。',
];
const library = [
  'headline 梅湾图书馆夜里也开门',
  'body 本报讯 记者辛小禾报道 梅湾图书馆从本周起开到夜里十二点，读者可以坐到末班车开走。',
  'body 图书馆的馆员说，夜里来的读者多是下了班的人，他们借书，也在阅览室里写字。',
];

test('text belongs to the headline above it, kickers to the one below, decks to the one above', () => {
  const { blocks, roles } = pageOf(
    'folio 第3版',
    'kicker 江上三冬',
    ...bridge.slice(0, 2),
    'subhead 钢梁四十段',
    bridge[4]!,
    'strayByline 柳知远',
    library[0]!,
    'deck 馆员轮班守到末班车',
    library[1]!,
  );
  const { articles } = groupArticles(blocks, roles, []);
  assert.deepEqual(articles, [
    { headline: 2, blocks: [1, 2, 3, 4, 5] },
    { headline: 7, blocks: [7, 8, 9] },
  ]);
});

test('text before any headline is an article without one', () => {
  const { blocks, roles } = pageOf('body 上一页没有说完的话在这里说完。', library[0]!, library[1]!);
  assert.deepEqual(groupArticles(blocks, roles, []).articles, [
    { headline: undefined, blocks: [0] },
    { headline: 1, blocks: [1, 2] },
  ]);
});

test('a rest that drifted past the next headline goes back, with what stands behind it up to the dateline', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), library[0]!, ...bridge.slice(3), ...library.slice(1));
  const { articles } = groupArticles(blocks, roles, [link(2, 4)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 4, 5] },
    { headline: 3, blocks: [3, 6, 7] },
  ]);
});

test('a rest that drifted behind the first paragraph of the next article goes back too', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), ...library.slice(0, 2), ...bridge.slice(3), library[2]!);
  const { articles } = groupArticles(blocks, roles, [link(2, 5)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 5, 6] },
    { headline: 3, blocks: [3, 4, 7] },
  ]);
});

test('a rest may drift between a kicker and its headline', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), 'kicker 读书的人有了去处', ...bridge.slice(3), ...library);
  const { articles } = groupArticles(blocks, roles, [link(2, 4)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 4, 5] },
    { headline: 6, blocks: [3, 6, 7, 8] },
  ]);
});

test('a paragraph cut before the drift says where its article goes on', () => {
  const { blocks, roles } = pageOf(
    ...bridge.slice(0, 3),
    library[0]!,
    'body 梅湾图书馆从本周起开到夜里十二点，读者可以坐到末班',
    bridge[3]!,
    bridge[4]!,
    'body 车开走，馆员也才关灯。',
    library[2]!,
  );
  const { articles } = groupArticles(blocks, roles, [link(2, 5), link(4, 7)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 5, 6] },
    { headline: 3, blocks: [3, 4, 7, 8] },
  ]);
});

test('a paragraph that begins ahead of its own headline is led to it, and reads from its beginning', () => {
  const { blocks, roles } = pageOf(
    ...library.slice(0, 2),
    'body 本报讯 记者柳知远报道 青石河大桥的钢梁由北岸的船厂造好，青石河大桥两岸的人',
    'headline 青石河大桥合龙 两岸通车在望',
    'body 站在桥头看大桥合龙，青石河上汽笛齐鸣。',
    bridge[4]!,
  );
  const { articles } = groupArticles(blocks, roles, [link(2, 4)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1] },
    { headline: 3, blocks: [3, 2, 4, 5] },
  ]);
});

test('a rest that stands before its beginning is read behind it', () => {
  const { blocks, roles } = pageOf(library[0]!, 'body 车开走，馆员也才关灯。', 'body 读者可以坐到末班', library[2]!);
  assert.deepEqual(groupArticles(blocks, roles, [link(2, 1)]).articles, [{ headline: 0, blocks: [0, 2, 1, 3] }]);
});

test('a repetition stands with the article whose headline it repeats', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), library[0]!, 'repetition 青石河大桥合龙', library[1]!);
  const { articles } = groupArticles(blocks, roles, [], [{ block: 4, of: 0, match: 'partial' }]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 4] },
    { headline: 3, blocks: [3, 5] },
  ]);
});

test('briefs belong to the last label before them, and to no article', () => {
  const { blocks, roles } = pageOf(
    'section 短讯',
    'brief ★ 梅湾的渡口明天起停航三天。',
    ...library.slice(0, 2),
    'brief ★ 青石镇的早市提前到五点。',
  );
  assert.deepEqual(groupArticles(blocks, roles, []), {
    articles: [{ headline: 2, blocks: [2, 3] }],
    sections: [{ label: 0, briefs: [1, 4] }],
    asked: undefined,
  });
  const unlabelled = pageOf('brief ★ 梅湾的渡口明天起停航三天。');
  assert.deepEqual(groupArticles(unlabelled.blocks, unlabelled.roles, []), {
    articles: [],
    sections: [{ label: undefined, briefs: [0] }],
    asked: undefined,
  });
});

const roles: readonly Role[] = [
  'headline',
  'kicker',
  'deck',
  'subhead',
  'abstract',
  'body',
  'body',
  'body',
  'byline',
  'strayByline',
  'jump',
  'caption',
  'credit',
  'section',
  'brief',
  'folio',
  'masthead',
  'editors',
  'notice',
  'repetition',
];
const words = ['青石河', '大桥', '图书馆', '读者', '钢梁', '本报讯 ', '，', '。', '馆员', 'a', '７'];
const line = fc
  .tuple(fc.constantFrom(...roles), fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }))
  .map(([role, text]) => `${role} ${text.join('')}`);
const anyPage = fc.array(line, { maxLength: 40 }).chain((lines) => {
  const place = fc.nat(Math.max(0, lines.length - 1));
  const links = fc.array(
    fc.tuple(place, fc.option(place, { nil: undefined }), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      maxLength: lines.length === 0 ? 0 : 12,
    },
  );
  return fc.tuple(fc.constant(lines), links);
});

test('whatever the roles and links: every block is in one article at most, each headline once, heads first', () => {
  fc.assert(
    fc.property(anyPage, ([lines, links]) => {
      const { blocks, roles } = pageOf(...lines);
      const { articles, sections } = groupArticles(
        blocks,
        roles,
        links.map(([at, to, certainty]) => link(at, to, certainty)),
      );
      const grouped = articles.flatMap(({ blocks }) => blocks);
      assert.equal(new Set(grouped).size, grouped.length);
      const headlines = blocks.filter(({ index }) => roles[index] === 'headline').map(({ index }) => index);
      assert.deepEqual(
        articles.flatMap(({ headline }) => headline ?? []),
        headlines,
      );
      for (const { headline, blocks } of articles) if (headline !== undefined) assert.ok(blocks.includes(headline));
      // what an article can be made of is in one
      const text: readonly Role[] = [
        'headline',
        'kicker',
        'deck',
        'subhead',
        'abstract',
        'body',
        'byline',
        'jump',
        'caption',
        'credit',
      ];
      for (const { index } of blocks)
        assert.equal(grouped.includes(index), text.includes(roles[index]!) || roles[index] === 'notice');
      const briefs = blocks.filter(({ index }) => roles[index] === 'brief').map(({ index }) => index);
      assert.deepEqual(
        sections.flatMap(({ briefs }) => briefs),
        briefs,
      );
    }),
  );
});

test('without links, an article is read in the order of the page', () => {
  fc.assert(
    fc.property(anyPage, ([lines]) => {
      const { blocks, roles } = pageOf(...lines);
      for (const { blocks: order } of groupArticles(blocks, roles, []).articles) {
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
      }
    }),
  );
});

test('a rest that no link leads to is found by what it speaks of', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), ...library.slice(0, 2), ...bridge.slice(3), library[2]!);
  const { articles } = groupArticles(blocks, roles, [link(2, undefined)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2, 5, 6] },
    { headline: 3, blocks: [3, 4, 7] },
  ]);
});

test('a rest that is lost takes nothing from the next article', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), ...library);
  const { articles } = groupArticles(blocks, roles, [link(2, undefined)]);
  assert.deepEqual(articles, [
    { headline: 0, blocks: [0, 1, 2] },
    { headline: 3, blocks: [3, 4, 5] },
  ]);
});

test('a doubtful link may be one block off', () => {
  const { blocks, roles } = pageOf(...bridge.slice(0, 3), ...library.slice(0, 2), ...bridge.slice(3), library[2]!);
  const { articles } = groupArticles(blocks, roles, [link(2, 6, 0.3)]);
  assert.deepEqual(
    articles.map(({ blocks }) => [...blocks].sort((a, b) => a - b)),
    [
      [0, 1, 2, 5, 6],
      [3, 4, 7],
    ],
  );
});

test('thousands of blocks and links take time in proportion', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) =>
    index % 10 === 0 ? `headline 青石河第${index}号` : `body 青石河的大桥，图书馆的读者，第${index}次。`,
  );
  const { blocks, roles } = pageOf(...lines);
  const links = Array.from({ length: 1_900 }, (_, index) => link(index * 10 + 9, index * 10 + 12));
  const half = 5_000;
  const halves = pageOf(
    'headline 青石河',
    ...Array.from({ length: half }, () => 'body 青石河的大桥，图书馆的'),
    'headline 图书馆',
    ...Array.from({ length: half }, () => 'body 读者，在钢梁下。'),
  );
  const crossings = Array.from({ length: half }, (_, index) => link(index + 1, index + half + 2));
  const begun = performance.now();
  groupArticles(blocks, roles, links);
  groupArticles(halves.blocks, halves.roles, crossings);
  assert.ok(performance.now() - begun < 10_000);
});
