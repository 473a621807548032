import { creditWordEnds, creditWordStarts } from './creditWords.ts';
import {
  datedFolios,
  datedMastheads,
  electronicLines,
  furnitureEdges,
  otherFurniture,
  prompts,
  sectionFolios,
} from './furniture.ts';
import { messageInBrackets, messageOnItsOwn, noMessage } from './message.ts';
import type { Press } from './press.ts';

/** What the presses of both Chinese scripts do alike; added to what each of them does. */
export const zh: Pick<
  Press,
  'datelines' | 'bylines' | 'credits' | 'creditEdges' | 'creditCharacters' | 'folios' | 'mastheads' | 'furnitureEdges'
> = {
  datelines: [messageInBrackets],
  bylines: [
    /^[(（【［[〔]?[\u4e00-\u9fff·]{2,4}(?:、[\u4e00-\u9fff·]{2,4}){0,3}[ 　]?[／/╱][ 　]?(?:[\u4e00-\u9fff]{2,6}?)?(?:报道|报导|報導|報道|外電|撰文|文)[)）】］\]〕]?$/u,
    messageOnItsOwn,
    // pen names and what their owners are
    /^[(（【〔［[]?(?:作者|撰[文稿]|[筆笔]者)[ 　]*[:：｜|][ 　]*[^。！？!?;；:：]{2,40}[)）】〕］\]]?$/u,
    new RegExp(
      `^[\\u4e00-\\u9fff]{1,8}${noMessage}[讯訊][ 　]*[(（][^()（）]{0,8}(?:记者|記者|通讯员|通訊員)[^()（）]{2,32}[)）]$`,
      'u',
    ),
  ],
  credits: [
    /^[(（]?(?:[图圖]片?|照片|相片)?[来來]?源[ 　]*[:：/／].{1,30}$/u,
    /^[(（〔［[](?:新[华華]社|中新社|中央社|法新社|路透社?|美[联聯]社|[欧歐]新社|彭博社?)(?:[图圖]片|照片|[资資]料[图圖]片?|[资資]料照片|供[图圖]|提供|[档檔]案照?)?[)）〕］\]]$/u,
  ],
  creditEdges: `(（〔［[【)）〕］】]片${creditWordStarts}`,
  creditCharacters: `作社丨${creditWordEnds}`,
  folios: [...datedFolios, ...sectionFolios],
  mastheads: [...datedMastheads, ...electronicLines, ...otherFurniture, ...prompts],
  furnitureEdges,
};
