import { statistics } from '../continuation/statistics.ts';
import { fold } from '../duplicate/fold.ts';
import { readJump } from '../page/jump.ts';
import type { Paragraph } from '../page/paragraph.ts';
import { edge } from '../press/press.ts';
import { connectiveOf, fits, isColumnTitle, isName, isOpenEnding, isSectionName, startsBrief } from '../press/read.ts';
import { isDigit, isHan, isLatin, isSpace } from '../text/characters.ts';
import type { Label } from './label.ts';

/** How a block looks to its neighbours. */
export const kinds = [
  'boundary',
  'dateline',
  'lead',
  'text',
  'open text',
  'last text',
  'sentence',
  'line',
  'name',
  'jump',
  'furniture',
  'credit',
  'brief',
  'section',
] as const;

/** See {@link kinds}. */
export type Kind = (typeof kinds)[number];

/** What a paragraph alone says about its role, wherever it stands. */
export interface Facts {
  readonly kind: Kind;
  /** Set where a pattern or the length decides. */
  readonly certain: Label | undefined;
  /** Names of what speaks for one role or another; empty where `certain` decides. */
  readonly evidence: readonly string[];
  /** The text as headlines are compared; empty where it is too long for one. */
  readonly key: string;
}

/** No headline is longer, its kicker and deck in the same row included. */
const longestHeadline = 130;
/** Longer than this, a block that ends a sentence is text. */
const longestSentence = 48;

/** Reads what a paragraph alone says. Costs next to nothing for a long paragraph. */
export function readFacts(paragraph: Paragraph): Facts {
  const { text } = paragraph;
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  if (length > longestHeadline || (length > longestSentence && (last === 0x3002 || last === 0xff0c || last === 0x2c))) {
    return longFacts(text, last);
  }
  const told = tellByPattern(text);
  if (told !== undefined) return told;
  const head = text.slice(0, edge);
  if (length > 24 && fits('datelines', head)) return { kind: 'dateline', certain: 'body', evidence: [], key: '' };
  const tight = text.replace(/[\s\u3000]+/gu, '');
  const sentence = closing.includes(text.charAt(length - 1));
  const kind: Kind = isSectionName(tight)
    ? 'section'
    : isName(tight)
      ? 'name'
      : sentence
        ? 'sentence'
        : length > 60 && !/[\s\u3000]/u.test(text)
          ? 'open text'
          : 'line';
  return { kind, certain: undefined, evidence: ownEvidence(paragraph, tight), key: fold(text) };
}

const closing = '。！？!?…”」；;';

function longFacts(text: string, last: number): Facts {
  const head = text.slice(0, edge);
  const opened = mayOpenReport(text.charCodeAt(0));
  let kind: Kind = 'text';
  if (startsBrief(text)) kind = 'brief';
  else if (opened && fits('datelines', head)) kind = 'dateline';
  else if (fits('endings', text.slice(-edge))) kind = 'last text';
  else if (!endings.has(last)) kind = 'open text';
  else if (fits('leads', head)) kind = 'lead';
  return { kind, certain: kind === 'brief' ? 'brief' : 'body', evidence: [], key: '' };
}

const endings = new Set([...'。！？!?…”」』）)》】；;：:'].map((each) => each.charCodeAt(0)));

/** A cheap look before the patterns of datelines: they begin with brackets or with words such as 本报, 据, 记者 or a place. */
function mayOpenReport(unit: number): boolean {
  return (
    isHan(unit) ||
    unit === 0x28 ||
    unit === 0xff08 ||
    unit === 0x3010 ||
    unit === 0x5b ||
    unit === 0xff3b ||
    unit === 0x3014
  );
}

/** What one look at a pattern settles. */
function tellByPattern(text: string): Facts | undefined {
  const fact = (kind: Kind, certain: Label): Facts => ({ kind, certain, evidence: [], key: '' });
  if (startsBrief(text) && text.length > 16) return fact('brief', 'brief');
  const jump = readJump(text);
  if (jump !== undefined && jump.span.end - jump.span.start === text.length) return fact('jump', 'jump');
  if (jump !== undefined && jump.direction === 'from') return fact('text', 'body');
  if (fits('folios', text) || fits('editors', text) || fits('mastheads', text)) return fact('furniture', 'furniture');
  if (fits('bylines', text) || fits('credits', text)) return fact('credit', 'credit');
  return undefined;
}

const lengths = [1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 25, 30, 40, 60, 90];

/** The smallest of the rising `steps` that is not below `value`, as text. */
export function step(value: number, steps: readonly number[]): string {
  for (const each of steps) if (value <= each) return String(each);
  return 'more';
}

