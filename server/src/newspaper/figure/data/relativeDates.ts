import { wordList } from './variants.ts';

/** A span of the calendar that a word names by its distance from the date: 昨日 is the day -1, 去年 the year -1. */
export interface Distance {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'sameDay';
  readonly by: number;
}

const each = (list: string, unit: Distance['unit'], by: number): readonly (readonly [string, Distance])[] =>
  wordList(list).map((word) => [word, { unit, by }] as const);

/** Words that name a day, week, month, quarter, half or year from where the issue stands. */
export const RELATIVE_DATES = (): readonly (readonly [string, Distance])[] => [
  ...each('今天 今日 今早 今晨 今晚 当日 即日', 'day', 0),
  ...each('昨天 昨日 昨晚 昨夜 昨晨 寻日', 'day', -1),
  ...each('前天 前日 前晚', 'day', -2),
  ...each('大前天', 'day', -3),
  ...each('明天 明日 明早 明晚', 'day', 1),
  ...each('后天 后日', 'day', 2),
  ...each('大后天', 'day', 3),
  ...each('本周 这周 本星期 这个星期', 'week', 0),
  ...each('上周 上星期 上个星期', 'week', -1),
  ...each('下周 下星期 下个星期', 'week', 1),
  ...each('本月 这个月', 'month', 0),
  ...each('上月 上个月', 'month', -1),
  ...each('下月 下个月', 'month', 1),
  ...each('本季度', 'quarter', 0),
  ...each('上季度 上个季度', 'quarter', -1),
  ...each('下季度 下个季度', 'quarter', 1),
  ...each('上半年 今年上半年', 'half', 1),
  ...each('下半年 今年下半年', 'half', 2),
  ...each('去年上半年', 'half', -1),
  ...each('去年下半年', 'half', 0),
  ...each('今年 本年 本年度', 'year', 0),
  ...each('去年 上年 上年度 旧年', 'year', -1),
  ...each('前年', 'year', -2),
  ...each('明年 来年', 'year', 1),
  ...each('后年', 'year', 2),
  ...each('去年同期 上年同期 去年同日', 'sameDay', -1),
];
