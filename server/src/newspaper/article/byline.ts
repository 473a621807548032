import { withoutPlace } from '../byline/words.ts';
import type { Page } from '../page/page.ts';
import { type Paragraph, perParagraph } from '../page/paragraph.ts';
import { creditedIn } from '../press/personLine.ts';
import { isName, isNameInBrackets } from '../press/read.ts';
import type { Article } from './article.ts';
import {
  closingDateline,
  deskLead,
  listedWriters,
  namesTitle,
  openingDateline,
  penName,
  plainLead,
  signedBracket,
  signedLead,
  titles,
  writersFirst,
} from './bylinePatterns.ts';

/** Who wrote an article, and where and when it was sent. */
export interface Signature {
  /** Names of the writers, each once, in the order in which they stand. */
  readonly bylines: readonly string[];
  /** As printed, brackets left out: `本报讯`, `新华社北京2月6日电`. */
  readonly dateline: string | undefined;
  /** The date in the dateline, as printed: `2月6日`. */
  readonly date: string | undefined;
}

/** An article's first paragraph tells who wrote it within so many characters. */
const leadReach = 96;
/** So does the bracket at the end of its last paragraphs; with ten names and as many cities it gets long. */
const endReach = 240;
const closingBrackets = ')）】］]';

/** Reads an article's first paragraph, its bylines on lines of their own, and the bracket that closes it. */
export function readSignature({ blocks, roles }: Pick<Page, 'blocks' | 'roles'>, article: Article): Signature {
  const textOf = (block: number): string => blocks[block]!.paragraph.text;
  const text = article.blocks.filter((block) => roles[block] === 'body');
  const names = new Set<string>();
  const add = (list: string): void => {
    for (const name of namesOf(list)) names.add(name);
  };

  const lead = text[0] === undefined ? undefined : leadOf(blocks[text[0]]!.paragraph);
  let dateline = lead?.dateline;
  for (const name of lead?.names ?? []) names.add(name);

  for (const block of article.blocks) {
    if (roles[block] !== 'byline') continue;
    const line = textOf(block);
    for (const name of namesInLine(line)) names.add(name);
    dateline ??= datelineOf(line);
  }

  for (const block of article.blocks.slice(-2)) {
    if (roles[block] !== 'body' && roles[block] !== 'credit' && roles[block] !== 'byline') continue;
    const line = textOf(block);
    // most paragraphs end with a full stop
    if (!closingBrackets.includes(line.slice(-1))) continue;
    const last = lastBracket.exec(line)?.[0] ?? '';
    if (isNameInBrackets(last)) names.add(last.slice(1, -1));
    const bracket = signedBracket.exec(line.slice(-endReach))?.[1];
    if (bracket === undefined) continue;
    const sent = closingDateline.exec(bracket)?.[1];
    dateline = dateline?.match(dates) ? dateline : (sent ?? dateline);
    add(listedWriters.exec(bracket)?.[1] ?? '');
  }
  return { bylines: [...names], dateline, date: dateline?.match(dates)?.[0] };
}

interface Lead {
  readonly dateline: string | undefined;
  readonly names: readonly string[];
}

/** What the beginning of an article's first paragraph tells. */
const leadOf: (paragraph: Paragraph) => Lead = perParagraph(({ text }) => {
  const lead = text.slice(0, leadReach);
  return { dateline: datelineOf(lead), names: namesTitle.test(lead) ? namesInLead(lead) : [] };
});

/** A short bracket behind the last sentence. */
const lastBracket = /(?<=[。！？!?”」])[(（]\p{sc=Han}{2,4}[)）]$/u;

function datelineOf(text: string): string | undefined {
  const found = openingDateline.exec(text);
  return found?.[1] ?? found?.[2];
}

function namesInLead(lead: string): readonly string[] {
  const signed = signedLead.exec(lead);
  if (signed !== null) {
    const from = signed[2] ?? signed[4];
    return namesOf(signed[1] ?? signed[3] ?? '', from !== undefined && /^[\p{sc=Han}\d]/u.test(from));
  }
  const plain = plainLead.exec(lead)?.[1];
  if (plain !== undefined && isName(plain)) return [plain];
  return namesOf(deskLead.exec(lead)?.[1] ?? '');
}

function namesInLine(line: string): readonly string[] {
  if (isNameInBrackets(line)) return [line.slice(1, -1)];
  const credited = creditedIn(line);
  if (credited?.isWriting) return credited.names.filter(({ isWriter }) => isWriter).map(({ name }) => name);
  for (const pattern of [listedWriters, deskLead, writersFirst]) {
    const names = namesOf(pattern.exec(line)?.[1] ?? '');
    if (names.length > 0) return names;
  }
  const pen = penName.exec(line)?.[1];
  if (pen === undefined) return namesOf(line).filter(isName);
  // who somebody is may stand right before the name
  const last = pen.slice(-3);
  return [pen.length > longestPenName && isName(last) ? last : pen];
}

/** In characters; what is longer has in it what its owner is. */
const longestPenName = 5;

const dates = /[\d０-９〇零一二三四五六七八九十]{1,3}月[\d０-９〇零一二三四五六七八九十]{1,3}日/u;

/**
 * The names in a list of them: `张三、李四`, or `张 三 李四` where short names are set as wide as long ones.
 * With `withPlace` a name and the place it reports from may be run together.
 */
function namesOf(list: string, withPlace = false): string[] {
  const names: string[] = [];
  let single = '';
  for (const part of list.replace(titles, '、').split(/[\s　、，,／/；;和]+/u)) {
    const piece = single !== '' && /^\p{sc=Han}[文摄攝图圖]$/u.test(part) ? part.charAt(0) : part;
    if (/^\p{sc=Han}$/u.test(piece)) {
      if (single === '') single = piece;
      else {
        names.push(single + piece);
        single = '';
      }
    } else {
      single = '';
      if (isWriter(piece)) names.push(piece);
      else if (withPlace && isName(withoutPlace(piece))) names.push(withoutPlace(piece));
    }
  }
  return names;
}

/** Behind the word for a reporter stand names: a surname and a name of one or two characters, a longer one, or one from abroad. */
function isWriter(piece: string): boolean {
  if (/^\p{sc=Han}{2,3}$/u.test(piece)) return !noNames.has(piece);
  return isName(piece) || /^\p{sc=Han}{1,8}(?:·\p{sc=Han}{1,8})+$/u.test(piece);
}

const noNames = new Set([
  '综合',
  '整理',
  '获悉',
  '獲悉',
  '报道',
  '報道',
  '報導',
  '采访',
  '採訪',
  '协力',
  '協力',
  '會上',
]);
