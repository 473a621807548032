/**
 * Words that papers of both scripts put around the names of those who wrote, as pieces of patterns. None of them takes
 * part in a group.
 */

const day = '[\\d〇一二三四五六七八九十]{1,3}';

/** What is done at a place: `台北報導`, `綜合外電`. */
export const reported = '(?:[综綜]合|联合|聯合)?(?:报道|报导|報道|報導|外电|外電)';

/** A place behind a slash, and that it is reported from there: `／台北報導`. */
export const fromDesk = `\\s?[／/╱]\\s?\\p{sc=Han}{0,6}?${reported}`;

/** When it was sent, behind the place: `4日電`, `十二月四日專電`. */
export const sentOn = `(?:${day}月)?${day}日(?:专|專)?[电電讯訊]`;

/** Cities with names of three characters; what stands between a name and a date is else taken for one of two. */
const longPlaces = '(?:華盛頓|华盛顿|莫斯科|吉隆坡|新加坡|伊斯兰堡|哈尔滨|哈爾濱|石家庄|石家莊|乌鲁木齐|烏魯木齊)';
const then = `(?:${sentOn}|${reported})`;

/** A place of more than two characters right behind a name, and that it was sent or is reported from there. */
export const longPlaceBehind = `${longPlaces}${then}`;
/** A place of two characters there. */
export const placeBehind = `\\p{sc=Han}{2}${then}`;

const endsInLongPlace = new RegExp(`${longPlaces}$`, 'u');

/** The name in a name and a place that are run together: `林小溪青石`. */
export function withoutPlace(run: string): string {
  const place = endsInLongPlace.exec(run);
  return place === null ? run.slice(0, -2) : run.slice(0, place.index);
}
