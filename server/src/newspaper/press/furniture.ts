/** Lines over a page as the presses of both scripts set them: page, section, paper, date and day of the week, in any order. */

const gap = '[ 　:：·｜|丨/-]+';
const page =
  '(?:第?[ 　]?[A-HＡ-Ｈ]?[\\d０-９]{1,3}[版页頁]|第[一二三四五六七八九十]{1,3}[版页頁]|[A-HＡ-Ｈ][ 　]?[\\d０-９]{1,2}|0\\d)';
const year =
  '(?:(?:19|20)\\d\\d|[一二][〇○零一二三四五六七八九]{3}|(?:中[華华])?民[國国][\\d一二三四五六七八九十百○〇零]{1,4}|[１２][０-９]{3})';
const number = '[\\d０-９一二三四五六七八九十]{1,3}';
const weekday = '[ 　]*[(（]?(?:星期|周|週|禮拜)[一二三四五六日天][)）]?';
const day = `${year}[ 　]?[-年./][ 　]?${number}[ 　]?[-月./][ 　]?${number}[ 　]?日?`;
const date = `${day}(?:${weekday})?`;
const lunarYear = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]';
const section = '[\\u4e00-\\u9fff·]{2,8}';
const paper = '[\\u4e00-\\u9fff]{1,7}[报報刊]';

/** Lines that say which page this is, besides other things. */
export const datedFolios: readonly RegExp[] = [
  new RegExp(`^${paper}[/／]${year}年[/／]${number}月[/／]${number}日[/／]${page}$`, 'u'),
  new RegExp(`^${page}(?:${gap}${section}){0,2}${gap}${date}(?:[ 　]+.{1,16})?$`, 'u'),
  new RegExp(
    `^(?:${paper}[ 　]*|${section}${gap})?${date}${gap}(?:${section}${gap}){0,2}${page}(?:${gap}${section})?$`,
    'u',
  ),
];

/** What parts of a paper are called, in both scripts. */
const partNames =
  '要闻 要聞 国际 國際 国内 國內 两岸 兩岸 国是 國是 经济 經濟 财经 財經 产业 產業 证券 證券 社会 社會 民生 法治 法庭 本地 本市 城事 城市 地方 都市 区域 區域 港闻 港聞 澳门 澳門 体育 體育 文化 文娱 文娛 娱乐 娛樂 副刊 读书 讀書 评论 評論 观点 觀點 论坛 論壇 理论 理論 教育 科技 健康 生活 旅游 旅遊 汽车 汽車 房产 房產 地产 地產 军事 軍事 时政 時政 时事 時事 时评 時評 专题 專題 专版 專版 特稿 特刊 焦点 焦點 关注 關注 深度 人物 调查 調查 综合 綜合 广告 廣告 周末 乡村 鄉村 农村 農村 世界'.split(
    ' ',
  );
const partNameSet = new Set(partNames);

/** True for what a part of the paper is called, which stands alone over a page. */
export function isPartName(text: string): boolean {
  return partNameSet.has(text);
}

const named = `(?:${partNames.join('|')})`;
const news = '(?:新[闻聞]|周刊|版)';
const part = `(?:${named}${news}?|中[国國]新[闻聞])`;
const parts = `${part}(?:[ 　·/]${part})?`;

/** A part of the paper and the number of its page, in either order: `3 国际`, `A3要闻`, `财经·证券 12`. */
export const numberedPart = new RegExp(
  `^([A-ZＡ-Ｚ]?[\\d０-９]{1,3})版?(?:${gap})?${parts}$|^${parts}(?:${gap})?([A-ZＡ-Ｚ]?[\\d０-９]{1,3})版?$`,
  'u',
);

/** Such a line with a bare number, as a row of a table has it too: `教育 12`. */
const numberedRow = new RegExp(`^[1-9]\\d{0,2}(?:${gap})?${parts}$|^${parts}(?:${gap})?[1-9]\\d{0,2}$`, 'u');

/** Whether a folio may as well be a row of a table, where lines of text stand right before it. */
export function mayBeRow(folio: string): boolean {
  return numberedRow.test(folio);
}

/** A page by its numeral alone, perhaps with the part of the paper: `二版`, `要闻三版`, `（头版）`. */
export const numeralPage = new RegExp(`^[(（]?(?:${part})?([头頭]|[一二三四五六七八九十]{1,3})[版頁][)）]?$`, 'u');

/** Lines that say which page of which section this is. */
export const sectionFolios: readonly RegExp[] = [
  numberedPart,
  numeralPage,
  new RegExp(`^第[A-HＡ-Ｈ][ 　]?[\\d０-９]{1,2}[版頁](?:${gap}${section})?$`, 'u'),
  /^[A-HＡ-Ｈ][叠疊][ 　]?[\d０-９]{1,2}[版頁]?$/u,
  new RegExp(`^[\\u4e00-\\u9fff·]{2,6}${gap}0\\d$`, 'u'),
];

/** Lines that say which paper this is and of which day. */
export const datedMastheads: readonly RegExp[] = [
  new RegExp(`^${paper}[ 　]+${date}(?:[ 　]+.{1,16})?$`, 'u'),
  new RegExp(`^${date}[ 　]+${paper}$`, 'u'),
  new RegExp(`^[\\d０-９]{1,2}月[\\d０-９]{1,2}日${weekday}$`, 'u'),
  // a day alone stands under speeches and in chronicles, too
  new RegExp(`^${day}${weekday}$`, 'u'),
  new RegExp(
    `^(?:(?:农历|農曆)(?:${lunarYear}年?)?|${lunarYear}年?)[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?(?:[ 　].{0,20})?$`,
    'u',
  ),
];