/** Evidence in the paragraph itself. `tight` is its text without spaces. */
function ownEvidence({ text, pieces }: Paragraph, tight: string): string[] {
  const found: string[] = ['always'];
  const { length } = tight;
  found.push(`length ${step(length, lengths)}`);
  const counts = countCharacters(text);
  const first = tight.charAt(0);
  const last = tight.charAt(length - 1);
  found.push(`ends with ${characterClass(last)}`, `starts with ${characterClass(first)}`);
  found.push(`commas ${step(counts.commas, [0, 1, 2])}`, `spaces ${step(counts.spaces, [0, 1, 2])}`);
  if (counts.stops > 0) found.push(`sentences inside ${step(counts.stops, [1, 2])}`);
  if (counts.commas > 0 && counts.spaces === 0) found.push(`commas, no spaces, length ${step(length, lengths)}`);
  if (counts.spaces > 0 && counts.stops === 0 && counts.commas === 0)
    found.push(`only spaces, length ${step(length, lengths)}`);
  if (counts.enumerations > 0) found.push('enumeration');
  if (counts.latin * 2 > length) found.push('mostly Latin');
  else if (counts.latin > 0) found.push('some Latin');
  if (counts.digits * 3 > length) found.push('mostly digits');
  else if (counts.digits > 0) found.push('some digits');
  if (counts.colons > 0) found.push('colon inside');
  if (counts.quotes !== 0)
    found.push(counts.quotes > 0 ? 'unclosed quotation or bracket' : 'closes more than it opens');
  else if (/[“「《]/u.test(text)) found.push('balanced quotation');
  if (/[（(][^）)]{1,14}[）)]$/u.test(tight)) found.push('bracket at the end');
  if (/^[【［〔]/u.test(tight)) found.push('square bracket at the start');
  if (/——$/u.test(tight)) found.push('dash at the end');
  if (/^——/u.test(tight)) found.push('dash at the start');
  if (/.——./u.test(tight)) found.push('dash inside');
  if (/^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑩])/u.test(tight))
    found.push('list number');
  if (/^[(（【][^)）】]+[)）】]$/u.test(tight)) found.push('all in brackets');
  const head = tight.slice(0, edge);
  const tail = tight.slice(-edge);
  const connective = connectiveOf(tight);
  if (connective !== '') found.push('connective', `connective ${connective.length > 1 ? 'word' : 'character'}`);
  if (isOpenEnding(last)) found.push('open ending');
  if (isColumnTitle(tight)) found.push('column title');
  if (isName(tight)) found.push('name', text.length > length ? 'name with spaces' : 'name without spaces');
  for (const key of ['datelines', 'leads', 'captions', 'notices'] as const) if (fits(key, head)) found.push(key);
  if (fits('endings', tail)) found.push('endings');
  found.push(
    `function characters ${step(Math.round((functionCharacters(tight) / length) * 100), [0, 4, 8, 12, 18, 25])}`,
  );
  if (pieces.length > 1) found.push('several lines');
  const { startsParagraph, endsSentenceOpenly } = statistics();
  const starts = startsParagraph(tight);
  const ends = endsSentenceOpenly(tight);
  if (starts !== 0) found.push(`likely start ${half(starts)}`);
  if (ends !== 0) found.push(`likely open end ${half(ends)}`);
  found.push(`last ${last}`, `first ${first}`);
  return found;
}

/** Rounded to halves within -4 and 4: small steps that a weight can be learned for. */
export function half(value: number): string {
  return String(Math.max(-4, Math.min(4, Math.round(value * 2) / 2)));
}

function functionCharacters(text: string): number {
  let count = 0;
  for (const character of text)
    if ('的了是在和与與为為对對也就都而这這那他她我你们們着著過过会會很不有個个嗎吗呢吧啦嘅咗喺'.includes(character))
      count++;
  return count;
}

interface Counts {
  commas: number;
  enumerations: number;
  stops: number;
  spaces: number;
  digits: number;
  latin: number;
  colons: number;
  /** Opening quotation marks and brackets less closing ones. */
  quotes: number;
}

function countCharacters(text: string): Counts {
  const counts: Counts = { commas: 0, enumerations: 0, stops: 0, spaces: 0, digits: 0, latin: 0, colons: 0, quotes: 0 };
  const { length } = text;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    if (unit === 0xff0c || unit === 0x2c) counts.commas++;
    else if (unit === 0x3001) counts.enumerations++;
    else if (isDigit(unit)) counts.digits++;
    else if (isLatin(unit)) counts.latin++;
    else if (isSpace(unit)) {
      // a space between words says nothing
      if (!isLatin(text.charCodeAt(at - 1)) || !isLatin(text.charCodeAt(at + 1))) counts.spaces++;
    } else if (
      at < length - 1 &&
      (unit === 0x3002 ||
        unit === 0xff01 ||
        unit === 0xff1f ||
        unit === 0x21 ||
        unit === 0x3f ||
        unit === 0xff1b ||
        unit === 0x3b)
    )
      counts.stops++;
    else if ((unit === 0xff1a || unit === 0x3a) && at < length - 1) counts.colons++;
    else if ('“「『《（('.includes(text.charAt(at))) counts.quotes++;
    else if ('”」』》）)'.includes(text.charAt(at))) counts.quotes--;
  }
  return counts;
}

const classes: readonly (readonly [string, string])[] = [
  ['full stop', '。｡.．'],
  ['exclamation mark', '！!'],
  ['question mark', '？?'],
  ['ellipsis', '…⋯'],
  ['comma', '，,'],
  ['enumeration comma', '、'],
  ['colon', '：:'],
  ['semicolon', '；;'],
  ['dash', '—－-–─'],
  ['opening quotation', '“「『‘'],
  ['closing quotation', '”」』’'],
  ['opening title', '《〈'],
  ['closing title', '》〉'],
  ['opening bracket', '（(【［[〔'],
  ['closing bracket', '）)】］]〕'],
  ['per cent', '％%℃'],
  ['mark', '★☆●■▲◆※□○△◇▶►*'],
];
const classOf = new Map(
  classes.flatMap(([name, characters]) => [...characters].map((each): [string, string] => [each, name])),
);

function characterClass(character: string): string {
  const unit = character.charCodeAt(0);
  if (isHan(unit)) return 'Han';
  if (isDigit(unit)) return 'digit';
  if (isLatin(unit)) return 'Latin';
  return classOf.get(character) ?? 'other';
}
