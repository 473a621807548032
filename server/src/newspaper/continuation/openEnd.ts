/**
 * What the end of one paragraph says by itself: does it stop, or is it cut off?
 *
 * Nothing is judged here. Each fact has a name, so that the score can weigh it and a message can put it into words.
 * Everything is read in one pass; no string, however broken, makes these functions throw.
 */
import { isDigit, isHan, isLatin, isSpace } from '../text/characters.ts';
import { statistics } from './statistics.ts';

/**
 * What the last character is:
 * `stop` 。！？ and their half-width forms; `ellipsis` … or ……; `closed` a closing quote or bracket right after a stop; `closing`
 * a closing quote or bracket after anything else; `opening` an opening one; `colon`, `semicolon`, `comma`; `enumeration` 、;
 * `dash`; `joiner` · / ~ and other marks that stand inside words; `none` a character that is no punctuation; `empty` no text.
 */
export type EndMark =
  | 'stop'
  | 'ellipsis'
  | 'closed'
  | 'closing'
  | 'opening'
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'enumeration'
  | 'dash'
  | 'joiner'
  | 'none'
  | 'empty';

/** A quote or bracket without its counterpart. */
export interface LoneMark {
  readonly mark: string;
  /** Index in the text. */
  readonly at: number;
}

/** Quotes and brackets of a text that do not come in pairs. */
export interface Balance {
  /** Opened and not closed, outermost first. */
  readonly open: readonly LoneMark[];
  /** Closed and not opened, in the order of the text. */
  readonly unopened: readonly LoneMark[];
}

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
  /** The last character that is no white space; empty for an empty text. */
  readonly last: string;
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

const closerOf: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '〖': '〗',
  '｛': '｝',
  '{': '}',
  '﹁': '﹂',
  '﹃': '﹄',
  '〝': '〞',
  '＜': '＞',
  '﹙': '﹚',
};
/** Half- and full-width forms are one kind, since dumps mix them: （…) is a pair. */
const kindOf = new Map<string, number>();
const isOpener = new Set<string>();
const kinds: Readonly<Record<string, string>> = {
  '(': '（',
  '﹙': '（',
  '[': '［',
  '{': '｛',
  '〝': '“',
  '﹁': '「',
  '﹃': '『',
};
for (const [opener, closer] of Object.entries(closerOf)) {
  const kind = (kinds[opener] ?? opener).charCodeAt(0);
  kindOf.set(opener, kind);
  kindOf.set(closer, kind);
  isOpener.add(opener);
}
const enumeratorBrackets = new Set(['）', ')', '﹚', ']', '］', '】', '〕']);
const quoteMarks = new Set(['“', '‘', '「', '『', '〝', '﹁', '﹃']);
const chineseDigits = new Set('〇○零一二三四五六七八九十百千万亿两兩萬億廿卅壹贰叁肆伍陆柒捌玖拾佰仟');

/** Quotes and brackets, straight ones included, by UTF-16 code unit: most units are none, and a table tells soonest. */
const isPaired = new Uint8Array(0x10000);
for (const mark of [...kindOf.keys(), '"', '＂']) isPaired[mark.charCodeAt(0)] = 1;

/** True for an opening quote or bracket of any kind. */
export function isOpening(character: string): boolean {
  return isOpener.has(character);
}

/** True for a closing quote or bracket of any kind. */
export function isClosing(character: string): boolean {
  return kindOf.has(character) && !isOpener.has(character);
}

/** True where `opening` and `closing` make a pair, half- and full-width forms mixed or not. */
export function isPair(opening: string, closing: string): boolean {
  if (opening === closing) return opening === '"';
  return isOpening(opening) && isClosing(closing) && kindOf.get(opening) === kindOf.get(closing);
}

/** True for a character that Chinese numerals are written with. */
export function isNumeral(character: string): boolean {
  return chineseDigits.has(character);
}

/** No text leaves more marks open, or closes more of them without opening: of a page of nothing else the rest says nothing new. */
const mostLone = 64;

/** Pairs quotes and brackets off; what remains is left open (the last of them) or closed without opening (the first). */
export function readBalance(text: string): Balance {
  const open: LoneMark[] = [];
  const unopened: LoneMark[] = [];
  /** Openers of each kind in `open`: without it a text of nothing but brackets would take quadratic time. */
  const waiting = new Map<number, number>();
  const forget = (lone: LoneMark | undefined): void => {
    if (lone === undefined) return;
    const kind = kindOf.get(lone.mark) ?? straight;
    waiting.set(kind, (waiting.get(kind) ?? 1) - 1);
  };
  const push = (mark: string, at: number, kind: number): void => {
    open.push({ mark, at });
    waiting.set(kind, (waiting.get(kind) ?? 0) + 1);
    if (open.length > mostLone) forget(open.shift());
  };
  const pop = (): LoneMark | undefined => {
    const last = open.pop();
    forget(last);
    return last;
  };
  for (let at = 0; at < text.length; at++) {
    if (isPaired[text.charCodeAt(at)] === 0) continue;
    const mark = text[at] ?? '';
    if (mark === '"' || mark === '＂') {
      // straight quotes open and close in turn; one after a digit is an inch
      if (waiting.get(straight)) while (kindOf.has(pop()?.mark ?? '')) {}
      else push('"', at, straight);
      continue;
    }
    const kind = kindOf.get(mark);
    if (kind === undefined) continue;
    if (isOpener.has(mark)) {
      // the same quote again cannot nest: the first one was never closed, or was printed the wrong way round
      const top = open.at(-1);
      if (top && quoteMarks.has(mark) && kindOf.get(top.mark) === kind) pop();
      push(mark, at, kind);
    } else if (waiting.get(kind)) {
      // whatever was opened inside and not closed is a slip of the pen and says nothing
      while (kindOf.get(pop()?.mark ?? '') !== kind) {}
    } else if (
      unopened.length < mostLone &&
      !(enumeratorBrackets.has(mark) && endsEnumerator(text, at)) &&
      !isApostrophe(text, at)
    ) {
      unopened.push({ mark, at });
    }
  }
  return { open, unopened };
}