const digits = '[\\d０-９]{3,6}';
const issue = `(?:[总總]?第[ 　]?${digits}[ 　]?[期号號]|今日[\\d０-９一二三四五六七八九十]{1,3}版)`;
const sky = '(?:晴|多云|多雲|阴|陰|小雨|中雨|大雨|阵雨|陣雨|雷阵雨|雷陣雨|小雪|中雪|大雪|雨夹雪|雾|霧|霾)';
const degrees = '(?:℃|°C|摄氏度|攝氏度|度)';

/**
 * Lines around a page that tell neither page nor day: which part of the paper it is, its number at the foot, issue, price,
 * weather, where to turn to.
 */
export const otherFurniture: readonly RegExp[] = [
  // one name alone may head a part of an article
  new RegExp(`^(?:${named}${news}|中[国國]新[闻聞]|${part}[ 　]?[·/／|｜][ 　]?${part})$`, 'u'),
  /^[-－—–·•][ 　]?[\d０-９]{1,3}[ 　]?[-－—–·•]$/u,
  /^(?:Page|PAGE|P\.?)[ 　]?\d{1,3}(?: of \d{1,3})?$/u,
  /^第[ 　]?[\d０-９]{1,3}[ 　]?[页頁][ 　/／,，]*共[ 　]?[\d０-９]{1,3}[ 　]?[页頁]$/u,
  /^[-=*_~—–─━═·.•#]{3,}$/u,
  /^[\u4e00-\u9fff]{2,12}(?:[报報]社|集[团團])(?:主管|主[办辦]|出版|承印)$/u,
  /^(?:本[报報])?(?:常年)?法律[顾顧][问問].{0,30}$/u,
  /^下[载載].{2,12}客[户戶]端$/u,
  new RegExp(`^${issue}(?:[ 　]+${issue})?$`, 'u'),
  /^(?:零售价?|零售價|定价|定價|每份(?:零售价?)?|每日零售|售價|售价)[ 　]*[:：]?[ 　]*(?:港幣|人民币|人民幣|\$)?[ 　]?[\d０-９]{1,3}(?:\.\d{1,2})?[ 　]?(?:元|角)?$/u,
  /^(?:https?:\/\/|www\.)[\w./%?=&~#-]{4,58}$/u,
  new RegExp(
    `^(?:[\\u4e00-\\u9fff]{2,4}[ 　:：]+)?${sky}(?:(?:转|轉|到|间|間)${sky})?[ 　]*-?\\d{1,2}${degrees}?[ 　]?[~～—–-][ 　]?-?\\d{1,2}${degrees}$`,
    'u',
  ),
  /^(?:社址|地址|[邮郵][编編]|[电電][话話]|(?:新[闻聞]|[广廣]告|[热熱][线線]|[发發]行|[订訂][阅閱]|投稿|24小[时時])?(?:[热熱][线線]|[电電][话話]|[邮郵]箱|信箱)|[传傳]真|[电電]子(?:信箱|[邮郵][箱件])|[电電][邮郵]|E-?mail|承印|印刷|(?:官方)?(?:微信|[公][众眾][号號]|微博|[网網][站址]|抖音)(?:[公][众眾][号號]|[号號])?|[\u4e00-\u9fff]{2,6}地址|版[权權][声聲]明|[广廣]告[经經][营營][许許]可[证證])[ 　]*[:：][ 　]*.{2,56}$/u,
  /^(?:新[闻聞]|[广廣]告|[发發]行|[订訂][阅閱])[热熱][线線][ 　]+[\d-]{5,20}$/u,
];

/** Lines that ask the reader to do something, and advertisements. */
export const prompts: readonly RegExp[] = [
  /^[■●▲◆]?[ 　]?[(（【[]?(?:公益)?[广廣]告[)）】\]]?$/u,
  /^(?:扫码|扫一扫|扫描(?:下方)?二维码|掃碼|掃一掃|掃描).{0,20}$/u,
  /^(?:更多|了解|请|請).{0,14}(?:扫码|扫一扫|扫.{0,6}二维码|掃碼|掃一掃).{0,8}$/u,
];

const button =
  '(?:返回目录|返回目錄|全文复制|全文複製|放大|缩小|縮小|打印|列印|关闭|關閉|收藏|分享|默认|上一篇|下一篇|上一版|下一版|上一期|下一期)';

/** Lines that an electronic edition puts over and under an article. */
export const electronicLines: readonly RegExp[] = [
  new RegExp(`^${button}(?:[ 　|｜]*${button}){0,9}$`, 'u'),
  /^(?:版次|版名|稿源|发布时间|發[佈布]時間|发表时间|發表時間|更新时间|更新時間|关键词|關鍵[詞字]|标签|標籤|分享到|阅读数|閱讀數)[ 　]*[:：].{0,48}$/u,
  new RegExp(`^${day}[ 　]*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:[ 　]+.{1,30})?$`, 'u'),
  new RegExp(`^${day}[ 　]+(?:来源|來源|作者|编辑|編輯)[ 　]*[:：].{1,40}$`, 'u'),
  /^字[号號体體][ 　]*[:：].{1,16}$/u,
  /^(?:版权所有|版權所有|Copyright|©)(?:[ 　:：].{0,48})?$/u,
];

/** Characters at the edges of these lines that hold no digit, colon or space. */
export const furnitureEdges = `一二１２民中农農甲乙丙丁戊己庚辛壬癸返全放缩縮打列关關收分默上下C©w字扫掃更了请請广廣公■●▲◆(（【[第-=*_~—–─━═·.•#下法本报報每微官抖版2頭头页頁端管办辦社印${partNames.map((name) => name.charAt(0)).join('')}`;
