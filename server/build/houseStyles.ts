/**
 * Signs the articles of a page as other houses do, and sets labels over page and articles, so that what is learned from the
 * pages of two papers holds for papers that put reporter, place and date elsewhere or in other words, and say over their
 * headlines which part of the paper this is. Names are drawn by chance; the places are cities.
 */

import { presses } from '../src/newspaper/press/press.ts';

/** A block of a page's gold: its lines (0-based) and what it is. */
export interface GoldBlock {
  readonly first: number;
  readonly last: number;
  readonly role: string;
}

/** What of a page's gold is needed to sign its articles anew. Articles name their blocks by first line, in reading order. */
export interface GoldPage {
  readonly blocks: readonly GoldBlock[];
  readonly articles: readonly { readonly headline: number; readonly blocks: readonly number[] }[];
  readonly layout?: string;
}

/** A page signed anew: its text, and its blocks as they stand then. */
export interface SignedPage {
  readonly text: string;
  readonly blocks: readonly GoldBlock[];
}

/** Where a signature stands: it opens the first paragraph, or has a line before it or behind the last one. */
type Place = 'opening' | 'line' | 'closing line';
/** How a house signs. `pick` chooses by chance. */
type House = (pick: Pick) => readonly [place: Place, signature: string];
type Pick = <T>(from: readonly T[]) => T;

