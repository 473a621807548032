import { classOf, LETTER } from './characters.ts';
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
import { wordList } from './data/variants.ts';
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
  /** How many characters of the word are the unit, where the word was longer (支队伍). */
  readonly length?: number;
  /** A noun that stands behind digits without a measure word (5国). */
  readonly noun: boolean;
}

function suffix(
  kind: Suffix['kind'],
  code: string,
  factor: number,
  weak = { one: false, han: false, noun: false },
): Suffix {
  return { kind, code, factor, weakAfterOne: weak.one, weakAfterHan: weak.han, noun: weak.noun };
}

function* entries(): Generator<readonly [string, Suffix | undefined]> {
  const one = new Set(WEAK_AFTER_ONE);
  const han = new Set(WEAK_AFTER_HAN);
  const none = [...NOT_MEASURE, ...wordList(`${NOT_CURRENCY} ${NOT_UNIT} ${NOT_TIME} ${NOT_PERCENT}`)];
  for (const word of none) yield [word, undefined];
  for (const word of MEASURE_ALL_THE_SAME) {
    yield [
      word,
      {
        ...suffix('count', '', 1, { one: one.has(word.charAt(0)), han: han.has(word.charAt(0)), noun: false }),
        length: 1,
      },
    ];
  }
  for (const word of COUNTED_NOUNS) yield [word, suffix('count', '', 1, { one: true, han: true, noun: true })];
  for (const word of MEASURE_WORDS) {
    yield [word, suffix('count', '', 1, { one: one.has(word), han: han.has(word), noun: false })];
  }
  for (const [names] of UNITS) {
    for (const word of wordList(names)) {
      const weak = WEAK_UNITS.has(word);
      yield [word, suffix('measure', '', 1, { one: weak, han: weak, noun: false })];
    }
  }
  for (const [names, code, factor] of CURRENCIES)
    for (const word of wordList(names)) yield [word, suffix('money', code, factor ?? 1)];
  for (const [names, designator, factor] of TIME_UNITS) {
    for (const word of wordList(names)) yield [word, suffix('duration', designator, factor)];
  }
  for (const word of wordList('% ％ ﹪ 百分点 个百分点 pct')) yield [word, suffix('percent', '%', 1)];
  for (const word of ['‰']) yield [word, suffix('percent', '%', 0.1)];
  for (const word of ['成']) yield [word, suffix('percent', '成', 10)];
  for (const word of ['折']) yield [word, suffix('percent', '折', 10)];
}

/** Units that are part of other words behind one numeral: 一度, 三方, 一瓦. */
const WEAK_UNITS = new Set(wordList('度 方 里 卡 瓦 焦 伏 帕 码 担 兆 坪'));

/** Words that begin with 成 or 折 and are no tenths. */
const NOT_PERCENT =
  '成立 成为 成功 成果 成本 成长 成就 成都 成员 成交 成型 成品 成绩 成熟 成分 成效 成千 成片 成年 成婚 成名 成灾 成因 成材 成像 成套 成语 成群 成体系 成规模 成不变 成一 成了 成网 成立方 折叠 折合 折射 折算 折旧 折磨 折腾 折扣 折线 折返 折子 折纸 折断 折价 折桂 折戟 折损 折服 折柳 折页';

const SUFFIXES = new Lexicon<Suffix | undefined>(entries());

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
    classOf(text.charCodeAt(position + foundLength - 1)) === LETTER &&
    classOf(text.charCodeAt(position + foundLength)) === LETTER
  ) {
    return undefined;
  }
  const found = SUFFIXES.value(handle);
  if (found?.length !== undefined) foundLength = found.length;
  return found;
}
