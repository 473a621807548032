import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, readFacts } from '../../../server/src/newspaper/article/facts.ts';
import { Kind } from '../../../server/src/newspaper/article/kind.ts';
import { Label } from '../../../server/src/newspaper/article/label.ts';
import { analyse } from '../../../server/src/newspaper/index.ts';
import { makers, shortWords, writers } from '../../../server/src/newspaper/press/creditWords.ts';
import { personOf } from '../../../server/src/newspaper/press/personLine.ts';
import { conventions, edge, presses } from '../../../server/src/newspaper/press/press.ts';
import {
  endsArticle,
  fits,
  isColumnTitle,
  isName,
  isNameInBrackets,
  isSectionName,
  startsBrief,
  startsWithDateline,
  startsWithLead,
} from '../../../server/src/newspaper/press/read.ts';
import { Trait, traitsOf } from '../../../server/src/newspaper/press/traits.ts';

/** What a line by itself is known for. */
function factsOf(line: string): Facts {
  return readFacts(analyse(line).pages[0]!.page.blocks[0]!.paragraph);
}

test('datelines of many houses', () => {
  for (const start of [
    '本报讯 记者林小溪报道 4月6日,老桥重新开放',
    '本报讯(记者林小溪)老桥重新开放',
    '本报青石4月6日电 (记者林小溪)老桥重新开放',
    '本报记者 林小溪 报道 老桥重新开放',
    '新华社青石4月6日电 老桥重新开放',
    '据新华社电 老桥重新开放',
    '（记者 林小溪 通讯员 赵大河）老桥重新开放',
    '【本报讯】老桥重新开放',
    '晚报讯 (记者林小溪)老桥重新开放',
    '【記者林小溪青石報導】老橋重新開放',
    '（中央社記者林小溪青石六日電）老橋重新開放',
    '本報訊 老橋重新開放',
    '青石晚报讯（记者 林小溪）老桥重新开放',
    '青石讯 记者林小溪 老桥重新开放',
    '白鹭日报青石4月6日电（记者林小溪）老桥重新开放',
    '青石4月6日电 老桥重新开放',
    '白鹭新闻记者 林小溪 老桥重新开放',
    '综合新华社电 老桥重新开放',
    '本报综合报道 老桥重新开放',
    '（青石6日讯）老桥重新开放',
    '(本报青石讯)老桥重新开放',
    '〔記者林小溪／青石報導〕老橋重新開放',
    '【林小溪╱綜合報導】老橋重新開放',
    '記者林小溪、高一鳴／青石報導　老橋重新開放',
    '林小溪／青石報導 老橋重新開放',
    '（青石訊）老橋重新開放',
    '【特訊】老橋重新開放',
    '白鷺日報訊　老橋重新開放',
    '青石文報訊（記者 林小溪）老橋重新開放',
  ]) {
    assert.ok(startsWithDateline(start), start);
  }
  for (const start of [
    '老桥重新开放',
    '本报今年改版',
    '新的石板',
    '据了解,老桥重新开放',
    '(三)老桥重新开放',
    '电话响了',
    '通讯（上）：老桥',
    '【審訊】老橋一案明日再審',
    '（青石镇电）',
    '记者/主持人',
    '【緊急停電】老橋',
    '【老橋案審訊】證人說',
    '（快訊）老橋',
    '老橋的電燈亮了',
  ]) {
    assert.ok(!startsWithDateline(start), start);
  }
});

test('leads say when', () => {
  for (const start of ['近日,老桥', '4月6日,老桥', '老桥管理处6日宣布', '昨日,老桥', '今早有居民'])
    assert.ok(startsWithLead(start), start);
  for (const start of ['老桥重新开放', '守桥人赵大河']) assert.ok(!startsWithLead(start), start);
});

