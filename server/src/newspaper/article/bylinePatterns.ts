/**
 * How papers say who wrote and where from, in both scripts. Unlike the patterns in `press/`, which tell what a block
 * is, these find the words themselves: what is looked for stands in the first group that took part.
 */

import { fromDesk, reported, sentOn } from '../byline/words.ts';
import { noMessage } from '../press/message.ts';

const day = '[\\d０-９〇零一二三四五六七八九十]{1,3}';
const sender =
  '(?:本[报報刊台社]|[\\p{sc=Han}]{1,4}社|[\\p{sc=Han}]{0,6}[日晚晨早商时時][报報]|人民[网網]|央[视視]|[\\p{sc=Han}]{2,4}[网網])';
/** No sentence comes between the sender and the word for a message. */
const between = '[^。,，:：;；“”「」(（)）【】\\s]';
const message = '(?:专电|專電|电|電|讯|訊|专讯|專訊|消息)';
const origin = `(?:据|據|综合)?${sender}${between}{0,12}?(?:[、]${between}{1,10}?){0,12}?`;

/** A dateline that opens a paragraph; with a date, it may be followed by anything, and in brackets name a place alone. */
export const openingDateline = new RegExp(
  [
    `^[(（【［\\[〔]?(${origin}${day}月${day}日${message}|${origin}${message}(?=[\\s　(（)）】〕\\]］:：]|记者|記者|$))`,
    `^[(（【［\\[〔](\\p{sc=Han}{2,8}?(?:(?:${day}月)?${day}日${message}|${noMessage}[讯訊]))[)）】］〕\\]]`,
  ].join('|'),
  'u',
);

/** A dateline within the bracket that closes an article. */
export const closingDateline = new RegExp(`^(${origin}(?:${day}月${day}日)?${message})`, 'u');

const title =
  '(?:记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|编译|編譯|撰稿人|作者|撰文|执笔|執筆|采写|採訪|整理)';

/** Whether anything stands there that tells of a writer, without which {@link signedLead} need not be tried. */
export const namesTitle = new RegExp(`${title}|[／/╱]\\s?\\p{sc=Han}{0,6}${reported}`, 'u');

const list = '[\\p{sc=Han}·、，,／/\\s　]';
const name = '\\p{sc=Han}{2,4}';

/**
 * Who wrote, in a lead: in brackets, before a word such as 报道 and the place, or between the word for a writer and a
 * blank. The list of names follows the title, if there is one. What says when or whence stands in the second group that
 * took part.
 */
export const signedLead = new RegExp(
  [
    `^[^。]{0,40}?(?:[(（【〔［\\[](?:[^()（）【】〔〕［］]{0,12}?)${title}[:：\\s　]*(${list}{2,80}?)(${fromDesk}|${sentOn}|${reported})?[)）】〕］\\]]`,
    `${title}[:：\\s　]*(${list}{2,40}?)(?:摄影|攝影)?(${fromDesk}|${reported}))`,
  ].join('|'),
  'u',
);

/** Names before a slash and a place, with no word for a writer: `【林小溪／青石報導】`. */
export const deskLead = new RegExp(`^[(（【〔［[]?(${name}(?:、${name}){0,3})${fromDesk}`, 'u');

/** A name between the word for a reporter and a blank or colon, behind the paper or the message: `新京报讯 记者林小溪 `. */
export const plainLead = new RegExp(
  `^[^。，,、]{0,24}?[讯訊电電报報网網闻聞社台刊](?:\\s|首席|特约|特約)?(?:记者|記者)\\s?(${name})[\\s　:：]`,
  'u',
);

/** Who wrote, in a line or bracket of its own. */
export const listedWriters = new RegExp(
  `${title}[:：／/\\s　]*(${list}{2,160}?)(?:摄影|攝影|协力|協力)?(?:${fromDesk}|${sentOn}|${reported}|[综綜]合|联合|聯合)?(?:文[/／]?[图圖]|[图圖][/／]?文|文|摄|攝)?[\\s　)）】〕\\]*]*$`,
  'u',
);

/** Who wrote, in a line that says so behind the names: `林小溪 报道`, `林小溪 东京特派员`. */
export const writersFirst = new RegExp(
  `^[□■◎●◆◇○▲△\\s]*(${list}{2,40}?)[\\s　]+(?:${reported}|撰文|文字?|\\p{sc=Han}{2,6}特派[员員])$`,
  'u',
);

/** A name as the writer gave it, with a colon: `【撰文：…】`. */
export const penName =
  /^[(（【□]?\s*(?:撰文|文字?|报道|報道|報導|采写|採訪|采访|作者|筆者|笔者|筆名|笔名|记者|記者)(?:\s?[:：﹕／/|｜]\s?|\s)([^\s，,、。(（)）】]{2,20})/u;

/** The bracket that a paragraph ends with, if it is there to sign it. */
export const signedBracket =
  /[(（【［]([^()（）【】［］]{0,200}(?:电|電|讯|訊|记者|記者|作者|通讯员|通訊員|评论员|采写|採訪|整理|报道|報道|報導)[^()（）【】［］]{0,200})[)）】］]$/u;

/** What stands between names: the title of those that follow. */
export const titles =
  /(?:本报|本報|新华社|新華社|见习|見習|实习|實習|特约|特約)?(?:记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)[:：\s　]*/gu;
