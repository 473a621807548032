import { isBoundary, isNumeral, unitAt } from './characters.ts';
import { MEASURE_WORDS, NOT_MEASURE } from './data/measureWords.ts';
import { listOf, marked, wordList } from './data/variants.ts';
import type { Figure } from './figure.ts';
import { Lexicon } from './lexicon.ts';
import { newNumeral, readNumeral } from './numeral.ts';

/** Words that stand behind an ordinal number besides the measure words. */
const ORDINAL_WORDS =
  '号 天 年 周 大 季 季度 次 时段 阶段 梯队 方阵 集团军 师 军 团 营 日 个月 个年头 个 名 位 条 小时 分钟 区 局 组 批次 年度 任 代 人 高 长 版 案 被告 被告人 证人';

/** Words behind an ordinal that make the two the name of an institution or office. */
const NAMES = '副总 副总理 副总统 副主席 副部长 副书记 副省长 副市长 副院长 副校长 中级 人民 医院 中学 小学';

const units = new Lexicon<boolean>(() => [
  ...[...NOT_MEASURE(), ...wordList(NAMES)].map((word) => [word, false] as const),
  ...[...MEASURE_WORDS(), ...wordList(ORDINAL_WORDS)].map((word) => [word, true] as const),
]);

/** What after 首 makes it the first one of something. */
const firsts = new Lexicon<true>(
  marked(
    listOf(
      '批 次 个 家 座 届 台 例 条 架 艘 列 套 部 款 支 枚 场 期 轮 颗 辆 只 本 所 张 份 位 名 项 趟 班 笔 单 株 头 宗 间 日',
    ),
  ),
);

const numeral = newNumeral();
/** What stands before a rank, so that it needs no unit: 位居第二. */
const RANKS = '居列名为為是列占佔球界获獲得国國';

/** Reads the ordinal at `start`, where 第 stands; undefined where none is meant. */
export function readOrdinal(text: string, start: number): Figure | undefined {
  let position = start + 1;
  if (unitAt(text, position) === 0x20) position++;
  if (!isNumeral(unitAt(text, position)) || !readNumeral(text, position, numeral)) return undefined;
  if (numeral.decimal || (numeral.more && numeral.plainEnd !== numeral.end)) return undefined;
  let unitStart = numeral.end;
  if (unitAt(text, unitStart) === 0x20 && numeral.arabic) unitStart++;
  const value = Number.isNaN(numeral.high)
    ? numeral.value
    : Number.isNaN(numeral.positional)
      ? numeral.value
      : numeral.positional;
  const unit = units.longest(text, unitStart);
  if (unit !== 0 && !units.value(unit)) return undefined;
  if (unit !== 0) {
    const end = unitStart + units.length(unit);
    return { start, end, kind: 'ordinal', value, unit: text.slice(unitStart, end) };
  }
  const next = unitAt(text, numeral.end);
  const end = numeral.end;
  if (numeral.arabic || isRank(text, start, end, next)) return { start, end, kind: 'ordinal', value };
  return undefined;
}

/** A bare 第二 is a rank where the clause ends with it or a word for being somewhere stands before it; otherwise it enumerates. */
function isRank(text: string, start: number, end: number, next: number): boolean {
  if (start > 0 && RANKS.includes(text.charAt(start - 1))) return true;
  if (!isBoundary(next)) return text.charAt(end) === '的' || text.charAt(end) === '回';
  const mark = text.charAt(end);
  const enumerates = mark !== '' && '，,、：:'.includes(mark) && isBoundary(unitAt(text, start - 1));
  return !enumerates;
}

/** Reads 首批, 首次 at `start`, where 首 stands; undefined where it is part of another word. */
export function readFirst(text: string, start: number): Figure | undefined {
  const unit = firsts.longest(text, start + 1);
  if (unit === 0) return undefined;
  const end = start + 1 + firsts.length(unit);
  return { start, end, kind: 'ordinal', value: 1, unit: text.slice(start + 1, end) };
}
