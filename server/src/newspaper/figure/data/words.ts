import type { FigureBound } from '../figure.ts';
import { listOf, type WordList, wordList } from './variants.ts';

/** What a word before a number does to it. `none`: it only looks like such a word (节约, 纽约, 附近). */
export type Approximation = FigureBound | 'none' | 'negative' | 'outside~' | 'outside>' | 'outside<';

const each = (list: string, meaning: Approximation): readonly (readonly [string, Approximation])[] =>
  wordList(list).map((word) => [word, meaning] as const);

/** Words that stand right before a number; those marked `outside` set the bound but are not part of the figure. */
export const BEFORE = (): readonly (readonly [string, Approximation])[] => [
  ...each('超 超过 逾 大于 高于 多于 不少于 不低于 不小于 远超 远超过 上 过 不止 不下 不下于 突破了', '>'),
  ...each(
    '近 将近 接近 不足 不到 不超过 不超 未超过 少于 低于 小于 不高于 不多于 不大于 未满 不满 未达 未到 不及',
    '<',
  ),
  ...each('约 大约 约莫 大概 差不多 几乎 大致 约有', '~'),
  ...each('约合 约为 约占 约达 相当于 合约', 'outside~'),
  ...each('至少 最少 起码', 'outside>'),
  ...each('至多 最多 顶多', 'outside<'),
  ...each('负 零下', 'negative'),
  ...each(
    '节约 制约 契约 条约 公约 签约 预约 纽约 违约 集约 简约 特约 相约 邀约 赴约 爽约 毁约 履约 续约 解约 盟约 誓约 隐约 大公约 合同约 里约 北约 华约 欧约 失约 婚约 ' +
      '附近 最近 临近 邻近 靠近 远近 亲近 走近 逼近 晋近 贴近 相近 就近 新近 晚近 毗近 抵近 ' +
      '高超 马超 赵超 王超 李超 张超 刘超 陈超 中超 英超 法超 赛超 林超 志超 立超 周超 吴超 孙超 ' +
      '经过 通过 度过 不过 渡过 走过 错过 难过 罪过 跨过 越过 穿过 绕过 路过 经不过 熬过 打过 去过 到过 来过 吃过 看过 听过 见过 用过 做过 有过 得过 拿过 说过 写过 读过 学过 开过 办过 出过 进过 跑过 当过 受过 挺过 闯过 翻过 飞过 流过 掠过 途经过 接过 递过 送过 转过 换过 追过 赶过 胜过 赛过 骗过 躲过 逃过 花过 住过 待过 干过 参加过 获得过 进行过 举行过 发生过 出现过 组织过 ' +
      '以上 之上 基础上 路上 晚上 早上 网上 线上 上上 身上 世上 会上 地上 车上 船上 海上 岸上 手上 头上 场上 台上 水上 马上 楼上 湖上 天上 街上 山上 墙上 桌上 床上 脸上 事实上 历史上 实际上 总体上 基本上 原则上 大体上 加上 赶上 用上 爱上 穿上 戴上 登上 踏上 走上 送上 献上 奉上 迎上 跟上 追上 碰上 遇上 考上 住上 过上 吃上 喝上 开上 坐上 搭上 带上 算上 称上 当上 评上 选上 看上 早上 凌晨上 晚上 赶上 赛上 晋上 ' +
      '欺负 抱负 肩负 担负 背负 自负 辜负 胜负 正负 不负 如释重负',
    'none',
  ),
];

/** Words right after a figure that belong to it (20人左右). */
export const AFTER_INSIDE = (): readonly (readonly [string, FigureBound])[] => [
  ...wordList('左右 上下').map((word) => [word, '~'] as const),
];

/** Words right after a figure that set its bound but are not part of it (20亿元以上). */
export const AFTER_OUTSIDE = (): readonly (readonly [string, FigureBound])[] => [
  ...wordList('以上 及以上 之上 开外').map((word) => [word, '>'] as const),
  ...wordList('以下 及以下 以内 之内').map((word) => [word, '<'] as const),
];

/** How a word for a part of the day moves the hour that follows it. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

/** Words for parts of the day that stand before a clock time. */
export const DAY_PARTS = (): readonly (readonly [string, DayPart])[] => [
  ...wordList('凌晨 清晨 早晨 早上 早间 上午 午前 清早 一早 大早 早 今早 今晨 朝早 AM am').map(
    (word) => [word, 'morning'] as const,
  ),
  ...wordList('中午 正午').map((word) => [word, 'noon'] as const),
  ...wordList('下午 午后 下昼 PM pm').map((word) => [word, 'afternoon'] as const),
  ...wordList('傍晚 晚上 晚间 晚 夜间 夜里 夜晚 深夜 当晚 今晚 昨晚 前晚 午夜 半夜').map(
    (word) => [word, 'evening'] as const,
  ),
];

