import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assignRoles } from '../../../server/src/newspaper/article/roles.ts';
import { setStatistics } from '../../../server/src/newspaper/continuation/statistics.ts';
import { readBlocks } from '../../../server/src/newspaper/page/blocks.ts';
import { lineStarts } from '../../../server/src/newspaper/text/lines.ts';

const table = new URL('../../../server/data/statistics.bin', import.meta.url);
setStatistics(() => readFileSync(table));

/** Reads a page written as `role text` lines without the roles, and gives each block with the role that was found. */
function readBack(page: string, between = '\n\n'): [found: string[], expected: string[]] {
  const rows = page
    .trim()
    .split('\n')
    .map((row) => row.trim());
  const text = rows.map((row) => row.slice(row.indexOf(' ') + 1)).join(between);
  const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
  const { roles } = assignRoles(blocks, layout);
  return [blocks.map(({ index, paragraph }) => `${roles[index]} ${paragraph.text}`), rows];
}

const page = `
  folio 第3版 要闻
  headline 青石镇老桥修好开放 两岸居民不再绕路
  body 本报讯 记者林小溪报道 4月6日,记者从青石镇获悉,镇东的老桥经过一年整修重新开放,两岸的居民去集市不必再绕行上游的渡口。
  body 老桥建成已经有一百二十年,去年春天被山洪冲坏了两个桥墩。镇里请来外地的石匠,按照原来的样子把桥墩重新砌好,又在桥面铺上了新的石
  repetition 青石镇老桥修好开放 两岸居民不再绕路
  body 板。桥头的两棵柳树也保留了下来。
  body 镇里还打算在桥头修一个小广场,夏天的晚上可以放露天电影。
  headline 白鹭村新茶上市
  body 本报讯 记者高一鸣报道 连日来,白鹭村的茶园里一片忙碌,村民们抢在雨前采摘今年的头一批新茶,合作社的炒茶锅从早到晚没有停过。
  strayByline 林小溪
  body 据合作社介绍,今年的新茶比去年早了五天,产量大约多出一成,已经有十几家茶庄前来订货,其中三家来自外省。
  section 速读
  brief ★ 4月5日,青石镇中心小学的新图书室开放,藏书六千册,学生和附近的居民都可以借阅,每个星期六全天开放。
  brief ★ 4月6日,白鹭村到县城的班车增加到每天四趟,最晚的一趟晚上八点从县城汽车站开出,票价没有变化。
  headline 齐心协力修好水渠 确保今年春灌顺利
  jump (上接第一版)
  body 会议指出,修好水渠是今年春耕的头等大事,各村要抓紧时间,在月底以前把所有的渠道清理一遍,保证春灌的时候水能够流到每一块田里。
  body 会议由副镇长主持,各村负责人参加了会议。
  editors 责任编辑:高一鸣
`;

test('a page, spaced', () => {
  const [found, expected] = readBack(page);
  assert.deepEqual(found, expected);
});

test('a margin before every line says nothing', () => {
  for (const margin of ['  ', '　　', '\t']) {
    const text = page
      .trim()
      .split('\n')
      .map((row) => margin + row.trim().replace(/^\S+ /u, ''))
      .join('\n\n');
    const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
    assert.notEqual(layout.kind, 'indented');
    const { roles } = assignRoles(blocks, layout);
    const [, expected] = readBack(page);
    assert.deepEqual(
      blocks.map(({ index, paragraph }) => `${roles[index]} ${paragraph.text}`),
      expected,
    );
  }
});

test('a name that the text behind it is about heads that text; one that is only credited there is cut loose', () => {
  const about = page.replace('据合作社介绍,', '据合作社介绍,林小溪家里也种茶,');
  const [found] = readBack(about);
  assert.ok(found.includes('subhead 林小溪'), found.join('\n'));
  const credited = page.replace('据合作社介绍,', '据合作社告诉记者林小溪,');
  assert.ok(readBack(credited)[0].includes('strayByline 林小溪'));
});

