import { isHan } from '../text/characters.ts';
import { conventions, edge, type Press, presses } from './press.ts';
import { Trait, traitsOf } from './traits.ts';

/** The patterns of all presses, by what they say. */
type PatternKey = { [K in keyof Press]: Press[K] extends readonly RegExp[] ? K : never }[keyof Press];

/** One pattern for all of a kind: asking once is cheaper than asking for each. */
function gather(key: PatternKey): RegExp {
  const all = conventions.flatMap((press) => press[key] ?? []);
  return new RegExp(all.map(({ source }) => source).join('|'), 'u');
}

const patterns = {
  datelines: gather('datelines'),
  leads: gather('leads'),
  bylines: gather('bylines'),
  credits: gather('credits'),
  captions: gather('captions'),
  folios: gather('folios'),
  mastheads: gather('mastheads'),
  editors: gather('editors'),
  notices: gather('notices'),
  endings: gather('endings'),
} satisfies Record<PatternKey, RegExp>;

/** True where a pattern of that kind, of any press, fits. Give it no more than the pattern needs. */
export function fits(key: PatternKey, text: string): boolean {
  return patterns[key].test(text);
}

/** True for a line that stands around a page: what page it is, of which paper, who made it up. */
export function isFurniture(text: string): boolean {
  return fits('folios', text) || fits('editors', text) || fits('mastheads', text);
}

const sections = new Set(presses.flatMap(({ sections }) => sections));
const columnTitles = new Set(presses.flatMap(({ columns, sections }) => [...columns, ...sections]));
const boxTitles = new Set(presses.flatMap(({ boxTitles }) => boxTitles));
/** Longer texts need not be looked up. */
const longestTitle = Math.max(...[...columnTitles, ...boxTitles].map(({ length }) => length));
const longSurnames = new Set(presses.flatMap(({ longSurnames }) => longSurnames));
/** By first character, longest first. */
const connectives = new Map<string, string[]>();
for (const word of presses.flatMap((press) => press.connectives).sort((a, b) => b.length - a.length)) {
  const first = word.charAt(0);
  connectives.set(first, [...(connectives.get(first) ?? []), word]);
}

/** True for a heading over briefs, spaces left out. */
export function isSectionName(text: string): boolean {
  return text.length <= longestTitle && sections.has(text);
}

/** True for a title that stands over other text every day. */
export function isColumnTitle(text: string): boolean {
  return text.length <= longestTitle && columnTitles.has(text);
}

const chapterHeading = /^第[\d０-９〇零一二三四五六七八九十百千]{1,5}[章回节節卷](?:[\s　:：、]|$)/u;

/** True for the heading of a book's chapter, which heads no article. */
export function isChapterHeading(text: string): boolean {
  return text.startsWith('第') && chapterHeading.test(text);
}

/** True for the title of a box inside an article, spaces left out. */
export function isBoxTitle(text: string): boolean {
  return text.length <= longestTitle && boxTitles.has(text);
}

/** True where the text starts with the mark of a brief, and does not end as what stands under a picture. */
export function startsBrief(text: string): boolean {
  return (traitsOf(text.charCodeAt(0)) & Trait.brief) !== 0 && !endsAsCaption(text);
}

/** How the text under a picture ends: with who took it, in brackets or not. */
const captionEnd = /(?:[摄攝]|攝影|摄影|供[图圖]|提供|影像中国|视觉中国)[)）]?。?$/u;

/** True where a text ends with who took the picture over it. */
export function endsAsCaption(text: string): boolean {
  return captionEnd.test(text.slice(-edge));
}

/** The longest connective that the text starts with, or an empty string. */
export function connectiveOf(text: string): string {
  if ((traitsOf(text.charCodeAt(0)) & Trait.connective) === 0) return '';
  return connectives.get(text.charAt(0))?.find((word) => text.startsWith(word)) ?? '';
}

/** True for what can be a person's name alone: a family name and one or two characters more, spaces left out. */
export function isName(text: string): boolean {
  const { length } = text;
  if (length < 2 || length > 4) return false;
  if (length <= 3 && (traitsOf(text.charCodeAt(0)) & Trait.surname) === 0) return false;
  for (let at = 0; at < length; at++) if (!isHan(text.charCodeAt(at))) return false;
  return length <= 3 || longSurnames.has(text.slice(0, 2));
}

const openers = '(（';
/** What goes on says so in brackets, too: （明待续）. */
const goingOn = '续續完';

/** True for a name alone in brackets, as some papers sign; spaces left out. */
export function isNameInBrackets(text: string): boolean {
  const last = text.length - 1;
  if (last < 3 || !openers.includes(text.charAt(0)) || !closers.includes(text.charCodeAt(last))) return false;
  return isName(text.slice(1, last)) && !goingOn.includes(text.charAt(last - 1));
}

/** Characters among which a lead says when. */
const leadReach = 20;

/** Characters among which a dateline that begins with a paper's, a person's or a place's name says that it is one. */
const datelineReach = 20;

/** True where a report begins with a dateline. Cheap where it does not. */
export function startsWithDateline(text: string): boolean {
  let mayBe = (traitsOf(text.charCodeAt(0)) & Trait.dateline) !== 0;
  const end = Math.min(datelineReach, text.length);
  for (let at = 2; !mayBe && at < end; at++) mayBe = (traitsOf(text.charCodeAt(at)) & Trait.datelineMark) !== 0;
  return mayBe && patterns.datelines.test(text.slice(0, edge));
}

/** True where the first words say when, as those of a report do. Cheap where they do not. */
export function startsWithLead(text: string): boolean {
  const end = Math.min(leadReach, text.length);
  for (let at = 1; at < end; at++) {
    if ((traitsOf(text.charCodeAt(at)) & Trait.lead) !== 0) return patterns.leads.test(text.slice(0, edge));
  }
  return false;
}

/** True where a text starts as the text under a picture does. Cheap where it does not. */
export function startsAsCaption(text: string): boolean {
  return (traitsOf(text.charCodeAt(0)) & Trait.caption) !== 0 && patterns.captions.test(text);
}

/** True for the text under a picture. Cheap where it is not. */
export function isCaption(text: string): boolean {
  if (startsAsCaption(text)) return true;
  return (traitsOf(text.charCodeAt(0)) & Trait.brief) !== 0 && endsAsCaption(text);
}

/** True for a notice of the paper's own. Cheap where it is not. */
export function startsAsNotice(text: string): boolean {
  return (traitsOf(text.charCodeAt(0)) & Trait.notice) !== 0 && patterns.notices.test(text);
}

/** Closing brackets, and the asterisk that stands for one. */
const closers = [0x29, 0xff09, 0x2a];

/** True where an article ends: its last words are the writer's name in brackets. Cheap where they are not. */
export function endsArticle(text: string): boolean {
  return closers.includes(text.charCodeAt(text.length - 1)) && patterns.endings.test(text.slice(-edge));
}

/** True where the last words name the writer, in brackets or not. Cheap where they do not. */
export function endsSigned(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (isHan(last) || closers.includes(last)) && patterns.endings.test(text.slice(-edge));
}