/** The kind of straight quotes, which have no direction. */
const straight = 0x22;

/** Whether the bracket at `at` closes an enumerator such as `1)` or `三）`. */
function endsEnumerator(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 4) {
    const unit = text.charCodeAt(from - 1);
    if (!isDigit(unit) && !isNumeral(text[from - 1] ?? '') && !(isLatin(unit) && from === at)) break;
    from--;
  }
  if (from === at) return false;
  if (from === 0) return true;
  const before = text[from - 1] ?? '';
  return isSpace(text.charCodeAt(from - 1)) || /[。；;：:，,、！!？?]/.test(before);
}

/** Whether ’ at `at` stands inside a Latin word, as in it’s. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === '’' && at > 0 && isLatin(text.charCodeAt(at - 1));
}

const markOf = new Map<string, EndMark>();
for (const [characters, mark] of [
  ['。！？!?｡．﹗﹖', 'stop'],
  ['…⋯', 'ellipsis'],
  ['：:﹕︰', 'colon'],
  ['；;﹔', 'semicolon'],
  ['，,﹐', 'comma'],
  ['、､', 'enumeration'],
  ['—―–─－-', 'dash'],
  ['·•‧・/／~～＋+＝=&＆@＠#＃|｜＊*', 'joiner'],
] as const) {
  for (const character of characters) markOf.set(character, mark);
}

const isMarked = new Uint8Array(0x10000);
for (const mark of [...markOf.keys(), ...kindOf.keys(), '"']) isMarked[mark.charCodeAt(0)] = 1;

/** Whether {@link endMarkOf} has a name for the character with that code unit. */
export function isEndMark(unit: number): boolean {
  return isMarked[unit] === 1;
}

/** What kind of end mark a single character is; `none` for what is no punctuation. */
export function endMarkOf(character: string): EndMark {
  if (character === '') return 'empty';
  const mark = markOf.get(character);
  if (mark) return mark;
  if (isOpening(character)) return 'opening';
  return isClosing(character) || character === '"' ? 'closing' : 'none';
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

const measureCharacters = new Set(
  '个個名位项項条條种種家户戶亩畝吨噸例起次件人岁歲元年月日天时時分秒辆輛台臺架艘座栋棟间間所处處批份篇部本册冊张張片块塊支只隻头頭匹株棵颗顆粒' +
    '万萬亿億千百米里尺寸斤克升倍成折度层層级級届屆期场場轮輪回趟遍顿頓组組队隊对對双雙套副枚枝根道班列节節笔筆类類股项点點代门門幅盏盞口具宗桩樁桌站站户派樽瓶杯碗盒袋箱桶筐车車船',
);
const approximations = new Set('多余餘来來几幾数數');

/** True for a measure word of one character, such as 个 or 例. */
export function isMeasure(character: string): boolean {
  return measureCharacters.has(character);
}

/** True for 余, 多, 来 and the like, which stand between a number and its measure word. */
export function isApproximation(character: string): boolean {
  return approximations.has(character);
}

/** Where the number starts that ends before `end`; `end` itself where there is none. */
export function numberStart(text: string, end: number): number {
  let from = end;
  let sawDigit = false;
  // no figure in a newspaper is longer; the limit keeps a page of digits linear
  const least = Math.max(0, end - 24);
  while (from > least) {
    const character = text[from - 1] ?? '';
    if (isFigure(text, from - 1)) sawDigit = true;
    else if (/[%％]/.test(character)) {
      if (from !== end) break;
    } else if (/[.．点點]/.test(character)) {
      if (!isFigure(text, from - 2)) break;
    } else if (!/[,，]/.test(character) || !isDigit(text.charCodeAt(from - 2)) || !isDigit(text.charCodeAt(from)))
      break;
    from--;
  }
  return sawDigit ? from : end;
}

function isFigure(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || isNumeral(text[at] ?? '');
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

function readSignature(text: string, end: number, mark: EndMark): Signature | undefined {
  const last = text[end - 1] ?? '';
  if (mark === 'closing' || mark === 'closed') {
    if (!/[）)﹚】］\]〕]/.test(last)) return undefined;
    // a source is short; what is longer is a parenthesis
    let from = end - 1;
    const least = Math.max(0, end - 60);
    while (from > least && !isOpening(text[from - 1] ?? '')) from--;
    const inside = text.slice(from, end - 1);
    if (from <= least || !isPair(text[from - 1] ?? '', last) || !sourceWords.some((word) => inside.includes(word)))
      return undefined;
    return /[摄攝]\s*$/.test(inside.slice(-3)) ? 'photo' : 'source';
  }
  if (mark !== 'none') return undefined;
  const clause = text.slice(Math.max(0, end - 40), end);
  if (
    photoEnds.some((word) => clause.endsWith(word)) &&
    (/[摄攝]$/.test(clause) || (reporters.test(clause) && end <= 80))
  )
    return 'photo';
  if (end <= 60 && reporters.test(clause) && bylineEnds.some((word) => clause.endsWith(word))) return 'byline';
  return undefined;
}