test('other houses sign on a line of their own, before the text or behind it', () => {
  const island = `
    headline 老橋重新開放 居民不必再繞路
    byline 記者林小溪／青石報導
    body 青石鎮東的老橋經過一年整修，昨天重新開放，兩岸的居民去市集不必再繞行上游的渡口，橋頭一早就擠滿了人。
    body 鎮長說，橋墩按照原來的樣子砌好，橋面鋪上了新的石板，橋頭的兩棵柳樹也保留了下來，夏天可以在樹下放電影。
    headline 白鷺村新茶上市 產量多一成
    byline 記者高一鳴、林小溪／白鷺報導
    body 白鷺村的茶園裡一片忙碌，村民搶在雨前採摘今年的第一批新茶，合作社的炒茶鍋從早到晚沒有停過。
    body 合作社說，今年的新茶比去年早了五天，產量大約多出一成，已經有十幾家茶莊前來訂貨，其中三家來自外縣市。
  `;
  const mainland = `
    headline 镇中心小学添了图书室 藏书六千册
    body 青石镇中心小学的新图书室近日开放，藏书六千册，学生和附近的居民都可以借阅，每个星期六全天开放，不收押金。
    body 图书大多由镇上的退休教师捐赠，管理员由高年级的学生轮流担任，他们还为低年级的孩子读故事。
    byline 本报记者 林小溪
    headline 班车增加到每天四趟 末班车晚上八点开
    body 白鹭村到县城的班车本周增加到每天四趟，最晚的一趟晚上八点从县城汽车站开出，票价没有变化，老人免费乘坐。
    body 车站还添了长椅和遮雨的棚子，候车的人不必再站在路边，夜里也亮起了路灯。
    byline （记者 高一鸣）
    headline 河堤上种下三百棵柳树
    body 上个周末，青石镇的居民在河堤上种下三百棵柳树，每棵树都挂着一块木牌，写着认养人的名字和种树的日子。
    byline （高一鸣）
  `;
  for (const signed of [island, mainland]) {
    const [found, expected] = readBack(signed);
    assert.deepEqual(found, expected);
  }
});

/** Four articles of different matters, no two with a word in common that tells. */
const articles = [
  [
    'headline 青石镇老桥修好开放 两岸居民不再绕路',
    'body 本报讯 记者林小溪报道 4月6日，青石镇东的老桥经过一年整修重新开放，两岸的居民去集市不必再绕行上游的渡口。',
    'body 老桥建成已经有一百二十年，去年春天被山洪冲坏了两个桥墩。镇里请来外地的石匠，按照原来的样子把桥墩重新砌好。',
    'body 桥面铺上了新的石板，栏杆也换过了，夏天的晚上可以在上面乘凉。',
  ],
  [
    'headline 镇中心小学添了图书室 藏书六千册',
    'body 本报讯 记者高一鸣报道 4月5日，镇中心小学的图书室对学生开放，藏书六千册，每个星期六全天可以借阅，不收押金。',
    'body 图书大多由退休教师捐赠，管理员由高年级的学生轮流担任，他们还为低年级的孩子读故事。',
    'body 校长说，下个学期还要添两百册科学读物。',
  ],
  [
    'headline 新茶比去年早上市五天 产量多出一成',
    'body 本报讯 记者林小溪报道 连日来，白鹭村的茶园里一片忙碌，村民抢在雨前采摘头一批嫩芽，炒锅从早到晚没有停过。',
    'body 合作社负责人介绍，已经有十几家茶庄前来订货，其中三家来自外省，价格同往年差不多。',
    'body 村里还请来师傅，教年轻人怎样掌握火候。',
  ],
  [
    'headline 河堤种下三百棵柳树 每棵都有人认养',
    'body 本报讯 记者高一鸣报道 上个周末，三百多位志愿者在河堤上种下三百棵柳树，每棵树都挂着写有认养人名字的木牌。',
    'body 组织者说，三年之后，这里会成为一条可以散步的林荫道，鸟儿也会回来做窝。',
    'body 种树用的水由消防队的车送来。',
  ],
];

test('a label over a page or an article is no headline, and takes no headline’s place', () => {
  const labels = [
    '要闻',
    '体育',
    '记者观察',
    '星期日特稿',
    'NEWS 新闻',
    'SPORTS',
    '国际新闻',
    '时政·要闻',
    '社会/民生',
  ];
  const headlines = articles.map(([headline]) => headline);
  for (const label of labels) {
    for (const place of [0, 2]) {
      const [found] = readBack(
        articles.flatMap((rows, at) => (at === place ? [`kicker ${label}`, ...rows] : rows)).join('\n'),
      );
      assert.deepEqual(
        found.filter((row) => row.startsWith('headline ')),
        headlines,
        label,
      );
    }
  }
});