test('who wrote and who took the picture', () => {
  for (const line of [
    '本报记者 林小溪',
    '本报记者 林小溪 高一鸣 通讯员 赵大河',
    '记者:林小溪',
    '文/林小溪',
    '林小溪 文',
    '□ 林小溪',
    '記者 林小溪',
    '林小溪／青石報導',
    '記者林小溪／青石報導',
    '〔記者林小溪／青石報導〕',
    '【林小溪╱青石報導】',
    '【本報訊】',
    '（青石6日讯）',
    '記者林小溪、高一鳴／綜合報導',
    '■记者 林小溪',
    '◎ 本报首席记者 林小溪',
    '文 | 林小溪',
    '文：林小溪　圖：高一鳴',
    '报道：林小溪',
    '青石特派员 林小溪',
    '林小溪 青石特派员',
    '白鷺日報記者 林小溪',
    '記者 林小溪 報道',
    '晨报记者 林 溪 高一鸣 通讯员 赵大河',
    '每经记者 林小溪 每经编辑 高一鸣',
    '经济观察报 记者 林小溪',
    '21世纪经济报道记者 林小溪 青石报道',
    '文/青石日报全媒体记者 林小溪',
    '青石日报讯 （记者/林小溪 通讯员/高一鸣）',
    '[本报记者 林小溪]',
    '文丨林小溪',
    '文/图 林小溪',
    '记者 林小溪 文/图',
    '编译/林小溪',
    '译：林小溪',
    '特約撰述 林小溪',
    '專欄作家 林小溪',
    '文：林小溪（青石大學教授）',
    '【撰文：守橋人協會主席老橋仔】',
    '作者：青石大学副教授 林小溪',
  ])
    assert.equal(factsOf(line).kind, Kind.byline, line);
  for (const line of [
    '林小溪摄',
    '本报记者 林小溪 摄',
    '新华社发(林小溪摄)',
    '来源：青石日报',
    '圖片提供／青石鎮公所',
    '青石镇供图',
    '圖：林小溪',
    '資料圖片',
    '图/青石日报记者 高一鸣',
    '青石日报记者 林小溪 摄',
    '策划：林小溪 统筹：高一鸣',
    '(图片来源:青石日报)',
    '图源：青石日报',
    '（法新社圖片）',
  ])
    assert.equal(factsOf(line).kind, Kind.credit, line);
  for (const line of [
    '老桥重新开放',
    '电影在桥头拍摄',
    '一座桥的故事',
    '人间烟火 老桥',
    '■记者手记',
    '日报记者见义勇为',
    '女记者 重返老桥',
    '记者 手记',
    '文：老桥的故事',
    '采访：守桥人的一天',
    '整理：老桥的问答',
    '老桥短视频成网红（青石·面孔）',
    '青石镇为守桥工作者解压',
  ]) {
    assert.ok(!fits('bylines', line) && !fits('credits', line), line);
    const { kind } = factsOf(line);
    assert.ok(kind !== Kind.byline && kind !== Kind.credit, line);
  }
});

test('whatever somebody did, a line that says so and who it was is a credit', () => {
  for (const word of [...writers.split('|'), ...makers.split('|'), ...shortWords]) {
    for (const line of [`${word}：林小溪`, `${word}/林小溪`]) {
      const { certain } = factsOf(line);
      // the editors of a page are its furniture
      assert.ok(certain === Label.credit || (certain === Label.furniture && fits('editors', line)), line);
    }
  }
});

test('a line that names somebody and says who that is credits them', () => {
  for (const line of [
    '赵大河（青石大学教授）',
    '趙大河（青石大學學者）',
    '赵大河（青石日报社）',
    '■青石大学教授 赵大河',
    '全国人大代表 赵大河',
    '青石镇镇长 欧阳大河',
  ]) {
    assert.ok(personOf(line) !== undefined, line);
    assert.equal(factsOf(line).kind, Kind.byline, line);
  }
  for (const line of [
    '高考（上）',
    '金价（每克人民币）',
    '老桥 新颜',
    '守桥人的一天',
    '镇长说 老桥重新开放',
    '学生 开学',
  ]) {
    assert.equal(personOf(line), undefined, line);
  }
});

test('a name in brackets signs', () => {
  for (const text of ['（林小溪）', '(歐陽小溪)']) assert.ok(isNameInBrackets(text), text);
  for (const text of ['（明待續）', '（完）', '林小溪', '（老桥）']) assert.ok(!isNameInBrackets(text), text);
});

test('furniture', () => {
  for (const line of [
    '第3版 要闻',
    '第三版',
    'A12 青石新闻',
    '2031年4月6日 星期日',
    'A12 港聞 2031年4月6日（星期日）',
    '要闻 2031年4月6日 星期日 03版',
    '青石晚报 2031年4月6日 星期日 第3版 要闻',
    '中華民國一百二十年四月六日 星期日 第三版',
  ])
    assert.ok(fits('folios', line), line);
  for (const line of [
    '上一版 下一版',
    '返回目录 放大 缩小 全文复制 上一篇',
    '版次：A06 版名：社会 稿源：青石日报 2031-04-06',
    '2031-04-06 08:30',
    '2031年04月06日08:30 来源：青石日报',
    '發佈時間：2031-04-06 12:30',
    '版权所有 青石日报社',
    '2031-04-06 来源：青石日报',
    '字号：大 中 小',
    '广告',
    '■ 公益广告',
    '扫码看视频',
    '更多内容请扫二维码',
    '国际新闻',
    '時政·要聞',
    '社会/民生',
  ])
    assert.ok(fits('mastheads', line), line);
  for (const line of [
    '责任编辑:林小溪',
    '本版编辑：林小溪 美编：高一鸣',
    '責任編輯：林小溪',
    '（责编：林小溪、高一鸣）',
    '本版统筹 林小溪',
  ])
    assert.ok(fits('editors', line), line);
  for (const line of [
    '青石日报',
    '白鹭晚报',
    '青石時報',
    '青石晚报 2031年4月6日 星期日',
    '民国二十六年四月六日 星期二',
    '农历辛亥年三月十五',
    '辛亥年三月廿五',
  ])
    assert.ok(fits('mastheads', line), line);
  for (const line of ['2031年4月6日', '庚子山河秀', '正月初三', '2031年4月6日 青石镇的桥', '教育', '扫雪', '广告人生'])
    assert.ok(!fits('mastheads', line) && !fits('folios', line), line);
});