/** Units of time: the ISO 8601 designator, `T` before it for those below the day, and how many of it make one of the word. */
export const TIME_UNITS: readonly (readonly [names: string, designator: string, factor: number])[] = [
  ['年 周年 个年头 年头 载', 'Y', 1],
  ['个世纪', 'Y', 100],
  ['个月', 'M', 1],
  ['个季度', 'M', 3],
  ['周 星期 个星期 礼拜 个礼拜 週', 'W', 1],
  ['天 工作日 个工作日 个交易日 个昼夜 昼夜 整天 日', 'D', 1],
  ['小时 个小时 钟头 个钟头 个钟', 'TH', 1],
  ['刻钟', 'TM', 15],
  ['分钟', 'TM', 1],
  ['秒 秒钟', 'TS', 1],
];

/** Words that begin like a unit of time and are none: 两载体. */
export const NOT_TIME = '载人 载体 载重 载客 载货 载入 载誉 载歌 秒杀';

/** Words before `N日` or `N年` that make it a stretch of time and not a date (短短7日, 为期10日). */
export const STRETCH_BEFORE: WordList = listOf(
  '短短 连续 为期 历时 长达 持续 每隔 仅用 只用 用了 耗时 时长 共计 不到 不足 超过 近 约 逾 超 达 满 未满 前后 隔 间隔 等了 过了 整整 首',
);

/** Words after `N日` that do the same (7日内, 三日游). */
export const STRETCH_AFTER: WordList = listOf('内 之内 以内 游 间 行程 的时间 时间 之久 有效');

/** What may stand between the two ends of a range. */
export const RANGE_WORDS: WordList = () => [
  ...wordList('至 到 — —— - － ─ ── ～ ~ – − ― ― 〜 起至 直至 至到 ~~'),
  '--',
];

/** Names of the lunar months, 正月 first; the plain numerals stand for the months 2 to 10. */
export const LUNAR_MONTHS = (): readonly (readonly [string, number])[] => [
  ...wordList('正月').map((word) => [word, 1] as const),
  ...wordList('冬月').map((word) => [word, 11] as const),
  ...wordList('腊月').map((word) => [word, 12] as const),
];

/** Words that say that the date after them is one of the lunar calendar. */
export const LUNAR_CALENDAR: WordList = listOf('农历 阴历 旧历 夏历 古历');

/** Words after a bare point number that make it a score or index point and not an hour (提出三点要求). */
export const NOT_CLOCK_AFTER: WordList = listOf(
  '要求 建议 意见 主张 希望 看法 倡议 共识 体会 启示 原因 说明 好处 经验 措施 思考 一线 五',
);

/** Reigns and eras by the year before their first. Eras of the same name are left out but for the best known. */
export const ERAS = (): readonly (readonly [string, number])[] =>
  (
    [
      ['建元', -141],
      ['元光', -135],
      ['贞观', 626],
      ['永徽', 649],
      ['显庆', 655],
      ['神龙', 704],
      ['景龙', 706],
      ['先天', 711],
      ['开元', 712],
      ['天宝', 741],
      ['至德', 755],
      ['乾元', 757],
      ['大历', 765],
      ['元和', 805],
      ['会昌', 840],
      ['大中', 846],
      ['建隆', 959],
      ['太平兴国', 975],
      ['景德', 1003],
      ['大中祥符', 1007],
      ['天圣', 1022],
      ['庆历', 1040],
      ['皇祐', 1048],
      ['嘉祐', 1055],
      ['治平', 1063],
      ['熙宁', 1067],
      ['元丰', 1077],
      ['元祐', 1085],
      ['绍圣', 1093],
      ['崇宁', 1101],
      ['政和', 1110],
      ['宣和', 1118],
      ['靖康', 1125],
      ['建炎', 1126],
      ['绍兴', 1130],
      ['淳熙', 1173],
      ['至元', 1263],
      ['大德', 1296],
      ['至正', 1340],
      ['洪武', 1367],
      ['建文', 1398],
      ['永乐', 1402],
      ['宣德', 1425],
      ['正统', 1435],
      ['景泰', 1449],
      ['天顺', 1456],
      ['成化', 1464],
      ['弘治', 1487],
      ['正德', 1505],
      ['嘉靖', 1521],
      ['隆庆', 1566],
      ['万历', 1572],
      ['天启', 1620],
      ['崇祯', 1627],
      ['顺治', 1643],
      ['康熙', 1661],
      ['雍正', 1722],
      ['乾隆', 1735],
      ['嘉庆', 1795],
      ['道光', 1820],
      ['咸丰', 1850],
      ['同治', 1861],
      ['光绪', 1874],
      ['宣统', 1908],
      ['民国', 1911],
      ['明治', 1867],
      ['大正', 1911],
      ['昭和', 1925],
      ['平成', 1988],
      ['令和', 2018],
    ] as const
  ).flatMap(([name, before]) => wordList(name).map((word) => [word, before] as const));
