/**
 * What the end of one paragraph says by itself: does it stop, or is it cut off?
 *
 * Nothing is judged here. Each fact has a name, so that the score can weigh it and a message can put it into words.
 * Everything is read in one pass; no string, however broken, makes these functions throw.
 */
import { isDigit, isHan, isLatin, isSpace, unitsOf } from '../text/characters.ts';
import { type Balance, type LoneMark, readBalance } from './balance.ts';
import {
  type EndMark,
  endMarkAt,
  isApproximation,
  isMeasure,
  isNumeral,
  isOpening,
  isPair,
  Mark,
  markNumber,
} from './marks.ts';
import { statistics } from './statistics.ts';

/** How a text ends that is a line of its own and needs no full stop. */
export type Signature =
  /** In brackets, who wrote or where it comes from: （某报某地某日电）（记者某某）. */
  | 'source'
  /** …摄, …攝, …供图: who took the picture. */
  | 'photo'
  /** …报道, …電, …撰: a byline. */
  | 'byline';

/** What {@link readEnd} finds. */
export interface EndFacts {
  /** UTF-16 code units of the whole text. */
  readonly length: number;
  readonly mark: EndMark;
  /** Quotes and brackets left open. One at index 0 may be a quotation that runs over several paragraphs. */
  readonly open: readonly LoneMark[];
  /** Quotes and brackets closed without having been opened: its own beginning is missing too. */
  readonly unopened: readonly LoneMark[];
  /** Sentence ends, the last one included. A headline has none as a rule. */
  readonly stops: number;
  /** Commas, half- or full-width, outside numbers, and enumeration commas. */
  readonly commas: number;
  /** Length of the last sentence, its stop left out. */
  readonly lastSentence: number;
  /** Length of what follows the last punctuation mark of any kind, or of the last clause where the text ends in one. */
  readonly lastClause: number;
  /** The number that the text ends in: digits or Chinese numerals, `3.5`, `１２`, `三十`; empty where it ends in none. */
  readonly number: string;
  /** A number with its measure word, where the text ends in one: `3种`, `十多个`. */
  readonly measured: string;
  /** A word at the end that hardly ever ends a sentence: 和, 把, 以及, 为了 … */
  readonly hanging: string;
  /** The text ends in a Latin letter. */
  readonly latin: boolean;
  /** Looks like a credit, byline or source, which need no full stop. */
  readonly signature: Signature | undefined;
  /** Positive where the last characters hardly ever end a sentence or headline: see {@link Statistics.endsSentenceOpenly}. */
  readonly openness: number;
  /** Positive where the last characters hardly ever end a clause: see {@link Statistics.endsClauseOpenly}. */
  readonly clauseOpenness: number;
  /** Positive where the last character seems to begin a word: see {@link Statistics.endsLoosely}. */
  readonly looseness: number;
}

/**
 * Words after which a sentence must go on. Only such as no headline ends in either; the statistics see to
 * the rest by degrees. Both scripts.
 */
const hangingWords = new Set([
  ...('和与與及或把将將被从從向对對于於以由跟并並而但且若虽雖其每既又更很较較各该該乃即使让讓给給为為在是的得之与至往将将这這那此某' +
    '未不没沒无無最仅僅只可须須需已曾正刚剛再还還也都就却卻因故如'),
  ...(
    '以及 为了 為了 由于 由於 关于 關於 对于 對於 根据 根據 按照 随着 隨著 因为 因為 所以 但是 而且 如果 虽然 雖然 不仅 不僅 并且 並且 或者 ' +
    '以便 以免 从而 從而 因此 于是 於是 以至 乃至 甚至 尤其 例如 譬如 包括 其中 通过 通過 经过 經過 围绕 圍繞 针对 針對 基于 基於 ' +
    '不但 无论 無論 不论 不論 即使 尽管 儘管 只要 只有 除了 鉴于 鑑於 截至 正在 已经 已經 可以 能够 能夠 应当 應當 必须 必須 他们的 我们的'
  ).split(' '),
]);

