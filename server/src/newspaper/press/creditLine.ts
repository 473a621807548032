import { fromDesk } from '../byline/words.ts';
import type { Span } from '../text/span.ts';
import { makers, ranks, shortWords, writers } from './creditWords.ts';
import { isName } from './read.ts';

/** A line that says for each part of an article or a page who made it: `晨报记者 林小溪 摄影 高一鸣`. */
export interface CreditLine {
  /** Whether it signs for a text; else for pictures, or for what is made for a page. */
  readonly isWriting: boolean;
  /** In the order in which they stand; one at least. */
  readonly names: readonly CreditedName[];
}

/** Somebody named in a {@link CreditLine}. */
export interface CreditedName {
  /** Without the space that sets a short name wide. */
  readonly name: string;
  /** Where it stands in the line. */
  readonly span: Span;
  /** Whether it is a writer. */
  readonly isWriter: boolean;
}

const writer = `(?:${ranks})?(?:${writers})`;
/** The short words, together too. */
const short = `[图圖][ 　]?[/／、·]?[ 　]?文|文[ 　]?[/／、·]?[ 　]?[图圖]|文字|[图圖]片|[${shortWords}]`;
const colon = '[ 　]*[:：/／╱｜|丨][ 　]*';
const reporting = '(?:报道|报导|報道|報導)';
const part = new RegExp(
  `${writer}(?:[、・·]${writer})?(?:${colon}|[ 　]*)|(?:${makers})(?:${colon}|[ 　]+)|${reporting}(?:${colon}|[ 　]+)|(?:文[/／][图圖]|[图圖][/／]文)[ 　]+|(?:${short})${colon}`,
  'gu',
);
const writing = /记者|記者|[员員撰笔筆作译譯文报報]|实习|實習|整理|采|採|执|執|口述/u;

const opener = /^[(（【〔［[]/u;
const closer = /[ 　]*[)）】〕］\]]$/u;
const unfinished = /[、,，/／╱]$/u;
const mark = /^[□■◎●◆◇○▲△]?[ 　]*/u;
/** Who somebody is, behind the name. */
const aside = /[(（][^()（）]{2,24}[)）]/gu;
/** Behind the last name: from where, what was done. */
const ending = new RegExp(
  `${fromDesk}$|[ 　]+(?:(?:[\\u4e00-\\u9fff]{2,5})?(?:摄影|攝影)?${reporting}|[图圖]?[/／]?文|文[/／]?[图圖]|(?:发自|發自)[\\u4e00-\\u9fff]{2,6})$|(?<=[ 　][\\u4e00-\\u9fff])[文图圖]$|[ 　]*(?:[摄攝]影?|${reporting}|协力|協力)$`,
  'u',
);
const piece = /[^ 　、,，/／╱]+/gu;
/** Whose reporter it is: the paper, its desk, the country. */
const house = /^(?:[\u4e00-\u9fff\dA-Za-z]{1,12}[ 　]?)?$/u;
/** With one of these before the reporter, a bracket or mark before all or an ending, the name may follow without a blank. */
const paper = /[报報网網社台刊闻聞]$/u;
/** A word with what parts it from the names behind it. */
const separated = /[ 　:：/／╱｜|丨]$/u;
const photographed = /[摄攝]影?$/u;
/** A name from abroad. */
const foreign = /^[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}$/u;
/** No such line is longer, in UTF-16 code units. */
export const longestCreditLine = 64;
/** No line credits for more. */
const mostParts = 8;

/** Reads a line without a sentence in it; undefined where it credits nobody, and where it is too long to. */
export function creditLineOf(text: string): CreditLine | undefined {
  // a list that goes on elsewhere
  if (text.length > longestCreditLine || unfinished.test(text) || (opener.test(text) && !closer.test(text)))
    return undefined;
  const [from, to] = withinBrackets(text);
  const whole = text.slice(from, to);
  const line = whole.replace(ending, '');
  const parts = [...line.matchAll(part)];
  const first = parts[0];
  if (first === undefined || parts.length > mostParts) return undefined;
  const before = line.slice(0, first.index);
  if (!house.test(before)) return undefined;
  if (from === 0 && line === whole && !separated.test(first[0]) && !paper.test(before)) return undefined;
  const names: CreditedName[] = [];
  let isWriter = false;
  let isNamed = true;
  for (const [place, { 0: word, index }] of parts.entries()) {
    const isLast = place + 1 === parts.length;
    // in `图/晨报记者 高一鸣` the first word says what for
    if (isNamed) isWriter = writing.test(word) && !(isLast && photographed.test(whole));
    const start = index + word.length;
    const rest = line.slice(start, parts[place + 1]?.index);
    const found = namesIn(rest, isLast);
    if (found === undefined) return undefined;
    for (const { name, span } of found) {
      names.push({ name, span: { start: span.start + from + start, end: span.end + from + start }, isWriter });
    }
    isNamed = found.length > 0;
  }
  return isNamed ? { isWriting: names.some((each) => each.isWriter), names } : undefined;
}

/** Where a line starts and ends without the brackets that it stands in and the mark before it. */
function withinBrackets(text: string): readonly [number, number] {
  if (!opener.test(text)) return [mark.exec(text)![0].length, text.length];
  const from = 1 + mark.exec(text.slice(1))![0].length;
  return [from, text.length - (closer.exec(text)?.[0].length ?? 0)];
}

type Named = Pick<CreditedName, 'name' | 'span'>;

/** The names in a list of them, the next one's house behind it unless it is the last; undefined for other text. */
function namesIn(list: string, isLast: boolean): readonly Named[] | undefined {
  const pieces = [...list.replace(aside, (what) => ' '.repeat(what.length)).matchAll(piece)];
  const names: Named[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const { 0: name, index: start } = pieces[at]!;
    const next = pieces[at + 1];
    if (isName(name) || foreign.test(name)) names.push({ name, span: { start, end: start + name.length } });
    // a name of two characters is set as wide as its neighbours of three
    else if (next !== undefined && name.length + next[0].length === 2 && isName(name + next[0])) {
      names.push({ name: name + next[0], span: { start, end: next.index + next[0].length } });
      at++;
    } else if (isLast || next !== undefined || !house.test(name)) return undefined;
  }
  return names;
}