test('headlines that all stand behind one mark are headlines, points of a list are none', () => {
  for (const mark of ['■', '■ ', '▌', '◎', '# ', '◆']) {
    const [found, expected] = readBack(
      articles
        .flat()
        .map((row) => row.replace(/^headline /u, `headline ${mark}`))
        .join('\n'),
    );
    assert.deepEqual(found, expected, mark);
  }
  const list = ['■ 桥面新铺石板', '■ 栏杆全部换过', '■ 桥头栽了柳树'].map((point) => `body ${point}`);
  const [first, ...others] = articles;
  const [found] = readBack([...first!, ...list, ...others.flat()].join('\n'));
  assert.deepEqual(
    found.filter((row) => row.startsWith('headline ')),
    articles.map(([each]) => each),
  );
});

test('a headline in two lines heads its article', () => {
  const page = articles
    .flatMap((rows) =>
      rows.map((row) => (row.startsWith('headline ') ? row.replace(/(?<=headline \S+) /u, '\n') : row)),
    )
    .map((row) => row.slice(row.indexOf(' ') + 1))
    .join('\n\n');
  const { blocks, layout } = readBlocks(page, lineStarts(page), new Map());
  const { roles } = assignRoles(blocks, layout);
  const headlines = blocks.filter((_, index) => roles[index] === 'headline').map(({ paragraph }) => paragraph.text);
  assert.deepEqual(
    headlines.map((text) => `headline ${text}`),
    articles.map(([headline]) => headline),
  );
  assert.ok(blocks.some(({ first, last }) => first < last));
});

test('the name of a part of the paper over a page belongs to no article', () => {
  for (const above of [[], ['folio 第3版 要闻']]) {
    const [found, expected] = readBack([...above, 'masthead 体育', ...articles.flat()].join('\n'));
    assert.deepEqual(found, expected);
  }
});

test('a name under the heading of one of several letters signs it', () => {
  const [found, expected] = readBack(`
    headline 读者谈老桥 有喜有忧
    body 本报上个星期刊出老桥修好的消息，读者纷纷来信，说起自己同这座桥的故事，也有人提出建议，现在选登其中的两封。
    subhead 小时候天天过桥
    byline 林小溪
    body 我在青石镇长大，小时候天天过桥上学，桥头的老人总会塞给我们几颗糖，那时候桥面还是木头的，走上去咚咚响。
    subhead 桥头要有一盏灯
    byline 高一鸣
    body 桥修好了，夜里却还是黑的，希望镇里在桥头添一盏灯，晚归的人心里也亮堂些，花不了几个钱的事。
  `);
  assert.deepEqual(found, expected);
});

test('names between a headline and its text sign it', () => {
  for (const names of ['林小溪', '林小溪 高一鸣']) {
    const [found, expected] = readBack(`
      headline 老桥的一百二十年 从渡口到石桥
      byline ${names}
      body 青石镇的人说起老桥，总要从渡口说起。一百二十年前这里没有桥，过河要等船，等上半天是常有的事。
      body 后来石匠来了，桥墩一个一个立起来，两岸的孩子从此可以自己走去上学。
    `);
    assert.deepEqual(found, expected);
  }
});

test('a report that is cut right behind its dateline is no subhead', () => {
  const cut = `
    headline 老桥重新开放 居民不必再绕路
    body 青石晚报讯（记者 林小溪）昨
    body 天，青石镇东的老桥经过一年整修重新开放，两岸的居民去集市不必再绕行上游的渡口，桥头一早就挤满了人。
    body 镇里还打算在桥头修一个小广场，夏天的晚上可以放露天电影，冬天可以晒太阳。
  `;
  const [found, expected] = readBack(cut);
  assert.deepEqual(found, expected);
});

test('what stands under a picture is no headline and no brief', () => {
  const pictures = `
    headline 老桥重新开放 居民不必再绕路
    byline 林小溪 报道
    credit lin.xiaoxi@example.com
    body 青石镇东的老桥经过一年整修，昨天重新开放，两岸的居民去集市不必再绕行上游的渡口，桥头一早就挤满了人。
    caption ▲昨日，老桥的桥头，居民排队过桥。 青石日报记者 高一鸣 摄
    caption 图：桥头的两棵柳树。（高一鸣摄）
    body 镇里还打算在桥头修一个小广场，夏天的晚上可以放露天电影，冬天可以晒太阳。
    caption ■青石鎮的老橋昨晨擠滿了人。（高一鳴攝）
    caption 图为桥面新铺的石板
  `;
  const [found, expected] = readBack(pictures);
  assert.deepEqual(found, expected);
});