/** What the last character is that is no white space, and where it ends. */
function readMark(text: string): { readonly mark: EndMark; readonly end: number } {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  const last = text[end - 1] ?? '';
  const mark = endMarkOf(last);
  // a stop after Latin letters or digits may be half-width: `2020.` is not one, `下去.` is
  if (mark === 'none' && last === '.' && end > 1 && !isDigit(text.charCodeAt(end - 2))) {
    return { mark: text[end - 2] === '.' ? 'ellipsis' : 'stop', end };
  }
  if (mark === 'closing') {
    let inner = end - 1;
    while (inner > 0 && end - inner < 6 && (isClosing(text[inner - 1] ?? '') || text[inner - 1] === '"')) inner--;
    const before = markOf.get(text[inner - 1] ?? '');
    if (before === 'stop' || before === 'ellipsis') return { mark: 'closed', end };
  }
  return { mark, end };
}

/** Whether a paragraph ends as sentences end, or has no text at all: most do, and of these no more need be known. */
export function isStopped(text: string): boolean {
  const { mark } = readMark(text);
  return mark === 'stop' || mark === 'ellipsis' || mark === 'closed' || mark === 'empty';
}

/**
 * Reads the end of a paragraph. `text` has no line breaks and no indentation. `balance` spares reading it again where it
 * is known.
 */
export function readEnd(text: string, balance: Balance = readBalance(text)): EndFacts {
  const { mark, end } = readMark(text);
  const last = text[end - 1] ?? '';

  let stops = 0;
  let commas = 0;
  let sentenceStart = 0;
  let sentenceEnd = 0;
  let clauseStart = 0;
  let clauseEnd = 0;
  let ended = false; // inside a run of stops and closing marks
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3400 && unit <= 0x9fff) {
      if (ended) {
        sentenceStart = clauseStart = clauseEnd = at;
        ended = false;
      }
      sentenceEnd = at + 1;
      if (clauseEnd !== at) clauseStart = at;
      clauseEnd = at + 1;
      continue;
    }
    const character = text[at] ?? '';
    const kind = markOf.get(character);
    if (kind === 'stop' || kind === 'ellipsis') {
      if (!ended) stops++;
      ended = true;
      continue;
    }
    if (ended && (isClosing(character) || character === '"' || isSpace(unit))) continue;
    if (ended) {
      sentenceStart = clauseStart = clauseEnd = at;
      ended = false;
    }
    sentenceEnd = at + 1;
    if (
      kind === 'enumeration' ||
      (kind === 'comma' && !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))))
    )
      commas++;
    else if (kind === undefined && !kindOf.has(character)) {
      if (clauseEnd !== at) clauseStart = at;
      clauseEnd = at + 1;
    }
  }

  const numberFrom = mark === 'none' ? numberStart(text, end) : end;
  return {
    length: text.length,
    mark,
    last,
    ...balance,
    stops,
    commas,
    lastSentence: sentenceEnd - sentenceStart,
    lastClause: clauseEnd - clauseStart,
    number: text.slice(numberFrom, end),
    measured: mark === 'none' && numberFrom === end ? measuredAt(text, end) : '',
    hanging: mark === 'none' ? hangingAt(text, end) : '',
    latin: end > 0 && isLatin(text.charCodeAt(end - 1)),
    signature: readSignature(text, end, mark),
    openness: statistics().endsSentenceOpenly(text),
    clauseOpenness: statistics().endsClauseOpenly(text),
    looseness: statistics().endsLoosely(text),
  };
}

/** The number and measure word that end at `end`, or an empty string. */
function measuredAt(text: string, end: number): string {
  let at = end - 1;
  if (!isMeasure(text[at] ?? '')) return '';
  if (isApproximation(text[at - 1] ?? '')) at--;
  const from = numberStart(text, at);
  return from < at ? text.slice(from, end) : '';
}

/** With fewer characters before it a word may be part of a name: 錞于. */
const leastBefore = 2;

function hangingAt(text: string, end: number): string {
  for (const length of [3, 2, 1]) {
    const word = text.slice(Math.max(0, end - length), end);
    if (end >= length + leastBefore && hangingWords.has(word)) return word;
  }
  return '';
}

/** True for a text that holds a Han character at all: without one none of this says much. */
export function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}