const familyNames = {
  simplified: [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘'],
  traditional: [...'王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘'],
};
const givenNames = [...'一小文子玉安成志明大光平永正東方可心如雨青山石秋冬海江河天元'];
const cities = {
  simplified: [
    '北京',
    '上海',
    '广州',
    '成都',
    '沈阳',
    '武汉',
    '东京',
    '昆明',
    '西安',
    '杭州',
    '哈尔滨',
    '石家庄',
    '吉隆坡',
  ],
  traditional: [
    '台北',
    '新北',
    '高雄',
    '台中',
    '花蓮',
    '屏東',
    '嘉義',
    '東京',
    '北京',
    '廣州',
    '香港',
    '澳門',
    '華盛頓',
  ],
};
const marks = ['□', '■', '◎', '●', '◆', '○'];
const days = Array.from({ length: 28 }, (_, day) => day + 1);

/** Of what labels are made. */
const parts = {
  simplified:
    '国际 国内 社会 经济 财经 体育 文化 教育 科技 健康 生活 娱乐 评论 观点 理论 综合 地方 城事 民生 法治 军事 时政 专题 焦点 关注 视点 人物 调查 深度 周末 读书 旅游 汽车 证券 乡村 中国 世界 新闻 要闻 副刊 特稿 现场 记者 读者 周刊 观察 来信 纪事 青山 今日 看点 今日看点 图片新闻 本版导读 简讯'.split(
      ' ',
    ),
  traditional:
    '國際 國內 社會 經濟 財經 體育 文化 教育 科技 健康 生活 娛樂 評論 觀點 論壇 綜合 地方 港聞 民生 法庭 軍事 時政 專題 焦點 關注 視點 人物 調查 深度 周末 讀書 旅遊 汽車 兩岸 鄉村 中國 世界 新聞 要聞 副刊 特稿 現場 記者 讀者 周刊 觀察 來信 紀事 青山 今日 看點 今日導讀 圖片新聞 本版導讀 簡訊'.split(
      ' ',
    ),
};
const columns = presses.flatMap((press) => press.columns);
const foreign = ['NEWS', 'WORLD', 'SPORTS', 'LOCAL', 'BUSINESS', 'CULTURE', 'COMMUNITY', 'OPINION'];

type Script = keyof typeof cities;

/** A label that says which part of the paper this is. */
function labelOf(script: Script, pick: Pick): string {
  const part = (): string => pick(parts[script]);
  return pick([
    part,
    part,
    () => part() + part(),
    () => part() + part(),
    () => `${part()}${pick(['·', '/', ' ', '|'])}${part()}`,
    () => pick(foreign),
    () => `${pick(foreign)} ${part()}`,
    () => `${part()} ${pick(foreign)}`,
    () => `【${pick(['', part()])}${part()}】`,
    () => `${part()}${part()}${pick(['①', '②', '③', '（上）', '（下）', '之一', '之二', '之三'])}`,
    () => pick(columns),
  ])();
}

function nameOf(script: Script, pick: Pick): string {
  const family = pick(familyNames[script]);
  return family + pick(givenNames) + pick(['', ...givenNames]);
}

const name = (pick: Pick): string => nameOf('simplified', pick);
const city = (pick: Pick): string => pick(cities.simplified);
const nameTraditional = (pick: Pick): string => nameOf('traditional', pick);
const cityTraditional = (pick: Pick): string => pick(cities.traditional);

const simplified: readonly House[] = [
  (pick) => [
    'opening',
    pick([
      `本报讯（记者${name(pick)}）`,
      `本报讯（记者${name(pick)} 通讯员${name(pick)}）`,
      `【本报讯】（记者 ${name(pick)}）`,
    ]),
  ],
  (pick) => [
    'opening',
    `本报${city(pick)}${pick(days)}日${pick(['讯', '电', '专电'])} ${pick(['', `（记者${name(pick)}）`, `记者${name(pick)}报道：`])}`,
  ],
  (pick) => ['opening', `${pick(['晨报', '晚报', '都市报', '商报', '时报'])}讯（记者 ${name(pick)}）`],
  (pick) => [
    'opening',
    `${pick(['据', '综合', ''])}${pick(['新华社', '中新社'])}${pick(['', `${city(pick)}${pick(days)}日`])}电 `,
  ],
  (pick) => ['opening', `（${pick(['本报', ''])}${city(pick)}${pick(['', `${pick(days)}日`])}${pick(['讯', '电'])}）`],
  (pick) => [
    'line',
    `${pick(['本报', ''])}${pick(['', '首席', '特约', '见习'])}记者 ${name(pick)}${pick(['', ` ${name(pick)}`, ' 文/图'])}`,
  ],
  (pick) => ['line', `${pick(marks)}${pick(['', ' '])}${pick(['本报', ''])}记者 ${name(pick)}`],
  (pick) => [
    'line',
    pick([
      `文/${name(pick)}`,
      `文 | ${name(pick)}`,
      `撰文 ${name(pick)}`,
      `作者 ${name(pick)}`,
      `${name(pick)} 报道`,
      `报道：${name(pick)}`,
    ]),
  ],
  (pick) => [
    'closing line',
    pick([`（记者 ${name(pick)}）`, `本报记者 ${name(pick)}`, `（本报记者 ${name(pick)} ${name(pick)}）`]),
  ],
  () => ['opening', ''],
];

const traditional: readonly House[] = [
  (pick) => [
    'opening',
    `${pick(['〔', '【'])}記者${nameTraditional(pick)}／${cityTraditional(pick)}報導${pick(['〕', '】'])}`,
  ],
  (pick) => [
    'opening',
    `（中央社${pick(['', `記者${nameTraditional(pick)}`])}${cityTraditional(pick)}${pick(days)}日電）`,
  ],
  (pick) => [
    'opening',
    `【${pick(['本報', `本報${cityTraditional(pick)}`, '大公報', '明報', '特'])}訊】${pick(['', `記者${nameTraditional(pick)}報道：`])}`,
  ],
  (pick) => ['opening', `記者${nameTraditional(pick)}／${cityTraditional(pick)}報導 `],
  (pick) => ['line', `${pick(['', '本報'])}記者${nameTraditional(pick)}／${cityTraditional(pick)}報導`],
  (pick) => ['line', `${nameTraditional(pick)}／${cityTraditional(pick)}報導`],
  (pick) => ['line', `${pick(['本報', '大公報', '商報', ''])}記者 ${nameTraditional(pick)}`],
  (pick) => [
    'line',
    pick([
      `文：${nameTraditional(pick)}`,
      `撰文：${nameTraditional(pick)}`,
      `採訪：${nameTraditional(pick)}`,
      `${pick(marks)}記者 ${nameTraditional(pick)}`,
    ]),
  ],
  (pick) => [
    'closing line',
    pick([`（記者${nameTraditional(pick)}）`, `記者${nameTraditional(pick)}／${cityTraditional(pick)}報導`]),
  ],
  () => ['opening', ''],
];

const houses = { simplified, traditional };

/** Datelines as the pages have them. */
const dateline =
  /^(?:本[报報][^。，,]{0,16}[电讯電訊][ 　]*(?:[(（][^)）]{2,24}[)）])?|新华社[^。，,]{0,16}电[ 　]*(?:[(（][^)）]{2,24}[)）])?|本报(?:讯|记者)[^。，,]{2,14}报道[ 　]?)[ 　]*/u;

