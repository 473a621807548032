import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { amongOthers, brokenness, linkContinuations } from '../../../server/src/newspaper/continuation/assign.ts';
import { certain } from '../../../server/src/newspaper/continuation/continuation.ts';
import { evidencePhrases } from '../../../server/src/newspaper/continuation/evidence.ts';
import { setStatistics } from '../../../server/src/newspaper/continuation/statistics.ts';
import type { Block, Layout, Role } from '../../../server/src/newspaper/page/block.ts';

const table = readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url));
setStatistics(() => table);

/**
 * Blocks from lines: `# ` a headline, `= ` one printed again, `~ ` a subhead, `@ ` a stray byline, `> ` a jump line, `^ ` a
 * caption, `% ` a credit, else body.
 */
function link(lines: readonly string[], kind: Layout['kind'] = 'spaced') {
  const roleOf: Readonly<Record<string, Role>> = {
    '#': 'headline',
    '=': 'repetition',
    '~': 'subhead',
    '@': 'strayByline',
    '>': 'jump',
    '^': 'caption',
    '%': 'credit',
  };
  const roles: Role[] = [];
  const blocks = lines.map((line, index): Block => {
    const role = /^[#=~@>^%] /.test(line) ? roleOf[line[0]!] : undefined;
    roles.push(role ?? 'body');
    const raw = role === undefined ? line : line.slice(2);
    const text = raw.trim();
    const indent = raw.length - raw.trimStart().length;
    const paragraph = { raw, text, indent, pieces: [{ at: 0, from: indent }], isSetInLines: false, notes: [] };
    return { index, first: index, last: index, start: 0, end: raw.length, paragraph };
  });
  const { continuations, orphans } = linkContinuations(blocks, roles, { kind, width: undefined });
  return { continuations, orphans };
}

const pairs = (lines: readonly string[], kind?: Layout['kind']) =>
  link(lines, kind).continuations.map(({ at, to }) => [at, to]);

const whole = [
  '本报讯 镇里的老桥昨天重新开放，两岸居民不必再绕行三公里。',
  '工程队用了四个月加固桥墩，并在桥面两侧装上新的护栏。',
  '“以前推着自行车过桥总是提心吊胆，现在放心多了。”住在桥头的退休教师说。',
];

test('a text that goes on at another page is not led on here, whatever begins on this one', () => {
  const cut = '据镇里介绍，今后每年春天都会对桥面进行一次检查，发现问题及时维';
  const rest = '修，确保行人和车辆安全通过。';
  const lines = (...jump: string[]) => ['# 老桥重新开放', whole[0]!, ...jump, '# 新茶上市', whole[1]!, rest];
  assert.deepEqual(pairs(lines(cut)), [[2, 5]]);
  for (const jump of [[cut, '> （下转第三版）'], [`${cut}（下转第三版）`]]) {
    assert.deepEqual(
      pairs(lines(...jump)).filter(([, to]) => to !== undefined),
      [],
    );
  }
  assert.deepEqual(pairs(lines(cut, '> （上接第三版）')), [[2, 6]], 'where a text comes from is another matter');
});

test('a paragraph cut in two is led to the next block', () => {
  const { continuations, orphans } = link([
    '# 老桥重新开放',
    whole[0]!,
    '据镇里介绍，今后每年春天都会对桥面进行一次检查，发现问题及时维',
    '修，确保行人和车辆安全通过。',
    whole[1]!,
  ]);
  assert.deepEqual(
    continuations.map(({ at, to }) => [at, to]),
    [[2, 3]],
  );
  assert.ok(continuations[0]!.certainty >= certain);
  assert.deepEqual(orphans, []);
});

test('a headline may stand between the halves', () => {
  assert.deepEqual(
    pairs([
      '# 果农试种新品种',
      '今年春天，村里的合作社引进了两个晚熟品种，请来农科院的专家手把手教大家修剪、施肥，果农们学习的积',
      '# 夜校开到家门口',
      '极性很高，不到一个月就有四十多户报名参加。',
      '每到周三晚上，社区活动室里总是坐得满满当当。',
    ]),
    [[1, 3]],
  );
});

test('a repeated headline or a stray name may stand between the halves', () => {
  for (const between of ['= 果农试种新品种', '@ 周大山']) {
    assert.deepEqual(
      pairs([
        '# 果农试种新品种',
        '截至目前，全县已有二十六个村完成了水渠的清淤工作，灌溉面积比去年增',
        between,
        '加三成左右，农户用水有了保障。',
      ]),
      [[1, 3]],
    );
  }
});

test('a column flows around a picture: what stands by it comes between the halves', () => {
  const beside = ['^ 图为老桥的桥头。', '^ ▲老桥重新开放。高一鸣摄', '% 图/青石日报', '% （资料图片）', '12'];
  for (const between of [...beside.map((line) => [line]), ['^ 图为老桥的桥头。', '% 高一鸣摄']]) {
    const { continuations } = link([
      '# 老桥重新开放',
      whole[0]!,
      '老桥建成已经有一百二十年，去年春天被山洪冲坏了两个桥墩，镇里请来',
      ...between,
      '外地的石匠，按照原来的样子把桥墩重新砌好。',
      whole[1]!,
    ]);
    assert.deepEqual(
      continuations.map(({ at, to }) => [at, to]),
      [[2, 3 + between.length]],
      between.join(),
    );
    assert.ok(continuations[0]!.certainty >= certain, between.join());
  }
});

test('chains of three and four pieces are followed', () => {
  assert.deepEqual(
    pairs([
      '# 水渠修到田头',
      '入冬以来，县里组织各乡镇对灌溉渠道进行了全面检',
      '查，对年久失修的闸门逐一登记，安排专业队伍抓紧维',
      '修，同时发动群众清理淤泥和杂草，确保明年春耕时渠水能够顺利流进每一块农',
      '田，让农户不再为用水发愁。',
      whole[1]!,
    ]),
    [
      [1, 2],
      [2, 3],
      [3, 4],
    ],
  );
});

test('what both halves hold is an overlap', () => {
  const { continuations } = link([
    '# 图书馆延长开放时间',
    '从下个月起，市图书馆每晚延长开放两个小时，工作人员将轮流值班，为读者提供借阅和咨询服',
    '询服务，节假日也不休息，方便上班族借书。',
    whole[1]!,
  ]);
  assert.deepEqual(
    continuations.map(({ at, to, overlap }) => [at, to, overlap]),
    [[1, 2, 2]],
  );
});

test('the last words of a sentence that are printed again, full stop and all, lead on', () => {
  const head = '农技站派人到田间指导排涝，防止秧苗因积水受淹。';
  const tail = '淹。二是组织青壮劳力疏通沟渠，让积水尽快排出。';
  const { continuations, orphans } = link(['# 农技站下田', whole[0]!, head, '= 农技站下田', tail, whole[1]!]);
  assert.deepEqual(
    continuations.map(({ at, to, overlap }) => [at, to, overlap]),
    [[2, 4, 2]],
  );
  assert.ok(continuations[0]!.certainty >= certain);
  assert.deepEqual(orphans, []);
  assert.deepEqual(pairs(['# 农技站下田', head, tail.slice(2), whole[1]!]), []);
});

test('a comma that stands on both sides of a seam stands once', () => {
  const { continuations } = link([
    '# 果农试种新品种',
    '今年春天，村里的合作社引进了两个晚熟品种，请来专家手把手教大家修剪，',
    '，果农们学得很起劲，不到一个月就有四十多户报名。',
    whole[1]!,
  ]);
  assert.deepEqual(
    continuations.map(({ at, to, overlap }) => [at, to, overlap]),
    [[1, 2, 1]],
  );
});

test('where digits may be a repetition or not, the join is no certain one', () => {
  const certainty = (tail: string) =>
    link(['# 水渠修到田头', '入冬以来，全镇的农户一起清理渠道，已经清出淤泥200', tail, whole[1]!]).continuations[0]
      ?.certainty ?? 0;
  assert.ok(certainty('多吨，渠水流进了每一块田。') >= certain);
  assert.ok(certainty('0多吨，渠水流进了每一块田。') < certain);
});

test('the other paragraphs of a page speak for and against a cut', () => {
  const { ends, starts } = brokenness([0.9, 0.9, 0.1], 20);
  assert.ok(ends[2]! > ends[0]!, 'what it is itself does not count');
  assert.ok(starts > ends[0]!);
  const whole = brokenness([0.1, 0.1], 60);
  assert.ok(whole.ends[0]! < -1 && whole.starts < -1);
  assert.equal(amongOthers(2), 0);
  assert.equal(amongOthers(-0.5), -0.5);
});

test('one plain cut is found on a page however many whole paragraphs it has', () => {
  const filler = Array.from({ length: 200 }, (_, i) => `第${i}条水渠由第${i}组村民管护，每年清淤一次。`);
  const { continuations } = link([
    '# 青石市今年新修水渠十二条',
    '本报讯 记者甘一禾报道 青石市水务局昨日宣布，全市今年新修的十二条水渠已经全部通水，沿线村庄的灌溉条件得到',
    '明显改善，预计秋收以后还要再修四条。',
    ...filler,
  ]);
  assert.deepEqual(
    continuations.map(({ at, to }) => [at, to]),
    [[1, 2]],
  );
});

test('the rest is lost where nothing on the page goes on', () => {
  const { continuations } = link([
    '# 老桥重新开放',
    '施工单位负责人告诉记者，桥面铺装完成以后，全长一百二十米的桥面将全部铺上防滑的',
    '# 夜校开到家门口',
    '本报讯 每到周三晚上，社区活动室里总是坐得满满当当。',
    '记者在现场看到，来上课的既有年轻人，也有头发花白的老人。',
  ]);
  assert.deepEqual(
    continuations.map(({ at, to }) => [at, to]),
    [[1, undefined]],
  );
});

test('a block that begins mid-sentence with nothing leading to it is an orphan', () => {
  const { continuations, orphans } = link([
    '# 老桥重新开放',
    whole[0]!,
    '的办法，先由村民代表讨论，再张榜公布，最后投票决定。”他说。',
    whole[1]!,
  ]);
  assert.deepEqual(continuations, []);
  assert.deepEqual(
    orphans.map(({ block }) => block),
    [2],
  );
});

test('in an indented page a flush paragraph continues', () => {
  const { continuations } = link(
    [
      '# 老桥重新开放',
      `　　${whole[0]}`,
      '　　镇里的负责人表示，下一步将在桥头建一座小',
      '公园，种上海棠和垂柳，供附近居民休息。',
      `　　${whole[1]}`,
    ],
    'indented',
  );
  assert.deepEqual(
    continuations.map(({ at, to }) => [at, to]),
    [[2, 3]],
  );
});

test('whole text is left alone: subheads, couplets, lists, speeches, credits', () => {
  assert.deepEqual(
    link([
      '# 老桥重新开放',
      ...whole,
      '~ 桥上的故事',
      '过去每逢集日，桥上挤满了挑担的人。',
      '~ 春风又绿江南岸，',
      '~ 老桥今日换新颜。',
      '新规定主要有三条：',
      '一、机动车限速二十公里；',
      '二、载重超过五吨的车辆不得上桥；',
      '三、夜间十点以后禁止鸣笛。',
      '（作者单位：县交通局）',
    ]),
    { continuations: [], orphans: [] },
  );
});

test('every reason has words, the strongest first', () => {
  const { continuations } = link([
    '今年夏天雨水多，低洼处的稻田积水严重，农技站派人到田间指',
    '导排涝，帮助农户把损失降到最低。',
  ]);
  const { evidence } = continuations[0]!;
  assert.ok(evidence.length > 0);
  for (const { id } of evidence) assert.ok(evidencePhrases[id] !== undefined, id);
  for (const [index, { weight }] of evidence.entries()) assert.ok(index === 0 || weight <= evidence[index - 1]!.weight);
});

/** Pieces of paragraphs in any order, as a badly broken page has them. */
const scraps = fc.array(
  fc.constantFrom(
    ...whole,
    '# 老桥重新开放',
    '= 老桥重新开放',
    '~ 桥上的故事',
    '@ 周大山',
    '县里组织各乡镇对灌溉渠道进行了全面检',
    '查，对年久失修的闸门逐一登记，安排专业队伍抓紧维',
    '修，确保渠水流进农田。',
    '“他把',
    '书放下”，转身走了。',
    '共有3',
    '5人参加。',
    '，',
    '。',
    '',
    '\ud800',
    'and so they went',
    'home.',
  ),
  { maxLength: 40 },
);

test('whatever the blocks: each is left and reached at most once, links go forward, the same in makes the same out', () => {
  fc.assert(
    fc.property(scraps, fc.constantFrom('spaced', 'indented', 'wrapped', 'tight'), (lines, kind) => {
      const found = link(lines, kind);
      assert.deepEqual(link(lines, kind), found);
      const { continuations, orphans } = found;
      const reached = continuations.flatMap(({ to }) => (to === undefined ? [] : [to]));
      assert.equal(new Set(continuations.map(({ at }) => at)).size, continuations.length);
      assert.equal(new Set(reached).size, reached.length);
      for (const { at, to, overlap, certainty } of continuations) {
        assert.ok(to === undefined || to > at);
        assert.ok(certainty >= 0 && certainty <= 1);
        assert.ok(
          to === undefined ? overlap === 0 : lines[to]!.includes(lines[at]!.slice(lines[at]!.length - overlap)),
        );
      }
      for (const { block, certainty } of orphans) {
        assert.ok(!reached.includes(block));
        assert.ok(certainty >= 0 && certainty <= 1);
      }
    }),
  );
});

test('any text at all', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (lines) => void link(lines)));
});

test('cost grows with the length of the page', () => {
  const some = ['各乡镇对灌溉渠道进行了全面检', '查，安排专业队伍抓紧维', ...whole];
  const long = (times: number) => Array.from({ length: times }, () => some).flat();
  const time = (lines: readonly string[]): number => {
    const started = performance.now();
    link(lines);
    return performance.now() - started;
  };
  time(long(200));
  const short = Math.min(time(long(400)), time(long(400)));
  // quadratic growth would be a hundredfold
  assert.ok(time(long(4000)) < 40 * short + 50);
});

test('a line with a label before its colon is whole, though no stop ends it', () => {
  // each of these would be taken for a cut paragraph, were it not for its label
  for (const line of ['展览时间：从本月起每天上午到傍晚闭馆以前', '工程概况：加固桥墩并在桥面两侧装上新']) {
    const next = '两岸居民说，桥面比从前宽了，夜里也亮了，推车过桥不再提心吊胆。';
    const { continuations, orphans } = link(['# 老桥昨天重新开放', whole[0]!, whole[1]!, line, next]);
    assert.deepEqual(continuations, [], line);
    assert.deepEqual(orphans, [], line);
  }
});