test('a reporter who signs two texts of a page is no headline printed again', () => {
  const text = page.replace('brief ★ 4月6日', 'strayByline 林小溪\n  brief ★ 4月6日');
  const [found, expected] = readBack(text);
  assert.deepEqual(found, expected);
});

test('behind a line that says where an article goes on another article begins', () => {
  const front = `
    headline 青石镇老桥修好开放 两岸居民不再绕路
    body 本报讯 记者林小溪报道 4月6日,记者从青石镇获悉,镇东的老桥经过一年整修重新开放,两岸的居民去集市不必再绕行上游的渡口。
    body 老桥建成已经有一百二十年,去年春天被山洪冲坏了两个桥墩。镇里请来外地的石匠,按照原来的样子把桥墩重新砌好,又在桥面铺上了新的石
    jump （下转第三版）
    headline 白鹭村新茶上市 炒茶锅从早到晚不停
    body 本报讯 记者高一鸣报道 连日来,白鹭村的茶园里一片忙碌,村民们抢在雨前采摘今年的头一批新茶,合作社的炒茶锅从早到晚没有停过。
    jump ▼下轉A2版
    headline 镇中心小学添了图书室 藏书六千册
    body 青石镇中心小学的新图书室4月5日开放,藏书六千册,学生和附近的居民都可以借阅,每个星期六全天开放。
    headline 竹篙巷里的修伞人
    jump （上接第一版）
    body 修伞摊摆了四十年,坏的往往只是一根伞骨,换上新的又能撑过几个梅雨季节,街坊们都愿意把旧伞送来修一修。
  `;
  const [found, expected] = readBack(front);
  assert.deepEqual(found, expected);
});

test('a page, tight', () => {
  const [found, expected] = readBack(page, '\n');
  assert.deepEqual(found, expected);
});

test('the same page without character statistics keeps its headlines', () => {
  setStatistics(undefined);
  const [found, expected] = readBack(page.replaceAll('桥面', '桥身'));
  setStatistics(() => readFileSync(table));
  const headlines = (rows: string[]): string[] => rows.filter((row) => row.startsWith('headline'));
  assert.deepEqual(headlines(found), headlines(expected));
});

test('kicker and deck on rows of their own', () => {
  const [found, expected] = readBack(`
    headline 白鹭村新茶上市
    body 本报白鹭4月5日电 (记者高一鸣)连日来,白鹭村的茶园里一片忙碌,村民们抢在雨前采摘今年的头一批新茶,合作社的炒茶锅从早到晚没有停过。
    body 据合作社介绍,今年的新茶比去年早了五天,产量大约多出一成,已经有十几家茶庄前来订货,其中三家来自外省。
    kicker 经过一年整修,青石镇——
    headline 百年老桥重新开放
    deck ——记守桥人赵大河和他的三个徒弟
    body 本报青石4月6日电 (记者林小溪)镇东的老桥经过一年整修重新开放,两岸的居民去集市不必再绕行上游的渡口,孩子们上学的路也近了许多。
    body 老桥建成已经有一百二十年,去年春天被山洪冲坏了两个桥墩。镇里请来外地的石匠,按照原来的样子把桥墩重新砌好。
  `);
  assert.deepEqual(found, expected);
});

test('subheads are no headlines', () => {
  const [found] = readBack(`
    headline 一座老桥和它的守桥人
    body 本报青石4月6日电 (记者林小溪)镇东的老桥经过一年整修重新开放,守桥人赵大河在桥头站了整整一天,向每一个过桥的人问好。
    body 赵大河今年六十七岁,守桥守了四十年。他说,桥修好了,他可以放心地把钥匙交给徒弟了,以后只在桥头看看热闹。
    subhead 石匠的手艺
    body 修桥的石匠来自邻县,最年长的已经七十岁。石匠们每天天亮就上工,用的还是凿子和铁锤,一块石头要敲上大半天才能合缝。
    body 赵大河每天给石匠们送水,也跟着学认石头。哪一块硬,哪一块软,哪一块放在水里不会裂,石匠一听声音就知道。
    subhead 徒弟的打算
    body 赵大河的徒弟有三个,都是本镇人。他们打算在桥头摆一个书摊,过桥的人可以坐下来看书,也可以听赵大河讲桥的故事。
    body 书摊的书是镇上的人送的,已经收了三百多本。赵大河说,等到秋天,书摊就能够开张了。
  `);
  assert.deepEqual(found.filter((row) => row.startsWith('headline')).length, 1);
  assert.ok(found.includes('subhead 石匠的手艺') && found.includes('subhead 徒弟的打算'), found.join('\n'));
});

