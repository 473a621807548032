import { classOf, LETTER, unitAt } from './characters.ts';
import { CURRENCIES, NOT_CURRENCY } from './data/currencies.ts';
import {
  COUNTED_NOUNS,
  MEASURE_ALL_THE_SAME,
  MEASURE_WORDS,
  NOT_MEASURE,
  WEAK_AFTER_HAN,
  WEAK_AFTER_ONE,
} from './data/measureWords.ts';
import { NOT_UNIT, UNITS } from './data/units.ts';
import { listOf, wordList } from './data/variants.ts';
import { NOT_TIME, TIME_UNITS } from './data/words.ts';
import { Lexicon } from './lexicon.ts';

/** What stands right behind a number and says what it counts. */
export interface Suffix {
  readonly kind: 'count' | 'measure' | 'money' | 'percent' | 'duration';
  /** Money: the ISO 4217 code; duration: the ISO 8601 designator, `T` before it below the day. */
  readonly code: string;
  /** What one of it makes: of the currency, of percent, of the designator. */
  readonly factor: number;
  /** Only one meaning of the word counts; the other makes 一线, 四面. */
  readonly weakAfterOne: boolean;
  readonly weakAfterHan: boolean;
  /** A noun that stands behind digits without a measure word (5国). */
  readonly noun: boolean;
  /** How many characters of the word are the unit, where the word was longer (支队伍); undefined for most. */
  readonly length: number | undefined;
}

/** A suffix that is neither weak nor a noun. */
export function suffix(kind: Suffix['kind'], code: string, factor: number): Suffix {
  return { kind, code, factor, weakAfterOne: false, weakAfterHan: false, noun: false, length: undefined };
}

function* entries(): Generator<readonly [string, Suffix | undefined]> {
  const none = [...NOT_MEASURE(), ...wordList(`${NOT_CURRENCY} ${NOT_UNIT} ${NOT_TIME} ${NOT_PERCENT}`)];
  for (const word of none) yield [word, undefined];
  const count = suffix('count', '', 1);
  const one = new Set(WEAK_AFTER_ONE());
  const han = new Set(WEAK_AFTER_HAN());
  const counting = (word: string): Suffix =>
    one.has(word) || han.has(word) ? { ...count, weakAfterOne: one.has(word), weakAfterHan: han.has(word) } : count;
  for (const word of MEASURE_ALL_THE_SAME()) yield [word, { ...counting(word.charAt(0)), length: 1 }];
  const noun = { ...count, weakAfterOne: true, weakAfterHan: true, noun: true };
  for (const word of COUNTED_NOUNS()) yield [word, noun];
  for (const word of MEASURE_WORDS()) yield [word, counting(word)];
  const measure = suffix('measure', '', 1);
  const weakMeasure = { ...measure, weakAfterOne: true, weakAfterHan: true };
  const weak = new Set(WEAK_UNITS());
  for (const [names] of UNITS) for (const word of wordList(names)) yield [word, weak.has(word) ? weakMeasure : measure];
  for (const [names, code, factor] of CURRENCIES) yield* all(wordList(names), suffix('money', code, factor ?? 1));
  for (const [names, designator, factor] of TIME_UNITS)
    yield* all(wordList(names), suffix('duration', designator, factor));
  yield* all(wordList('% ％ ﹪ 百分点 个百分点 pct'), suffix('percent', '%', 1));
  yield ['‰', suffix('percent', '%', 0.1)];
  yield ['成', suffix('percent', '成', 10)];
  yield ['折', suffix('percent', '折', 10)];
}

function* all(words: readonly string[], meaning: Suffix): Generator<readonly [string, Suffix]> {
  for (const word of words) yield [word, meaning];
}

/** Units that are part of other words behind one numeral: 一度, 三方, 一瓦. */
const WEAK_UNITS = listOf('度 方 里 卡 瓦 焦 伏 帕 码 担 兆 坪');

/** Words that begin with 成 or 折 and are no tenths. */
const NOT_PERCENT =
  '成立 成为 成功 成果 成本 成长 成就 成都 成员 成交 成型 成品 成绩 成熟 成分 成效 成千 成片 成年 成婚 成名 成灾 成因 成材 成像 成套 成语 成群 成体系 成规模 成不变 成一 成了 成网 成立方 折叠 折合 折射 折算 折旧 折磨 折腾 折扣 折线 折返 折子 折纸 折断 折价 折桂 折戟 折损 折服 折柳 折页';

const SUFFIXES = new Lexicon<Suffix | undefined>(entries);

/** What {@link findSuffix} found: how long it is. */
let foundLength = 0;

/** Length of the suffix that the last call of {@link findSuffix} found. */
export function suffixLength(): number {
  return foundLength;
}

/** The suffix that starts at `position`; undefined where there is none or another word stands there. */
export function findSuffix(text: string, position: number): Suffix | undefined {
  const handle = SUFFIXES.longest(text, position);
  if (handle === 0) return undefined;
  foundLength = SUFFIXES.length(handle);
  // km, not kmh
  if (
    classOf(unitAt(text, position + foundLength - 1)) === LETTER &&
    classOf(unitAt(text, position + foundLength)) === LETTER
  ) {
    return undefined;
  }
  const found = SUFFIXES.value(handle);
  if (found?.length !== undefined) foundLength = found.length;
  return found;
}