/** Share of the jump lines that are set over the headline. */
const jumpsAbove = 0.4;

/** Share of the pages with a label over the first headline, and of other headlines that have one there. */
const labelled = { pages: 0.35, articles: 0.35 } as const;

/** Signs all articles of a page as one house does, whatever they were signed with. `random` gives numbers from 0 to below 1. */
export function signAnew(text: string, gold: GoldPage, random: () => number): SignedPage {
  const pick: Pick = (from) => from[Math.floor(random() * from.length)]!;
  const script = /[這們說會國]/u.test(text) ? 'traditional' : 'simplified';
  const house = pick(houses[script]);
  const halfWidth = /[\u4e00-\u9fff][,:]/u.test(text);
  const lines = text.split('\n');
  const byLine = new Map(gold.blocks.map((block) => [block.first, block]));
  /** By line: the signature that goes before it, or behind it. */
  const before = new Map<number, Line>();
  const behind = new Map<number, Line>();
  const places = new Map(gold.blocks.map(({ first }, place) => [first, place]));
  const order = [...gold.blocks];
  for (const { headline, blocks } of gold.articles) {
    const head = byLine.get(headline);
    const jump = order[(places.get(headline) ?? 0) + 1];
    // some set the jump line over the headline
    if (jump?.role === 'jump' && head?.first === head?.last && jump.first === jump.last && random() < jumpsAbove) {
      [lines[headline], lines[jump.first]] = [lines[jump.first]!, lines[headline]!];
      order[places.get(headline)!] = { ...jump, first: headline, last: headline };
      order[places.get(headline)! + 1] = { ...head!, first: jump.first, last: jump.last };
    }
    const texts = blocks.flatMap((line) => byLine.get(line) ?? []).filter(({ role }) => role === 'body');
    const [opening, closing] = [texts[0], texts.at(-1)];
    if (opening === undefined || closing === undefined) continue;
    const line = lines[opening.first]!;
    const indent = line.length - line.trimStart().length;
    const rest = line.slice(indent).replace(dateline, '') || line.slice(indent);
    const [place, printed] = house(pick);
    const signature = halfWidth ? toHalfWidth(printed) : printed;
    lines[opening.first] = line.slice(0, indent) + (place === 'opening' ? signature : '') + rest;
    if (place === 'line') before.set(opening.first, { text: signature, role: 'byline' });
    if (place === 'closing line') behind.set(closing.last, { text: signature, role: 'byline' });
  }
  if (random() < labelled.pages) {
    const tops = gold.articles.map(({ headline }) => topOf(order, headline)).sort((a, b) => a - b);
    for (const [place, top] of tops.entries()) {
      if (place > 0 && random() >= labelled.articles) continue;
      before.set(top, { text: labelOf(script, pick), role: 'kicker' });
    }
  }
  return withLines(lines, { ...gold, blocks: order }, before, behind);
}

/** The first line of a headline with the kickers over it. */
function topOf(blocks: readonly GoldBlock[], headline: number): number {
  let top = blocks.findIndex(({ first }) => first === headline);
  while (blocks[top - 1]?.role === 'kicker') top--;
  return blocks[top]!.first;
}

/** A line that is put in. */
interface Line {
  readonly text: string;
  readonly role: string;
}

function toHalfWidth(text: string): string {
  return text.replace(/[（）：]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function withLines(
  lines: readonly string[],
  gold: GoldPage,
  before: ReadonlyMap<number, Line>,
  behind: ReadonlyMap<number, Line>,
): SignedPage {
  const apart = gold.layout === 'spaced' || gold.layout === 'wrapped' ? [''] : [];
  const signed: string[] = [];
  const blocks: GoldBlock[] = [];
  const moved: number[] = [];
  const add = ({ text, role }: Line): void => {
    blocks.push({ first: signed.length, last: signed.length, role });
    signed.push(text);
  };
  for (const [at, line] of lines.entries()) {
    const opening = before.get(at);
    if (opening !== undefined) {
      add(opening);
      signed.push(...apart);
    }
    moved.push(signed.length);
    signed.push(line);
    const closing = behind.get(at);
    if (closing !== undefined) {
      signed.push(...apart);
      add(closing);
    }
  }
  for (const { first, last, role } of gold.blocks) blocks.push({ first: moved[first]!, last: moved[last]!, role });
  return { text: signed.join('\n'), blocks };
}
