/**
 * What the beginning of one paragraph says by itself: does it begin, or does it go on from somewhere?
 *
 * As with the end, nothing is judged here: each fact has a name for the score to weigh and for a message to name.
 */
import { startsWithDateline } from '../press/read.ts';
import { isDigit, isHan, isLatin, isSpace, unitsOf } from '../text/characters.ts';
import { type Balance, type LoneMark, readBalance } from './balance.ts';
import { type EndMark, endMarkAt, isMeasure, isNumeral, Mark, markNumber } from './marks.ts';
import { statistics } from './statistics.ts';

/**
 * What the first character is:
 * `forbidden` a mark that no paragraph can start with (，。、）”); `quote` an opening quote; `bracket` another opening mark;
 * `bullet` ★ ● ■ and the like; `dash` — or …, which may start a paragraph; `none` no mark at all; `empty` no text.
 */
export type StartMark = 'forbidden' | 'quote' | 'bracket' | 'bullet' | 'dash' | 'none' | 'empty';

/** Ways in which a paragraph announces that it is one. */
export type Opening =
  /** 本报讯, （记者…, 新华社…电, 【…讯】: the first paragraph of an article; or the reporter. */
  | 'dateline'
  /** 一、 （二） 3. ④ 第五，: one of several. */
  | 'enumerator'
  /** 图为, 图①: a caption. */
  | 'caption';

/** What {@link readStart} finds. */
export interface StartFacts {
  /** UTF-16 code units of the whole text. */
  readonly length: number;
  readonly mark: StartMark;
  /** Quotes and brackets closed without having been opened, in the order of the text. */
  readonly unopened: readonly LoneMark[];
  /** Quotes and brackets left open: a straight quote that should close one of the part before is among them. */
  readonly open: readonly LoneMark[];
  /** The number that the text begins with: digits or Chinese numerals; empty where it begins with none. */
  readonly number: string;
  /** A measure word at the start (例, 余家) after which a number is missing. Weak by itself: many of them start words. */
  readonly measure: string;
  /** A character at the start that leans on a word before it: 的, 了, 们, 吗, 却, 均, 是. */
  readonly leaning: string;
  /** Begins with a lower-case Latin letter, as the second half of a word does. */
  readonly lowerCase: boolean;
  readonly opening: Opening | undefined;
  /** Length of what stands before the first punctuation mark. */
  readonly firstClause: number;
  /** Length of what stands before the first mark that ends a sentence. */
  readonly firstSentence: number;
  /** What that punctuation mark is. */
  readonly clauseMark: EndMark;
  /** Positive where the first characters stand at the starts of paragraphs: see {@link Statistics.startsParagraph}. */
  readonly paragraphStart: number;
  /** Positive where the first characters stand at the starts of clauses: see {@link Statistics.startsClause}. */
  readonly clauseStart: number;
  /** Positive where the first character seems to end a word: see {@link Statistics.startsLoosely}. */
  readonly looseness: number;
}

const bullets = unitsOf('★☆●○■□▲△◆◇▶►※◎•·*＊▼▽◢→☞');
const quotes = unitsOf('“‘「『〝﹁﹃"＂');

/** Where each of these stands at a start it leans on what went before, unless one of the words follows. */
const leaningWords = new Map<string, string>([
  ['的', '确確士哥而'],
  ['了', '解却卻结結不了无無'],
  ['着', '力眼重手实實急火迷装裝'],
  ['著', '名作书書者称稱力眼重手實'],
  ['们', ''],
  ['們', ''],
  ['吗', '啡'],
  ['嗎', '啡'],
  ['呢', '喃绒絨'],
  ['吧', '台檯'],
  ['么', ''],
  ['麼', ''],
  ['啊', '，！,!'],
  ['嘛', ''],
  ['之', '后後前所一间間类類际際外内內初乎'],
  ['地', '方区區理球铁鐵震下处處点點面铺鋪域质質级級產产位毯平上道勤势勢形图圖缘緣利皮产狱獄步'],
  ['得', '到知益出以票主分失奖獎力天意罪人了'],
  ['化', '学學工解肥石验驗妆妝身疗療纤纖名作险險为為繁整装裝'],
  ['性', '别別格能命质質情价價侵教感'],
  // adverbs, conjunctions and copulas that call for what went before
  ['均', '衡线線价價势勢匀勻等'],
  ['则', ''],
  ['則', ''],
  ['却', '顾說说步'],
  ['卻', '說步'],
  ['都', '市江安喜匀勻說说会會城灵靈'],
  ['仍', ''],
  ['皆', '大'],
  ['便', '利民宜衣士秘签簽当當捷'],
  ['才', '能华華干幹俊女子智气氣'],
  ['和', '平田顺順谐諧约約珅尚睦风風善'],
  ['及', '至时時早'],
  ['并', '不且非肩行轨轉购網网'],
  ['並', '不且非肩行'],
  ['还', '有没没記记应要江可是款原乡清'],
  ['還', '有沒記應要可是款原鄉清'],
  ['也', '许許有应應門门就只是不正'],
  ['是', '次否啊的谁誰非'],
  ['等', '待到候级級于於等'],
]);