const percents = unitsOf('%％');
const decimalPoints = unitsOf('.．点點');
const digitCommas = unitsOf(',，');

/** Where the number starts that ends before `end`; `end` itself where there is none. */
export function numberStart(text: string, end: number): number {
  let from = end;
  let sawDigit = false;
  // no figure in a newspaper is longer; the limit keeps a page of digits linear
  const least = Math.max(0, end - 24);
  while (from > least) {
    const unit = text.charCodeAt(from - 1);
    if (isFigure(unit)) sawDigit = true;
    else if (percents[unit] === 1) {
      if (from !== end) break;
    } else if (decimalPoints[unit] === 1) {
      if (!isFigure(text.charCodeAt(from - 2))) break;
    } else if (digitCommas[unit] !== 1 || !isDigit(text.charCodeAt(from - 2)) || !isDigit(text.charCodeAt(from))) break;
    from--;
  }
  return sawDigit ? from : end;
}

function isFigure(unit: number): boolean {
  return isDigit(unit) || isNumeral(unit);
}

const sourceWords = [
  '电',
  '電',
  '讯',
  '訊',
  '记者',
  '記者',
  '报道',
  '報道',
  '報導',
  '摄',
  '攝',
  '作者',
  '编辑',
  '編輯',
  '通讯员',
  '撰',
  '据',
  '來源',
  '来源',
  '供图',
  '供圖',
  '单位',
  '转载',
  '原载',
  '执笔',
  '参与',
  '实习',
];
const photoEnds = ['摄', '攝', '供图', '供圖', '摄影', '攝影', '图', '圖', '影'];
const bylineEnds = ['报道', '報道', '報導', '电', '電', '讯', '訊', '撰', '撰文', '文'];
const reporters = /记者|記者|通讯员|通訊員|特派员|特派員|本报|本報|新华社|新華社|中央社|中新社|法新社|路透社|美联社/;
/** The last characters of those words, which rule out most texts. */
const signatureEnds = unitsOf([...photoEnds, ...bylineEnds].map((word) => word.at(-1)).join(''));
const sourceClosers = unitsOf('）)﹚】］]〕');

function readSignature(text: string, end: number, mark: EndMark): Signature | undefined {
  const last = text.charCodeAt(end - 1);
  if (mark === 'closing' || mark === 'closed') {
    if (sourceClosers[last] !== 1) return undefined;
    // a source is short; what is longer is a parenthesis
    let from = end - 1;
    const least = Math.max(0, end - 60);
    while (from > least && !isOpening(text.charCodeAt(from - 1))) from--;
    const inside = text.slice(from, end - 1);
    if (from <= least || !isPair(text[from - 1]!, text[end - 1]!) || !sourceWords.some((word) => inside.includes(word)))
      return undefined;
    return /[摄攝]\s*$/.test(inside.slice(-3)) ? 'photo' : 'source';
  }
  if (mark !== 'none' || signatureEnds[last] !== 1) return undefined;
  const clause = text.slice(Math.max(0, end - 40), end);
  if (
    photoEnds.some((word) => clause.endsWith(word)) &&
    (/[摄攝]$/.test(clause) || (reporters.test(clause) && end <= 80))
  )
    return 'photo';
  if (end <= 60 && reporters.test(clause) && bylineEnds.some((word) => clause.endsWith(word))) return 'byline';
  return undefined;
}

