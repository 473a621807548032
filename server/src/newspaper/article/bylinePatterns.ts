/**
 * How papers say who wrote and where from, in both scripts. Unlike the patterns in `press/`, which tell what a block
 * is, these find the words themselves: what is looked for stands in the first group that took part.
 */

const day = '[\\d０-９〇零一二三四五六七八九十]{1,3}';
const sender =
  '(?:本[报報刊台社]|[\\p{sc=Han}]{1,4}社|[\\p{sc=Han}]{1,6}[日晚晨早商时時][报報]|人民[网網]|央[视視]|[\\p{sc=Han}]{2,4}[网網])';
/** No sentence comes between the sender and the word for a message. */
const between = '[^。,，:：;；“”「」(（)）【】\\s]';
const message = '(?:专电|專電|电|電|讯|訊|专讯|專訊|消息)';
const origin = `(?:据|據|综合)?${sender}${between}{0,12}?(?:[、]${between}{1,10}?){0,12}?`;

/** A dateline that opens a paragraph; with a date, it may be followed by anything. */
export const openingDateline = new RegExp(
  `^[(（【［\\[]?(${origin}${day}月${day}日${message}|${origin}${message}(?=[\\s　(（)）】\\]］:：]|记者|記者|$))`,
  'u',
);

/** A dateline within the bracket that closes an article. */
export const closingDateline = new RegExp(`^(${origin}(?:${day}月${day}日)?${message})`, 'u');

const title = '(?:记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|撰稿人|作者|撰文|执笔|執筆|采写|採訪|整理)';

/** Whether the word for a writer stands anywhere, without which {@link signedLead} need not be tried. */
export const namesTitle = new RegExp(title, 'u');

const list = '[\\p{sc=Han}·、，,／/\\s　]';

/** Who wrote, in a lead: in brackets, or before a word such as 报道. The list of names follows the title. */
export const signedLead = new RegExp(
  `^[^。]{0,40}?(?:[(（【](?:[^()（）【】]{0,12}?)${title}[:：\\s　]*(${list}{2,80}?)(?:综合)?(?:报道|報道|報導)?[)）】]|${title}[:：\\s　]*(${list}{2,40}?)(?:[综綜]合|联合|聯合|摄影|攝影)?(?:报道|報道|報導))`,
  'u',
);

/** Who wrote, in a line or bracket of its own. */
export const listedWriters = new RegExp(
  `${title}[:：／/\\s　]*(${list}{2,160}?)(?:[综綜]合|联合|聯合|摄影|攝影|协力|協力)?(?:报道|報道|報導|文|摄|攝)?[\\s　)）】\\]*]*$`,
  'u',
);

/** A name as the writer gave it, with a colon: `【撰文：…】`. */
export const penName =
  /^[(（【□]?\s*(?:撰文|文|作者|筆者|笔者|筆名|笔名|记者|記者)\s?[:：﹕／/]\s?([^\s，,、。)）】]{2,8})/u;

/** The bracket that a paragraph ends with, if it is there to sign it. */
export const signedBracket =
  /[(（【［]([^()（）【】［］]{0,200}(?:电|電|讯|訊|记者|記者|作者|通讯员|通訊員|评论员|采写|採訪|整理|报道|報道|報導)[^()（）【】［］]{0,200})[)）】］]$/u;

/** What stands between names: the title of those that follow. */
export const titles =
  /(?:本报|本報|新华社|新華社|见习|見習|实习|實習|特约|特約)?(?:记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)[:：\s　]*/gu;