/** Words that measure characters start; behind these no number is missing. */
const measureWords = new Map<string, string>([
  ['个', '人别体性税案中'],
  ['個', '人別體性稅案中'],
  ['名', '为叫列单古义家校誉称副人将牌额师胜言著流城片气城医'],
  ['位', '于置列居处於處次'],
  ['项', '目链圈'],
  ['項', '目鏈'],
  ['条', '件例约款理幅'],
  ['條', '件例約款理'],
  ['种', '植子种地粮田业养类群族'],
  ['種', '植子種地糧田業族'],
  ['家', '庭长里人住乡属园电禽畜务用具政境家族校事中'],
  ['户', '外籍口型主均'],
  ['戶', '外籍口型主均'],
  ['例', '如外子行会'],
  ['起', '初来到步草码飞源诉点义床身用效重伏因名火'],
  ['次', '日年要于生月'],
  ['件', ''],
  ['人', '们民类口物士才员生大社力工均间家在与和的数文心性行为事体群命际造居脸流一气'],
  ['岁', '月末尾首'],
  ['年', '初底末度轻关近来会货复终轮过纪夜青内月前后味均'],
  ['月', '球初底末光亮饼经日'],
  ['日', '前本常益后夜报均内语军用照均'],
  ['天', '气津然安下空河地文际平府山上亮天桥使才鹅水使气台'],
  ['时', '间代任至常期隔刻值年下而光不时近候空尚'],
  ['分', '析别享布配管类为支散局明期子行级工歧公手红流担开成'],
  ['万', '一科人众里物亿达州事'],
  ['亿', '万'],
  ['千', '万方古年百里载家'],
  ['百', '姓年余货度色分日家'],
  ['米', '饭兰粉面字脂'],
  ['里', '面程约边斯海'],
  ['级', ''],
  ['层', '层面次出高林级'],
  ['处', '理于在长分置女境所方暑'],
  ['批', '准评发判复示量改'],
  ['部', '分门队长署委属落级里件'],
  ['本', '报次市来届月周年地科土人身着文轮省案期质领书职赛站版'],
  ['支', '持付部出援撑柱教线前'],
  ['只', '有要是能见为不好会需'],
  ['头', '部条号脑发疼顶像'],
  ['场', '面景地馆所上内外'],
  ['轮', '胎船椅流到'],
  ['届', '时'],
  ['期', '间待望末货刊盼'],
  ['组', '织委成建合长图员'],
  ['队', '伍员长友列'],
  ['双', '方边重向手休创语拥赢'],
  ['班', '子级长车组主'],
  ['类', '似型别'],
  ['点', '击亮燃赞评点开滴'],
  ['代', '表替理价码言'],
  ['门', '口票诊户槛窗前'],
  ['台', '湾灣大南中东東港风北海账商阶州上'],
  ['站', '在点立上长台'],
  ['成', '立为都功果本长员就效绩交千熟'],
  ['折', '射扣叠磨腾'],
]);