/** Where the last character that is no white space ends. */
function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** What the last character before `end` is. */
function readMark(text: string, end: number): EndMark {
  const mark = endMarkAt(text, end - 1);
  // a stop after Latin letters or digits may be half-width: `2020.` is not one, `下去.` is
  if (mark === 'none' && text.charCodeAt(end - 1) === 0x2e && end > 1 && !isDigit(text.charCodeAt(end - 2))) {
    return text.charCodeAt(end - 2) === 0x2e ? 'ellipsis' : 'stop';
  }
  if (mark === 'closing') {
    let inner = end - 1;
    while (inner > 0 && end - inner < 6 && markNumber(text.charCodeAt(inner - 1)) === Mark.closing) inner--;
    const before = inner === 0 ? Mark.none : markNumber(text.charCodeAt(inner - 1));
    if (before === Mark.stop || before === Mark.ellipsis) return 'closed';
  }
  return mark;
}

/** Whether a paragraph ends as sentences end, or has no text at all: most do, and of these no more need be known. */
export function isStopped(text: string): boolean {
  const mark = readMark(text, trimmedEnd(text));
  return mark === 'stop' || mark === 'ellipsis' || mark === 'closed' || mark === 'empty';
}

/**
 * Reads the end of a paragraph. `text` has no line breaks and no indentation. `balance` spares reading it again where it
 * is known.
 */
export function readEnd(text: string, balance: Balance = readBalance(text)): EndFacts {
  const end = trimmedEnd(text);
  const mark = readMark(text, end);

  let stops = 0;
  let commas = 0;
  let sentenceStart = 0;
  let sentenceEnd = 0;
  let clauseStart = 0;
  let clauseEnd = 0;
  let ended = false; // inside a run of stops and closing marks
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = markNumber(unit);
    if (kind === Mark.stop || kind === Mark.ellipsis) {
      if (!ended) stops++;
      ended = true;
      continue;
    }
    if (ended) {
      if (kind === Mark.closing || isSpace(unit)) continue;
      sentenceStart = clauseStart = clauseEnd = at;
      ended = false;
    }
    sentenceEnd = at + 1;
    if (kind === Mark.none || unit === 0x22) {
      if (clauseEnd !== at) clauseStart = at;
      clauseEnd = at + 1;
    } else if (kind === Mark.enumeration) commas++;
    else if (kind === Mark.comma && !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))) commas++;
  }

  const numberFrom = mark === 'none' ? numberStart(text, end) : end;
  const table = statistics();
  return {
    length: text.length,
    mark,
    open: balance.open,
    unopened: balance.unopened,
    stops,
    commas,
    lastSentence: sentenceEnd - sentenceStart,
    lastClause: clauseEnd - clauseStart,
    number: text.slice(numberFrom, end),
    measured: mark === 'none' && numberFrom === end ? measuredAt(text, end) : '',
    hanging: mark === 'none' ? hangingAt(text, end) : '',
    latin: end > 0 && isLatin(text.charCodeAt(end - 1)),
    signature: readSignature(text, end, mark),
    openness: table.endsSentenceOpenly(text),
    clauseOpenness: table.endsClauseOpenly(text),
    looseness: table.endsLoosely(text),
  };
}

/** The number and measure word that end at `end`, or an empty string. */
function measuredAt(text: string, end: number): string {
  let at = end - 1;
  if (!isMeasure(text.charCodeAt(at))) return '';
  if (isApproximation(text.charCodeAt(at - 1))) at--;
  const from = numberStart(text, at);
  return from < at ? text.slice(from, end) : '';
}

/** With fewer characters before it a word may be part of a name: 錞于. */
const leastBefore = 2;
const hangingEnds = unitsOf([...hangingWords].map((word) => word.at(-1)).join(''));

function hangingAt(text: string, end: number): string {
  if (hangingEnds[text.charCodeAt(end - 1)] !== 1) return '';
  for (const length of [3, 2, 1]) {
    const word = text.slice(Math.max(0, end - length), end);
    if (end >= length + leastBefore && hangingWords.has(word)) return word;
  }
  return '';
}

/** True for a text that holds a Han character between two places: without one none of this says much. */
export function hasHan(text: string, start = 0, end: number = text.length): boolean {
  const stop = Math.min(end, text.length);
  for (let at = Math.max(0, start); at < stop; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}