test('furniture is asked for, whatever it begins and ends with, and a dot in it ends no sentence', () => {
  for (const line of [
    '丙午年三月廿五',
    '農曆三月十五',
    '农历辛亥年三月十五',
    '二〇三一年四月六日星期日',
    '民国二十六年四月六日星期二',
    '中華民國一百二十年四月六日星期日',
    '返回目录',
    '上一篇',
    '分享',
    'www.qingshi.example',
    '2031.04.06 星期日',
    '- 3 -',
    '零售价：1.00元',
    '今日16版 总第12345期',
    '天气：晴 12℃~20℃',
    '新闻热线：12345678',
    '版权所有',
    '字体：大 中 小',
    '扫码看视频',
    '掃一掃',
    '更多报道请扫码',
    '广告',
    '【公益广告】',
    '国际新闻',
    '观点/论坛',
    '3 国际',
    'T12特刊',
    '二版',
    '要闻三版',
    '（头版）',
    '第 3 页 共 16 页',
    'Page 3 of 16',
    '==========',
    '青石报业集团主办',
    '本报法律顾问 赵大河律师',
    '下载青石日报客户端',
    '24小时热线：12345678',
    '微信公众号：青石日报',
    '官方微博：@青石日报',
    '青石日报社地址：青石镇桥头路1号',
    '版权声明：未经许可不得转载',
    '广告经营许可证：1234567890123',
    '每份零售价1.5元',
    '主编 林小溪｜版式 高一鸣',
    '青石日报/2031年/4月/6日/第003版',
  ]) {
    assert.equal(factsOf(line).certain, Label.furniture, line);
  }
});

test('names, sections, columns, briefs, last words', () => {
  for (const name of ['林小溪', '赵河', '欧阳小溪', '歐陽小溪']) assert.ok(isName(name), name);
  for (const other of ['一座桥', '林', '老桥', '林小溪说好']) assert.ok(!isName(other), other);
  assert.ok(isSectionName('速读') && isColumnTitle('今日谈') && !isColumnTitle('老桥'));
  assert.ok(startsBrief('★ 老桥') && startsBrief('●老桥') && !startsBrief('老桥★'));
  assert.ok(endsArticle('老桥重新开放。(记者林小溪)') && !endsArticle('老桥重新开放(三)'));
});

test('the data keeps its promises', () => {
  for (const press of conventions) {
    for (const value of Object.values(press)) {
      if (!Array.isArray(value)) continue;
      for (const pattern of value)
        if (pattern instanceof RegExp) assert.match(pattern.source, /^\^|\$$/u, pattern.source);
    }
  }
  for (const { briefMarks } of presses) for (const brief of briefMarks) assert.equal(brief.length, 1);
});

test('the characters that patterns are told by stand in what fits them', () => {
  for (const line of [
    '本报记者 林小溪',
    '文/林小溪',
    '林小溪 文',
    '□ 林小溪',
    '整理：林小溪',
    '記者 林小溪',
    '林小溪／青石報導',
    '林小溪摄',
    '原载《青石日报》',
    '相关报道：老桥开放',
    '（据新华社电）',
    '老桥 影像中国',
    '图片由青石镇提供',
    '人民视觉',
    '漫画：林小溪',
    '*原載青石時報*',
    '*本文節錄自青石縣誌*',
    '老橋 青石鎮提供',
    '資料圖片',
    '照片由林小溪提供',
  ]) {
    assert.equal(factsOf(line).certain, Label.credit, line);
  }
  const lines = {
    captions: ['图为老桥', '▲老桥', '图①老桥', '圖為老橋'],
    notices: ['编者按：老桥', '——编者', '本报热线', '編按：老橋'],
  };
  const traits = { captions: Trait.caption, notices: Trait.notice };
  for (const key of Object.keys(lines) as (keyof typeof lines)[]) {
    for (const line of lines[key]) {
      assert.ok(fits(key, line), line);
      assert.ok((traitsOf(line.charCodeAt(0)) & traits[key]) !== 0, line);
    }
  }
});

test('no pattern takes long over nonsense', () => {
  const keys = [
    'datelines',
    'leads',
    'bylines',
    'credits',
    'captions',
    'folios',
    'mastheads',
    'editors',
    'notices',
    'endings',
  ] as const;
  const pieces = ['中', '一', ' ', '1', '(', '）', '本报', '记者', '·', '、'];
  const before = process.cpuUsage();
  for (const key of keys) for (const piece of pieces) fits(key, piece.repeat(edge));
  assert.ok(process.cpuUsage(before).user < 200_000);
});