test('the head and the tail of a paragraph that was cut are text, however short', () => {
  const [found] = readBack(`
    headline 青石镇老桥修好开放 两岸居民不再绕路
    body 本报讯 记者林小溪报道 4月6日,记者从青石镇获悉,镇东的老桥经过一年整修重新开放,两岸的居民去集市不必再绕行上游的渡口。
    body 此外,在整修的这一年里,镇政府
    body 还把桥头的小路铺成了石板路,在路边种上了柳树,又修了一个可以避雨的亭子,亭子里有长椅,供过路的人坐下来休息。
    body 亭子的名字由镇里的老人起,叫作望柳亭,匾额是小学的校长写的,字写得端正,过路的人都说
    body 好看。
  `);
  assert.deepEqual(found.filter((row) => !row.startsWith('body')).length, 1, found.join('\n'));
});

test('where the layout indents text, what is not indented is a heading', () => {
  const [found, expected] = readBack(page.replaceAll(/^(\s*body )(?!板。|会议指出)/gmu, '$1　　'), '\n');
  assert.deepEqual(
    found,
    expected.map((row) => row.replace('　　', '')),
  );
});

const nonsense: Readonly<Record<string, string>> = {
  code: Array.from(
    { length: 80 },
    (_, n) => `  const value${n} = read(${n}); // 读取\n  if (value${n} > 3) {\n    return;\n  }`,
  ).join('\n'),
  log: Array.from(
    { length: 120 },
    (_, n) => `2031-04-06 12:00:${n % 60} INFO request ${n * 37} finished in ${n} ms`,
  ).join('\n'),
  table: `名称,数量,地点\n${Array.from({ length: 120 }, (_, n) => `铅笔${n},${n * 3},青石镇`).join('\n')}`,
  list: Array.from({ length: 90 }, (_, n) => ['买牛奶', '修自行车', '给赵大河回信', '整理书架'][n % 4]).join('\n'),
  English: Array.from(
    { length: 40 },
    () => 'Chapter One\n\nIt was a bright cold day and the clocks were striking.\n',
  ).join('\n'),
};

for (const [name, text] of Object.entries(nonsense)) {
  test(`${name} has no headlines`, () => {
    const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
    const { roles, duplicates } = assignRoles(blocks, layout);
    assert.deepEqual(
      roles.filter((role) => role === 'headline' || role === 'repetition'),
      [],
    );
    assert.deepEqual(duplicates, []);
  });
}

test('a chapter of a novel has next to no headlines', () => {
  const speech = [
    '“你来晚了。”老人说。',
    '“路上雪大。”',
    '老人没有再说话。',
    '他推开那扇木门,风雪便扑了进来,屋里没有灯,只有炉子里一点暗红的炭火。',
  ];
  const text = `第三章 雪夜\n\n${Array.from({ length: 60 }, (_, n) => `　　${speech[(n * 7) % 4]!}`).join('\n')}`;
  const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
  assert.ok(assignRoles(blocks, layout).roles.filter((role) => role === 'headline').length <= 1);
});

test('property: every block has a role, duplicates lead from repetitions to headlines, and nothing throws', () => {
  const rows = page
    .trim()
    .split('\n')
    .map((row) => row.trim().slice(row.trim().indexOf(' ') + 1));
  const line = fc.oneof(
    fc.constantFrom(...rows),
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.constantFrom('', '　', '\f', '口', '(', '★'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, between) => {
      const text = lines.join(between);
      const { blocks, layout } = readBlocks(text, lineStarts(text), new Map());
      const { roles, duplicates } = assignRoles(blocks, layout);
      assert.equal(roles.length, blocks.length);
      assert.ok(roles.every((role) => typeof role === 'string'));
      assert.deepEqual(
        duplicates.map(({ block }) => block),
        roles.flatMap((role, block) => (role === 'repetition' ? [block] : [])),
      );
      for (const { of } of duplicates) assert.ok(roles[of] === 'headline' || roles[of] === 'section');
    }),
    { numRuns: 200 },
  );
});