const enumeratorStart =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[a-zA-Z])[）)、．]|[0-9０-９]{1,2}[.．](?![0-9０-９])|[①-⑳⑴-⒇⒈-⒛㈠-㈩➀-➓❶-❿]|第[一二三四五六七八九十]{1,3}[，,、：:是]|[一二三四五六七八九]是|(?:首先|其次|再次|最后|最後)[，,是])/;
const captionStart = /^(?:[（(]?(?:图|圖)(?:为|為|[①-⑳一二三四五六七八九十0-9]|片)|(?:资料|資料|题|題)(?:图|圖))/;

/** How what those patterns match begins. */
const captionStarts = unitsOf('（(图圖资資题題');
const enumeratorStarts = unitsOf('（(一二三四五六七八九十第首其再最');

function readOpening(head: string): Opening | undefined {
  const first = head.charCodeAt(0);
  if (captionStarts[first] === 1 && captionStart.test(head)) return 'caption';
  if (startsWithReporter(head) || startsWithDateline(head)) return 'dateline';
  return mayBeEnumerator(first) && enumeratorStart.test(head) ? 'enumerator' : undefined;
}

/** The reporter comes into a text at the start of a paragraph. */
function startsWithReporter(head: string): boolean {
  return head.startsWith('记者') || head.startsWith('記者');
}

/** Numbers in circles and brackets lie between ① and ㈩. */
function mayBeEnumerator(first: number): boolean {
  return enumeratorStarts[first] === 1 || isDigit(first) || isLatin(first) || (first >= 0x2460 && first < 0x3300);
}

function readMark(text: string, from: number): StartMark {
  if (from === text.length) return 'empty';
  const unit = text.charCodeAt(from);
  if (quotes[unit] === 1) return 'quote';
  if (markNumber(unit) === Mark.opening) return 'bracket';
  if (bullets[unit] === 1) return 'bullet';
  const mark = endMarkAt(text, from);
  if (mark === 'dash' || mark === 'ellipsis') return 'dash';
  if (mark === 'joiner') return 'none';
  return mark === 'none' && unsuited[unit] === 0 ? 'none' : 'forbidden';
}

/** No marks of punctuation, but no paragraph begins with them either. */
const unsuited = unitsOf('%％℃.');
const inNumbers = unitsOf('.．,，');

/** Reads the beginning of a paragraph. `text` has no line breaks and no indentation. */
export function readStart(text: string, balance: Balance = readBalance(text)): StartFacts {
  let from = 0;
  while (from < text.length && isSpace(text.charCodeAt(from))) from++;
  const mark = readMark(text, from);
  const head = text.slice(from, from + 40);

  let numberEnd = 0;
  const mostDigits = Math.min(head.length, 24);
  while (numberEnd < mostDigits) {
    const unit = head.charCodeAt(numberEnd);
    const inside =
      numberEnd > 0 &&
      inNumbers[unit] === 1 &&
      isDigit(head.charCodeAt(numberEnd + 1)) &&
      isDigit(head.charCodeAt(numberEnd - 1));
    if (!isDigit(unit) && !isNumeral(unit) && !inside) break;
    numberEnd++;
  }

  let clause = from;
  while (clause < text.length && markNumber(text.charCodeAt(clause)) === Mark.none) clause++;

  const table = statistics();
  return {
    length: text.length,
    mark,
    unopened: balance.unopened,
    open: balance.open,
    number: head.slice(0, numberEnd),
    measure: measureAt(head),
    leaning: leaningAt(head),
    lowerCase: isLowerCase(head),
    opening: readOpening(head),
    firstClause: clause - from,
    firstSentence: sentenceEnd(text, from) - from,
    clauseMark: endMarkAt(text, clause),
    paragraphStart: table.startsParagraph(text),
    clauseStart: table.startsClause(text),
    looseness: table.startsLoosely(text),
  };
}

const leaningStarts = unitsOf([...leaningWords.keys()].join(''));

function leaningAt(head: string): string {
  if (leaningStarts[head.charCodeAt(0)] !== 1) return '';
  const first = head.charAt(0);
  const second = head.charAt(1);
  return second === '' || !leaningWords.get(first)!.includes(second) ? first : '';
}

function isLowerCase(head: string): boolean {
  return isLatin(head.charCodeAt(0)) && head.charAt(0) !== head.charAt(0).toUpperCase();
}

const sentenceEnds = unitsOf('。！？!?');

/** Where the first sentence of a text ends; nothing before `from` ends one. */
function sentenceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && sentenceEnds[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** The measure word that `head` begins with, 余 or 多 before it included; empty where a longer word begins. */
function measureAt(head: string): string {
  const first = head.charCodeAt(0);
  const approximate = looseApproximations[first] === 1;
  const at = approximate ? 1 : 0;
  const unit = head.charCodeAt(at);
  if (!isMeasure(unit) || isNumeral(unit)) return '';
  if (approximate) return head.slice(0, 2);
  const character = head.charAt(at);
  const next = head.charCodeAt(at + 1);
  if (!isHan(next) && head.length > at + 1 && markNumber(next) !== Mark.none) return character;
  const others = measureWords.get(character);
  return others !== undefined && !others.includes(head.charAt(at + 1)) ? character : '';
}

/** Those of {@link isApproximation} that begin no other word. */
const looseApproximations = unitsOf('多余餘几幾');
